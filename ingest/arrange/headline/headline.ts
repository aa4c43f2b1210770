import {scoreHeadline, type Looked} from './headline-score.ts'
import type {LineShape} from '../lines/line-shape.ts'
import {densestRun, reach, runAfter, toRuns, type Region} from './prose-runs.ts'
import {toOverlap, toWordIndex, type WordIndex} from './word-overlap.ts'
import {quotedElsewhere, Wordings} from './wordings.ts'

/** Where the story is: its headline, if the page shows one, and the run of lines from its first prose to its last. */
export interface Anchor {
  headline: number | null
  region: Region
}

interface Candidate {
  at: number
  score: number
}

const maxCandidates = 24

/** The sum of a run's values from which a story is long: some eight paragraphs. */
const longStory = 6

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
