import {scoreHeadline, type Looked} from './headline-score.ts'
import type {LineShape} from './line-shape.ts'

/** A run of lines: indexes, both included. */
export interface Region {
  from: number
  to: number
}

/** Where the story is: its headline, if the page shows one, and the run of lines from its first prose to its last. */
export interface Anchor {
  headline: number | null
  region: Region
}

const maxCandidates = 24
/** The sum of a run's values from which a story is long: some eight paragraphs. */
const longStory = 6
const reach = 90

/**
 * Finds the story by its headline and its prose together. Each line that could be a headline is tried with the run of prose
 * that begins after it; the pair wins whose line looks most like a headline (shape, what follows it, words it shares with
 * the prose, no row of links around it) and whose prose is longest, length counting less the more there is, so that a short
 * story under its own headline beats a long row of teasers. `values` is what each line adds to a story (prose above zero,
 * furniture below). Over the entries of a live report, of which `firstEntry` is the first one's time, stand points of the story
 * that look like headlines: there the first line that looks nearly as good as the best wins. Linear: the number of candidates and the reach of each are bounded, runs are precomputed.
 */
export function findAnchor(page: Looked, values: ArrayLike<number>, firstEntry?: number): Anchor {
  const runs = toRuns(values)
  const densest = densestRun(values)
  const candidates = toCandidates(page)
  const live = firstEntry === undefined ? null : liveAnchor(candidates, firstEntry, values.length)
  if (live !== null) return live
  const index = toWordIndex(page, candidates)
  const wordings = new Wordings(page)
  let best: Anchor & {score: number} = {
    headline: null,
    region: densest,
    score: 3.2 * Math.log1p(densest.sum) - 1,
  }
  for (const {at, score: alone} of candidates) {
    const run = runAfter(at, values, runs, page)
    if (run === null) continue
    const score = alone + quotedElsewhere(at, candidates, wordings) - proseAbove(at, values)
    const overlap = toOverlap(page, index, at, run)
    // A motto shares nothing with the story; a short headline over a long story hardly ever.
    const strange = overlap === 0 && run.sum > longStory && page.shapes[at]!.content.length > 1 ? 2.5 : 0
    const distance = run.from - at
    const near = distance <= 5 ? 0 : -0.14 * (distance - 5)
    const total = score - strange + 3.2 * Math.log1p(run.sum) + 4 * overlap + Math.max(-6, near)
    if (total > best.score) best = {headline: at, region: {from: run.from, to: run.to}, score: total}
  }
  return {
    headline:
      best.headline === null ? null : preferFirst(best.headline, candidates, page, index, best.region),
    region: best.region,
  }
}

/** How much better a later line over a live report has to look than the first. */
const liveMargin = 3

function liveAnchor(candidates: readonly Candidate[], firstEntry: number, count: number): Anchor | null {
  const above = candidates.filter(({at}) => at < firstEntry && at >= firstEntry - reach)
  const best = Math.max(...above.map(({score}) => score))
  const first = above
    .filter(({score}) => score >= best - liveMargin)
    .sort((one, other) => one.at - other.at)[0]
  return first === undefined ? null : {headline: first.at, region: {from: firstEntry, to: count - 1}}
}

/** A standfirst can look as much like a headline as the headline above it, and more when the headline is short. */
function preferFirst(
  headline: number,
  candidates: readonly Candidate[],
  page: Looked,
  index: WordIndex,
  region: Region,
): number {
  const {lines, shapes} = page
  const own = candidates.find(({at}) => at === headline)?.score ?? 0
  const rated = isRating(shapes[headline - 1]) ? (isRating(shapes[headline - 2]) ? 2 : 1) : 0
  for (let at = headline - 1; at >= headline - 2 - rated; at -= 1) {
    const above = candidates.find((candidate) => candidate.at === at)
    const shape = shapes[at]
    if (
      above === undefined ||
      shape === undefined ||
      (lines[headline]?.blanksBefore ?? 9) > (lines[at]?.blanksBefore ?? 0)
    )
      continue
    if (at < headline - 1 && shapes[at + 1]?.isDate === true) continue
    if ((shape.endsSentence && !shape.isQuestion) || shape.hasCredit || shape.hasCaptionWords) continue
    // A few words may be the label over a headline; then the line below has a standfirst of its own.
    if (shape.words < 3 || (shape.words < 5 && hasStandfirst(headline, page))) continue
    const about = toOverlap(page, index, at, {...region, to: region.from + 30})
    if (above.score >= own - 2.9 && !isInRow(at, shapes) && about >= (shape.isQuestion ? 0.2 : 0.4)) return at
  }
  return headline
}

/** `4/5 stars`, a line of a review. */
function isRating(shape: LineShape | undefined): boolean {
  return (
    shape !== undefined &&
    shape.words <= 7 &&
    shape.digitShare > 0 &&
    shape.content.some((word) => /^stars?$|^rating$/u.test(word))
  )
}

/** A sentence stands right under the line, before the byline and the date. */
function hasStandfirst(at: number, {shapes}: Looked): boolean {
  const below = shapes[at + 1]
  return (
    below !== undefined &&
    below.words >= 7 &&
    below.functionShare >= 0.12 &&
    below.furniture === null &&
    !below.isByline &&
    !below.isDate &&
    !below.isCredit
  )
}

/** The line above could be a headline too: this one stands in a row of links. */
function isInRow(at: number, shapes: readonly LineShape[]): boolean {
  const before = shapes[at - 1]
  return (
    before !== undefined &&
    before.words >= 4 &&
    before.length >= 30 &&
    !before.endsSentence &&
    !before.hasUrl &&
    before.furniture === null
  )
}

interface Candidate {
  at: number
  score: number
}

interface Run extends Region {
  sum: number
}

/** For each line, the best run that starts there: Kadane from the right. */
function toRuns(values: ArrayLike<number>): {sum: Float64Array; to: Int32Array} {
  const count = values.length
  const sum = new Float64Array(count + 1)
  const to = new Int32Array(count + 1).fill(-1)
  for (let at = count - 1; at >= 0; at -= 1) {
    const value = values[at] ?? 0
    const rest = sum[at + 1] ?? 0
    sum[at] = value + Math.max(0, rest)
    to[at] = rest > 0 ? (to[at + 1] ?? at) : at
  }
  return {sum, to}
}

function densestRun(values: ArrayLike<number>): Run {
  let best: Run = {from: 0, to: Math.max(0, values.length - 1), sum: 0}
  let sum = 0
  let from = 0
  for (let at = 0; at < values.length; at += 1) {
    if (sum <= 0) {
      sum = 0
      from = at
    }
    sum += values[at] ?? 0
    if (sum > best.sum) best = {from, to: at, sum}
  }
  return best
}

/** The best run that begins within reach below a headline; the way to it costs. */
function runAfter(
  headline: number,
  values: ArrayLike<number>,
  runs: {sum: Float64Array; to: Int32Array},
  page: Looked,
): Run | null {
  let best: Run | null = null
  let cost = 0
  for (let at = headline + 1; at < values.length && at <= headline + reach; at += 1) {
    const value = values[at] ?? 0
    const sum = (runs.sum[at] ?? 0) - cost
    if (value > 0 && (best === null || sum > best.sum)) best = {from: at, to: runs.to[at] ?? at, sum}
    const reason = page.shapes[at]?.furniture
    const closes = reason === 'related-links' || reason === 'comments' || reason === 'copyright'
    // Right under a headline stand a comment button and links to more; further down they end what was there.
    if (closes) cost += at <= headline + 8 ? 0.2 : 2.5
    else if (value < 0) cost += 0.12
    if (best !== null && at > best.to + 40) break
  }
  return best !== null && best.sum > 0 ? best : null
}

function toCandidates(page: Looked): Candidate[] {
  const candidates: Candidate[] = []
  page.shapes.forEach((_, at) => {
    const score = scoreHeadline(at, page)
    if (score > 0) candidates.push({at, score})
  })
  return candidates.sort((one, other) => other.score - one.score || one.at - other.at).slice(0, maxCandidates)
}

/** A line inside the story, a crosshead or a pull quote, has prose close above it. */
function proseAbove(at: number, values: ArrayLike<number>): number {
  let sum = 0
  for (let above = Math.max(0, at - 8); above < at; above += 1) sum += Math.max(0, values[above] ?? 0)
  return Math.min(4, 0.9 * sum)
}

/**
 * Other lines that quote a headline whole (`34 responses to …`, the path to the page) speak for it; a line that ends in
 * another candidate is such a path itself. Looks at most 300 lines up and down.
 */
function quotedElsewhere(at: number, candidates: readonly Candidate[], wordings: Wordings): number {
  const own = wordings.lower(at)
  if (own.length < 12) return 0
  const wanted = wordings.innerWords(at)
  let score = 0
  const to = Math.min(wordings.count, at + 300)
  for (let other = Math.max(0, at - 300); other < to; other += 1) {
    const longer = wordings.length(other) - own.length
    if (longer <= 0 || longer > 120 || (wordings.words(other) & wanted) !== wanted) continue
    if (wordings.lower(other).includes(own)) {
      score += 1.2
      break
    }
  }
  const path = candidates.some((other) => {
    if (other.at === at || wordings.length(other.at) >= own.length) return false
    const text = wordings.lower(other.at)
    return text.length >= 12 && own.endsWith(text)
  })
  return path ? score - 2 : score
}

const maxQuoted = 340

/** The page's lines in lower case, made when asked for, and a sketch of each line's words that says cheaply what it cannot quote. */
class Wordings {
  readonly count: number
  readonly #page: Looked
  readonly #lowered: (string | undefined)[] = []
  readonly #words: Int32Array

  constructor(page: Looked) {
    this.#page = page
    this.count = page.lines.length
    this.#words = Int32Array.from(page.shapes, ({content}) => sketch(content, 0, content.length))
  }

  /** Lines that are too long to quote a headline have no length. */
  length(at: number): number {
    const {length} = this.#page.lines[at]!.text
    return length <= maxQuoted ? length : 0
  }

  lower(at: number): string {
    const {text} = this.#page.lines[at]!
    return (this.#lowered[at] ??= text.length <= maxQuoted ? text.toLowerCase() : '')
  }

  words(at: number): number {
    return this.#words[at]!
  }

  /** Without the first and the last word: inside another line they may be parts of longer ones. */
  innerWords(at: number): number {
    const {content} = this.#page.shapes[at]!
    return sketch(content, 1, content.length - 1)
  }
}

/** One bit of 32 a word (Bloom 1970): a line that lacks a bit lacks the word. */
function sketch(words: readonly string[], from: number, to: number): number {
  let bits = 0
  for (let index = from; index < to; index++) {
    const word = words[index]!
    bits |= 1 << ((word.charCodeAt(0) * 7 + word.charCodeAt(word.length - 1) * 3 + word.length) & 31)
  }
  return bits
}

/** Word beginnings of the candidates, with the indexes of the lines of prose that have them. */
type WordIndex = ReadonlyMap<string, number[]>

function toWordIndex({shapes}: Looked, candidates: readonly Candidate[]): WordIndex {
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
function toOverlap({shapes}: Looked, index: WordIndex, at: number, run: Region): number {
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
