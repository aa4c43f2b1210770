import {contentOf} from './block-words.ts'
import {matchElements} from './match-elements.ts'
import {mergeBlock} from './merge-block.ts'
import {patchArticle} from './patch-article.ts'
import type {BodyElement, Mutation, StoredDocument, WaitingChange, WaitingUpdate} from './types.ts'
import {isOfField, readChange, type ReadChange} from './waiting-change.ts'

/**
 * The patches that take one waiting change into the article (a draft, or a published article without one) and take it off the list.
 * In a block only the words that met are replaced; the editor's other words stay. An unknown key gives no patches.
 */
export function takeChange(article: StoredDocument, changeKey: string): Mutation[] {
  return settle(article, (change) => (change.key === changeKey ? 'take' : 'wait'))
}

/** The patches that leave one waiting change: the article stays as it is and the change will not come again. */
export function leaveChange(article: StoredDocument, changeKey: string): Mutation[] {
  return settle(article, (change) => (change.key === changeKey ? 'leave' : 'wait'))
}

/** As `takeChange`, for all that waits. */
export function takeAll(article: StoredDocument): Mutation[] {
  return settle(article, () => 'take')
}

/** As `leaveChange`, for all that waits. */
export function leaveAll(article: StoredDocument): Mutation[] {
  return settle(article, () => 'leave')
}

/** An article while changes are taken into it. */
interface Draft {
  fields: Record<string, unknown>
  body: BodyElement[]
  origins: (string | null)[]
  /** The wire's order in keys here; empty when the update does not say. */
  order: string[]
  /** Blocks that go by another key since a change of theirs was taken: old to new. */
  renamed: Map<string, string>
}

function settle(
  article: StoredDocument,
  decide: (change: ReadChange) => 'take' | 'leave' | 'wait',
): Mutation[] {
  const waiting = article.waitingUpdate as WaitingUpdate | undefined
  if (!waiting) return []
  const {_id, _type, _rev, _createdAt, _updatedAt, body: stored, waitingUpdate: _, ...fields} = article
  const body = Array.isArray(stored) ? (stored as BodyElement[]) : []
  const draft: Draft = {
    fields: {...fields},
    body: [...body],
    origins: body.map((element) => element._key),
    order: [...(waiting.order ?? [])],
    renamed: new Map(),
  }
  const left = waiting.changes.filter((change) => {
    const read = readChange(change)
    const decision = decide(read)
    if (decision === 'take') take(draft, read)
    return decision === 'wait'
  })
  if (left.length === waiting.changes.length) return []
  if (left.length > 0) {
    const changes = left.map((change) => renameHere(change, draft.renamed))
    draft.fields.waitingUpdate = {...waiting, changes, ...(waiting.order ? {order: draft.order} : {})}
  }
  return patchArticle(article, draft)
}

function take(draft: Draft, change: ReadChange): void {
  if (change.kind === 'status')
    draft.fields.wire = {
      ...(draft.fields.wire as Record<string, unknown> | undefined),
      pubStatus: change.theirs,
    }
  else if (change.field !== null) {
    if (change.theirs === undefined) delete draft.fields[change.field]
    else draft.fields[change.field] = change.theirs
  } else takeInBody(draft, {...change, here: draft.renamed.get(change.here ?? '') ?? change.here})
}

function takeInBody(draft: Draft, change: ReadChange): void {
  const base = (change.base as BodyElement[])[0]
  const theirs = (change.theirs as BodyElement[])[0]
  const at = findBlock(draft.body, change, base)
  if (change.kind === 'removed') {
    if (at !== -1) remove(draft, at)
  } else if (change.kind === 'moved') {
    if (at === -1) return
    const [element, origin] = [draft.body[at] as BodyElement, draft.origins[at] ?? null]
    remove(draft, at)
    put(draft, findPlace(draft, element._key, change), element, origin)
  } else if (theirs && base && change.kind === 'block' && at !== -1) {
    replace(draft, at, mergeBlock(base, draft.body[at] as BodyElement, theirs, 'theirs').element)
  } else if (theirs && !draft.body.some((element) => contentOf(element) === contentOf(theirs))) {
    put(draft, findPlace(draft, theirs._key, change), theirs, null)
  }
}

/** The block a change is about: by its key here, else the one that has the base's words. */
function findBlock(body: BodyElement[], change: ReadChange, base: BodyElement | undefined): number {
  if (change.kind === 'deletedHere') return -1
  const byKey = body.findIndex((element) => element._key === change.here)
  if (byKey !== -1 || !base) return byKey
  return matchElements([base], body).get(0) ?? -1
}

/**
 * Where a block of the wire's belongs: behind the nearest block before it in the wire's order that is here. What stands between them
 * there may never come, or come later, by another change: either way the blocks end in the wire's order.
 */
function findPlace(draft: Draft, key: string, change: ReadChange): number {
  const index = draft.order.indexOf(key)
  if (index === -1) return placeAfter(draft.body, change.after)
  const places = new Map(draft.body.map((element, place) => [element._key, place]))
  for (let before = index - 1; before >= 0; before -= 1) {
    const place = places.get(draft.order[before] as string)
    if (place !== undefined) return place + 1
  }
  return 0
}

function placeAfter(body: BodyElement[], key: string | null): number {
  return key === null ? 0 : body.findIndex((element) => element._key === key) + 1 || body.length
}

function remove(draft: Draft, at: number): void {
  draft.body.splice(at, 1)
  draft.origins.splice(at, 1)
}

function put(draft: Draft, at: number, element: BodyElement, origin: string | null): void {
  const _key = freeKey(element._key, draft.body)
  draft.body.splice(at, 0, {...element, _key})
  draft.origins.splice(at, 0, origin)
  const index = draft.order.indexOf(element._key)
  if (index !== -1) draft.order[index] = _key
}

function replace(draft: Draft, at: number, element: BodyElement): void {
  const before = draft.body[at] as BodyElement
  const _key = freeKey(
    element._key,
    draft.body.filter((other) => other !== before),
  )
  draft.body[at] = {...element, _key}
  if (before._key === _key) return
  const index = draft.order.indexOf(before._key)
  if (index !== -1) draft.order[index] = _key
  draft.renamed.set(before._key, _key)
}

/** The key, or one made from it that no other block has. */
function freeKey(key: string, others: BodyElement[]): string {
  const taken = new Set(others.map((other) => other._key))
  let free = key
  while (taken.has(free)) free = `${free}x`
  return free
}

/** A change that still waits, pointed at the block by the key it has now. */
function renameHere(change: WaitingChange, renamed: Map<string, string>): WaitingChange {
  const here = isOfField(change) ? undefined : renamed.get(readChange(change).here ?? '')
  return here === undefined ? change : {...change, path: `body[_key=="${here}"]`}
}
