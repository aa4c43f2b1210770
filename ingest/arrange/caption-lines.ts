import type {ArrangedCaption} from '../model/arranged-item.ts'
import {joinCaptions, splitCredit, stripLabels, type CaptionGroup} from '../captions/index.ts'
import type {Finding} from '../model/finding.ts'
import {toWords} from '../text/words.ts'
import {toLineNumbers} from './lines/page-lines.ts'
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
    if (taken.has(at) || used.has(at) || at === view.headline) return
    if (story[at] === true && !standsOverCredit(view, at) && !standsUnderLabel(view, at)) return
    if (!isCaption(view, story, at)) return
    used.add(at)
    const below = creditBelow(view, story, taken, at)
    const credit = below === null ? undefined : view.lines[below]
    if (below !== null) used.add(below)
    const lines = [line, ...(credit === undefined ? [] : [credit])].flatMap(toLineNumbers)
    printed.push({text: line.text, credit: credit?.text ?? null, lines})
  })
  printed.push(...findPlainCopies(view, printed, taken, used))
  printed.sort((one, other) => (one.lines[0] ?? 0) - (other.lines[0] ?? 0))
  const {value: groups, findings} = joinCaptions(printed)
  return {captions: groups.map(toCaption), used, findings}
}

const fewestWords = 4
/** The last word of substance is among so many last ones of nearly any caption. */
const lookedAt = 8

/** Lines that say what a found caption says, without its label and credit: sites print both under one picture. */
function findPlainCopies(
  view: PageView,
  printed: readonly PrintedCaption[],
  taken: ReadonlySet<number>,
  used: Set<number>,
): PrintedCaption[] {
  const wordings = new Set<string>()
  const lastWords = new Set<string>()
  let longest = 0
  for (const {text} of printed) {
    const words = toWords(stripLabels(splitCredit(text).text))
    if (words.length < fewestWords) continue
    longest = Math.max(longest, text.length)
    wordings.add(words.join(' '))
    for (const word of words.slice(-lookedAt)) lastWords.add(word)
  }
  if (wordings.size === 0) return []
  const copies: PrintedCaption[] = []
  view.lines.forEach((line, at) => {
    if (taken.has(at) || used.has(at) || at === view.headline || line.text.length > longest + 20) return
    // Told cheaply for most lines: another last word, another wording.
    const last = view.shapes[at]!.content.at(-1)
    if (last === undefined || !lastWords.has(last)) return
    if (!wordings.has(toWords(stripLabels(line.text)).join(' '))) return
    used.add(at)
    const below = creditBelow(view, [], taken, at)
    const credit = below === null || used.has(below) ? undefined : view.lines[below]
    if (credit !== undefined && below !== null) used.add(below)
    const lines = [line, ...(credit === undefined ? [] : [credit])].flatMap(toLineNumbers)
    copies.push({text: line.text, credit: credit?.text ?? null, lines})
  })
  return copies
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
  const worded = clean ? split.text : kept.text
  // A label says nothing of the picture; the line as it was printed is kept among the other wordings.
  const text = stripLabels(worded)
  const credits = [clean ? split.creditLine : null, ...members.map(({credit}) => credit)].filter(
    (credit) => credit !== null,
  )
  return {
    text,
    creditLine: credits.length > 0 ? joinCredits(credits) : clean ? null : split.creditLine,
    byline: split.byline,
    altText: null,
    occurrences: members.length,
    lines: members.flatMap(({lines}) => lines),
    alsoSeen: text === worded || alsoSeen.includes(kept.text) ? alsoSeen : [kept.text, ...alsoSeen],
    association: null,
  }
}

/** Each credit once: one that another says already is left out. */
function joinCredits(credits: readonly string[]): string {
  const kept: string[] = []
  for (const credit of credits) {
    const words = toWords(credit).join(' ')
    const known = kept.findIndex((other) => toWords(other).join(' ').includes(words))
    if (known >= 0) continue
    const shorter = kept.findIndex((other) => words.includes(toWords(other).join(' ')))
    if (shorter >= 0) kept[shorter] = credit
    else kept.push(credit)
  }
  return kept.join(' ')
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
  if (standsUnderLabel(view, at)) return true
  if (view.shapes[at - 1]?.furniture === 'related-links') return false
  const next = view.shapes[at + 1]
  return next?.isCredit === true && (view.lines[at + 1]?.blanksBefore ?? 9) <= 1 && shape.words >= 4
}

const captionLabelAlone = /^(?:image|media|photo|picture|video)? ?caption\s?[,:]?$/iu

/** `Image caption,` on a line of its own, and under it what it is. */
function standsUnderLabel(view: PageView, at: number): boolean {
  const words = view.shapes[at]?.words ?? 0
  return words >= 4 && words <= 60 && captionLabelAlone.test(view.lines[at - 1]?.text ?? '')
}

/** A line without a stop right over a line that is only a credit: a caption, wherever it stands. */
function standsOverCredit(view: PageView, at: number): boolean {
  const shape = view.shapes[at]
  const next = view.shapes[at + 1]
  return (
    shape !== undefined &&
    next?.isCredit === true &&
    next.words <= 8 &&
    (view.lines[at + 1]?.blanksBefore ?? 9) <= Math.min(1, view.lines[at]?.blanksBefore ?? 0) &&
    (!shape.endsSentence || isRepeatedClose(view, at)) &&
    !shape.endsColon &&
    shape.words >= 4 &&
    shape.length <= 300
  )
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
