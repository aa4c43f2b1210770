import {contentOf} from './block-words.ts'
import {matchElements} from './match-elements.ts'
import {mergeBlock} from './merge-block.ts'
import {patchArticle} from './patch-article.ts'
import type {BodyElement, Mutation, StoredDocument, WaitingUpdate} from './types.ts'
import {readChange, type ReadChange} from './waiting-change.ts'

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

interface Draft {
  fields: Record<string, unknown>
  body: BodyElement[]
  origins: (string | null)[]
}

function settle(
  article: StoredDocument,
  decide: (change: ReadChange) => 'take' | 'leave' | 'wait',
): Mutation[] {
  const waiting = article.waitingUpdate as WaitingUpdate | undefined
  if (!waiting) return []
  const {_id, _type, _rev, _createdAt, _updatedAt, body: stored, waitingUpdate: _, ...fields} = article
  const body = Array.isArray(stored) ? (stored as BodyElement[]) : []
  const draft: Draft = {fields: {...fields}, body: [...body], origins: body.map((element) => element._key)}
  const left = waiting.changes.filter((change) => {
    const read = readChange(change)
    const decision = decide(read)
    if (decision === 'take') take(draft, read)
    return decision === 'wait'
  })
  if (left.length === waiting.changes.length) return []
  if (left.length > 0) draft.fields.waitingUpdate = {...waiting, changes: left}
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
  } else takeInBody(draft, change)
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
    put(draft, placeAfter(draft.body, change.after), element, origin)
  } else if (theirs && base && change.kind === 'block' && at !== -1) {
    draft.body[at] = mergeBlock(base, draft.body[at] as BodyElement, theirs, 'theirs').element
  } else if (theirs && !draft.body.some((element) => contentOf(element) === contentOf(theirs))) {
    const here = draft.body.findIndex((element) => element._key === change.here)
    put(
      draft,
      change.kind === 'deletedHere' && here !== -1 ? here + 1 : placeAfter(draft.body, change.after),
      theirs,
      null,
    )
  }
}

/** The block a change is about: by its key here, else the one that has the base's words. */
function findBlock(body: BodyElement[], change: ReadChange, base: BodyElement | undefined): number {
  if (change.kind === 'deletedHere') return -1
  const byKey = body.findIndex((element) => element._key === change.here)
  if (byKey !== -1 || !base) return byKey
  return matchElements([base], body).get(0) ?? -1
}

function placeAfter(body: BodyElement[], key: string | null): number {
  return key === null ? 0 : body.findIndex((element) => element._key === key) + 1 || body.length
}

function remove(draft: Draft, at: number): void {
  draft.body.splice(at, 1)
  draft.origins.splice(at, 1)
}

function put(draft: Draft, at: number, element: BodyElement, origin: string | null): void {
  const taken = new Set(draft.body.map((other) => other._key))
  let key = element._key
  while (taken.has(key)) key = `${key}x`
  draft.body.splice(at, 0, {...element, _key: key})
  draft.origins.splice(at, 0, origin)
}
