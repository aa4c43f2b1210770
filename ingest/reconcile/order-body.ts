import type {BodyElement} from './types.ts'

/** A member of a merged body, and the key it has here now; null for a new one. */
export interface Item {
  element: BodyElement
  origin: string | null
}

/**
 * The wire's order, for a body in which the editor moved nothing: what only stands here (typed here, or taken out by the wire and kept)
 * follows the block it follows here. `placed` says where each of the wire's `count` elements is.
 */
export function inTheirOrder(items: Item[], count: number, placed: Map<number, Item>): Item[] {
  const linked = new Set(placed.values())
  const first: Item[] = []
  const behind = new Map<Item, Item[]>()
  let anchor: Item | null = null
  for (const item of items) {
    if (linked.has(item)) anchor = item
    else if (anchor === null) first.push(item)
    else append(behind, anchor, item)
  }
  const result = first
  for (let t = 0; t < count; t += 1) {
    const item = placed.get(t)
    if (item) result.push(item, ...(behind.get(item) ?? []))
  }
  return result
}

/** The editor's order, with what the wire added behind the block it follows in the wire's version. */
export function inOurOrder(items: Item[], count: number, placed: Map<number, Item>): Item[] {
  const here = new Set(items)
  const first: Item[] = []
  const behind = new Map<Item, Item[]>()
  let anchor: Item | null = null
  for (let t = 0; t < count; t += 1) {
    const item = placed.get(t)
    if (!item) continue
    if (here.has(item)) anchor = item
    else if (anchor === null) first.push(item)
    else append(behind, anchor, item)
  }
  return [...first, ...items.flatMap((item) => [item, ...(behind.get(item) ?? [])])]
}

function append(lists: Map<Item, Item[]>, key: Item, item: Item): void {
  const list = lists.get(key)
  if (list) list.push(item)
  else lists.set(key, [item])
}

/** Only what both sides still have can tell which of them moved it. */
export function withBoth(one: Map<number, number>, other: Map<number, number>): Map<number, number> {
  return new Map([...one].filter(([index]) => other.has(index)))
}

/** Elements the other version has in another order than the base: all that are not in the longest run that kept it. */
export function findMoved(base: BodyElement[], toOther: Map<number, number>): number[] {
  const order = base.flatMap((_, index) => toOther.get(index) ?? [])
  const kept = new Set(longestIncreasing(order))
  return order.filter((index) => !kept.has(index)).sort((one, two) => one - two)
}

/** Patience sorting: the longest increasing subsequence, in n log n. */
function longestIncreasing(values: number[]): number[] {
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
  const run: number[] = []
  for (let value = tails.at(-1); value !== undefined; value = before.get(value)) run.push(value)
  return run.reverse()
}
