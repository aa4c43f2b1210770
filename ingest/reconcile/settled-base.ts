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
  const moved: {place: number; after: number}[] = []
  for (const change of waiting.changes) {
    const read = readChange(change)
    if (read.kind === 'status') continue
    if (read.field !== null) {
      if (read.base === undefined) delete base[read.field]
      else base[read.field] = read.base
      continue
    }
    const first = (read.theirs as BodyElement[])[0]
    const before = read.base as BodyElement[]
    const after = read.baseAfter === null ? 0 : (places.get(read.baseAfter) ?? -1) + 1
    const place = (places.get(first?._key ?? '') ?? -1) + 1
    if (!first) slots[after]?.push(...before)
    else if (place === 0) continue
    else if (read.kind === 'moved') moved.push({place, after})
    else slots[place]?.splice(0, 1, ...before)
  }
  return {...base, body: putBack(slots.length, moved).flatMap((place) => slots[place] ?? [])}
}

/** The places 0 to `count` - 1 with each moved one behind the place it stood behind; of two behind the same, as they were told. */
function putBack(count: number, moved: {place: number; after: number}[]): number[] {
  const waits = new Set(moved.map(({place}) => place))
  const behind = new Map<number, number[]>()
  for (const {place, after} of moved) behind.set(after, [...(behind.get(after) ?? []), place])
  const result = new Set<number>()
  const put = (place: number): void => {
    result.add(place)
    for (const next of behind.get(place) ?? []) if (waits.delete(next)) put(next)
  }
  for (let place = 0; place < count; place += 1) if (!waits.has(place) && !result.has(place)) put(place)
  return [...result, ...waits]
}
