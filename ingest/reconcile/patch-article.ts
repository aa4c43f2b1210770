import {isSameValue, toCanonical} from './same-value.ts'
import type {BodyElement, Mutation, Patch, StoredDocument} from './types.ts'

/** An article as it should be, for `patchArticle`. */
interface WantedArticle {
  /** Every field but `body`; a field that is absent here and present in the document is taken out. */
  fields: Record<string, unknown>
  body: BodyElement[]
  /** For each member of `body` the key it has in the document; null for a new one. */
  origins: (string | null)[]
}

/**
 * The patches that bring a stored article to what is wanted, and nothing else: fields set and unset, blocks replaced in place, put
 * in and taken out by key (so that Studio's history shows what changed). The first is guarded by the document's
 * revision; all are sent in one transaction. Nothing to do: an empty list.
 */
export function patchArticle(document: StoredDocument, wanted: WantedArticle): Mutation[] {
  const patches: Omit<Patch, 'id'>[] = []
  const set: Record<string, unknown> = {}
  const unset: string[] = []
  for (const [name, value] of Object.entries(wanted.fields))
    setChanged(name, document[name], value, set, unset)
  for (const name of Object.keys(document)) {
    if (!name.startsWith('_') && name !== 'body' && !(name in wanted.fields)) unset.push(name)
  }
  const body = patchBody(document.body, wanted)
  // Taken out first: a block put in its place may carry the same key.
  const unsets = [...unset, ...body.unset]
  if (unsets.length > 0) patches.push({unset: unsets})
  const sets = {...set, ...body.set}
  if (Object.keys(sets).length > 0) patches.push({set: sets})
  for (const insert of body.inserts) patches.push({insert})
  return guard(document, patches)
}

/** Patches of one document: the first refuses when the document is no longer what was looked at, the others follow in the same transaction. */
export function guard(document: StoredDocument, patches: Omit<Patch, 'id'>[]): Mutation[] {
  return patches.map((patch, index) => ({
    patch: {
      id: document._id,
      ...(index === 0 && document._rev ? {ifRevisionID: document._rev} : {}),
      ...patch,
    },
  }))
}

/** `wire` is set property by property; every other field as a whole. */
function setChanged(
  name: string,
  before: unknown,
  after: unknown,
  set: Record<string, unknown>,
  unset: string[],
): void {
  if (toCanonical(before ?? null) === toCanonical(after ?? null)) return
  if (
    name !== 'wire' ||
    typeof before !== 'object' ||
    before === null ||
    typeof after !== 'object' ||
    after === null
  ) {
    if (after === undefined) unset.push(name)
    else set[name] = after
    return
  }
  const from = before as Record<string, unknown>
  const to = after as Record<string, unknown>
  for (const key of new Set([...Object.keys(from), ...Object.keys(to)])) {
    if (isSameValue(from[key], to[key])) continue
    if (to[key] === undefined) unset.push(`wire.${key}`)
    else set[`wire.${key}`] = to[key]
  }
}

function patchBody(stored: unknown, wanted: WantedArticle) {
  const set: Record<string, unknown> = {}
  const unset: string[] = []
  const inserts: NonNullable<Patch['insert']>[] = []
  const none = {set, unset, inserts}
  const before = Array.isArray(stored) ? (stored as BodyElement[]) : null
  const keys = before?.map((element) => element._key) ?? []
  const sound =
    before !== null && before.length > 0 && new Set(keys).size === keys.length && keys.every(Boolean)
  if (!sound) {
    if (wanted.body.length > 0 || (before !== null && before.length > 0)) set.body = wanted.body
    return none
  }
  const stays = longestCommonOrder(keys, wanted.origins)
  for (const key of keys) if (!stays.has(key)) unset.push(path(key))
  // Everything gone and new blocks put in: an insertion would have nothing to hold on to.
  if (stays.size === 0) {
    set.body = wanted.body
    return {set, unset: [], inserts}
  }
  const byKey = new Map(before.map((element) => [element._key, element]))
  let anchor: string | null = null
  let waiting: BodyElement[] = []
  const flush = (next: string | null): void => {
    if (waiting.length === 0) return
    inserts.push(
      anchor === null ? {before: path(next ?? ''), items: waiting} : {after: path(anchor), items: waiting},
    )
    waiting = []
  }
  for (const [index, element] of wanted.body.entries()) {
    const origin = wanted.origins[index] ?? null
    if (origin === null || !stays.has(origin)) {
      waiting.push(element)
      continue
    }
    if (toCanonical(byKey.get(origin)) !== toCanonical(element)) set[path(origin)] = element
    flush(element._key)
    anchor = element._key
  }
  flush(null)
  return none
}

function path(key: string): string {
  return `body[_key=="${key}"]`
}

/** The keys that can stay where they are: the longest run of wanted origins in the document's own order. */
function longestCommonOrder(keys: string[], origins: (string | null)[]): Set<string> {
  const place = new Map(keys.map((key, index) => [key, index]))
  const values = origins.flatMap((origin) => (origin === null ? [] : (place.get(origin) ?? [])))
  const tails: number[] = []
  const before = new Map<number, number | undefined>()
  for (const value of values) {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((tails[middle] as number) < value) low = middle + 1
      else high = middle
    }
    before.set(value, tails[low - 1])
    tails[low] = value
  }
  const stays = new Set<string>()
  for (let value = tails.at(-1); value !== undefined; value = before.get(value)) stays.add(keys[value] ?? '')
  return stays
}
