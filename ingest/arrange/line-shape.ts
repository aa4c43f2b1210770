import type {FurnitureReason} from './furniture-reasons.ts'
import {furnitureWords, longLegal} from './furniture-words.ts'
import {splitCredit} from '../captions/index.ts'
import {functionWords} from './function-words.ts'
import {
  bylinePattern,
  captionLabel,
  captionWords,
  creditPattern,
  datePattern,
  dateResidue,
  listStart,
  namePattern,
  sentenceEnd,
  timePattern,
  tweetSign,
  urlPattern,
} from './line-patterns.ts'

/** What one line looks like, taken alone. */
export interface LineShape {
  length: number
  words: number
  /** Share of words that are function words. */
  functionShare: number
  /** Share of words that begin with a capital. */
  capitalShare: number
  digitShare: number
  allCapitals: boolean
  endsSentence: boolean
  endsColon: boolean
  endsCut: boolean
  /** Sentence ends inside the line. */
  innerStops: number
  commas: number
  separators: number
  glued: number
  startsQuote: boolean
  startsLower: boolean
  startsList: boolean
  hasQuote: boolean
  hasUrl: boolean
  hasAt: boolean
  isQuestion: boolean
  address: number
  firstPerson: boolean
  hasDate: boolean
  hasTime: boolean
  isDate: boolean
  isByline: boolean
  isName: boolean
  hasCredit: boolean
  isCredit: boolean
  hasCaptionLabel: boolean
  hasCaptionWords: boolean
  /** The line under a post quoted from a social network. */
  isTweetSign: boolean
  /** Begins with a speaker's or field's label (`Q: …`). */
  startsLabel: boolean
  furniture: FurnitureReason | null
  /** Reads like running text: 0 to 1. */
  prose: number
}

const maxLooked = 1_200
const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu

/** The shape of one line. Lines past 1,200 characters are judged by their first 1,000 and last 200. */
export function toLineShape(line: string): LineShape {
  const text = line.length > maxLooked ? `${line.slice(0, 1000)} ${line.slice(-199)}` : line
  const words = text.match(wordPattern) ?? []
  let functional = 0
  let capital = 0
  let address = 0
  for (const word of words) {
    const first = word.charAt(0)
    const lower = word.toLowerCase()
    if (functionWords.has(lower)) functional += 1
    if (lower === 'you' || lower === 'your' || lower === 'us' || lower === 'our') address += 1
    if (first !== first.toLowerCase()) capital += 1
  }
  const counts = countCharacters(text)
  const wide = countWide(text)
  const wordCount = words.length + Math.floor(wide / 2)
  const count = Math.max(1, words.length)
  const short = text.length <= 160
  const endsSentence = sentenceEnd.test(text.slice(-8)) && !/(?:\.\.\.|…)$/u.test(text)
  // Chinese, Japanese and Thai write no spaces: their running text is told by its length alone.
  const functionShare = wide > 0.4 * text.length ? 0.35 : functional / count
  const furniture = toFurniture(text, wordCount)
  return {
    length: line.length + Math.round(1.5 * wide),
    words: wordCount,
    functionShare,
    capitalShare: capital / count,
    digitShare: counts.digits / text.length,
    allCapitals: counts.letters > 3 && text === text.toUpperCase() && text !== text.toLowerCase(),
    endsSentence,
    endsColon: text.endsWith(':'),
    endsCut: /(?:\.\.\.|…)$/u.test(text),
    innerStops: counts.stops,
    commas: counts.commas,
    separators: counts.separators,
    glued: text.length <= 400 ? (text.match(/\p{Ll}[?!.]\p{Lu}\p{Ll}|\p{Ll}{3}\p{Lu}\p{Ll}{2}/gu) ?? []).length : 0,
    startsQuote: /^["'“‘«„]/u.test(text),
    startsLower: /^\p{Ll}/u.test(text),
    startsList: listStart.test(text),
    hasQuote: /["“”«»„]/u.test(text),
    hasUrl: urlPattern.test(text),
    hasAt: text.includes('@'),
    isQuestion: text.endsWith('?'),
    address: address / count,
    firstPerson: /^(?:I|We|My|Our)\b/u.test(text),
    hasDate: short && datePattern.test(text),
    hasTime: short && timePattern.test(text),
    isDate: short && isDate(text),
    isByline: short && bylinePattern.test(text),
    isName: text.length <= 60 && namePattern.test(text),
    hasCredit: text.length <= 500 && hasCredit(text),
    isCredit: isCredit(text),
    hasCaptionLabel: text.length <= 600 && captionLabel.test(text),
    hasCaptionWords: text.length <= 400 && captionWords.test(text),
    isTweetSign: short && tweetSign.test(text),
    startsLabel: /^(?:[\p{L}\d]{1,2}|\p{Lu}[\p{L} ]{2,24}):\s/u.test(text),
    furniture,
    prose: furniture === null ? toProse(text.length + 1.5 * wide, endsSentence, functionShare, counts.stops) : 0,
  }
}

function countCharacters(text: string): {
  digits: number
  letters: number
  stops: number
  commas: number
  separators: number
} {
  const counts = {digits: 0, letters: 0, stops: 0, commas: 0, separators: 0}
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code >= 48 && code <= 57) counts.digits += 1
    else if ((code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code > 191) counts.letters += 1
    else if (code === 44) counts.commas += 1
    else if (code === 46 || code === 33 || code === 63) {
      const next = text.charCodeAt(at + 1)
      const after = next === 34 || next === 0x201d || next === 0x2019 ? text.charCodeAt(at + 2) : next
      if (after === 32 || after === 160) counts.stops += 1
    } else if (code === 124 || code === 187 || code === 8250 || code === 62 || code === 8226 || code === 183)
      counts.separators += 1
  }
  return counts
}

/** Characters of scripts that write no spaces between words. */
function countWide(text: string): number {
  let wide = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if ((code >= 0x3040 && code <= 0x9fff) || (code >= 0x0e00 && code <= 0x0e7f) || (code >= 0xf900 && code <= 0xfaff)) wide += 1
  }
  return wide
}

function toProse(length: number, endsSentence: boolean, functionShare: number, stops: number): number {
  const byLength = Math.min(1, length / 120)
  const byWords = Math.min(1, functionShare / 0.3)
  return byLength * (0.35 + 0.3 * byWords + (endsSentence ? 0.25 : 0) + (stops > 0 ? 0.1 : 0))
}

function toFurniture(text: string, words: number): FurnitureReason | null {
  if (text.length > 400) return longLegal.find(({words: pattern}) => pattern.test(text))?.reason ?? null
  for (const {reason, words: pattern} of furnitureWords) {
    if (words > 14 && text.length > 90 && pattern.source.startsWith('^') && !pattern.source.includes(')$|'))
      continue
    if (pattern.test(text)) return reason
  }
  return null
}

function isDate(text: string): boolean {
  if (!/\d/u.test(text) || text.length > 120) return false
  return datePattern.test(text) && text.replaceAll(dateResidue, '').replaceAll(/[^\p{L}]/gu, '').length <= 3
}

const creditHint = /[©(/]|\b(?:photo|image|picture|credit|courtesy|source|getty|reuters|afp|shutterstock|alamy|copyright|pic)/iu

function hasCredit(text: string): boolean {
  if (creditPattern.test(text.slice(-160))) return true
  return creditHint.test(text.slice(-120)) && splitCredit(text).creditLine !== null
}

function isCredit(text: string): boolean {
  if (text.length > 90) return false
  const found = creditPattern.exec(text)
  return found !== null && found.index <= 34 && !/[.!?] \p{Lu}/u.test(text.slice(0, found.index))
}
