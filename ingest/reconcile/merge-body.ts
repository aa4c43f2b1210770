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
  /** The key, in the wire's body, of the element before `theirs`; null at the beginning, and for a block the wire took out. */
  after: string | null
  /** The key, in the wire's body, of the element that `base` stood behind; null at the beginning. */
  baseAfter: string | null
  inQuotation: boolean
}

/** A conflict while the body is being put together: the item it is about, or the one before it. */
type OpenConflict = Omit<BodyConflict, 'here'> & {item: Item | null}

/** A body after both sides' changes. */
interface MergedBody {
  body: BodyElement[]
  /** For each member of `body` the key it has here now; null for a new one. */
  origins: (string | null)[]
  conflicts: BodyConflict[]
  /** Of each block of the wire's, in its order, the key it has here or would have. */
  order: string[]
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
  const conflicts: OpenConflict[] = []
  let quotationChanged = false
  const items: Item[] = []
  /** Where each element of the wire's body stands in the result. */
  const placed = new Map<number, Item>()
  const newHere = new Map<string, Item>()
  /** Blocks of the wire's that the editor had typed already. */
  const typedHere = new Map<number, Item>()
  const previousOf = (index: number): string | null => theirs[index - 1]?._key ?? null

  for (const [index, element] of ours.entries()) {
    const b = fromOurs.get(index)
    const item: Item = {element, origin: element._key}
    if (b === undefined) {
      newHere.set(contentOf(element), item)
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
        item,
        ours: element,
        base: [before],
        theirs: [],
        after: null,
        baseAfter: keysBefore[b] ?? null,
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
        item,
        ours: element,
        base: [merged.unsettled],
        theirs: [now],
        after: previousOf(t),
        baseAfter: keysBefore[b] ?? null,
        inQuotation: merged.inQuotation,
      })
    }
    items.push(item)
    placed.set(t, item)
  }

  for (const [t, element] of theirs.entries()) {
    if (fromTheirs.has(t) || placed.has(t)) continue
    const content = contentOf(element)
    const typed = newHere.get(content)
    // What the editor typed already is not added again.
    if (typed && newHere.delete(content)) typedHere.set(t, typed)
    else placed.set(t, {element, origin: null})
  }

  for (const [t, now] of theirs.entries()) {
    const b = fromTheirs.get(t)
    if (b === undefined || toOurs.has(b)) continue
    const before = base[b] as BodyElement
    if (contentOf(before) === contentOf(now)) continue
    conflicts.push({
      kind: 'deletedHere',
      item: findItemBefore(t, placed),
      ours: null,
      base: [before],
      theirs: [now],
      after: previousOf(t),
      baseAfter: keysBefore[b] ?? null,
      inQuotation: mergeBlock(before, before, now).inQuotation,
    })
  }
  const keptByWire = withBoth(toTheirs, toOurs)
  const movedByWire = findMoved(base, keptByWire)
  const movedHere = findMoved(base, withBoth(toOurs, toTheirs))
  const result =
    movedHere.length === 0
      ? inTheirOrder(items, theirs.length, placed)
      : inOurOrder(items, theirs.length, placed)
  const keysKeptBefore = findKeysBefore(base, keptByWire, theirs)
  for (const t of movedHere.length > 0 ? movedByWire : []) {
    const item = placed.get(t)
    const element = theirs[t] as BodyElement
    if (!item) continue
    conflicts.push({
      kind: 'moved',
      item,
      ours: item.element,
      base: [element],
      theirs: [element],
      after: previousOf(t),
      baseAfter: keysKeptBefore[fromTheirs.get(t) ?? -1] ?? null,
      inQuotation: false,
    })
  }
  makeKeysUnique(result)
  return {
    body: result.map((item) => item.element),
    origins: result.map((item) => item.origin),
    conflicts: conflicts.map(({item, ...conflict}) => ({...conflict, here: item?.element._key ?? null})),
    order: theirs.map((element, t) => (placed.get(t) ?? typedHere.get(t))?.element._key ?? element._key),
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

/** For each element of the base, the wire's element that stands before it: of the nearest earlier one that is kept; null at the beginning. */
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

/** The nearest item before the wire's element `t`. */
function findItemBefore(t: number, placed: Map<number, Item>): Item | null {
  for (let index = t - 1; index >= 0; index -= 1) {
    const item = placed.get(index)
    if (item) return item
  }
  return null
}
