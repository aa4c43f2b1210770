import type {FurnitureReason} from '../furniture/furniture-reasons.ts'
import {LineMemory} from './line-memory.ts'
import {scanLine} from './scan-line.ts'
import {hint} from './word-hints.ts'
import {furnitureOf, longLegal} from '../furniture/furniture-words.ts'
import {splitCredit} from '../../captions/index.ts'
import {
  bylinePattern,
  captionLabel,
  captionWords,
  creditPattern,
  datePattern,
  dateResidue,
  listStart,
  namePattern,
  pictureCredit,
  quantity,
  siteCaptionLabel,
  sentenceEnd,
  timePattern,
  tweetSign,
  urlPattern,
} from './line-patterns.ts'

/** What one line looks like, taken alone. */
export interface LineShape {
  /** Its words of three letters and more that are no function words, in lower case. */
  content: readonly string[]
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
  /** Its label or its credit says that it belongs to a picture. */
  isPictureCaption: boolean
  hasCaptionLabel: boolean
  hasCaptionWords: boolean
  /** The line under a post quoted from a social network. */
  isTweetSign: boolean
  /** An item of a list of things needed: how much of what. */
  isQuantity: boolean
  /** Begins with a speaker's or field's label (`Q: …`). */
  startsLabel: boolean
  furniture: FurnitureReason | null
  /** Reads like running text: 0 to 1. */
  prose: number
  /** Bits of `hint`. */
  hints: number
}

const maxLooked = 1_200
/** Labels of a site come again with every page of it: the shapes of short lines are remembered. */
const remembered = new LineMemory<LineShape>()

/**
 * The shape of one line. Lines past 1,200 characters are judged by their first 1,000 and last 200. The same object may be given for
 * the same short line: it is not to be changed.
 */
export function toLineShape(line: string): Readonly<LineShape> {
  return remembered.get(line) ?? remembered.keep(line, readLineShape(line))
}

function readLineShape(line: string): LineShape {
  const text = withPlainSpaces(line.length > maxLooked ? `${line.slice(0, 1000)} ${line.slice(-199)}` : line)
  const scan = scanLine(text)
  const count = Math.max(1, scan.words)
  const wordCount = scan.words + (scan.wide >> 1)
  const short = text.length <= 160
  const endsCut = text.endsWith('...') || text.endsWith('…')
  const endsSentence = !endsCut && sentenceEnd.test(text.slice(-6))
  // Chinese, Japanese and Thai write no spaces: their running text is told by its length alone.
  const functionShare = scan.wide > 0.4 * text.length ? 0.35 : scan.functional / count
  const furniture = toFurniture(text, wordCount, scan.hints)
  const hasDigit = scan.digits > 0
  return {
    content: scan.content,
    length: line.length + Math.round(1.5 * scan.wide),
    words: wordCount,
    functionShare,
    capitalShare: scan.capital / count,
    digitShare: scan.digits / text.length,
    allCapitals: scan.letters > 3 && !scan.lowerCase && scan.capital > 0,
    endsSentence,
    endsColon: text.endsWith(':'),
    endsCut,
    innerStops: scan.stops,
    commas: scan.commas,
    separators: scan.separators,
    glued: scan.hints & hint.glued && text.length <= 400 ? countGlued(text) : 0,
    startsQuote: /^["'“‘«„]/u.test(text),
    startsLower: /^\p{Ll}/u.test(text),
    startsList: listStart.test(text),
    hasQuote: /["“”«»„]/.test(text),
    hasUrl: (scan.hints & hint.link) !== 0 && urlPattern.test(text),
    hasAt: text.includes('@'),
    isQuestion: text.endsWith('?'),
    address: scan.address / count,
    firstPerson: /^(?:I|We|My|Our)\b/u.test(text),
    hasDate: short && hasDigit && datePattern.test(text),
    hasTime: short && hasDigit && timePattern.test(text),
    isDate: short && hasDigit && isDate(text),
    isByline: short && bylinePattern.test(text),
    isName: text.length <= 60 && namePattern.test(text),
    hasCredit:
      text.length <= 500 &&
      (((scan.hints & hint.credit) !== 0 && hasCredit(text, endsSentence, scan.hints)) ||
        (!endsSentence && scan.stops > 0 && endsInCapitals(text))),
    isCredit:
      (scan.hints & hint.agency) !== 0 && furniture !== 'copyright' && !workedOn.test(text) && isCredit(text),
    isPictureCaption:
      text.length <= 500 &&
      (siteCaptionLabel.test(text) ||
        ((scan.hints & hint.credit) !== 0 && text.length > 30 && pictureCredit.test(text.slice(-120)))),
    hasCaptionLabel: text.length <= 600 && captionLabel.test(text),
    hasCaptionWords:
      text.length <= 320 &&
      ((scan.hints & hint.caption) !== 0 || text.includes('n this ')) &&
      captionWords.test(text),
    isTweetSign: short && text.includes('@') && tweetSign.test(text),
    startsLabel: /^(?:[\p{L}\d]{1,2}|\p{Lu}[\p{L} ]{2,24}):\s/u.test(text),
    isQuantity: hasDigit && short && furniture === null && quantity.test(text),
    furniture,
    prose:
      furniture === null
        ? toProse(text.length + 1.5 * scan.wide, endsSentence, functionShare, scan.stops)
        : 0,
    hints: scan.hints,
  }
}

/** No-break spaces and the like as plain ones: pages put them anywhere, and they say nothing of what a line is. */
function withPlainSpaces(text: string): string {
  return text.includes('\u00A0') || text.includes('\u202F') || text.includes('\u2009')
    ? text.replaceAll(/[\u00A0\u202F\u2009]/gu, ' ')
    : text
}

/** Words run together where two parts of a page met: `FinaleFord`, `rise?Violence`. */
function countGlued(text: string): number {
  return (text.match(/\p{Ll}[?!.]\p{Lu}\p{Ll}|\p{Ll}{3}\p{Lu}\p{Ll}{2}/gu) ?? []).length
}

function toProse(length: number, endsSentence: boolean, functionShare: number, stops: number): number {
  const byLength = Math.min(1, length / 120)
  const byWords = Math.min(1, functionShare / 0.3)
  return byLength * (0.35 + 0.3 * byWords + (endsSentence ? 0.25 : 0) + (stops > 0 ? 0.1 : 0))
}

function toFurniture(text: string, words: number, hints: number): FurnitureReason | null {
  if (text.length > 400) return longLegal.find(({words: pattern}) => pattern.test(text))?.reason ?? null
  return furnitureOf(text, words <= 14 || text.length <= 90, (hints & hint.notice) !== 0)
}

function isDate(text: string): boolean {
  if (!/\d/u.test(text) || text.length > 120) return false
  return datePattern.test(text) && text.replaceAll(dateResidue, '').replaceAll(/[^\p{L}]/gu, '').length <= 3
}

/** Who else worked on the story, an agency often: no credit of a picture. */
export const workedOn =
  /^\(?(?:with (?:additional )?(?:inputs?|reporting|reports|files|agency inputs)\b|(?:inputs|additional reporting|additional inputs) (?:from|by)\b|(?:reporting|editing|writing|compiled|edited) by \p{Lu}|(?:source|agencies)\)?$|a version of this (?:article|story) (?:appears|appeared|was published)|(?:this|the) (?:story|article|report|copy) (?:has not been (?:edited|modified)|was (?:first|originally) published|is (?:auto|published from)))/iu

const creditHint =
  /[©(/|–—]|photo|image|picture|credit|courtesy|source|getty|reuters|afp|shutterstock|alamy|copyright|foto|фото/i

function hasCredit(text: string, endsSentence: boolean, hints: number): boolean {
  // A sentence that names no agency and nothing of pictures, and does not end in brackets, has none: it is not looked at closely.
  if (endsSentence && !(hints & hint.agency) && !text.includes('/') && !/\)\W{0,3}$/.test(text.slice(-4)))
    return false
  const tail = text.slice(-160)
  if (!creditHint.test(tail)) return false
  return creditPattern.test(tail) || splitCredit(text).creditLine !== null
}

const nameInCapitals = /\p{Ll}{2}[.!?…]["'”’»)]? \p{Lu}{2,}(?:[ .'’-]{1,2}\p{Lu}{2,}){1,4}$/u

/** A photographer in capitals behind the sentence (`… on Friday. JANE ROE`); an agency's desk signs with letters that make no names. */
function endsInCapitals(text: string): boolean {
  const last = text.charCodeAt(text.length - 1)
  if (last < 65 || (last > 90 && last < 0xc0)) return false
  const found = nameInCapitals.exec(text.slice(-60))?.[0]
  return found !== undefined && (found.match(/\p{Lu}{4,}/gu)?.length ?? 0) > 1
}

function isCredit(text: string): boolean {
  if (text.length > 90) return false
  const found = creditPattern.exec(text)
  // `The Supreme Court (File photo)` says what it shows.
  if (
    found !== null &&
    /^\s?\(file\b/iu.test(found[0]) &&
    /^(?:\S+ ){2,}\S+$/u.test(text.slice(0, found.index).trim())
  )
    return false
  return found !== null && found.index <= 34 && !/[.!?] \p{Lu}/u.test(text.slice(0, found.index))
}
