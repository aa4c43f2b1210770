import {isoStamp, monthNumber} from './month-number.ts'

const time = String.raw`(?:(?:[,\s–-]|at|um|à|a las|kl\.?)*(\d{1,2})[:.h](\d{2})(?:\s*([ap])\.?m\b\.?)?[\p{L}\s.,()]{0,40})?`
/** Weekdays, whole or cut, in English, German, French, Spanish, Italian, Dutch, Portuguese and the Scandinavian languages. */
const weekday = String.raw`(?:(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|jeu|ven|sam|dim|mi[ée]|jue|vie|s[áa]b|dom|gio|maa|din|woe|don|vri|zat|zon|seg|ter|qua|qui|sex|m[åa]n|tir|tis|ons|tor|fre|l[øöo]r|s[øö]n)\p{L}{0,9}(?:-feira)?\.?,?\s+(?:(?:le|den|de|el)\s+)?)?`
const forms = [
  // March 18, 2025 09:00 AM Eastern Daylight Time
  new RegExp(
    `^${weekday}(?<month>\\p{L}{3,12})\\.?\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4})${time}$`,
    'iu',
  ),
  // Dienstag, 18. März 2025; mardi 18 mars 2025, 6 h 00
  new RegExp(
    `^${weekday}(?<day>\\d{1,2})(?:st|nd|rd|th|er|\\.)?(?:\\s+de)?\\s+(?<month>\\p{L}{3,12})\\.?,?(?:\\s+de)?\\s+(?<year>\\d{4})${time}$`,
    'iu',
  ),
  // 18.03.2025 - 11:20
  new RegExp(`^${weekday}(?<day>\\d{1,2})[./](?<month>\\d{1,2})[./](?<year>\\d{4})${time}$`, 'iu'),
  new RegExp(`^(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})${time}$`, 'iu'),
]

/**
 * The day (and time) of a line that says nothing else, as ISO 8601 without a zone; null for any other line. Days in figures are
 * read as Europe writes them, and where that is no day, null.
 */
export function readDateLine(line: string): string | null {
  const text = line.trim().replace(/^(?:date|datum|fecha|data|released?|issued|published)\s*:\s*/iu, '')
  if (text.length > 80) return null
  for (const form of forms) {
    const found = form.exec(text)
    if (!found?.groups) continue
    const {day = '', month = '', year = ''} = found.groups
    const number = /^\d/.test(month) ? Number(month) : monthNumber(month)
    if (number === null || number < 1 || number > 12) return null
    const [hour, minute, half] = found.slice(-3)
    const stamp = isoStamp(
      {
        year: Number(year),
        month: number,
        day: Number(day),
        hour: toHour(hour, half),
        minute: Number(minute ?? 0),
      },
      '',
    )
    return hour === undefined ? (stamp?.slice(0, 10) ?? null) : stamp
  }
  return null
}

function toHour(hour: string | undefined, half: string | undefined): number {
  if (hour === undefined) return 0
  if (half === undefined) return Number(hour)
  return (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
}
