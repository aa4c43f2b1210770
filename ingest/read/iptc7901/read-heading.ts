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
  /^(?:(?:bulletin|mandatory|urgent|picture|new|final)\s+)*(?:(?:\d+(?:st|nd|rd|th)?|first|second|third)?\s*(?:lead|ld|add|take|update|write-?thru|roundup|wrap)\b.{0,20}|refile|corrected|correction|update\d?|kill|advisory|urgent|snap|flash|bulletin|repeat|repetition|withhold|(?:attention|mandatory)?[^a-z]{0,3}(?:editors?)?[^a-z]{0,3}kill(?:[^a-z]{1,3}kill)*|attention editors?)\W*$/i

/** The same of desks that write other languages; each stands alone in its line. */
const foreignTakeLine =
  /^[^\p{L}\d]*(?:eil|eilmeldung|berichtigung|korrektur|zusammenfassung|neufassung|wiederholung|aktualisierung|zurückgezogen|zurückziehung|annulation|annule et remplace|rectificatif|correctif|alerte|actualisation|urgente|anulación|corrección|rectificación|ampliación|actualización|anulação|correção|atualização|annullamento|annullare|rettifica|intrekking|rectificatie|correctie|återkallad|återkallelse|rättelse|korrigering|uppdatering|annullering|rettelse|korrektion|trekkes tilbake|opdatering|oppdatering|korjaus|peruutus|(?:achtung|attention|atención|atenção|attenzione|let op),? (?:alle |an die |à tous les |aux )?(?:redaktionen|rédactions?|rédacteurs|editores|redacciones|redazioni|redacties))[^\p{L}\d]*$/iu

const isTakeLine = (words: string): boolean => takeLine.test(words) || foreignTakeLine.test(words)

/** A line that is an embargo and nothing else; a headline may speak of one. */
export function isEmbargo(words: string): boolean {
  const bare = words.replace(calls, '')
  return (
    /^[^\p{L}\d]*(?:(?:strictly|strikt|estrictamente) )?(?:under |unter |sous |bajo |sob |sotto |onder |under )?(?:embargo|embargad[oa]|embargato|sperrfrist|klausuler(?:e?t|ad)|hold|not for|frei (?:ab|für))(?!\p{L})/iu.test(
      bare,
    ) && findEmbargo(bare) !== null
  )
}

const isDeskCall =
  /^[^\p{L}\d]*(?:achtung|hinweis|attention|atención|atenção|attenzione|let op|nota|note)(?:,? (?:an (?:alle |die )?|à tous les |aux |a los |to )?(?:redaktionen|rédactions?|rédacteurs|editores|redacciones|redazioni|redacties|editors))\s?[:!,–-]/iu

/** What calls desks to a line. */
const calls =
  /^[^\p{L}\d]*(?:achtung|hinweis|attention|atención|atenção|attenzione|let op|nota)(?:,? (?:an die |à tous les |aux |a los )?(?:redaktionen|rédactions?|rédacteurs|editores|redacciones|redazioni|redacties|editors))?\s?[:!,–-]\s?/iu

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
export const noteInBrackets = /^\([^()]{1,600}\)$/

/** A line that can stand above a headline: take words, a note in brackets, a byline. */
export function isAboveHeadline(line: string): boolean {
  const words = line.trim()
  return isTakeLine(words) || noteInBrackets.test(words) || isEmbargo(words) || isOpeningByline(words)
}

/**
 * Tells the lines of a heading apart: take words and notes in brackets above the headline, the byline below it or, where there is none, in
 * its place. Every line is kept; the headline is the first line that is none of the others.
 */
export function readHeading(lines: readonly string[]): Heading {
  const heading: Heading = {takes: [], notes: [], others: []}
  const heads = joinBrackets(
    lines.map((line) =>
      line
        .trim()
        .replace(/\s*[=+]$/, '')
        .trim(),
    ),
  )
  for (const [at, words] of heads.entries()) {
    if (words === '') continue
    if (noteInBrackets.test(words))
      heading.notes.push({role: 'heading', text: words.slice(1, -1), public: false})
    else if (isEmbargo(words)) heading.notes.push({role: 'embargo', text: words, public: false})
    else if (heading.headline === undefined && isTakeLine(words)) heading.takes.push(words)
    else if (heading.headline === undefined && callsDesk(words) && heads.slice(at + 1).some(isHeadline))
      heading.notes.push({role: 'heading', text: words, public: false})
    else if (heading.headline === undefined ? isOpeningByline(words) : bylineLine.test(words))
      heading.byline ??= words
    else if (heading.headline === undefined) heading.headline = words
    else heading.others.push(words.replace(underHeadline, ''))
  }
  return heading
}

/** A note may run over several lines. */
function joinBrackets(lines: readonly string[]): string[] {
  const joined: string[] = []
  for (let at = 0; at < lines.length; at++) {
    const opens = lines[at]!.startsWith('(') && !lines[at]!.includes(')')
    const length = opens ? lines.slice(at, at + 6).findIndex((line) => line.includes(')')) : 0
    joined.push(lines.slice(at, at + Math.max(length, 0) + 1).join(' '))
    at += Math.max(length, 0)
  }
  return joined
}

/** Words to the desk, told apart from a headline that opens with a label by naming whom they call. */
function callsDesk(words: string): boolean {
  return isDeskCall.test(words) && !/(?:kill|annul|anul|zurückgezogen|ingetrokken|nicht )/iu.test(words)
}

function isHeadline(words: string): boolean {
  return words.length > 20 && !isAboveHeadline(words) && !bylineLine.test(words)
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
