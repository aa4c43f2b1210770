import {toScorer} from '../../trees/boosted-trees.ts'
import storedTrees from '../data/story-trees.json' with {type: 'json'}
import {endMarks} from '../furniture/furniture-words.ts'
import type {Region} from '../headline/prose-runs.ts'
import {isScoreLine} from '../headline/headline-score.ts'
import {toLineFeatures} from './line-features.ts'
import type {LineShape} from '../lines/line-shape.ts'
import {isPlain, takeInLists} from './list-lines.ts'
import {takeInEntries} from './live-entries.ts'
import type {PageView} from '../page-view.ts'
import {resumeStory, takeInOpening} from './resume-story.ts'

/** Trained by bench/train-arrange.ts from the development pages of the extraction set. */
const scoreLine = toScorer(storedTrees)

/** A line of the story's stretch is left out only when the scorer is this sure that it is none of it (log-odds) … */
const leaveOutBelow = -1
/** … lines that have a credit or the words of furniture already when it is not sure that they are. */
const leaveOutMarkedBelow = 0
/** A line outside the stretch belongs to the story only when the scorer is very sure. */
const takeInAbove = 3
/** Sentences right after the stretch, and right before it, are taken in above this. */
const runOnAbove = -2.5
const runOnAboveBefore = -1
const runOnAfterInsert = -2
const maxRunOn = 12
const aboveHeadline = 1
/** Copies of at most so many lines are short; a story's three surest lines have about this score. */
const maxShortCopy = 80
const sureStory = 3.2

/**
 * Says of each line whether it is part of the story's body: its paragraphs, crossheads and lists. Each line is scored by
 * boosted trees over `toLineFeatures`; the story is the one stretch of lines with the largest sum of scores, with what is
 * clearly foreign in it left out. `taken` are lines that are something else already (newsletter boxes). The list runs
 * beside the view's lines.
 */
export function toStoryLines(view: PageView, taken: ReadonlySet<number>): boolean[] {
  const scores = scoreLines(view, taken)
  const story = decideStory(view, scores)
  takeInOpening(view, story, taken)
  resumeStory(view, scores, story, taken)
  takeInEntries(view, story)
  takeInLists(view, story)
  const decided = story.map(
    (is, at) => is && at !== view.headline && !taken.has(at) && !standsTwice(view, at),
  )
  return decided.includes(true) ? decided : plainStory(view, taken)
}

/** From the scorer's log-odds to the decision: exported for the training script, which has other scores. */
export function decideStory(view: PageView, scored: ArrayLike<number>): boolean[] {
  const scores = liftShortStory(view, scored)
  // A story stands below its headline: what is above it has to be surer.
  for (let at = 0; at < (view.headline ?? 0); at += 1) scores[at] = (scores[at] ?? 0) - aboveHeadline
  const stretch = likeliestStretch(view, scores)
  const story = decideLines(view, scores, stretch)
  if (stretch !== null) takeInLists(view, story)
  return story
}

/** Printed twice running: a caption or a headline, never a paragraph. */
function standsTwice(view: PageView, at: number): boolean {
  const first = view.firstCopy[at]
  return view.firstCopy[at - 1] === first || view.firstCopy[at + 1] === first
}

/** Log-odds of each line being part of the story. */
export function scoreLines(view: PageView, taken: ReadonlySet<number>): Float64Array {
  const rows = toLineFeatures(view, taken)
  const scores = new Float64Array(rows.length)
  for (let at = 0; at < rows.length; at += 1) scores[at] = scoreLine(rows[at] as Float32Array)
  return scores
}

/**
 * Scores of a short story on a short copy are low all over, as it has little of what the scorer goes by. Where the surest
 * lines of the story are unsure, every line from the headline to the first heading of what follows a story is lifted.
 */
export function liftShortStory(view: PageView, scores: ArrayLike<number>): Float64Array {
  const lifted = Float64Array.from(scores)
  if (view.headline === null || view.lines.length > maxShortCopy) return lifted
  const from = view.headline + 1
  const to = endOfStory(view, from)
  const best = Array.from(lifted.subarray(from, to)).sort((a, b) => b - a)
  const sure = ((best[0] ?? 0) + (best[1] ?? 0) + (best[2] ?? 0)) / 3
  const lift = Math.min(2.2, Math.max(0, 0.7 * (sureStory - sure)))
  for (let at = from; at < to; at += 1) {
    const shape = view.shapes[at]
    const foreign =
      shape === undefined || shape.furniture !== null || shape.isByline || shape.isDate || shape.isCredit
    if (!foreign) lifted[at] = (lifted[at] ?? 0) + lift
  }
  return lifted
}

function endOfStory(view: PageView, from: number): number {
  let begun = false
  for (let at = from; at < view.lines.length; at += 1) {
    const shape = view.shapes[at]!
    // `Comments` and `Tags` right under the headline are buttons: nothing has begun that they could end.
    if (begun && shape.furniture !== null && endMarks.has(shape.furniture) && at > from + 1) return at
    begun ||= shape.prose >= 0.5
  }
  return view.lines.length
}

/** The lines of the stretch but the clearly foreign ones, what runs on from it, and what outside it is clearly the story's. */
export function decideLines(view: PageView, scores: ArrayLike<number>, stretch: Region | null): boolean[] {
  const story = view.shapes.map((shape, at) => {
    if (shape.isPictureCaption || view.inThread[at] === 1 || isSummary(view, at)) return false
    if (shape.furniture !== null && neverStory.has(shape.furniture)) return false
    const score = scores[at] ?? 0
    if (isResult(view, at, stretch)) return true
    if (stretch === null || at < stretch.from || at > stretch.to) return score > takeInAbove
    return score > (shape.furniture !== null || shape.hasCredit ? leaveOutMarkedBelow : leaveOutBelow)
  })
  if (stretch !== null) {
    runOn(view, scores, story, stretch.to + 1, 1)
    runOn(view, scores, story, stretch.from - 1, -1)
  }
  return story
}

/** The result of a match, between the headline and its report. */
function isResult(view: PageView, at: number, stretch: Region | null): boolean {
  if (stretch === null || view.headline === null || at <= view.headline || at >= stretch.from) return false
  return view.copies[at] === 1 && view.shapes[at]!.words >= 4 && isScoreLine(view.lines[at]!.text)
}

const neverStory: ReadonlySet<string> = new Set([
  'comments',
  'cookie-notice',
  'social-share',
  'log-in',
  'separator',
])

/** The line right under the headline that says the story in a sentence without a stop. */
function isSummary(view: PageView, at: number): boolean {
  const shape = view.shapes[at]
  const next = view.shapes[at + 1]
  if (shape === undefined || next === undefined || at - 1 !== view.headline) return false
  return (
    !shape.endsSentence &&
    !shape.endsColon &&
    !shape.endsCut &&
    shape.words >= 8 &&
    shape.length <= 260 &&
    !shape.startsQuote &&
    !/[.!?] /u.test(view.lines[at]?.text ?? '')
  )
}

/**
 * A story's last paragraph is often short, and its first a summary: sentences that stand beside the stretch with its own
 * spacing, nothing foreign between, are taken in unless the scorer is sure that they are foreign.
 */
function runOn(
  view: PageView,
  scores: ArrayLike<number>,
  story: boolean[],
  from: number,
  step: 1 | -1,
): void {
  const spacing = Math.min(2, view.lines[step === 1 ? from - 1 : from + 1]?.blanksBefore ?? 0)
  let skipped = 0
  for (let at = from; at >= 0 && at < view.lines.length && Math.abs(at - from) < maxRunOn; at += step) {
    const shape = view.shapes[at]
    if (shape === undefined || at === view.headline || view.inThread[at] === 1) return
    if (step === 1 && standsInside(shape, view.shapes[at + 1]) && skipped < 3) {
      skipped += 1
      continue
    }
    if (!isPlain(shape) || (view.copies[at] ?? 1) > 1) return
    const gap = view.lines[step === 1 ? at : at + 1]?.blanksBefore ?? 9
    if (Math.min(2, gap) > Math.max(1, spacing)) return
    const before = view.lines[at - step]?.text ?? ''
    const sentence =
      (shape.endsSentence && !shape.isQuestion && shape.words >= 5 && shape.glued === 0) ||
      isTail(view.lines[at]?.text ?? '', before) ||
      (step === 1 && gap === 0 && before.endsWith(',') && shape.length <= 60)
    const least = step === -1 ? runOnAboveBefore : skipped > 0 ? runOnAfterInsert : runOnAbove
    if (!sentence || (scores[at] ?? 0) < least) return
    story[at] = true
  }
}

const label = /^\p{Lu}[\p{L}’' ]{1,28}(?::| [–—-]) /u
const lifeDates = /\bborn\b.{1,80}\b(?:19|20)\d{2}\b.{0,80}\bdied\b.{1,80}\b(?:19|20)\d{2}\b/iu

/** Lines that reports end with: the dates of a life, and teams, scorers and officials, each under its label. */
function isTail(text: string, above: string): boolean {
  if (text.length > 600) return false
  return lifeDates.test(text.slice(0, 300)) || (label.test(text) && label.test(above))
}

/** What pages put between two paragraphs of a story. */
function standsInside(shape: LineShape, below: LineShape | undefined): boolean {
  if (below?.isCredit === true && !shape.endsSentence) return true
  if (shape.isCredit || shape.isPictureCaption || shape.hasCredit) return true
  return (
    shape.furniture === 'advertisement' ||
    shape.furniture === 'read-more' ||
    shape.furniture === 'media-player'
  )
}

/** The run of lines with the largest sum of words times sureness. */
export function likeliestStretch(view: PageView, scores: ArrayLike<number>): Region | null {
  let best = 0
  let stretch: Region | null = null
  let sum = 0
  let from = 0
  view.shapes.forEach((shape, at) => {
    const weight = Math.min(60, shape.words + 2)
    if (sum <= 0) {
      sum = 0
      from = at
    }
    sum += Math.max(-25, weight * Math.tanh((scores[at] ?? 0) / 2))
    if (sum > best) {
      best = sum
      stretch = {from, to: at}
    }
  })
  return stretch
}

/** For copy too short for the scorer: all prose after the headline. */
function plainStory(view: PageView, taken: ReadonlySet<number>): boolean[] {
  return view.shapes.map((shape, at) => {
    if (at === view.headline || taken.has(at) || (view.headline !== null && at < view.headline)) return false
    return (
      shape.furniture === null && shape.prose >= 0.3 && !shape.isByline && !shape.isDate && !shape.isCredit
    )
  })
}
