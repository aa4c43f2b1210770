import {toCommonSpelling} from './spelling.ts'

/** The parts of a date that a caption prints. Weekday 0 is Sunday, month 1 is January. */
export interface PrintedDate {
  weekday?: number
  day?: number
  month?: number
  year?: number
}

/** A word (or number, or whole date) of a caption, with what its place says. */
export interface CaptionToken {
  /** For comparing: lower case, one spelling, thousands without separators. */
  key: string
  /** Lower case letters and digits as printed. */
  word: string
  capital: boolean
  number: boolean
  date: PrintedDate | null
  /** Inside brackets. */
  bracketed: boolean
  /** A sentence, a colon, a dash or glued capitals begin a new part here. */
  opens: boolean
  commaBefore: boolean
  /** A full stop follows: perhaps an abbreviation. */
  dotted: boolean
}

const wordPattern =
  /(?<![\p{L}\p{N}])\p{L}(?:\.\p{L})+(?![\p{L}])\.?|\p{N}+(?:[.,]\p{N}+)*(?:['’ʼ]?\p{L}+)?|\p{L}[\p{L}\p{M}]*(?:['’ʼ´`]\p{L}[\p{L}\p{M}]*)*|[%&]/gu
/** In English, in order. */
export const monthNames = [
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
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

/** The words of a cleaned caption in order, dates joined into one token each. Linear in the text. */
export function toCaptionTokens(text: string): CaptionToken[] {
  const tokens: CaptionToken[] = []
  let last = 0
  let depth = 0
  for (const found of text.matchAll(wordPattern)) {
    const gap = text.slice(last, found.index)
    for (const mark of gap) {
      if (mark === '(' || mark === '[') depth += 1
      else if ((mark === ')' || mark === ']') && depth > 0) depth -= 1
    }
    const previous = tokens.at(-1)
    const opens = previous !== undefined && opensPart(gap, previous, found[0])
    if (previous && gap.startsWith('.')) previous.dotted = true
    const bracketed = depth > 0
    for (const [index, piece] of splitGlued(found[0]).entries()) {
      tokens.push({
        ...toToken(piece),
        bracketed,
        opens: index > 0 || opens,
        commaBefore: index === 0 && gap.includes(','),
      })
    }
    const newest = tokens.at(-1)
    if (newest && found[0].endsWith('.')) newest.dotted = true
    last = found.index + found[0].length
  }
  return joinDates(tokens)
}

function toToken(piece: string): CaptionToken {
  const number = /^\p{N}/u.test(piece)
  let word = piece.toLowerCase().replaceAll(/['’ʼ´`.]/gu, number ? '.' : '')
  if (number) word = word.replaceAll(/,(?=\p{N}{3}(?!\p{N}))/gu, '').replace(/\.(?=\p{L})/u, '')
  if (piece === '&') word = 'and'
  if (piece === '%') word = 'percent'
  return {
    key: toCommonSpelling(word),
    word,
    capital: /^\p{Lu}/u.test(piece),
    number,
    date: null,
    bracketed: false,
    opens: false,
    commaBefore: false,
    dotted: false,
  }
}

/** `pop-upHollywood`, `rabbitCredit`: a small letter run into a capitalised word of four letters or more. */
function splitGlued(piece: string): string[] {
  return /\p{Ll}{2}\p{Lu}\p{Ll}{3}/u.test(piece) ? piece.split(/(?<=\p{Ll}{2})(?=\p{Lu}\p{Ll}{3})/u) : [piece]
}

function opensPart(gap: string, previous: CaptionToken, word: string): boolean {
  if (/[!?…:|]|\.{2,}|\s[–—-]\s/u.test(gap)) return true
  if (!gap.startsWith('.') && !/[.]["'”’)\]]*\s?$/u.test(gap)) return false
  if (!/^[\p{Lu}\p{N}]/u.test(word)) return false
  return (
    previous.number ||
    previous.date !== null ||
    previous.word.length > 5 ||
    (!previous.capital && previous.word.length > 1) ||
    gap.length > 2
  )
}

/** Weekday, day, month and year that stand together become one token; a year alone stays a number. */
function joinDates(tokens: CaptionToken[]): CaptionToken[] {
  const joined: CaptionToken[] = []
  for (let index = 0; index < tokens.length;) {
    const token = tokens[index] as CaptionToken
    const [date, length] = readDate(tokens, index)
    if (date === null) {
      joined.push(token)
      index += 1
      continue
    }
    joined.push({
      ...token,
      key: `@${date.weekday ?? ''}/${date.day ?? ''}/${date.month ?? ''}/${date.year ?? ''}`,
      date,
      number: false,
      dotted: tokens[index + length - 1]?.dotted ?? false,
    })
    index += length
  }
  return joined
}

function readDate(tokens: CaptionToken[], start: number): [PrintedDate | null, number] {
  const date: PrintedDate = {}
  let at = start
  const weekday = toWeekday(tokens[at])
  if (weekday !== null) {
    date.weekday = weekday
    at += 1
  }
  const first = tokens[at]
  const second = tokens[at + 1]
  const month = toMonth(first)
  if (month !== null && (toDay(second) !== null || toYear(second) !== null)) {
    date.month = month
    at += 1
    const day = toDay(tokens[at])
    if (day !== null) {
      date.day = day
      at += 1
    }
  } else if (toDay(first) !== null && toMonth(second) !== null) {
    date.day = toDay(first) as number
    date.month = toMonth(second) as number
    at += 2
  }
  const year = date.month === undefined ? null : toYear(tokens[at])
  if (year !== null) {
    date.year = year
    at += 1
  }
  return at > start ? [date, at - start] : [null, 0]
}

function toWeekday(token: CaptionToken | undefined): number | null {
  if (!token || token.word.length < 3) return null
  const index = weekdays.findIndex(
    (name) => name === token.word || (token.dotted && name.startsWith(token.word) && token.capital),
  )
  return index === -1 ? null : index
}

function toMonth(token: CaptionToken | undefined): number | null {
  if (!token || token.number || token.word.length < 3) return null
  const index = monthNames.findIndex(
    (name) => name === token.word || (name.startsWith(token.word) && token.word.length <= 4),
  )
  return index === -1 ? null : index + 1
}

function toDay(token: CaptionToken | undefined): number | null {
  const found = token?.number ? /^(\d{1,2})(?:st|nd|rd|th)?$/u.exec(token.word) : null
  const day = found ? Number(found[1]) : 0
  return day >= 1 && day <= 31 ? day : null
}

function toYear(token: CaptionToken | undefined): number | null {
  return token?.number && /^(?:1[5-9]|20)\d{2}$/u.test(token.word) ? Number(token.word) : null
}
