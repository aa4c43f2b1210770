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

/** The lines of the stretch but the clearly foreign ones, and what outside it is clearly the story's. */
export function decideLines(view: PageView, scores: ArrayLike<number>, stretch: Region | null): boolean[] {
  return view.shapes.map((shape, at) => {
    const score = scores[at] ?? 0
    if (stretch === null || at < stretch.from || at > stretch.to) return score > takeInAbove
    return score > (shape.furniture !== null || shape.hasCredit ? leaveOutMarkedBelow : leaveOutBelow)
  })
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
