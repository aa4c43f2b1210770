import type {Finding} from '../../model/finding.ts'
import {dateFindingCodes} from './codes.ts'

/** A date as it may go into a news item. `value` is ISO 8601 with the zone the copy gave when `zoned`, else the text as it came. */
export interface ReadDate {
  value: string
  zoned: boolean
  finding?: Finding
}

interface Parts {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
  fraction: string
  zone: string | null
}

/** Zones of RFC 822 (section 5.1) and the European ones that agencies write; the military letters say nothing (RFC 5322, 4.3). */
const namedZones: Readonly<Record<string, string>> = {
  __proto__: null as never,
  Z: 'Z',
  UT: 'Z',
  UTC: 'Z',
  GMT: 'Z',
  WET: '+00:00',
  BST: '+01:00',
  WEST: '+01:00',
  CET: '+01:00',
  MEZ: '+01:00',
  CEST: '+02:00',
  MESZ: '+02:00',
  EET: '+02:00',
  EEST: '+03:00',
  MSK: '+03:00',
  JST: '+09:00',
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
  AEST: '+10:00',
  AEDT: '+11:00',
  NZST: '+12:00',
  NZDT: '+13:00',
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const extended =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T\s]+(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?\s*((?:Z|UTC?|GMT)?\s*[+-]\d\d:?(?:\d\d)?|[A-Za-z]{1,5})?$/
const compact =
  /^(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(?:(\d\d)(?:[.,](\d{1,9}))?)?)?\s*([+-]\d\d:?(?:\d\d)?|[A-Za-z]{1,5})?$/
const rfc822 =
  /^(?:[A-Za-z]{3,9},?\s+)?(\d{1,2})[\s-]+([A-Za-z]{3})[A-Za-z]*[\s-]+(\d{4}|\d\d),?\s+(\d{1,2}):(\d\d)(?::(\d\d))?\s*([+-]\d\d:?\d\d|[A-Za-z]{1,5})?(?:\s*\([^)]*\))?$/
const asctime =
  /^[A-Za-z]{3}\s+([A-Za-z]{3})\s+(\d{1,2})\s+(\d{1,2}):(\d\d):(\d\d)\s+(?:([A-Z]{2,5}|[+-]\d{4})\s+)?(\d{4})$/

/**
 * Reads a date as wire formats write it: ISO 8601 (extended, or compact as NewsML and NITF have it), RFC 822 and asctime.
 * With a zone the value is ISO 8601 with that very zone (`+01:00` stays, `GMT` is `Z`). Without one, or when it cannot be
 * read (an unknown way of writing, a 31st of June), the value is the text as it came, with a `warning` at `xpath`. Blank text gives null.
 */
export function readDate(text: string | undefined, what: string, xpath?: string): ReadDate | null {
  const value = text?.replaceAll(/\s+/g, ' ').trim().slice(0, 200)
  if (!value) return null
  const place = xpath === undefined ? {} : {at: {xpath}}
  const parts = partsOf(value)
  if (!parts || !isCalendarDate(parts)) {
    const message = `${what}: "${value.slice(0, 80)}" is not a date as ISO 8601 or RFC 822 write it; kept as text.`
    return {
      value,
      zoned: false,
      finding: {severity: 'warning', code: dateFindingCodes.unreadable, message, ...place},
    }
  }
  if (parts.zone === null) {
    const message = `${what}: "${value}" names no time zone; kept as it came, none is assumed.`
    return {
      value,
      zoned: false,
      finding: {severity: 'warning', code: dateFindingCodes.withoutZone, message, ...place},
    }
  }
  const two = (number: number) => String(number).padStart(2, '0')
  const date = `${String(parts.year).padStart(4, '0')}-${two(parts.month)}-${two(parts.day)}`
  const fraction = parts.fraction ? `.${parts.fraction}` : ''
  return {
    value: `${date}T${two(parts.hour)}:${two(parts.minute)}:${two(parts.second)}${fraction}${parts.zone}`,
    zoned: true,
  }
}

function partsOf(value: string): Parts | null {
  const iso = extended.exec(value) ?? compact.exec(value)
  if (iso) {
    const [, year, month, day, hour, minute, second, fraction, zone] = iso
    return toParts(
      year!,
      Number(month),
      day!,
      hour,
      minute,
      second,
      fraction,
      hour === undefined ? undefined : zone,
    )
  }
  const mail = rfc822.exec(value)
  if (mail) {
    const [, day, month, year, hour, minute, second, zone] = mail
    // RFC 5322, 4.3: two digits below 50 are of this century.
    const full = year!.length === 4 ? year! : String(Number(year) + (Number(year) < 50 ? 2000 : 1900))
    return toParts(full, monthNumber(month!), day!, hour, minute, second, undefined, zone)
  }
  const unix = asctime.exec(value)
  if (!unix) return null
  const [, month, day, hour, minute, second, zone, year] = unix
  return toParts(year!, monthNumber(month!), day!, hour, minute, second, undefined, zone)
}

function toParts(
  year: string,
  month: number,
  day: string,
  hour = '0',
  minute = '0',
  second = '0',
  fraction = '',
  zone?: string,
): Parts {
  return {
    year: Number(year),
    month,
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    fraction,
    zone: zone ? zoneOf(zone) : null,
  }
}

function zoneOf(zone: string): string | null {
  const offset = /([+-])(\d\d):?(\d\d)?$/.exec(zone)
  if (!offset) return namedZones[zone.trim().toUpperCase()] ?? null
  const [, sign, hours, minutes = '00'] = offset
  return Number(hours) <= 14 && Number(minutes) < 60 ? `${sign}${hours}:${minutes}` : null
}

function monthNumber(name: string): number {
  return months.indexOf(name.slice(0, 3).toLowerCase()) + 1
}

/** A leap second is a second; 24:00 is not written by anyone here. */
function isCalendarDate({year, month, day, hour, minute, second}: Parts): boolean {
  if (year < 1000 || month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 60)
    return false
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}
