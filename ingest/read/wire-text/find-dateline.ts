import {monthNumber} from './month-number.ts'

/** The dateline that a story's first paragraph opens with. */
export interface FoundDateline {
  /** As printed, without the dash that ends it: `BERLIN (dpa)`. */
  dateline: string
  /** The place alone, as printed: `CHATHAM, Mass.` */
  located: string
  /** The agency's mark, as printed: `AP`, `PRNewswire-AsiaNet`. */
  agency?: string
  /** The day it gives, `2017-02-01`, when it gives the year too. */
  date?: string
  /** Where the story's own words start. */
  end: number
}

const longest = 140

/**
 * Finds the dateline at the start of a paragraph: a place (or several), perhaps a date, the agency's mark in brackets or
 * between slashes, and a dash (also the `_` and `--` that wires send for one). Null when the words before the dash are no
 * dateline. Follows the AP Stylebook ("datelines") and the dpa and Kyodo forms.
 */
export function findDateline(paragraph: string): FoundDateline | null {
  const head = paragraph.slice(0, longest)
  const dash = /\s(?:_|-{1,3}|–|—|=)(?=\s|$)|(?<=[)/])\s?[-–—]{1,2}(?=\s|$)|\/(?=\s*$)/.exec(head)
  if (!dash) return null
  const endsWithSlash = dash[0] === '/'
  const dateline = head.slice(0, dash.index + (endsWithSlash ? 1 : 0)).trim()
  const parts = splitAgency(dateline)
  const {place, date} = splitDate(parts.rest)
  if (!isPlace(place)) return null
  const marked = parts.agency !== undefined || date !== undefined
  const allCapitals = /^\P{Ll}+(,|$)/u.test(place) && /\p{Lu}{3}/u.test(place)
  if (!marked && !allCapitals) return null
  return {
    dateline,
    located: place,
    ...(parts.agency === undefined ? {} : {agency: parts.agency}),
    ...(date?.iso === undefined ? {} : {date: date.iso}),
    end: Math.min(paragraph.length, dash.index + dash[0].length),
  }
}

function splitAgency(text: string): {rest: string; agency?: string} {
  const bracketed = /^(.*?)[\s,]*(?:\(([^()]{1,40})\)|\/([^/]{1,60})\/)$/.exec(text)
  if (bracketed) {
    const agency = bracketed[2] ?? bracketed[3]
    return {rest: bracketed[1] ?? '', ...(agency ? {agency} : {})}
  }
  // "SAITAMA, Japan, Dec. 9 Kyodo", "LOS ANGELES, March 10 AAP": the mark is the word after the day.
  const trailing = /^(.*\d)\s+(\p{Lu}[\p{L}-]{1,20})$/u.exec(text)
  if (trailing?.[1] && trailing[2]) return {rest: trailing[1], agency: trailing[2]}
  return {rest: text}
}

function splitDate(text: string): {place: string; date?: {iso?: string}} {
  const found =
    /^(.*?)[\s,]+(?:(\p{L}{3,9}\.?) (\d{1,2})|(\d{1,2})\.?(?: de)? (\p{L}{3,10}\.?))(?:,?(?: de)? (\d{4}))?\.?$/u.exec(
      text,
    )
  if (!found) return {place: text}
  const month = monthNumber(found[2] ?? found[5] ?? '')
  if (month === null) return {place: text}
  const day = found[3] ?? found[4] ?? ''
  const iso = found[6] ? `${found[6]}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}` : undefined
  return {place: found[1] ?? '', date: iso === undefined ? {} : {iso}}
}

const placeWords = /^\p{Lu}[\p{L}\p{M}.'’\-/]*$/u
const joiningWords = new Set([
  'and',
  'und',
  'et',
  'y',
  'e',
  'en',
  'de',
  'del',
  'la',
  'le',
  'les',
  'of',
  'the',
  'am',
  'an',
  'der',
  'do',
  'da',
  'dos',
  'upon',
  'sur',
  'in',
  'bei',
  'di',
  'al',
  'el',
])

function isPlace(place: string): boolean {
  if (place.length < 2 || place.length > 80) return false
  const words = place.split(/[\s,]+/).filter(Boolean)
  return (
    words.length > 0 &&
    words.length <= 12 &&
    words.every((word, at) => placeWords.test(word) || (at > 0 && joiningWords.has(word)))
  )
}
