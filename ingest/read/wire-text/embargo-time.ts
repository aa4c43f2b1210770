import {fullYear, isoStamp, monthNumber} from './month-number.ts'
import {zoneOffset} from './read-stamp.ts'

interface Day {
  year: number
  month: number
  day: number
}

const monthName = '\\p{L}{3,10}\\.?'
const dayForms: readonly {pattern: RegExp; toDay: (parts: string[], isDayFirst: boolean) => Day | null}[] = [
  {
    pattern: /(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)/u,
    toDay: ([year, month, day]) => ({year: Number(year), month: Number(month), day: Number(day)}),
  },
  {
    pattern: /(?<![\d.:/])(\d{1,2})([./])(\d{1,2})\2(\d{4})(?![\d/])/u,
    toDay: ([first, sign, second, year], isDayFirst) =>
      figuresDay(Number(first), isDayFirst || sign === '.', Number(second), Number(year)),
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\d.:])(\d{1,2})(?:\.|st|nd|rd|th|er|º)?\s(?:of |de |d['’])?(${monthName}),?\s(?:de |del )?(\d{4})(?!\d)`,
      'iu',
    ),
    toDay: ([day, month, year]) => namedDay(Number(day), month!, year!),
  },
  {
    pattern: new RegExp(
      String.raw`(?<!\p{L})(${monthName})\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})(?!\d)`,
      'iu',
    ),
    toDay: ([month, day, year]) => namedDay(Number(day), month!, year!),
  },
]

/** Points stand between day and month in all of Europe; who writes these words puts the day first with any sign. */
const dayFirst = /(?<!\p{L})(?:jusqu|hasta|até|fino|tot|bis|sperrfrist|klausul)/iu

/** A time with its zone behind it: `0600 GMT`, `06:00 (CET)`, `6.00 Uhr MEZ`, `06H00 GMT`, `12:01 a.m. EST`. */
const zonedTime =
  /(?<![\d.:])(\d{1,2})(?:[:.hH](\d\d)|(\d\d))?(?::\d\d)?\s?([ap]\.?m\.?)?\s?(?:Uhr|hrs?|hours|heures|horas|ore|uur|h)?\s?\(?([A-Z]{1,4})(?!\p{L})/gu

const embargoWord = /embarg|sperrfrist|klausul|frei (?:ab|für)|not for|for release|hold/i

/**
 * The moment that the words of an embargo name, as ISO 8601 with their zone. Null unless day, month, year, time and a zone
 * that is known stand there and only one moment can be meant: `04/05/2026` may be in April or May, `Sunday` any.
 */
export function readEmbargoTime(words: string): string | null {
  // A note may name other times before; those of the embargo stand behind its word.
  const text = words
    .slice(Math.max(words.search(embargoWord), 0))
    .slice(0, 160)
    .replaceAll(/\s+/g, ' ')
  const found = findDay(text)
  if (!found) return null
  const moments = [...found.rest.matchAll(zonedTime)].flatMap((time) => toMoment(found.day, time) ?? [])
  const instants = new Set(moments.map((moment) => Date.parse(moment)))
  return instants.size === 1 ? moments[0]! : null
}

/** The one day that is named, and the text without it. */
function findDay(text: string): {day: Day; rest: string} | null {
  for (const {pattern, toDay} of dayForms) {
    const found = pattern.exec(text)
    const day = found && toDay(found.slice(1), dayFirst.test(text))
    if (!found || !day) continue
    const rest = `${text.slice(0, found.index)} | ${text.slice(found.index + found[0].length)}`
    return dayForms.some((form) => form.pattern.test(rest)) ? null : {day, rest}
  }
  return null
}

function toMoment(day: Day, time: RegExpMatchArray): string | null {
  const [, hours = '', minutes, joined, half, zone] = time
  // "1700" is four figures; three would be a number of something.
  if (joined !== undefined && hours.length !== 2) return null
  if (minutes === undefined && joined === undefined && half === undefined && !/Uhr|h|ore|uur/i.test(time[0]))
    return null
  const number = Number(hours)
  if (half !== undefined && (number < 1 || number > 12)) return null
  const hour = half === undefined ? number : (number % 12) + (/^p/i.test(half) ? 12 : 0)
  const clock = isoStamp({...day, hour, minute: Number(minutes ?? joined ?? 0)}, '')
  const offset = clock === null ? undefined : offsetAt(clock, zone!)
  return offset === undefined ? null : `${clock}${offset}`
}

const americanZones: Readonly<Record<string, {timeZone: string; offsets: readonly string[]}>> = {
  __proto__: null as never,
  ET: {timeZone: 'America/New_York', offsets: ['-04:00', '-05:00']},
  PT: {timeZone: 'America/Los_Angeles', offsets: ['-07:00', '-08:00']},
}

/** `ET` is summer or winter time as the day tells; `CST` is China's as well as America's and so tells nothing. */
function offsetAt(clock: string, zone: string): string | undefined {
  const american = americanZones[zone]
  if (!american) return zone === 'Z' || zone === 'CST' ? undefined : zoneOffset(zone)
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: american.timeZone,
    hour: '2-digit',
    minute: '2-digit',
  })
  const fits = american.offsets.filter(
    (offset) => format.format(new Date(`${clock}${offset}`)) === clock.slice(11, 16),
  )
  return fits.length === 1 ? fits[0] : undefined
}

function namedDay(day: number, name: string, year: string): Day | null {
  const month = monthNumber(name)
  return month === null ? null : {year: fullYear(year), month, day}
}

/** A slash tells nothing unless one of the two can be no month. */
function figuresDay(first: number, isDayFirst: boolean, second: number, year: number): Day | null {
  if (isDayFirst || first === second || first > 12) return {year, month: second, day: first}
  return second > 12 ? {year, month: first, day: second} : null
}
