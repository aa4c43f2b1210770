import {findHeadline, type Region} from './headline.ts'
import {toLineShape, type LineShape} from './line-shape.ts'
import type {PageLine} from './page-lines.ts'

/** A page's lines with what can be said of each before anything is decided. All lists run beside `lines`. */
export interface PageView {
  lines: readonly PageLine[]
  shapes: readonly LineShape[]
  /** How often the line's words stand on the page. */
  copies: readonly number[]
  /** Index of the first line with the same words. */
  firstCopy: readonly number[]
  /** The stretch with the most prose. */
  region: Region
  /** Index of the headline. */
  headline: number | null
}

/** Looks a page over. Linear in its length. */
export function toPageView(lines: readonly PageLine[]): PageView {
  const shapes = lines.map((line) => toLineShape(line.text))
  const first = new Map<string, number>()
  const counts = new Map<string, number>()
  const keys = lines.map((line) => copyKey(line.text))
  keys.forEach((key, at) => {
    if (!first.has(key)) first.set(key, at)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  })
  const copies = keys.map((key) => counts.get(key) ?? 1)
  const firstCopy = keys.map((key, at) => first.get(key) ?? at)
  const region = densestProse(lines, shapes, copies)
  return {lines, shapes, copies, firstCopy, region, headline: findHeadline(lines, shapes, region, copies)}
}

function copyKey(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').toLowerCase()
}

/** The run of lines with the largest sum of scores: prose counts for its length, everything else against. */
function densestProse(
  lines: readonly PageLine[],
  shapes: readonly LineShape[],
  copies: readonly number[],
): Region {
  let best = 0
  let region: Region = {from: 0, to: Math.max(0, lines.length - 1)}
  let sum = 0
  let from = 0
  lines.forEach((_, at) => {
    const shape = shapes[at]
    if (shape === undefined) return
    const value = proseValue(shape, copies[at] ?? 1)
    if (sum <= 0) {
      sum = 0
      from = at
    }
    sum += value
    if (sum > best) {
      best = sum
      region = {from, to: at}
    }
  })
  return region
}

function proseValue(shape: LineShape, copies: number): number {
  if (copies > 1 && shape.length < 400) return -0.3
  if (shape.furniture !== null)
    return shape.furniture === 'copyright' || shape.furniture === 'related-links' ? -3 : -1
  if (shape.prose >= 0.55) return Math.min(4, shape.length / 100)
  if (shape.prose >= 0.35) return 0.4
  return shape.length > 60 ? -0.4 : -0.55
}
