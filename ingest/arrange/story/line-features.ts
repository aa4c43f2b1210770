import {isRepeatedClose} from '../caption-lines.ts'
import type {FurnitureReason} from '../furniture/furniture-reasons.ts'
import type {LineShape} from '../lines/line-shape.ts'
import {between, toPageSums, type PageSums} from './page-sums.ts'
import type {PageView} from '../page-view.ts'

const reasonGroups: readonly (readonly FurnitureReason[])[] = [
  ['social-share', 'log-in'],
  ['related-links', 'read-more'],
  ['comments'],
  ['copyright', 'cookie-notice', 'contact'],
  ['advertisement', 'subscription-offer'],
  ['timestamp', 'reading-time'],
  ['tags'],
  ['media-player', 'form-residue'],
  ['navigation', 'counter', 'separator', 'weather-strip'],
  ['author-note'],
]
const groupOf: ReadonlyMap<FurnitureReason, number> = new Map(
  reasonGroups.flatMap((group, index) => group.map((reason) => [reason, index] as const)),
)

const shapeWidth = 34
const neighbours = [-3, -2, -1, 1, 2, 3]
const windows = [3, 8, 20]

/** How many numbers a line is told by. */
export const lineFeatureCount =
  shapeWidth + reasonGroups.length + 5 * neighbours.length + 4 * windows.length + 38

/**
 * What the learned scorer sees of each line: its shape, its neighbours' shapes, the prose around it, where it stands to the
 * headline, to the densest prose and to headings such as "Related", how its spacing fits the story's, and how its words fit
 * the story's. Numbers only, the same count for every line. Linear in the page's length.
 */
export function toLineFeatures(view: PageView, boxed: ReadonlySet<number>): Float32Array[] {
  const count = view.lines.length
  const sums = toPageSums(view, boxed)
  const story = toStoryProfile(view)
  const logLengths = Float64Array.from(view.shapes, ({length}) => Math.log1p(length))
  const all = new Float32Array(count * lineFeatureCount)
  const rows: Float32Array[] = []
  for (let at = 0; at < count; at++) {
    const row = all.subarray(at * lineFeatureCount, (at + 1) * lineFeatureCount)
    let next = writeShape(row, view.shapes[at]!, logLengths[at]!)
    next = writeNeighbours(row, next, view, at, logLengths)
    next = writeSurroundings(row, next, view, at, sums)
    next = writePosition(row, next, view, at, sums)
    writeStory(row, next, view, at, story, boxed)
    rows.push(row)
  }
  return rows
}

function writeShape(row: Float32Array, shape: LineShape, logLength: number): number {
  row[0] = logLength
  row[1] = shape.words
  row[2] = shape.functionShare
  row[3] = shape.capitalShare
  row[4] = shape.digitShare
  row[5] = +shape.allCapitals
  row[6] = +shape.endsSentence
  row[7] = +shape.endsColon
  row[8] = +shape.endsCut
  row[9] = shape.innerStops
  row[10] = shape.commas
  row[11] = shape.separators
  row[12] = shape.glued
  row[13] = +shape.startsQuote
  row[14] = +shape.startsLower
  row[15] = +shape.startsList
  row[16] = +shape.hasQuote
  row[17] = +shape.hasUrl
  row[18] = +shape.hasAt
  row[19] = +shape.isQuestion
  row[20] = shape.address
  row[21] = +shape.firstPerson
  row[22] = +shape.hasDate
  row[23] = +shape.hasTime
  row[24] = +shape.isDate
  row[25] = +shape.isByline
  row[26] = +shape.isName
  row[27] = +shape.hasCredit
  row[28] = +shape.isCredit
  row[29] = +shape.hasCaptionLabel
  row[30] = +shape.hasCaptionWords
  row[31] = +shape.isTweetSign
  row[32] = +shape.startsLabel
  row[33] = shape.prose
  const group = shape.furniture === null ? undefined : groupOf.get(shape.furniture)
  if (group !== undefined) row[shapeWidth + group] = 1
  return shapeWidth + reasonGroups.length
}

function writeNeighbours(
  row: Float32Array,
  from: number,
  {shapes}: PageView,
  at: number,
  logLengths: Float64Array,
): number {
  let next = from
  for (const step of neighbours) {
    const shape = shapes[at + step]
    if (shape === undefined) row[next + 4] = 1
    else {
      row[next] = logLengths[at + step]!
      row[next + 1] = shape.prose
      row[next + 2] = +shape.endsSentence
      row[next + 3] = shape.furniture === null ? 0 : 1
    }
    next += 5
  }
  return next
}

function writeSurroundings(
  row: Float32Array,
  from: number,
  view: PageView,
  at: number,
  sums: PageSums,
): number {
  let next = from
  for (const width of windows) {
    row[next++] = between(sums.prose, at - width, at)
    row[next++] = between(sums.prose, at + 1, at + 1 + width)
    row[next++] = between(sums.furniture, at - width, at)
    row[next++] = between(sums.furniture, at + 1, at + 1 + width)
  }
  row[next++] = between(sums.dated, at - 4, at)
  row[next++] = between(sums.dated, at + 1, at + 5)
  row[next++] = between(sums.titled, at - 6, at)
  row[next++] = between(sums.titled, at + 1, at + 7)
  row[next++] = between(sums.glued, at - 3, at + 4)
  row[next++] = between(sums.talk, at - 8, at + 9)
  row[next++] = sums.talk[at]!
  row[next++] = view.inThread[at]!
  row[next++] = sums.lastReason[at]!
  return next
}

function writePosition(row: Float32Array, from: number, view: PageView, at: number, sums: PageSums): number {
  const count = view.lines.length
  const {region} = view
  const headline = view.headline ?? region.from
  const start = Math.min(headline, region.from)
  const total = sums.prose[count]!
  const sinceEnd = sums.lastEnd[at]!
  let next = from
  row[next++] = view.headline === null ? 0 : 1
  row[next++] = at === view.headline ? 1 : 0
  row[next++] = clip(at - headline, -60, 300)
  row[next++] = clip(at - region.from, -60, 300)
  row[next++] = clip(region.to - at, -60, 300)
  row[next++] = at >= region.from && at <= region.to ? 1 : 0
  row[next++] = at / Math.max(1, count)
  row[next++] = Math.log1p(count)
  row[next++] = sums.prose[at]! / Math.max(1, total)
  row[next++] = (total - sums.prose[at + 1]!) / Math.max(1, total)
  row[next++] = Math.log1p(at > headline ? between(sums.prose, headline, at) : 0)
  row[next++] = Math.log1p(total)
  row[next++] = clip(at - sinceEnd, 0, 80)
  row[next++] = clip(sums.nextEnd[at]! - at, 0, 80)
  row[next++] = sinceEnd < start ? 0 : clip(sums.ends[at]! - sums.ends[Math.max(0, start)]!, 0, 12)
  row[next++] = sinceEnd < 0 ? -1 : Math.log1p(between(sums.prose, sinceEnd, at))
  row[next++] =
    between(sums.prose, region.from, at) / Math.max(1, between(sums.prose, region.from, region.to + 1))
  return next
}

function clip(value: number, low: number, high: number): number {
  return value < low ? low : value > high ? high : value
}

function writeStory(
  row: Float32Array,
  from: number,
  view: PageView,
  at: number,
  story: StoryProfile,
  boxed: ReadonlySet<number>,
): void {
  const shape = view.shapes[at]!
  const above = view.lines[at]!.blanksBefore
  const below = view.lines[at + 1]?.blanksBefore ?? 9
  let next = from
  row[next++] = Math.min(9, above)
  row[next++] = Math.min(9, below)
  row[next++] = above === story.blanks ? 1 : 0
  row[next++] = below === story.blanks ? 1 : 0
  row[next++] = Math.min(5, view.copies[at]!)
  row[next++] = isRepeatedClose(view, at) ? 1 : 0
  row[next++] = view.firstCopy[at]! < at ? 1 : 0
  row[next++] = boxed.has(at) ? 1 : 0
  row[next++] = story.medianLength === 0 ? 0 : Math.min(4, shape.length / story.medianLength)
  const own = at >= view.region.from && at <= view.region.to && shape.prose >= 0.5 ? 1 : 0
  writeTopic(row, next, shape.content, story, own)
}

interface StoryProfile {
  /** Blank lines before the story's paragraphs, most often. */
  blanks: number
  medianLength: number
  /** Content words of the prose, with how many of its lines have them. */
  words: ReadonlyMap<string, {lines: number; last: number}>
  headline: ReadonlySet<string>
}

function toStoryProfile(view: PageView): StoryProfile {
  const blanks: number[] = []
  const lengths: number[] = []
  const words = new Map<string, {lines: number; last: number}>()
  for (let at = view.region.from; at <= view.region.to; at += 1) {
    const shape = view.shapes[at]
    const line = view.lines[at]
    if (shape === undefined || line === undefined || shape.prose < 0.5) continue
    blanks.push(Math.min(9, line.blanksBefore))
    lengths.push(shape.length)
    for (const word of shape.content) {
      const known = words.get(word)
      if (known === undefined) words.set(word, {lines: 1, last: at})
      else if (known.last !== at) {
        known.lines++
        known.last = at
      }
    }
  }
  lengths.sort((a, b) => a - b)
  const headline = view.headline === null ? [] : (view.shapes[view.headline]?.content ?? [])
  return {
    blanks: mode(blanks),
    medianLength: lengths[lengths.length >> 1] ?? 0,
    words,
    headline: new Set(headline),
  }
}

function mode(values: readonly number[]): number {
  const counts = Array.from({length: 10}, () => 0)
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  return counts.indexOf(Math.max(...counts))
}

/** How much of the line is about what the story is about, and how much the headline's words are in it. */
function writeTopic(
  row: Float32Array,
  from: number,
  words: readonly string[],
  story: StoryProfile,
  own: number,
): void {
  if (words.length === 0) return
  let shared = 0
  let twice = 0
  let titled = 0
  for (const word of words) {
    const count = (story.words.get(word)?.lines ?? 0) - own
    if (count > 0) shared += 1
    if (count > 1) twice += 1
    if (story.headline.has(word)) titled += 1
  }
  row[from] = shared / words.length
  row[from + 1] = twice / words.length
  row[from + 2] = titled / Math.max(1, Math.min(words.length, story.headline.size))
}
