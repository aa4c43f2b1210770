import {Mutation as MutatorMutation} from '@sanity/mutator'
import type {StoredDocument} from '../documents/document.ts'
import {toMutationError} from '../lake-error.ts'
import type {PatchOperations} from './mutation.ts'

const immutable = ['_id', '_type', '_createdAt'] as const

/**
 * The document after a patch, by `@sanity/mutator`. The document that comes in is left as it is.
 * A patch that cannot be read, or that would change `_id`, `_type` or `_createdAt`, throws a `LakeError` 400.
 */
export function applyPatch(
  before: StoredDocument,
  operations: PatchOperations,
  index: number,
): StoredDocument {
  let after: StoredDocument
  try {
    const mutation = new MutatorMutation({
      mutations: [{patch: {id: before._id, ...withoutMerge(operations)} as never}],
    })
    after = mutation.apply(before) as StoredDocument
  } catch (cause) {
    throw toMutationError(index, 400, {
      type: 'validationError',
      description: `The patch of "${before._id}" cannot be applied: ${cause instanceof Error ? cause.message : String(cause)}`,
    })
  }
  if (after === before) return before
  for (const name of immutable) {
    if (after[name] === before[name]) continue
    throw toMutationError(index, 400, {
      type: 'validationError',
      description: `Cannot modify immutable attribute "${name}"`,
      id: before._id,
    })
  }
  after._rev = before._rev
  after._updatedAt = before._updatedAt
  return after
}

/** `merge` is the old name of a shallow `set` of several attributes. */
function withoutMerge(operations: PatchOperations): PatchOperations {
  const {merge, ifRevisionID: _revision, ...rest} = operations
  return merge ? {...rest, set: {...merge, ...rest.set}} : rest
}
