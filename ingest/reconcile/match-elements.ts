import {toWords} from '../text/words.ts'
import {contentOf, isTextBlock, textOf} from './block-words.ts'
import type {BodyElement} from './types.ts'

/** How many of their words two blocks must share to be one block that was rewritten (Dice's coefficient). */
const minLikeness = 0.5
/** Pairs looked at between two matched blocks; past it blocks are paired by place only. */
const maxPairs = 20_000

/**
 * Which element of `other` each element of `base` is now (index to index): by `_key`, then by the same content, then, among what is
 * left between two matched neighbours, by words. Elements without a counterpart are absent.
 */
export function matchElements(base: BodyElement[], other: BodyElement[]): Map<number, number> {
  const matched = new Map<number, number>()
  const taken = new Set<number>()
  const pair = (from: number, to: number): void => {
    matched.set(from, to)
    taken.add(to)
  }
  const byKey = new Map(other.map((element, index) => [element._key, index]))
  base.forEach((element, index) => {
    const to = byKey.get(element._key)
    if (to !== undefined && !taken.has(to) && other[to]?._type === element._type) pair(index, to)
  })
  pairByContent(base, other, matched, taken, pair)
  pairByWords(base, other, matched, taken, pair)
  return matched
}

function pairByContent(
  base: BodyElement[],
  other: BodyElement[],
  matched: Map<number, number>,
  taken: Set<number>,
  pair: (from: number, to: number) => void,
): void {
  const free = new Map<string, number[]>()
  other.forEach((element, index) => {
    if (taken.has(index)) return
    const content = contentOf(element)
    free.set(content, [...(free.get(content) ?? []), index])
  })
  if (free.size === 0) return
  base.forEach((element, index) => {
    if (matched.has(index)) return
    const to = free.get(contentOf(element))?.shift()
    if (to !== undefined) pair(index, to)
  })
}

function pairByWords(
  base: BodyElement[],
  other: BodyElement[],
  matched: Map<number, number>,
  taken: Set<number>,
  pair: (from: number, to: number) => void,
): void {
  for (const gap of findGaps(base, other, matched, taken)) pairGap(gap, base, other, pair)
  // Moved and rewritten at once: what is left anywhere.
  const rest = {
    base: base.flatMap((element, index) => (matched.has(index) || !isTextBlock(element) ? [] : [index])),
    other: other.flatMap((element, index) => (taken.has(index) || !isTextBlock(element) ? [] : [index])),
  }
  pairGap(rest, base, other, pair)
}

interface Gap {
  base: number[]
  other: number[]
}

function pairGap(
  gap: Gap,
  base: BodyElement[],
  other: BodyElement[],
  pair: (from: number, to: number) => void,
): void {
  if (gap.base.length * gap.other.length > maxPairs) {
    for (const [place, from] of gap.base.entries()) {
      const to = gap.other[place]
      if (to !== undefined && likeness(wordsOf(base[from]), wordsOf(other[to])) >= minLikeness) pair(from, to)
    }
    return
  }
  const words = new Map(gap.other.map((to) => [to, wordsOf(other[to])]))
  const found = gap.base.flatMap((from) => {
    const own = wordsOf(base[from])
    return gap.other.map((to) => ({
      from,
      to,
      likeness: likeness(own, words.get(to) ?? new Map<string, number>()),
    }))
  })
  const paired = new Set<number>()
  const free = new Set(gap.other)
  for (const one of found
    .filter((each) => each.likeness >= minLikeness)
    .sort((a, b) => b.likeness - a.likeness)) {
    if (paired.has(one.from) || !free.delete(one.to)) continue
    paired.add(one.from)
    pair(one.from, one.to)
  }
}

/** What is unmatched between two neighbours that are matched in the same order. */
function findGaps(
  base: BodyElement[],
  other: BodyElement[],
  matched: Map<number, number>,
  taken: Set<number>,
): Gap[] {
  const gaps: Gap[] = []
  const isFree = (index: number): boolean => !taken.has(index) && isTextBlock(other[index] as BodyElement)
  let waiting: number[] = []
  let otherAt = 0
  const close = (end: number): void => {
    const free: number[] = []
    for (; otherAt < end; otherAt += 1) if (isFree(otherAt)) free.push(otherAt)
    if (waiting.length > 0 && free.length > 0) gaps.push({base: waiting, other: free})
    waiting = []
  }
  for (const [index, element] of base.entries()) {
    const to = matched.get(index)
    if (to === undefined) {
      if (isTextBlock(element)) waiting.push(index)
    } else if (to >= otherAt) {
      close(to)
      otherAt = to + 1
    }
  }
  close(other.length)
  return gaps
}

function wordsOf(element: BodyElement | undefined): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of element ? toWords(textOf(element)) : []) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

function likeness(one: Map<string, number>, other: Map<string, number>): number {
  let shared = 0
  let total = 0
  for (const [word, count] of one) {
    shared += Math.min(count, other.get(word) ?? 0)
    total += count
  }
  for (const count of other.values()) total += count
  return total === 0 ? 0 : (2 * shared) / total
}
