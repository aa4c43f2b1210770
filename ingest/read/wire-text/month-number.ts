/** Month names by month, English first, then German, French, Spanish, Italian, Dutch, Portuguese, Swedish, Danish, Russian, Polish and Turkish. */
const monthNames: readonly string[] = [
  'january januar jänner janvier enero gennaio januari janeiro января stycznia ocak',
  'february februar feber février febrero febbraio februari fevereiro февраля lutego şubat',
  'march märz mars marzo maart março marts марта marca mart',
  'april avril abril aprile апреля kwietnia nisan',
  'may mai mayo maggio mei maio maj мая maja mayıs',
  'june juni juin junio giugno junho июня czerwca haziran',
  'july juli juillet julio luglio julho июля lipca temmuz',
  'august août agosto augustus augusti августа sierpnia ağustos',
  'september septembre septiembre settembre setembro sept сентября września eylül',
  'october oktober octobre octubre ottobre outubro okt октября października ekim',
  'november novembre noviembre novembro ноября listopada kasım',
  'december dezember décembre diciembre dicembre dezembro des dez dec déc декабря grudnia aralık',
]

const byName = new Map(
  monthNames.flatMap((names, at) => names.split(' ').map((name): [string, number] => [name, at + 1])),
)

/** 1 to 12 for a month's name, whole or cut to three letters or more (`Sept.`, `Nov`); anything else gives null. */
export function monthNumber(name: string): number | null {
  const word = name.toLowerCase().replace(/\.$/, '')
  const whole = byName.get(word)
  if (whole !== undefined) return whole
  if (word.length < 3) return null
  for (const [known, month] of byName) if (known.startsWith(word)) return month
  return null
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
