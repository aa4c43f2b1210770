import {isPlace} from './is-place.ts'
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

/** Where a dateline may end: a dash, or a slash at the end of the line. */
const dashes =
  /\s(?:_|-{1,3}|–|—|=)(?=\s|$)|(?<=[)/])[.,:]?\s?[-–—]{1,2}(?=\s|$)|(?<=\))--(?=\S)|\/(?=\s*$)|(?<=\/)\.(?=\s)/g

/** `New Delhi, Jan 2 (PTI) The ministry said`: the agency's mark alone ends it. */
const markAlone = /^([^()]{2,80})\((\p{Lu}[\p{Lu}\d&./-]{1,11})\)\s+(?=[\p{Lu}"“«])/u

/** `(ANSA) - ROMA, 01 LUG - `: the agency comes first. */
const agencyFirst = /^\((\p{Lu}[\p{L}\d./ -]{1,30})\)\s?[-–—]\s?(?=\p{Lu})/u

/** `ROUND ROCK, Texas--(BUSINESS WIRE)--`, `Calgary, Alberta--(Newsfile Corp. - January 2, 2020)`. */
const doubleDash = /^([^()]{2,80}?)--\(([^()]{2,60})\)/u

/** Xinhua's and other Chinese agencies' own: agency, place, day, and the sign for a dispatch. */
const chinese =
  /^[（(【]?((?:\p{sc=Han}{1,6}(?:社|网))?)(\p{sc=Han}{2,8}?)((?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日)(?:\p{sc=Han}{0,4}?)(?:电|電)[）)】]?/u

/**
 * Finds the dateline at the start of a paragraph: a place (or several), perhaps a date, the agency's mark in brackets or
 * between slashes, and a dash (also the `_` and `--` that wires send for one). Null when the words before the dash are no
 * dateline. Follows the AP Stylebook ("datelines") and the forms of dpa, Kyodo, EFE, TASS, ANSA, PTI and Business Wire.
 */
export function findDateline(paragraph: string): FoundDateline | null {
  const head = paragraph.slice(0, longest)
  const first = agencyFirst.exec(head)
  if (first) {
    const rest = findIn(head.slice(first[0].length), true)
    if (!rest) return null
    const end = first[0].length + rest.end
    return {
      ...rest,
      dateline: `${first[0]}${rest.dateline}`.trim(),
      agency: first[1]!,
      end: Math.min(paragraph.length, end),
    }
  }
  return findChinese(head) ?? findDoubleDash(head) ?? findIn(head, false) ?? findMarkAlone(head)
}

function findIn(head: string, marked: boolean): FoundDateline | null {
  for (const dash of head.matchAll(dashes)) {
    const endsWithSlash = dash[0] === '/'
    const dateline = head.slice(0, dash.index + (endsWithSlash ? 1 : 0)).trim()
    const found = toDateline(dateline, dash.index + dash[0].length, marked)
    if (found) return found
    // A dash inside the place or the brackets; one past them is the story's.
    if (dateline.length > 100 || /[)/]$/.test(dateline)) return null
  }
  return null
}

/** `CHATHAM, Mass.`: the stop belongs to the place, not to the day that follows. */
const abbreviatedRegion = /,\s\p{Lu}\p{Ll}{1,4}\.$/u

function toDateline(dateline: string, end: number, isMarked: boolean): FoundDateline | null {
  const parts = splitAgency(dateline)
  const {place: printed, date} = splitDate(parts.rest)
  const isAbbreviated = abbreviatedRegion.test(printed)
  const place =
    /\d|\p{Ll}\.$/u.test(printed) && date && !isAbbreviated ? printed.replace(/[.,]$/, '') : printed
  // "SAINT-AUBERT (France)": the country in brackets of its own.
  if (!isPlace(place.replace(/\s\(\p{Lu}[\p{L}. -]{1,30}\)$/u, ''))) return null
  const marked = isMarked || parts.agency !== undefined || date !== undefined
  const allCapitals = /^\P{Ll}+(,|$)/u.test(place) && /\p{Lu}{3}/u.test(place)
  if (!marked && !allCapitals) return null
  return {
    dateline,
    located: date && !isAbbreviated ? place.replace(/(?<=\p{L}{4})\.$/u, '') : place,
    ...(parts.agency === undefined ? {} : {agency: parts.agency}),
    ...(date?.iso === undefined ? {} : {date: date.iso}),
    end,
  }
}

function findMarkAlone(head: string): FoundDateline | null {
  const found = markAlone.exec(head)
  if (!found) return null
  // A name with its short form in brackets looks the same: only a day or capitals tell.
  const dated = /\d/.test(found[1]!) || /^[^\p{Ll}]+$/u.test(found[1]!)
  return dated ? toDateline(found[0].trim(), found[0].length, true) : null
}

function findDoubleDash(head: string): FoundDateline | null {
  const found = doubleDash.exec(head)
  if (!found) return null
  const [whole, place = '', mark = ''] = found
  if (!isPlace(place.trim())) return null
  const {place: agency, date} = splitDate(mark.replace(/\s[-–—]\s/, ', '))
  // Business Wire puts the day behind its mark: `--(BUSINESS WIRE)--March 2, 2024--`.
  const dated = /^--([^-()]{5,20}?\d{4})(?=--)/.exec(head.slice(whole.length))
  const day = date ?? (dated ? splitDate(`, ${dated[1]!}`).date : undefined)
  const dateline = whole + (dated && day ? dated[0] : '')
  const after = /^\s?[-–—]{1,2}\s?/.exec(head.slice(dateline.length))?.[0].length ?? 0
  return {
    dateline,
    located: place.trim(),
    agency,
    ...(day?.iso === undefined ? {} : {date: day.iso}),
    end: dateline.length + after,
  }
}

function findChinese(head: string): FoundDateline | null {
  const found = chinese.exec(head)
  if (!found) return null
  const [whole, agency, place = ''] = found
  return {dateline: whole, located: place, ...(agency ? {agency} : {}), end: whole.length}
}

function splitAgency(text: string): {rest: string; agency?: string} {
  const bracketed = /^(.*?)[\s,.]*(?:\(([^()]{1,40})\)|\/([^/]{1,60})\/)\.?$/.exec(text)
  if (bracketed) {
    const agency = bracketed[2] ?? bracketed[3]
    const printed = text.slice(0, (bracketed[1] ?? '').length + 1)
    const rest = printed.endsWith('.') ? printed : (bracketed[1] ?? '')
    // `OBAN, Scotland (March 4, 2026)`: the day stands in the brackets.
    if (agency && splitDate(`${rest}, ${agency}`).date !== undefined) return {rest: `${rest}, ${agency}`}
    return {rest, ...(agency ? {agency} : {})}
  }
  // "SAITAMA, Japan, Dec. 9 Kyodo", "VILNIUS, Sep 05, BNS": the mark is the word after the day.
  const trailing = /^(.*\d),?\s+(\p{Lu}[\p{L}-]{1,20})$/u.exec(text)
  if (trailing?.[1] && trailing[2] && monthNumber(trailing[2]) === null)
    return {rest: trailing[1], agency: trailing[2]}
  return {rest: text}
}

/** `BRUXELLES 17/03`, `ROMA, 17.03.2025`: the day in figures, as Europe writes it. */
function splitFigureDate(text: string): {place: string; date: {iso?: string}} | null {
  const found = /^(.*?\p{L})[\s,]+(\d{1,2})[./](\d{1,2})(?:[./](\d{4})?)?$/u.exec(text)
  if (!found) return null
  const [, place = '', day = '', month = '', year] = found
  if (Number(day) < 1 || Number(day) > 31 || Number(month) < 1 || Number(month) > 12) return null
  return {place, date: year ? {iso: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`} : {}}
}

function splitDate(text: string): {place: string; date?: {iso?: string}} {
  const figures = splitFigureDate(text)
  if (figures) return figures
  const found =
    /^(.*?)[\s,]+(?:(\p{L}{3,12}\.?) (\d{1,2})|(\d{1,2})\.?(?: de)? (\p{L}{3,12}\.?))(?:(?:,| de)? (\d{4}))?\.?$/u.exec(
      text,
    )
  if (!found) return {place: text}
  const month = monthNumber(found[2] ?? found[5] ?? '')
  if (month === null) return {place: text}
  const day = found[3] ?? found[4] ?? ''
  const iso = found[6] ? `${found[6]}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}` : undefined
  // "PARIS, le 2 mars", "Bern, den 2. März": the article goes with the day.
  const place = (found[1] ?? '').replace(/,?\s+(?:le|den|am|el|a|il|op)$/u, '')
  return {place, date: iso === undefined ? {} : {iso}}
}
