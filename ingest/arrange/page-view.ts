import {isCommentMark} from './furniture/furniture-words.ts'
import {findAnchor} from './headline/headline.ts'
import {type Region} from './headline/prose-runs.ts'
import {findEntryTimes} from './story/live-entries.ts'
import {toLineShape, type LineShape} from './lines/line-shape.ts'
import type {PageLine} from './lines/page-lines.ts'

/** A page's lines with what can be said of each before anything is decided. All lists run beside `lines`. */
export interface PageView {
  lines: readonly PageLine[]
  shapes: readonly LineShape[]
  /** How often the line's words stand on the page. */
  copies: readonly number[]
  /** Index of the first line with the same words. */
  firstCopy: readonly number[]
  /** 1 for the lines of a thread of readers' comments. */
  inThread: Uint8Array
  /** Of a live report: the indexes of the times over its entries. */
  entries: readonly number[]
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
  const inThread = findThreads(lines, shapes)
  const entries = findEntryTimes(lines, shapes, inThread)
  const values = toProseValues(shapes, copies, inThread)
  const anchor = findAnchor({lines, shapes, copies, firstCopy}, values, entries[0])
  return {lines, shapes, copies, firstCopy, inThread, entries, ...anchor}
}

function copyKey(text: string): string {
  return text.length > 1_000 ? text : text.toLowerCase().replaceAll('\u00A0', ' ')
}

/** What each line adds to a story: prose counts for its length, everything else against. */
function toProseValues(
  shapes: readonly LineShape[],
  copies: readonly number[],
  inThread: Uint8Array,
): Float64Array {
  let row = 0
  return Float64Array.from(shapes, (shape, at) => {
    if (inThread[at] === 1) return -0.4
    if (shape.isQuantity) return 0.1
    const value = proseValue(shape, copies[at] ?? 1)
    row = value < 0 && value > -0.6 ? row + 1 : 0
    // A list inside a story is many short lines: each more counts less.
    return row > 4 ? value * 0.4 : value
  })
}

/**
 * Marks the lines of threads of readers' comments: from a mark that only such threads have (`name says:`, `Reply`) to the last
 * one, as long as two stand within 14 lines of each other.
 */
function findThreads(lines: readonly PageLine[], shapes: readonly LineShape[]): Uint8Array {
  const inThread = new Uint8Array(lines.length)
  const marks: number[] = []
  lines.forEach((line, at) => {
    if ((shapes[at]?.length ?? 999) < 160 && isCommentMark(line.text)) marks.push(at)
  })
  let from = 0
  for (let mark = 0; mark < marks.length; mark += 1) {
    const here = marks[mark] ?? 0
    const next = marks[mark + 1]
    if (next !== undefined && next - here <= 14) continue
    if (mark - from >= 2) inThread.fill(1, marks[from] ?? 0, Math.min(lines.length, here + 4))
    from = mark + 1
  }
  return inThread
}

function proseValue(shape: LineShape, copies: number): number {
  if (copies > 1 && shape.length < 400) return -0.3
  if (shape.furniture !== null)
    return shape.furniture === 'copyright' || shape.furniture === 'related-links' ? -3 : -1
  if (shape.glued > 0 && shape.length < 400)
    return shape.prose >= 0.55 ? Math.min(0.4, shape.length / 1_000) : -0.3
  if (shape.prose >= 0.55) return Math.min(4, shape.length / 100)
  if (shape.prose >= 0.35) return 0.4
  return shape.length > 60 ? -0.4 : -0.55
}
