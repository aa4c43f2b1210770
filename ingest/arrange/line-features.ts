import {isRepeatedClose} from './caption-lines.ts'
import type {FurnitureReason} from './furniture-reasons.ts'
import {commentMark, endMarks} from './furniture-words.ts'
import type {LineShape} from './line-shape.ts'
import type {PageView} from './page-view.ts'

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

const shapeOf: readonly ((shape: LineShape) => number | boolean)[] = [
  (shape) => Math.log1p(shape.length),
  (shape) => shape.words,
  (shape) => shape.functionShare,
  (shape) => shape.capitalShare,
  (shape) => shape.digitShare,
  (shape) => shape.allCapitals,
  (shape) => shape.endsSentence,
  (shape) => shape.endsColon,
  (shape) => shape.endsCut,
  (shape) => shape.innerStops,
  (shape) => shape.commas,
  (shape) => shape.separators,
  (shape) => shape.glued,
  (shape) => shape.startsQuote,
  (shape) => shape.startsLower,
  (shape) => shape.startsList,
  (shape) => shape.hasQuote,
  (shape) => shape.hasUrl,
  (shape) => shape.hasAt,
  (shape) => shape.isQuestion,
  (shape) => shape.address,
  (shape) => shape.firstPerson,
  (shape) => shape.hasDate,
  (shape) => shape.hasTime,
  (shape) => shape.isDate,
  (shape) => shape.isByline,
  (shape) => shape.isName,
  (shape) => shape.hasCredit,
  (shape) => shape.isCredit,
  (shape) => shape.hasCaptionLabel,
  (shape) => shape.hasCaptionWords,
  (shape) => shape.isTweetSign,
  (shape) => shape.startsLabel,
  (shape) => shape.prose,
  ...reasonGroups.map(
    (group) => (shape: LineShape) => shape.furniture !== null && group.includes(shape.furniture),
  ),
]

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

const neighbours = [-3, -2, -1, 1, 2, 3]
const windows = [3, 8, 20]

/**
 * What the learned scorer sees of each line: its shape, its neighbours' shapes, the prose around it, where it stands to the
 * headline, to the densest prose and to headings such as "Related", how its spacing fits the story's, and how its words fit
 * the story's. Numbers only, the same count for every line. Linear in the page's length.
 */
export function toLineFeatures(view: PageView, boxed: ReadonlySet<number>): Float32Array[] {
  const {lines, shapes} = view
  const sums = toSums(view, boxed)
  const story = toStoryProfile(view)
  return lines.map((line, at) => {
    const shape = shapes[at] as LineShape
    const row: number[] = []
    for (const read of shapeOf) row.push(Number(read(shape)))
    for (const step of neighbours) pushNeighbour(row, shapes[at + step])
    for (const width of windows) {
      row.push(
        sums.prose(at - width, at),
        sums.prose(at + 1, at + 1 + width),
        sums.furniture(at - width, at),
        sums.furniture(at + 1, at + 1 + width),
      )
    }
    row.push(
      sums.dated(at - 4, at),
      sums.dated(at + 1, at + 5),
      sums.titled(at - 6, at),
      sums.titled(at + 1, at + 7),
      sums.glued(at - 3, at + 4),
      sums.talk(at - 8, at + 9),
      sums.talk(0, at),
      view.inThread[at] ?? 0,
      sums.lastReason[at] ?? 0,
    )
    row.push(...toPosition(view, at, sums))
    const below = lines[at + 1]?.blanksBefore ?? 9
    row.push(
      Math.min(9, line.blanksBefore),
      Math.min(9, below),
      Number(line.blanksBefore === story.blanks),
      Number(below === story.blanks),
    )
    row.push(
      Math.min(5, view.copies[at] ?? 1),
      Number(isRepeatedClose(view, at)),
      Number((view.firstCopy[at] ?? at) < at),
    )
    row.push(
      Number(boxed.has(at)),
      story.medianLength === 0 ? 0 : Math.min(4, shape.length / story.medianLength),
    )
    row.push(
      ...toTopic(
        shape.content,
        story,
        at >= view.region.from && at <= view.region.to && shape.prose >= 0.5 ? 1 : 0,
      ),
    )
    return new Float32Array(row)
  })
}

function pushNeighbour(row: number[], shape: LineShape | undefined): void {
  if (shape === undefined) row.push(0, 0, 0, 0, 1)
  else
    row.push(
      Math.log1p(shape.length),
      shape.prose,
      Number(shape.endsSentence),
      shape.furniture === null ? 0 : 1,
      0,
    )
}

interface Sums {
  prose(from: number, to: number): number
  furniture(from: number, to: number): number
  dated(from: number, to: number): number
  titled(from: number, to: number): number
  glued(from: number, to: number): number
  talk(from: number, to: number): number
  lastReason: Int32Array
  ends: number[]
  total: number
  lastEnd: Int32Array
  nextEnd: Int32Array
}

function toSums(view: PageView, boxed: ReadonlySet<number>): Sums {
  const count = view.lines.length
  const prose = new Float64Array(count + 1)
  const furniture = new Float64Array(count + 1)
  const dated = new Float64Array(count + 1)
  const titled = new Float64Array(count + 1)
  const glued = new Float64Array(count + 1)
  const talk = new Float64Array(count + 1)
  const lastReason = new Int32Array(count)
  let reason = 0
  const ends: number[] = [0]
  const lastEnd = new Int32Array(count)
  const nextEnd = new Int32Array(count)
  let last = -1
  view.shapes.forEach((shape, at) => {
    const counts = shape.prose >= 0.5 && (view.copies[at] ?? 1) === 1 ? Math.min(600, shape.length) : 0
    prose[at + 1] = (prose[at] ?? 0) + counts
    furniture[at + 1] = (furniture[at] ?? 0) + (shape.furniture === null && !boxed.has(at) ? 0 : 1)
    dated[at + 1] =
      (dated[at] ?? 0) +
      Number(
        shape.isDate ||
          shape.isByline ||
          shape.furniture === 'timestamp' ||
          (shape.hasTime && shape.words < 14),
      )
    titled[at + 1] =
      (titled[at] ?? 0) +
      Number(!shape.endsSentence && shape.words >= 4 && shape.words <= 20 && shape.capitalShare > 0.5)
    glued[at + 1] = (glued[at] ?? 0) + Number(shape.glued > 0)
    talk[at + 1] =
      (talk[at] ?? 0) + Number(shape.length < 160 && commentMark.test(view.lines[at]?.text ?? ''))
    lastReason[at] = reason
    if (shape.furniture !== null) reason = reasonOrder.indexOf(shape.furniture)
    const isEnd = shape.furniture !== null && endMarks.has(shape.furniture)
    ends.push((ends[at] ?? 0) + Number(isEnd))
    lastEnd[at] = last
    if (isEnd) last = at
  })
  let next = count + 50
  for (let at = count - 1; at >= 0; at -= 1) {
    nextEnd[at] = next
    const reason = view.shapes[at]?.furniture
    if (reason !== null && reason !== undefined && endMarks.has(reason)) next = at
  }
  const span = (sums: Float64Array) => (from: number, to: number) =>
    (sums[Math.min(count, to)] ?? 0) - (sums[Math.max(0, from)] ?? 0)
  return {
    prose: span(prose),
    furniture: span(furniture),
    dated: span(dated),
    titled: span(titled),
    glued: span(glued),
    talk: span(talk),
    lastReason,
    ends,
    total: prose[count] ?? 0,
    lastEnd,
    nextEnd,
  }
}

function toPosition(view: PageView, at: number, sums: Sums): number[] {
  const count = view.lines.length
  const {region} = view
  const headline = view.headline ?? region.from
  const start = Math.min(headline, region.from)
  const clip = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value))
  const before = sums.prose(0, at)
  const after = sums.prose(at + 1, count)
  const sinceEnd = sums.lastEnd[at] ?? -1
  return [
    Number(view.headline !== null),
    Number(at === view.headline),
    clip(at - headline, -60, 300),
    clip(at - region.from, -60, 300),
    clip(region.to - at, -60, 300),
    Number(at >= region.from && at <= region.to),
    at / Math.max(1, count),
    Math.log1p(count),
    before / Math.max(1, sums.total),
    after / Math.max(1, sums.total),
    Math.log1p(at > headline ? sums.prose(headline, at) : 0),
    Math.log1p(sums.total),
    clip(at - sinceEnd, 0, 80),
    clip((sums.nextEnd[at] ?? 0) - at, 0, 80),
    sinceEnd < start ? 0 : clip((sums.ends[at] ?? 0) - (sums.ends[Math.max(0, start)] ?? 0), 0, 12),
    sinceEnd < 0 ? -1 : Math.log1p(sums.prose(sinceEnd, at)),
    sums.prose(Math.max(0, region.from), at) / Math.max(1, sums.prose(region.from, region.to + 1)),
  ]
}

interface StoryProfile {
  /** Blank lines before the story's paragraphs, most often. */
  blanks: number
  medianLength: number
  /** Content words of the prose, with how many of its lines have them. */
  words: ReadonlyMap<string, number>
  headline: ReadonlySet<string>
}

function toStoryProfile(view: PageView): StoryProfile {
  const blanks: number[] = []
  const lengths: number[] = []
  const words = new Map<string, number>()
  for (let at = view.region.from; at <= view.region.to; at += 1) {
    const shape = view.shapes[at]
    const line = view.lines[at]
    if (shape === undefined || line === undefined || shape.prose < 0.5) continue
    blanks.push(Math.min(9, line.blanksBefore))
    lengths.push(shape.length)
    for (const word of new Set(shape.content)) words.set(word, (words.get(word) ?? 0) + 1)
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
function toTopic(words: readonly string[], story: StoryProfile, own: number): number[] {
  if (words.length === 0) return [0, 0, 0]
  let shared = 0
  let twice = 0
  let titled = 0
  for (const word of words) {
    const count = (story.words.get(word) ?? 0) - own
    if (count > 0) shared += 1
    if (count > 1) twice += 1
    if (story.headline.has(word)) titled += 1
  }
  return [
    shared / words.length,
    twice / words.length,
    titled / Math.max(1, Math.min(words.length, story.headline.size)),
  ]
}
