import {readChange} from './waiting-change.ts'
import type {BodyElement, StoredDocument, WaitingUpdate} from './types.ts'

/**
 * The version that the article stands on: what its last copy makes, with everything that still waits put back as it was before.
 * Merging with it makes a new version fold into an unsettled one as if the unsettled one had never come.
 */
export function toSettledBase(made: StoredDocument, waiting: WaitingUpdate | undefined): StoredDocument {
  if (!waiting || waiting.changes.length === 0) return made
  const base: StoredDocument = {...made}
  const body = (made.body as BodyElement[] | undefined) ?? []
  const places = new Map(body.map((element, index) => [element._key, index]))
  const slots: BodyElement[][] = [[], ...body.map((element) => [element])]
  for (const change of waiting.changes) {
    const read = readChange(change)
    if (read.kind === 'status' || read.kind === 'moved') continue
    if (read.field !== null) {
      if (read.base === undefined) delete base[read.field]
      else base[read.field] = read.base
      continue
    }
    const first = (read.theirs as BodyElement[])[0]
    const before = read.base as BodyElement[]
    if (first) {
      const place = places.get(first._key)
      if (place !== undefined) slots[place + 1]?.splice(0, 1, ...before)
    } else slots[read.after === null ? 0 : (places.get(read.after) ?? -1) + 1]?.push(...before)
  }
  return {...base, body: slots.flat()}
}
