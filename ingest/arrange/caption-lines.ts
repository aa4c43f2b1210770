import type {ArrangedCaption} from '../model/arranged-item.ts'
import type {PageView} from './page-view.ts'

/** Captions found on a page, and the indexes of the lines they were printed on. */
export interface FoundCaptions {
  captions: ArrangedCaption[]
  used: Set<number>
}

/**
 * Finds picture captions among the lines that are no part of the story: the same sentence printed more than once around the
 * story's start, lines that say they are captions, lines with a picture credit and the line above a credit that stands
 * alone. The same wording is one caption, its places counted.
 */
export function findCaptionLines(
  view: PageView,
  story: readonly boolean[],
  taken: ReadonlySet<number>,
): FoundCaptions {
  const captions = new Map<number, ArrangedCaption>()
  const used = new Set<number>()
  view.lines.forEach((line, at) => {
    const shape = view.shapes[at]
    if (shape === undefined || story[at] === true || taken.has(at) || used.has(at) || at === view.headline)
      return
    if (!isCaption(view, story, at)) return
    const first = view.firstCopy[at] ?? at
    const known = captions.get(first)
    const credit = creditBelow(view, story, taken, at)
    if (known !== undefined) {
      known.occurrences += 1
      known.lines.push(line.line)
      if (known.creditLine === null && credit !== null) known.creditLine = view.lines[credit]?.text ?? null
    } else {
      captions.set(first, {
        text: line.text,
        creditLine: credit === null ? null : (view.lines[credit]?.text ?? null),
        byline: null,
        altText: null,
        occurrences: 1,
        lines: [line.line],
        alsoSeen: [],
        association: null,
      })
    }
    used.add(at)
    if (credit !== null && captions.get(first)?.creditLine === view.lines[credit]?.text) {
      captions.get(first)?.lines.push(view.lines[credit]?.line ?? 0)
      used.add(credit)
    }
  })
  return {captions: [...captions.values()], used}
}

const reach = 25

function isCaption(view: PageView, story: readonly boolean[], at: number): boolean {
  const shape = view.shapes[at]
  if (shape === undefined || shape.words < 3 || shape.length > 700) return false
  if (shape.furniture !== null || shape.isCredit || shape.isDate || shape.isByline) return false
  if (!isNearStory(story, at)) return false
  if (shape.hasCaptionLabel && shape.words >= 5) return true
  if (shape.hasCredit && shape.words >= 5) return true
  if (shape.hasCaptionWords && shape.words >= 6) return true
  if (isRepeatedClose(view, at) && shape.words >= 6 && !sameAsHeadline(view, at)) return true
  const next = view.shapes[at + 1]
  return next?.isCredit === true && (view.lines[at + 1]?.blanksBefore ?? 9) <= 1 && shape.words >= 4
}

function isNearStory(story: readonly boolean[], at: number): boolean {
  for (let distance = 1; distance <= reach; distance += 1) {
    if (story[at + distance] === true || story[at - distance] === true) return true
  }
  return false
}

/** Printed again within a few lines: galleries and lead pictures do so, menus repeat far away. */
export function isRepeatedClose(view: PageView, at: number): boolean {
  if ((view.copies[at] ?? 1) < 2) return false
  const first = view.firstCopy[at]
  for (let distance = 1; distance <= 4; distance += 1) {
    if (
      view.firstCopy[at + distance] === first ||
      (at >= distance && view.firstCopy[at - distance] === first)
    )
      return true
  }
  return false
}

function sameAsHeadline(view: PageView, at: number): boolean {
  return view.headline !== null && view.firstCopy[at] === view.firstCopy[view.headline]
}

/** The index of a credit on a line of its own under a caption. */
function creditBelow(
  view: PageView,
  story: readonly boolean[],
  taken: ReadonlySet<number>,
  at: number,
): number | null {
  const below = at + 1
  const shape = view.shapes[below]
  if (shape === undefined || story[below] === true || taken.has(below) || below === view.headline) return null
  return shape.isCredit && (view.lines[below]?.blanksBefore ?? 9) <= 1 ? below : null
}
