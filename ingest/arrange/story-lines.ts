import {scoreRow} from './boosted-trees.ts'
import type {Region} from './headline.ts'
import {toLineFeatures} from './line-features.ts'
import type {PageView} from './page-view.ts'
import {storyModel} from './story-model.ts'

/** A line of the story's stretch is left out only when the scorer is this sure that it is none of it (log-odds) … */
const leaveOutBelow = -1
/** … lines that have a credit or the words of furniture already when it is not sure that they are. */
const leaveOutMarkedBelow = 0
/** A line outside the stretch belongs to the story only when the scorer is very sure. */
const takeInAbove = 3
/** Sentences right after the stretch, and right before it, are taken in above this. */
const runOnAbove = -2.5
const runOnAboveBefore = -1
const maxRunOn = 12

/**
 * Says of each line whether it is part of the story's body: its paragraphs, crossheads and lists. Each line is scored by
 * boosted trees over `toLineFeatures`; the story is the one stretch of lines with the largest sum of scores, with what is
 * clearly foreign in it left out. `taken` are lines that are something else already (newsletter boxes). The list runs
 * beside the view's lines.
 */
export function toStoryLines(view: PageView, taken: ReadonlySet<number>): boolean[] {
  const scores = scoreLines(view, taken)
  const stretch = likeliestStretch(view, scores)
  const story = decideLines(view, scores, stretch)
  const decided = story.map(
    (is, at) => is && at !== view.headline && !taken.has(at) && !standsTwice(view, at),
  )
  return decided.includes(true) ? decided : plainStory(view, taken)
}

/** Printed twice running: a caption or a headline, never a paragraph. */
function standsTwice(view: PageView, at: number): boolean {
  const first = view.firstCopy[at]
  return view.firstCopy[at - 1] === first || view.firstCopy[at + 1] === first
}

/** Log-odds of each line being part of the story. */
export function scoreLines(view: PageView, taken: ReadonlySet<number>): Float64Array {
  return Float64Array.from(toLineFeatures(view, taken), (row) => scoreRow(storyModel, row))
}

/** The lines of the stretch but the clearly foreign ones, what runs on from it, and what outside it is clearly the story's. */
export function decideLines(view: PageView, scores: ArrayLike<number>, stretch: Region | null): boolean[] {
  const story = view.shapes.map((shape, at) => {
    if (shape.isPictureCaption) return false
    const score = scores[at] ?? 0
    if (stretch === null || at < stretch.from || at > stretch.to) return score > takeInAbove
    return score > (shape.furniture !== null || shape.hasCredit ? leaveOutMarkedBelow : leaveOutBelow)
  })
  if (stretch !== null) {
    runOn(view, scores, story, stretch.to + 1, 1)
    runOn(view, scores, story, stretch.from - 1, -1)
  }
  return story
}

/**
 * A story's last paragraph is often short, and its first a summary: sentences that stand beside the stretch with its own
 * spacing, nothing foreign between, are taken in unless the scorer is sure that they are foreign.
 */
function runOn(view: PageView, scores: ArrayLike<number>, story: boolean[], from: number, step: 1 | -1): void {
  const spacing = Math.min(2, view.lines[step === 1 ? from - 1 : from + 1]?.blanksBefore ?? 0)
  for (let at = from; at >= 0 && at < view.lines.length && Math.abs(at - from) < maxRunOn; at += step) {
    const shape = view.shapes[at]
    const gap = view.lines[step === 1 ? at : at + 1]?.blanksBefore ?? 9
    if (shape === undefined || shape.furniture !== null || shape.isCredit || shape.isDate || shape.isByline || shape.isPictureCaption) return
    if (at === view.headline || view.inThread[at] === 1 || (view.copies[at] ?? 1) > 1 || Math.min(2, gap) > Math.max(1, spacing)) return
    const sentence = shape.endsSentence && !shape.isQuestion && shape.words >= 5 && shape.glued === 0
    if (!sentence || (scores[at] ?? 0) < (step === 1 ? runOnAbove : runOnAboveBefore)) return
    story[at] = true
  }
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
    sum += Math.max(-25, weight * Math.tanh(((scores[at] ?? 0) + 0.4) / 2))
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
