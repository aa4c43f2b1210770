import {fullYear, isoStamp, monthNumber} from '../wire-text/month-number.ts'
import {zoneOffset, type ReadStamp} from '../wire-text/read-stamp.ts'

/**
 * The stamp after the end of text. IPTC 7901 section 2.8: day, hours and minutes as one number, zone, month, year of two
 * digits (`131137 GMT Nov 13`). Kyodo's `KWS-21:37-09-12-18` gives time, day, month, year and no zone, as does
 * APA's `2025-03-17/14:22`. Null when none of these.
 */
export function readIptc7901Stamp(line: string): ReadStamp | null {
  const text = line.slice(0, 120)
  const standard = /(\d{2})(\d{2})(\d{2})\s+([A-Z]{1,4})?\s*(\p{L}{3,9})\.?\s+(\d{2,4})/iu.exec(text)
  if (standard) {
    const [, day = '', hour = '', minute = '', zone, month = '', year = ''] = standard
    const number = monthNumber(month)
    const offset = zoneOffset(zone)
    if (number === null) return null
    const date = isoStamp(
      {year: fullYear(year), month: number, day: Number(day), hour: Number(hour), minute: Number(minute)},
      offset ?? '',
    )
    return date === null ? null : {date, zoned: offset !== undefined}
  }
  const iso = /(?<!\d)(\d{4})-(\d{2})-(\d{2})\/(\d{2}):(\d{2})(?!\d)/.exec(text)
  if (iso) {
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = iso.slice(1).map(Number)
    const date = isoStamp({year, month, day, hour, minute}, '')
    return date === null ? null : {date, zoned: false}
  }
  const timeFirst = /(\d{2}):(\d{2})-(\d{2})-(\d{2})-(\d{2})(?!\d)/.exec(text)
  if (!timeFirst) return null
  const [, hour = '', minute = '', day = '', month = '', year = ''] = timeFirst
  const date = isoStamp(
    {
      year: fullYear(year),
      month: Number(month),
      day: Number(day),
      hour: Number(hour),
      minute: Number(minute),
    },
    '',
  )
  return date === null ? null : {date, zoned: false}
}

/** A line that is nothing but a stamp. */
export function isIptc7901StampLine(line: string): boolean {
  return (
    /^\s*(?:\d{6}\s+(?:[A-Z]{1,4}\s+)?\p{L}{3,9}\.?\s+(?:\d{4}|\d{2})|[A-Z]{2,6}\d{2,5}\s+\d{4}-\d{2}-\d{2}\/\d{2}:\d{2})\s*$/u.test(
      line,
    ) && readIptc7901Stamp(line) !== null
  )
}
