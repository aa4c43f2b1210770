import {applyPatch} from './apply-patch.ts'
import {copyJson} from '../documents/copy-json.ts'
import {isDocumentId, type StoredDocument} from '../documents/document.ts'
import {LakeError, toMutationError} from '../lake-error.ts'
import {toMendozaPatch} from './mendoza-diff.ts'
import {
  addArrayKeys,
  checkDepth,
  toMutationKind,
  type DocumentStub,
  type Mutation,
  type PatchOperations,
} from './mutation.ts'
import type {Change, ResultEntry} from './transaction-log.ts'

export interface StageOptions {
  transactionId: string
  timestamp: string
  newId: () => string
  newKey: () => string
  autoGenerateArrayKeys: boolean
  /** The stored document. */
  read: (id: string) => StoredDocument | undefined
  /** Ids of the documents, as staged so far, that a query of a patch or delete selects. */
  select: (query: string, params: Record<string, unknown>, staged: ReadonlyMap<string, Staged>) => string[]
}

export interface Staged {
  before: StoredDocument | null
  after: StoredDocument | null
  mutations: Mutation[]
  /** Deleted together with its history. */
  isPurged?: boolean
}

export interface StagedTransaction {
  staged: ReadonlyMap<string, Staged>
  results: ResultEntry[]
  /** The mutations with ids and keys filled in. */
  mutations: Mutation[]
}

/** Reads a document as the transaction has left it so far. */
export type ReadStaged = (id: string) => StoredDocument | undefined

/** Mutations, or a function that yields them one by one and may look at what the ones before have made. */
export type MutationPlan = readonly Mutation[] | ((read: ReadStaged) => Iterable<Mutation>)

/** Works out what the mutations make of the documents, storing nothing. Throws a `LakeError` on the first that fails. */
export function stageMutations(plan: MutationPlan, options: StageOptions): StagedTransaction {
  const staged = new Map<string, Staged>()
  const results: ResultEntry[] = []
  const effective: Mutation[] = []
  const entryOf = (id: string): Staged => {
    let entry = staged.get(id)
    if (!entry) {
      const before = options.read(id) ?? null
      entry = {before, after: before, mutations: []}
      staged.set(id, entry)
    }
    return entry
  }
  const create = (
    stub: DocumentStub,
    kind: 'create' | 'createOrReplace' | 'createIfNotExists',
    index: number,
  ) => {
    const document = toDocument(stub, options, index)
    const entry = entryOf(document._id)
    if (entry.after && kind === 'create') {
      throw toMutationError(index, 409, {
        type: 'documentAlreadyExistsError',
        description: `Document by ID "${document._id}" already exists`,
        id: document._id,
      })
    }
    if (entry.after && kind === 'createIfNotExists') {
      results.push({id: document._id, operation: 'none'})
      return
    }
    results.push({id: document._id, operation: entry.after ? 'update' : 'create'})
    entry.after = document
    const mutation = {[kind]: document} as Mutation
    entry.mutations.push(mutation)
    effective.push(mutation)
  }
  const remove = (
    id: string,
    {ifRevisionID, purge}: {ifRevisionID?: string; purge?: boolean},
    index: number,
  ) => {
    const entry = entryOf(id)
    checkRevision(entry.after, id, ifRevisionID, index)
    results.push({id, operation: entry.after ? 'delete' : 'none'})
    if (!entry.after) return
    entry.after = null
    entry.isPurged = purge === true
    const mutation: Mutation = {delete: {id, ...(purge === true ? {purge} : {})}}
    entry.mutations.push(mutation)
    effective.push(mutation)
  }
  const patch = (id: string, operations: PatchOperations, index: number) => {
    const entry = entryOf(id)
    if (!entry.after) {
      throw toMutationError(index, 404, {
        type: 'documentNotFoundError',
        description: `The document with the ID "${id}" was not found`,
        id,
      })
    }
    checkRevision(entry.after, id, operations.ifRevisionID, index)
    const after = applyPatch(entry.after, operations, index)
    checkDepth(after)
    entry.after = {...after, _rev: options.transactionId, _updatedAt: options.timestamp}
    const mutation: Mutation = {patch: {...operations, id}}
    entry.mutations.push(mutation)
    effective.push(mutation)
    results.push({id, operation: 'update'})
  }
  const targetsOf = (body: object): string[] => {
    if ('query' in body) {
      const {query, params} = body as {query: string; params?: Record<string, unknown>}
      return options.select(query, params ?? {}, staged)
    }
    const {id} = body as {id?: unknown}
    return (Array.isArray(id) ? id : [id]) as string[]
  }

  const mutations = typeof plan === 'function' ? plan((id) => entryOf(id).after ?? undefined) : plan
  let index = -1
  for (const given of mutations) {
    index++
    const kind = toMutationKind(given, index)
    checkDepth(given)
    const own = copyJson(given)
    const mutation = options.autoGenerateArrayKeys ? addArrayKeys(own, options.newKey) : own
    if (kind === 'delete') {
      const body = mutation.delete as {ifRevisionID?: string; purge?: boolean}
      for (const id of targetsOf(body)) remove(checkId(id, index), body, index)
    } else if (kind === 'patch') {
      const {
        id: _id,
        query: _query,
        params: _params,
        ...operations
      } = mutation.patch as unknown as Record<string, unknown>
      for (const id of targetsOf(mutation.patch!)) patch(checkId(id, index), operations, index)
    } else {
      create(mutation[kind]!, kind, index)
    }
  }
  return {staged, results, mutations: effective}
}

/** What changed, with the effects that lead from one state to the other. Documents made and deleted at once are not in it. */
export function toChanges(staged: ReadonlyMap<string, Staged>, transactionId: string): Change[] {
  const changes: Change[] = []
  for (const [documentId, {before, after, mutations}] of staged) {
    if (before === after || (!before && !after)) continue
    changes.push({
      documentId,
      transition: before ? (after ? 'update' : 'disappear') : 'appear',
      previousRev: before?._rev ?? null,
      resultRev: after?._rev ?? transactionId,
      before,
      after,
      mutations,
      effects: {apply: toMendozaPatch(before, after), revert: toMendozaPatch(after, before)},
    })
  }
  return changes
}

function toDocument(stub: DocumentStub, options: StageOptions, index: number): StoredDocument {
  const {
    _id: givenId,
    _type: type,
    _createdAt: createdAt,
    _rev: _givenRev,
    _updatedAt: _givenUpdate,
    ...rest
  } = stub
  if (typeof type !== 'string' || type === '') {
    throw toMutationError(index, 400, {
      type: 'validationError',
      description: 'Document does not have a type: "_type" must be a string',
    })
  }
  // `create` with an id that ends in a dot asks for a generated id with that prefix.
  const id =
    givenId === undefined || givenId === ''
      ? options.newId()
      : typeof givenId === 'string' && givenId.endsWith('.')
        ? givenId + options.newId()
        : givenId
  return {
    _id: checkId(id, index),
    _type: type,
    ...rest,
    _createdAt: typeof createdAt === 'string' && isTime(createdAt) ? createdAt : options.timestamp,
    _updatedAt: options.timestamp,
    _rev: options.transactionId,
  }
}

function isTime(text: string): boolean {
  return !Number.isNaN(Date.parse(text))
}

function checkId(id: unknown, index: number): string {
  if (isDocumentId(id)) return id
  throw toMutationError(index, 400, {
    type: 'malformedDocumentIDError',
    description: `Malformed document ID: ${JSON.stringify(id)?.slice(0, 160)}`,
    id,
  })
}

function checkRevision(
  document: StoredDocument | null,
  id: string,
  expected: string | undefined,
  index: number,
): void {
  if (expected === undefined || expected === null || document?._rev === expected) return
  throw toMutationError(index, 409, {
    type: 'documentRevisionIDDoesNotMatchError',
    description: `document "${id}" has unexpected revision ID ("${document?._rev ?? ''}"), expected "${expected}"`,
    id,
    currentRevisionID: document?._rev,
    expectedRevisionID: expected,
  })
}

/** A strong reference may only point at a document that is there once the transaction is done. */
export function checkReferences(
  staged: ReadonlyMap<string, Staged>,
  findMissing: (document: StoredDocument) => string[],
  strongReferrersOf: (id: string) => string[],
): void {
  for (const [id, {after}] of staged) {
    if (!after) continue
    const missing = findMissing(after)
    if (missing.length === 0) continue
    throw new LakeError({
      status: 409,
      type: 'mutationError',
      description: `The mutation(s) failed: Document "${id}" references non-existent document "${missing[0]}"`,
      items: missing.map((referenceID) => ({
        index: 0,
        error: {
          type: 'documentReferenceDoesNotExistError',
          description: `Document "${id}" references non-existent document "${referenceID}"`,
          id,
          referenceID,
        },
      })),
    })
  }
  for (const [id, {before, after}] of staged) {
    if (after || !before) continue
    const referrers = strongReferrersOf(id)
    if (referrers.length === 0) continue
    const named = referrers.slice(0, 5).map((referrer) => `"${referrer}"`)
    const more = referrers.length > 5 ? ` and ${referrers.length - 5} more` : ''
    throw toMutationError(0, 409, {
      type: 'documentHasReferencesError',
      description: `Document "${id}" cannot be deleted as there are references to it from ${named.join(', ')}${more}`,
      id,
      referencingIDs: referrers,
    })
  }
}
