import {bylineDesk, datelinePattern, namePattern} from './lines/line-patterns.ts'
import type {LineShape} from './lines/line-shape.ts'
import type {PageView} from './page-view.ts'

/** Indexes of the lines between the headline and the story that belong to the article. */
export interface OpeningLines {
  byline: number | null
  standfirst: number | null
  dateline: number | null
}

const reach = 14

/**
 * Finds byline, standfirst and dateline around the headline: the byline by its wording or as a name beside a date; the
 * standfirst as the sentence under the headline that the story does not begin with; a dateline as a place in capitals on a
 * line of its own. `isFree` says which lines are nothing else yet.
 */
export function findOpeningLines(
  view: PageView,
  storyStart: number,
  isFree: (at: number) => boolean,
): OpeningLines {
  const found: OpeningLines = {byline: null, standfirst: null, dateline: null}
  const headline = view.headline ?? -1
  const last = Math.min(view.lines.length - 1, Math.max(storyStart, headline + 1) + 1, headline + reach)
  for (let at = Math.max(0, headline + 1); at <= last; at += 1) {
    const shape = view.shapes[at]
    if (shape === undefined || !isFree(at)) continue
    if (found.byline === null && shape.isByline) found.byline = at
    else if (found.dateline === null && at < storyStart && isDateline(view, at)) found.dateline = at
    else if (found.standfirst === null && at < storyStart && isStandfirst(view, at, headline))
      found.standfirst = at
  }
  if (found.byline === null)
    found.byline = nameUnderHeadline(view, headline, Math.min(last, storyStart), isFree)
  if (found.byline === null) found.byline = bylineAbove(view, headline, isFree)
  // A long line of a name and a desk looks like a sentence, too.
  if (found.standfirst === found.byline) found.standfirst = null
  if (found.dateline === found.byline) found.dateline = null
  return found
}

const summaryLabel = /^(?:synopsis|summary|in short|in brief|at a glance|the gist)\s?:?$/iu

function isStandfirst(view: PageView, at: number, headline: number): boolean {
  const shape = view.shapes[at]
  if (shape === undefined || shape.furniture !== null) return false
  const summed = summaryLabel.test(view.lines[at - 1]?.text ?? '') && at <= headline + 10
  if (!summed && at > headline + 4 && !onlySmallThings(view, headline + 1, at)) return false
  if (shape.isDate || shape.isCredit || shape.hasCredit || shape.isName || shape.hasCaptionLabel) return false
  if (headline >= 0 && view.firstCopy[at] === view.firstCopy[headline]) return false
  if (shape.words < 7 || shape.length < 40 || shape.length > 400) return false
  // Right under the headline a sentence is one in any language.
  return shape.functionShare >= 0.15 || (at === headline + 1 && shape.capitalShare < 0.4)
}

/** Buttons, the date and the byline are all that stands between. */
function onlySmallThings(view: PageView, from: number, to: number): boolean {
  if (to - from > 8) return false
  for (let at = from; at < to; at += 1) {
    const shape = view.shapes[at]
    if (shape === undefined) return false
    const small =
      shape.furniture !== null || shape.isByline || shape.isDate || (shape.hasDate && shape.hasTime)
    if (!small && shape.words > 3) return false
  }
  return true
}

function isDateline(view: PageView, at: number): boolean {
  const line = view.lines[at]
  const shape = view.shapes[at]
  if (line === undefined || shape === undefined || shape.furniture !== null) return false
  if (line.text.length > 60 || !datelinePattern.test(line.text)) return false
  const place = line.text.split(/[,(—–:]/u)[0] ?? ''
  return (
    place.trim().length >= 3 && place === place.toUpperCase() && (/[—–:,(]/u.test(line.text) || shape.hasDate)
  )
}

/** A name with nothing else, or with a desk or a place behind it, right under the headline or beside the date. */
function nameUnderHeadline(
  view: PageView,
  headline: number,
  last: number,
  isFree: (at: number) => boolean,
): number | null {
  for (let at = Math.max(0, headline + 1); at < last; at += 1) {
    const line = view.lines[at]
    const shape = view.shapes[at]
    if (line === undefined || shape === undefined || !isFree(at) || shape.furniture !== null || shape.isDate)
      continue
    if (!isNameLine(line.text, shape)) continue
    const beside = [view.shapes[at + 1], view.shapes[at + 2], view.shapes[at - 1]]
    const dated = beside.some(
      (other) =>
        other !== undefined &&
        (other.isDate ||
          other.hasDate ||
          other.furniture === 'timestamp' ||
          other.furniture === 'author-note'),
    )
    if (dated || at <= headline + 3) return at
  }
  return null
}

const placeWords =
  /\b(?:hospital|school|church|street|road|court|hall|centre|center|university|college|park|bridge|station|house|council|building|museum|airport|stadium|hotel|club)\b/iu

function isNameLine(text: string, shape: LineShape): boolean {
  if (shape.words < 2 || shape.words > 9 || shape.digitShare > 0 || shape.endsSentence) return false
  if (shape.isName && shape.words <= 4) return !text.startsWith('The ')
  if (/^\p{Lu}{2,}(?:[ '’-]\p{Lu}{2,}){1,3}$/u.test(text)) return shape.words <= 3
  if (
    /^(?:special|staff|our|political|sports?|business|arts|chief) (?:correspondent|reporter|writer|editor)s?$/iu.test(
      text,
    )
  )
    return true
  const [name = '', rest = ''] = text.split(/, | \| | at | in /u)
  // Of a place: `St Jude's Hospital in Marl`; written at one: `Jane Roe at Mill Road Stadium`.
  if (placeWords.test(/ at /u.test(text) ? name : text)) return false
  return (
    rest !== '' && namePattern.test(name) && (bylineDesk.test(rest) || /(?: at | in | \| )\S/u.test(text))
  )
}

function bylineAbove(view: PageView, headline: number, isFree: (at: number) => boolean): number | null {
  for (let at = headline - 1; at >= Math.max(0, headline - 4); at -= 1) {
    if (view.shapes[at]?.isByline === true && isFree(at)) return at
  }
  return null
}
