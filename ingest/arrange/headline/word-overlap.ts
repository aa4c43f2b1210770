import type {Looked} from './headline-score.ts'
import type {Region} from './prose-runs.ts'

/** Word beginnings of the candidates, with the indexes of the lines of prose that have them. */
export type WordIndex = ReadonlyMap<string, number[]>

export function toWordIndex({shapes}: Looked, candidates: readonly {at: number}[]): WordIndex {
  const index = new Map<string, number[]>()
  const beginnings = new Uint8Array(1024)
  for (const {at} of candidates) {
    for (const word of shapes[at]!.content) {
      index.set(word.slice(0, 6), [])
      beginnings[beginningOf(word)] = 1
    }
  }
  shapes.forEach(({content, prose}, at) => {
    if (prose < 0.35) return
    const count = Math.min(80, content.length)
    for (let order = 0; order < count; order++) {
      const word = content[order]!
      if (beginnings[beginningOf(word)] === 0) continue
      const list = index.get(word.slice(0, 6))
      if (list !== undefined && list.at(-1) !== at) list.push(at)
    }
  })
  return index
}

/** A number for the first three letters: says cheaply that a word begins like none that is looked for. */
function beginningOf(word: string): number {
  return (word.charCodeAt(0) * 181 + word.charCodeAt(1) * 31 + word.charCodeAt(2)) & 1023
}

/** Share of the line's content words that the run's first lines use. */
export function toOverlap({shapes}: Looked, index: WordIndex, at: number, run: Region): number {
  const wanted = shapes[at]?.content ?? []
  if (wanted.length === 0) return 0
  const to = Math.min(run.to, run.from + 30)
  const shared = wanted.filter((word) => {
    const lines = index.get(word.slice(0, 6))
    return lines !== undefined && hasBetween(lines, run.from, to)
  }).length
  return (shared / wanted.length) * Math.min(1, wanted.length / 3)
}

function hasBetween(sorted: readonly number[], from: number, to: number): boolean {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as number) < from) low = middle + 1
    else high = middle
  }
  return (sorted[low] ?? Infinity) <= to
}
