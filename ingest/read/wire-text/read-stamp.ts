import {fullYear, isoStamp} from './month-number.ts'

/** Zone names that wires stamp messages with, as offsets (RFC 5322 section 4.3, and the European ones). */
const zoneOffsets: Readonly<Record<string, string>> = {
  GMT: 'Z',
  UTC: 'Z',
  UT: 'Z',
  Z: 'Z',
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
  BST: '+01:00',
  CET: '+01:00',
  CEST: '+02:00',
  MEZ: '+01:00',
  MESZ: '+02:00',
  EET: '+02:00',
  EEST: '+03:00',
  JST: '+09:00',
  AEST: '+10:00',
  AEDT: '+11:00',
  NZST: '+12:00',
  NZDT: '+13:00',
  MSK: '+03:00',
  HKT: '+08:00',
}

/** A stamp as ISO 8601; `zoned` is false when the copy gives no zone that is known. */
export interface ReadStamp {
  date: string
  zoned: boolean
}

/** The offset that goes with a zone's name, e.g. `-05:00` for `EST`; undefined for a name that is not known. */
export function zoneOffset(name: string | undefined): string | undefined {
  return name === undefined ? undefined : zoneOffsets[name.toUpperCase()]
}

/**
 * The stamp of ANPA 1312's end-of-text line, `AP-WF-11-13-13 1509GMT`: month, day, year of two digits, time, zone.
 * Null when there is none or it names no possible time.
 */
export function readAnpaStamp(line: string): ReadStamp | null {
  const found = /(\d{2})-(\d{2})-(\d{2,4})\s+(\d{2}):?(\d{2})\s*([A-Z]{1,4})?/.exec(line.slice(0, 200))
  if (!found) return null
  const [, month = '', day = '', year = '', hour = '', minute = '', zone] = found
  const offset = zoneOffset(zone)
  const date = isoStamp(
    {
      year: fullYear(year),
      month: Number(month),
      day: Number(day),
      hour: Number(hour),
      minute: Number(minute),
    },
    offset ?? '',
  )
  return date === null ? null : {date, zoned: offset !== undefined}
}
