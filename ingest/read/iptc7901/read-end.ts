import {fullYear, isoStamp, monthNumber} from '../wire-text/month-number.ts'
import {zoneOffset, type ReadStamp} from '../wire-text/read-stamp.ts'

/**
 * The stamp after the end of text. IPTC 7901 section 2.8: day, hours and minutes as one number, zone, month, year of two
 * digits (`131137 GMT Nov 13`). Kyodo's `KWS-21:37-09-12-18` gives time, day, month, year and no zone. Null when neither.
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
