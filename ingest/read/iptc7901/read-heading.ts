import type {EdNote, NewsItem} from '../../model/news-item.ts'
import {findEmbargo} from '../wire-text/find-notices.ts'

/** The heading of a text: take words, headline, byline. */
export interface Heading {
  takes: string[]
  headline?: string
  byline?: string
  /** Notes in brackets and embargoes around the headline. */
  notes: EdNote[]
  /** Lines that are none of these. */
  others: string[]
}

const takeLine =
  /^(?:(?:bulletin|mandatory|urgent|picture|new|final)\s+)*(?:(?:\d+(?:st|nd|rd|th)?|first|second|third)?\s*(?:lead|ld|add|take|update|write-?thru|roundup|wrap)\b.{0,20}|refile|corrected|correction|update\d?|kill|advisory|urgent|snap|flash|bulletin|repeat|repetition|withhold|(?:attention|mandatory)?[^a-z]{0,3}(?:editors?)?[^a-z]{0,3}kill(?:[^a-z]{1,3}kill)*|eilmeldung|berichtigung|korrektur|zusammenfassung|annulation|rectificatif|attention editors?)\W*$/i

/** A line that is an embargo and nothing else; a headline may speak of one. */
function isEmbargo(words: string): boolean {
  return (
    /^\W*(?:strictly |under |sous |bajo |sotto |onder )?(?:embargo|sperrfrist|hold|not for|frei (?:ab|für))\b/iu.test(
      words,
    ) && findEmbargo(words) !== null
  )
}

/** APA marks its second headline so. */
const underHeadline = /^Utl\.?:\s*/

const bylineLine = /^(?:by|von|par|por|da|door|van)\s+\p{L}/iu
const betweenNames = /^(?:and|und|et|y|e|en|in|de|von|van)$/
const nameWord = /^\p{Lu}[\p{L}.’'-]*$/u

/** Names in a byline begin with capitals, so that a heading may open with one. */
export function isOpeningByline(words: string): boolean {
  if (!/^(?:B[Yy]|Von|Par|Por|Da|Door|Van)\s/.test(words) || words.length > 100) return false
  const names = words.split(/[\s,]+/).slice(1)
  return names.length <= 10 && names.every((name) => nameWord.test(name) || betweenNames.test(name))
}

/** A line in brackets: what is new in this version, what was corrected. */
export const noteInBrackets = /^\([^()]{1,120}\)$/

/** A line that can stand above a headline: take words, a note in brackets, a byline. */
export function isAboveHeadline(line: string): boolean {
  const words = line.trim()
  return takeLine.test(words) || noteInBrackets.test(words) || isEmbargo(words) || isOpeningByline(words)
}

/**
 * Tells the lines of a heading apart: take words and notes in brackets above the headline, the byline below it or, where there is none, in
 * its place. Every line is kept; the headline is the first line that is none of the others.
 */
export function readHeading(lines: readonly string[]): Heading {
  const heading: Heading = {takes: [], notes: [], others: []}
  for (const line of lines) {
    const words = line
      .trim()
      .replace(/\s*[=+]$/, '')
      .trim()
    if (words === '') continue
    if (noteInBrackets.test(words))
      heading.notes.push({role: 'heading', text: words.slice(1, -1), public: false})
    else if (isEmbargo(words)) heading.notes.push({role: 'embargo', text: words, public: false})
    else if (heading.headline === undefined && takeLine.test(words)) heading.takes.push(words)
    else if (heading.headline === undefined ? isOpeningByline(words) : bylineLine.test(words))
      heading.byline ??= words
    else if (heading.headline === undefined) heading.headline = words
    else heading.others.push(words.replace(underHeadline, ''))
  }
  return heading
}

/** Puts a heading's parts where they belong on an item. */
export function applyHeading(heading: Heading, item: NewsItem): void {
  if (heading.headline) item.headline = heading.headline
  if (heading.byline) item.byline = heading.byline
  const version = heading.takes.join(', ')
  if (version) item.version = version
  item.edNotes.push(...heading.notes)
  if (heading.others.length > 0) item.standfirst = heading.others.join('\n')
}
