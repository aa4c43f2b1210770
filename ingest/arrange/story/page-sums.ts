import {endMarks, isCommentMark} from '../furniture/furniture-words.ts'
import type {FurnitureReason} from '../furniture/furniture-reasons.ts'
import type {PageView} from '../page-view.ts'

/** From the furniture that a story has inside it to what comes after one. */
const reasonOrder: readonly FurnitureReason[] = [
  'media-player',
  'advertisement',
  'read-more',
  'timestamp',
  'reading-time',
  'social-share',
  'separator',
  'counter',
  'weather-strip',
  'form-residue',
  'subscription-offer',
  'navigation',
  'log-in',
  'cookie-notice',
  'tags',
  'author-note',
  'contact',
  'related-links',
  'comments',
  'copyright',
]
const rankOf: ReadonlyMap<FurnitureReason, number> = new Map(
  reasonOrder.map((reason, rank) => [reason, rank]),
)

/** Sums over the lines before each line (one entry more than lines): what stands between two lines is a difference. */
export interface PageSums {
  /** Characters of prose, at most 600 a line. */
  prose: Float64Array
  furniture: Float64Array
  /** Dates, bylines and times. */
  dated: Float64Array
  /** Lines that could be headlines. */
  titled: Float64Array
  /** Lines with words run together. */
  glued: Float64Array
  /** Lines of readers' threads. */
  talk: Float64Array
  /** Headings after which nothing of a story comes. */
  ends: Float64Array
  /** For each line: the rank of the last furniture above it. */
  lastReason: Int32Array
  /** For each line: the last such heading above it, -1 for none, and the next one below it, far off for none. */
  lastEnd: Int32Array
  nextEnd: Int32Array
}

/** Adds a page up. Linear in its length. */
export function toPageSums(view: PageView, boxed: ReadonlySet<number>): PageSums {
  const {shapes, copies, lines} = view
  const count = shapes.length
  const sums = (): Float64Array => new Float64Array(count + 1)
  const prose = sums()
  const furniture = sums()
  const dated = sums()
  const titled = sums()
  const glued = sums()
  const talk = sums()
  const ends = sums()
  const lastReason = new Int32Array(count)
  const lastEnd = new Int32Array(count)
  const nextEnd = new Int32Array(count)
  let rank = 0
  let last = -1
  for (let at = 0; at < count; at++) {
    const shape = shapes[at]!
    const reason = shape.furniture
    prose[at + 1] = prose[at]! + (shape.prose >= 0.5 && copies[at] === 1 ? Math.min(600, shape.length) : 0)
    furniture[at + 1] = furniture[at]! + (reason === null && !boxed.has(at) ? 0 : 1)
    dated[at + 1] =
      dated[at]! +
      (shape.isDate || shape.isByline || reason === 'timestamp' || (shape.hasTime && shape.words < 14)
        ? 1
        : 0)
    titled[at + 1] =
      titled[at]! +
      (!shape.endsSentence && shape.words >= 4 && shape.words <= 20 && shape.capitalShare > 0.5 ? 1 : 0)
    glued[at + 1] = glued[at]! + (shape.glued > 0 ? 1 : 0)
    talk[at + 1] = talk[at]! + (shape.length < 160 && isCommentMark(lines[at]!.text) ? 1 : 0)
    lastReason[at] = rank
    lastEnd[at] = last
    if (reason === null) {
      ends[at + 1] = ends[at]!
      continue
    }
    rank = rankOf.get(reason) ?? -1
    const isEnd = endMarks.has(reason)
    ends[at + 1] = ends[at]! + (isEnd ? 1 : 0)
    if (isEnd) last = at
  }
  let next = count + 50
  for (let at = count - 1; at >= 0; at--) {
    nextEnd[at] = next
    const reason = shapes[at]!.furniture
    if (reason !== null && endMarks.has(reason)) next = at
  }
  return {prose, furniture, dated, titled, glued, talk, ends, lastReason, lastEnd, nextEnd}
}

/** What stands from line `from` up to `to`, not included; lines past either end of the page count nothing. */
export function between(sums: Float64Array, from: number, to: number): number {
  const last = sums.length - 1
  return sums[to > last ? last : to]! - sums[from < 0 ? 0 : from]!
}
