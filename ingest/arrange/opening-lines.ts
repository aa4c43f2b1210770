import {datelinePattern} from './line-patterns.ts'
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
    else if (found.standfirst === null && at < storyStart && isStandfirst(view, at, headline))
      found.standfirst = at
    else if (found.dateline === null && at < storyStart && isDateline(view, at)) found.dateline = at
  }
  if (found.byline === null) found.byline = nameBesideDate(view, headline, Math.min(last, storyStart), isFree)
  if (found.byline === null) found.byline = bylineAbove(view, headline, isFree)
  return found
}

function isStandfirst(view: PageView, at: number, headline: number): boolean {
  const shape = view.shapes[at]
  if (shape === undefined || shape.furniture !== null || at > headline + 4) return false
  if (shape.isDate || shape.isCredit || shape.hasCredit || shape.isName || shape.hasCaptionLabel) return false
  if (headline >= 0 && view.firstCopy[at] === view.firstCopy[headline]) return false
  return shape.words >= 7 && shape.length >= 40 && shape.length <= 400 && shape.functionShare >= 0.15
}

function isDateline(view: PageView, at: number): boolean {
  const line = view.lines[at]
  const shape = view.shapes[at]
  if (line === undefined || shape === undefined || shape.furniture !== null || shape.isDate) return false
  if (line.text.length > 60 || !datelinePattern.test(line.text)) return false
  const place = line.text.split(/[,(—–:]/u)[0] ?? ''
  return (
    place.trim().length >= 3 && place === place.toUpperCase() && (/[—–:,(]/u.test(line.text) || shape.hasDate)
  )
}

function nameBesideDate(
  view: PageView,
  headline: number,
  last: number,
  isFree: (at: number) => boolean,
): number | null {
  for (let at = Math.max(0, headline + 1); at < last; at += 1) {
    const shape = view.shapes[at]
    if (shape === undefined || !shape.isName || !isFree(at) || shape.furniture !== null) continue
    if (shape.words < 2 || shape.words > 4 || shape.allCapitals) continue
    const beside = [view.shapes[at + 1], view.shapes[at + 2], view.shapes[at - 1]]
    if (
      beside.some(
        (other) =>
          other !== undefined &&
          (other.isDate || other.furniture === 'timestamp' || other.furniture === 'author-note'),
      )
    )
      return at
  }
  return null
}

function bylineAbove(view: PageView, headline: number, isFree: (at: number) => boolean): number | null {
  for (let at = headline - 1; at >= Math.max(0, headline - 4); at -= 1) {
    if (view.shapes[at]?.isByline === true && isFree(at)) return at
  }
  return null
}
