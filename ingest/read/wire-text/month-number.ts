const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

/** 1 to 12 for an English month, whole or cut to three letters or more (`Sept.`, `Nov`); anything else gives null. */
export function monthNumber(name: string): number | null {
  const word = name.toLowerCase().replace(/\.$/, '')
  if (word.length < 3) return null
  const at = monthNames.findIndex(
    (month) => month.startsWith(word) || (word === 'sept' && month === 'september'),
  )
  return at === -1 ? null : at + 1
}

/** A two-digit year of a wire stamp: 70 to 99 are of the twentieth century, as ANPA 1312 was in use from the seventies on. */
export function fullYear(year: string): number {
  const number = Number(year)
  if (year.length > 2) return number
  return number >= 70 ? 1900 + number : 2000 + number
}

/** `2018-12-09T21:37:00Z`, or without `zone` when the copy gives none; null for a day or time that does not exist. */
export function isoStamp(
  stamp: {year: number; month: number; day: number; hour?: number; minute?: number},
  zone: string,
): string | null {
  const {year, month, day, hour = 0, minute = 0} = stamp
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || hour > 23 || minute > 59) return null
  const two = (value: number) => String(value).padStart(2, '0')
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:00${zone}`
}
