import {findAnchor} from './headline.ts'
import {toLineFeatures} from './line-features.ts'
import type {PageView} from './page-view.ts'

/** The view as the first scores show it: headline and story are looked for again, each line counting by its words and probability. */
export function lookAgain(view: PageView, scores: ArrayLike<number>): PageView {
  const values = Float64Array.from(view.shapes, (shape, at) => Math.max(-1.5, (Math.min(80, shape.words + 1) / 16) * (2 * toProbability(scores[at] ?? 0) - 1)))
  return {...view, ...findAnchor(view, values)}
}

const neighbours = [-3, -2, -1, 1, 2, 3]
const windows = [5, 15]

/** What the second scorer sees: the first's features on the second view, and the first's scores of the line and around it. */
export function toSecondFeatures(view: PageView, boxed: ReadonlySet<number>, scores: ArrayLike<number>): Float32Array[] {
  const count = view.lines.length
  const likely = new Float64Array(count + 1)
  for (let at = 0; at < count; at += 1) likely[at + 1] = (likely[at] ?? 0) + toProbability(scores[at] ?? 0)
  const mean = (from: number, to: number): number => {
    const low = Math.max(0, from)
    const high = Math.min(count, to)
    return high <= low ? 0 : ((likely[high] ?? 0) - (likely[low] ?? 0)) / (to - from)
  }
  return toLineFeatures(view, boxed).map((row, at) => {
    const more = [scores[at] ?? 0]
    for (const step of neighbours) more.push(scores[at + step] ?? -6)
    for (const width of windows) more.push(mean(at - width, at), mean(at + 1, at + 1 + width))
    const all = new Float32Array(row.length + more.length)
    all.set(row)
    all.set(more, row.length)
    return all
  })
}

function toProbability(score: number): number {
  return 1 / (1 + Math.exp(-score))
}
