import {contentOf} from './block-words.ts'
import {matchElements} from './match-elements.ts'
import {mergeBlock} from './merge-block.ts'
import {findMoved, inOurOrder, inTheirOrder, withBoth, type Item} from './order-body.ts'
import type {BodyElement, ChangeKind} from './types.ts'

/** A change of the wire in the body that could not be taken. */
export interface BodyConflict {
  kind: Exclude<ChangeKind, 'field' | 'status'>
  /** The key of the block here; of the one before it for a block that is not here; null at the beginning. */
  here: string | null
  ours: BodyElement | null
  /** How the base must look for the next version: what is in place of `theirs`. */
  base: BodyElement[]
  theirs: BodyElement[]
  /** The key, in the wire's body, of the element before `theirs` (before `base` for a block the wire took out); null at the beginning. */
  after: string | null
  inQuotation: boolean
}

/** A body after both sides' changes. */
interface MergedBody {
  body: BodyElement[]
  /** For each member of `body` the key it has here now; null for a new one. */
  origins: (string | null)[]
  conflicts: BodyConflict[]
  /** A change inside quotation marks was taken. */
  quotationChanged: boolean
}

/**
 * Three versions of a body into one. The order is the editor's; blocks the wire added stand behind the block they follow in its
 * version; blocks it moved are moved unless the editor moved some too; blocks it took out go unless the editor changed them.
 */
export function mergeBody(base: BodyElement[], ours: BodyElement[], theirs: BodyElement[]): MergedBody {
  const toOurs = matchElements(base, ours)
  const toTheirs = matchElements(base, theirs)
  const fromOurs = invert(toOurs)
  const fromTheirs = invert(toTheirs)
  const keysBefore = findKeysBefore(base, toTheirs, theirs)
  const conflicts: BodyConflict[] = []
  let quotationChanged = false
  const items: Item[] = []
  /** Where each element of the wire's body stands in the result. */
  const placed = new Map<number, Item>()
  const newHere = new Set<string>()
  const previousOf = (index: number): string | null => theirs[index - 1]?._key ?? null

  for (const [index, element] of ours.entries()) {
    const b = fromOurs.get(index)
    const item: Item = {element, origin: element._key}
    if (b === undefined) {
      newHere.add(contentOf(element))
      items.push(item)
      continue
    }
    const before = base[b] as BodyElement
    const t = toTheirs.get(b)
    if (t === undefined) {
      if (contentOf(element) === contentOf(before)) continue
      items.push(item)
      conflicts.push({
        kind: 'removed',
        here: element._key,
        ours: element,
        base: [before],
        theirs: [],
        after: keysBefore[b] ?? null,
        inQuotation: false,
      })
      continue
    }
    const now = theirs[t] as BodyElement
    const merged = mergeBlock(before, element, now)
    item.element = merged.element
    if (merged.inQuotation && contentOf(merged.element) !== contentOf(element)) quotationChanged = true
    if (merged.unsettled) {
      conflicts.push({
        kind: 'block',
        here: item.element._key,
        ours: element,
        base: [merged.unsettled],
        theirs: [now],
        after: previousOf(t),
        inQuotation: merged.inQuotation,
      })
    }
    items.push(item)
    placed.set(t, item)
  }

  const deletedHere: {b: number; t: number}[] = []
  for (const [t] of theirs.entries()) {
    const b = fromTheirs.get(t)
    if (b !== undefined && !toOurs.has(b)) deletedHere.push({b, t})
  }
  for (const {b, t} of deletedHere) {
    const before = base[b] as BodyElement
    const now = theirs[t] as BodyElement
    if (contentOf(before) === contentOf(now)) continue
    conflicts.push({
      kind: 'deletedHere',
      here: null,
      ours: null,
      base: [before],
      theirs: [now],
      after: previousOf(t),
      inQuotation: mergeBlock(before, before, now).inQuotation,
    })
  }

  for (const [t, element] of theirs.entries()) {
    if (fromTheirs.has(t) || placed.has(t)) continue
    const content = contentOf(element)
    // What the editor typed already is not added again.
    if (newHere.delete(content)) continue
    placed.set(t, {element, origin: null})
  }
  const movedByWire = findMoved(base, withBoth(toTheirs, toOurs))
  const movedHere = findMoved(base, withBoth(toOurs, toTheirs))
  const result =
    movedHere.length === 0
      ? inTheirOrder(items, theirs.length, placed)
      : inOurOrder(items, theirs.length, placed)
  if (movedHere.length > 0) conflicts.push(...toMoveConflicts(movedByWire, theirs, placed, previousOf))
  for (const conflict of conflicts) {
    if (conflict.kind === 'deletedHere')
      conflict.here = findNeighbour(conflict.theirs[0] as BodyElement, theirs, placed)
  }
  makeKeysUnique(result)
  return {
    body: result.map((item) => item.element),
    origins: result.map((item) => item.origin),
    conflicts,
    quotationChanged,
  }
}

/** A block of the wire's whose key another block here already has (the editor pasted it, say) gets one of its own. */
function makeKeysUnique(items: Item[]): void {
  const taken = new Set(items.flatMap((item) => (item.origin === item.element._key ? [item.origin] : [])))
  for (const item of items) {
    if (item.origin === item.element._key) continue
    let key = item.element._key
    while (taken.has(key)) key = `${key}x`
    if (key !== item.element._key) item.element = {...item.element, _key: key}
    taken.add(key)
  }
}

function invert(map: Map<number, number>): Map<number, number> {
  return new Map([...map].map(([from, to]) => [to, from]))
}

/** For each element of the base, the wire's element that stands before it: of the nearest earlier one that the wire kept; null at the beginning. */
function findKeysBefore(
  base: BodyElement[],
  toTheirs: Map<number, number>,
  theirs: BodyElement[],
): (string | null)[] {
  let key: string | null = null
  return base.map((_, index) => {
    const before = key
    const t = toTheirs.get(index)
    if (t !== undefined) key = theirs[t]?._key ?? null
    return before
  })
}

function toMoveConflicts(
  moved: number[],
  theirs: BodyElement[],
  placed: Map<number, Item>,
  previousOf: (index: number) => string | null,
): BodyConflict[] {
  return moved.flatMap((t) => {
    const item = placed.get(t)
    if (!item) return []
    const element = theirs[t] as BodyElement
    return [
      {
        kind: 'moved' as const,
        here: item.element._key,
        ours: item.element,
        base: [element],
        theirs: [element],
        after: previousOf(t),
        inQuotation: false,
      },
    ]
  })
}

/** The key here of the nearest element before `element` in the wire's body. */
function findNeighbour(
  element: BodyElement,
  theirs: BodyElement[],
  placed: Map<number, Item>,
): string | null {
  for (let index = theirs.indexOf(element) - 1; index >= 0; index -= 1) {
    const item = placed.get(index)
    if (item) return item.element._key
  }
  return null
}
