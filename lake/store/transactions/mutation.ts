import {LakeError, toMutationError} from '../lake-error.ts'

export interface DocumentStub {
  _id?: string
  _type: string
  [attribute: string]: unknown
}

export interface PatchOperations {
  set?: Record<string, unknown>
  setIfMissing?: Record<string, unknown>
  merge?: Record<string, unknown>
  unset?: string[]
  inc?: Record<string, number>
  dec?: Record<string, number>
  insert?: {before?: string; after?: string; replace?: string; items: unknown[]}
  diffMatchPatch?: Record<string, string>
  ifRevisionID?: string
}

export type PatchMutationBody = PatchOperations &
  ({id: string | string[]} | {query: string; params?: Record<string, unknown>})

export type DeleteMutationBody =
  | {id: string | string[]; ifRevisionID?: string; purge?: boolean}
  | {query: string; params?: Record<string, unknown>; purge?: boolean}

/** A mutation as `POST /data/mutate` takes it. https://www.sanity.io/docs/http-reference/mutation */
export interface Mutation {
  create?: DocumentStub
  createOrReplace?: DocumentStub
  createIfNotExists?: DocumentStub
  delete?: DeleteMutationBody
  patch?: PatchMutationBody
}

export type MutationKind = keyof Mutation

const kinds: MutationKind[] = ['create', 'createOrReplace', 'createIfNotExists', 'delete', 'patch']

/** The deepest nesting of values that the lake stores. */
const maxDepth = 200

/** The kind of a mutation; throws a `LakeError` 400 where it is not exactly one of the five. */
export function toMutationKind(mutation: Mutation, index: number): MutationKind {
  const found = isRecord(mutation) ? kinds.filter((kind) => mutation[kind] !== undefined) : []
  const kind = found[0]
  if (found.length !== 1 || !kind || !isRecord(mutation[kind])) {
    throw toMutationError(index, 400, {
      type: 'validationError',
      description: `Mutation ${index} must hold exactly one of ${kinds.join(', ')} (with an object); it holds ${
        isRecord(mutation) ? Object.keys(mutation).slice(0, 5).join(', ') || 'nothing' : typeof mutation
      }`,
    })
  }
  return kind
}

/** Throws a `LakeError` 400 when a value is nested deeper than the lake stores; walks without recursion. */
export function checkDepth(value: unknown): void {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > maxDepth) {
      throw new LakeError({
        status: 400,
        type: 'validationError',
        description: `The value is nested more than ${maxDepth} levels deep`,
      })
    }
    const next: unknown[] = []
    for (const item of level) {
      if (typeof item !== 'object' || item === null) continue
      for (const child of Object.values(item))
        if (typeof child === 'object' && child !== null) next.push(child)
    }
    level = next
  }
}

/** A copy of the mutation in which every object in an array has a `_key`. */
export function addArrayKeys(mutation: Mutation, newKey: () => string): Mutation {
  const kind = kinds.find((name) => mutation[name] !== undefined)
  if (!kind || kind === 'delete') return mutation
  if (kind !== 'patch') return {[kind]: withKeys(mutation[kind], newKey)}
  const patch = {...mutation.patch} as PatchOperations
  for (const name of ['set', 'setIfMissing'] as const) {
    if (patch[name]) patch[name] = withKeys(patch[name], newKey) as Record<string, unknown>
  }
  if (patch.insert) patch.insert = {...patch.insert, items: withKeys(patch.insert.items, newKey) as unknown[]}
  return {patch: patch as PatchMutationBody}
}

function withKeys(value: unknown, newKey: () => string): unknown {
  if (Array.isArray(value)) {
    return value.map((item: unknown) => {
      const inner = withKeys(item, newKey)
      return isRecord(inner) && !Array.isArray(inner) && inner['_key'] === undefined
        ? {...inner, _key: newKey()}
        : inner
    })
  }
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, withKeys(child, newKey)]))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
