import type {ArrangedCaption} from '../model/arranged-item.ts'
import {joinCaptions, splitCredit, type CaptionGroup} from '../captions/index.ts'
import type {Finding} from '../model/finding.ts'
import {toWords} from '../text/words.ts'
import {toLineNumbers} from './page-lines.ts'
import type {PageView} from './page-view.ts'

/** Captions found on a page, and the indexes of the lines they were printed on. */
export interface FoundCaptions {
  captions: ArrangedCaption[]
  used: Set<number>
  findings: Finding[]
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
  const printed: PrintedCaption[] = []
  const used = new Set<number>()
  view.lines.forEach((line, at) => {
    if (story[at] === true || taken.has(at) || used.has(at) || at === view.headline) return
    if (!isCaption(view, story, at)) return
    used.add(at)
    const below = creditBelow(view, story, taken, at)
    const credit = below === null ? undefined : view.lines[below]
    if (below !== null) used.add(below)
    const lines = [line, ...(credit === undefined ? [] : [credit])].flatMap(toLineNumbers)
    printed.push({text: line.text, credit: credit?.text ?? null, lines})
  })
  const {value: groups, findings} = joinCaptions(printed)
  return {captions: groups.map(toCaption), used, findings}
}

interface PrintedCaption {
  text: string
  /** A credit on a line of its own under it. */
  credit: string | null
  lines: number[]
}

function toCaption({kept, members, alsoSeen}: CaptionGroup<PrintedCaption>): ArrangedCaption {
  const split = splitCredit(kept.text)
  // The credit is taken off only where every word of the line stays: in one of the two.
  const words = toWords(`${split.text} ${split.creditLine ?? ''}`)
  const clean = split.creditLine !== null && split.text !== '' && words.length === toWords(kept.text).length
  const credits = [clean ? split.creditLine : null, ...new Set(members.map(({credit}) => credit))].filter(
    (credit) => credit !== null,
  )
  return {
    text: clean ? split.text : kept.text,
    creditLine: credits.length > 0 ? [...new Set(credits)].join(' ') : clean ? null : split.creditLine,
    byline: split.byline,
    altText: null,
    occurrences: members.length,
    lines: members.flatMap(({lines}) => lines),
    alsoSeen,
    association: null,
  }
}

const reach = 25

function isCaption(view: PageView, story: readonly boolean[], at: number): boolean {
  const shape = view.shapes[at]
  if (shape === undefined || shape.words < 3 || shape.length > 700) return false
  if (shape.furniture !== null || shape.isCredit || shape.isDate || shape.isByline) return false
  if (!isNearStory(story, at)) return false
  if (
    /©|\ball rights reserved\b/iu.test(view.lines[at]?.text ?? '') &&
    /\b\d{4}\b/u.test(view.lines[at]?.text ?? '')
  )
    return false
  if (shape.isPictureCaption && shape.words >= 4) return true
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
