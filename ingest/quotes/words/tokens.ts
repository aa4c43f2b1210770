import type {QuoteSource} from '../../model/quote.ts'
import {classesOf, wordClass} from './lexicon.ts'
import type {Stretch} from '../marks/stretches.ts'

/** A word, a sign or a whole quotation of a paragraph. Offsets are into the paragraph's text. */
export interface Token {
  text: string
  /** Lower case, without a possessive ending. */
  lower: string
  start: number
  end: number
  kind: 'word' | 'sign' | 'quotation'
  /** Bits of `wordClass`. */
  classes: number
  capital: boolean
  possessive: boolean
  /** Index into the stretches, for a quotation; else -1. */
  stretch: number
  /** Number of the sentence within the paragraph, from 0. */
  sentence: number
}

/** The tokens of one paragraph, each outermost quotation collapsed to a single token. */
export type Sheet = Token[]

const abbreviations =
  /^(?:mr|mrs|ms|dr|sen|sens|rep|reps|gov|govs|gen|lt|col|sgt|capt|maj|cmdr|adm|rev|fr|prof|hon|jr|sr|st|no|inc|corp|co|ltd|vs|ala|ariz|ark|calif|colo|conn|del|fla|ga|ill|ind|kan|ky|la|md|mass|mich|minn|miss|mo|mont|neb|nev|okla|ore|pa|tenn|tex|va|vt|wash|wis|wyo|jan|feb|mar|apr|aug|sept|oct|nov|dec)$/
const initials = /^(?:\p{Lu}|(?:\p{L}\.)+\p{L})$/u

/** Splits the text of a paragraph that is outside quotations into tokens and numbers the sentences. Linear time. */
export function toSheet(
  source: QuoteSource,
  stretches: readonly Stretch[],
  first: number,
  last: number,
): Sheet {
  const sheet: Sheet = []
  let from = 0
  for (let index = first; index < last; index++) {
    const stretch = stretches[index]!
    addWords(source.text, from, stretch.start, sheet)
    sheet.push({
      text: '',
      lower: '',
      start: stretch.start,
      end: stretch.end,
      kind: 'quotation',
      classes: 0,
      capital: false,
      possessive: false,
      stretch: index,
      sentence: 0,
    })
    from = stretch.end
  }
  addWords(source.text, from, source.text.length, sheet)
  numberSentences(source.text, sheet)
  return sheet
}

/** The tokens of any text, sentences not numbered. */
export function toTokens(text: string): Sheet {
  const sheet: Sheet = []
  addWords(text, 0, text.length, sheet)
  return sheet
}

function addWords(text: string, from: number, to: number, sheet: Sheet): void {
  let at = from
  while (at < to) {
    const kind = kindOf(text.charCodeAt(at))
    if (kind === space) {
      at++
      continue
    }
    const start = at
    if (kind === sign) {
      const char = text.charCodeAt(at++)
      if (char === 46 || char === 45) while (at < to && text.charCodeAt(at) === char) at++
      if (char === 46 && at === start + 1 && joinsAbbreviation(sheet, start)) continue
      if (char === 45 && at > start + 2) at = Math.min(at, to)
      const word = text.slice(start, at)
      sheet.push({
        text: word,
        lower: word,
        start,
        end: at,
        kind: 'sign',
        classes: 0,
        capital: false,
        possessive: false,
        stretch: -1,
        sentence: 0,
      })
      continue
    }
    let hash = text.charCodeAt(at++)
    while (at < to) {
      const code = text.charCodeAt(at)
      const next = kindOf(code)
      if (
        next === letter ||
        (next === sign && joins(code) && at + 1 < to && kindOf(text.charCodeAt(at + 1)) === letter)
      ) {
        hash = (Math.imul(hash, 31) + code) | 0
        at++
      } else break
    }
    const info = wordInfo(text, start, at, hash)
    sheet.push({
      text: info.text,
      lower: info.lower,
      start,
      end: at,
      kind: 'word',
      classes: info.classes,
      capital: info.capital,
      possessive: info.possessive,
      stretch: -1,
      sentence: 0,
    })
  }
}

/** A full stop that belongs to the abbreviation or initial before it. */
function joinsAbbreviation(sheet: Sheet, at: number): boolean {
  const before = sheet.at(-1)
  if (before?.kind !== 'word' || before.end !== at || before.end - before.start > 9) return false
  if (!initials.test(tail(before.text)) && !abbreviations.test(tail(before.lower))) return false
  before.text += '.'
  before.end++
  return true
}

const letter = 1
const sign = 2
const space = 3

/** The kind of every character seen so far; 0 for one not yet looked at. */
const kinds = new Uint8Array(65536)

function kindOf(code: number): number {
  const known = kinds[code]!
  if (known !== 0) return known
  const char = String.fromCharCode(code)
  return (kinds[code] = /[\p{L}\p{N}]/u.test(char) ? letter : /\s/.test(char) ? space : sign)
}

/** Signs that hold a word together between letters: ' ’ . & - and the hard hyphen. */
function joins(code: number): boolean {
  return code === 39 || code === 0x2019 || code === 46 || code === 38 || code === 45 || code === 0x2011
}

interface WordInfo {
  printed: string
  text: string
  lower: string
  classes: number
  capital: boolean
  possessive: boolean
}

/** What is known of printed words, by a hash of their letters. Looking words up is most of the work; a later word may take the place of an earlier one. */
const infos: (WordInfo | undefined)[] = Array.from({length: 65536}, () => undefined)

function wordInfo(text: string, start: number, end: number, hash: number): WordInfo {
  const slot = (hash ^ (hash >>> 15)) & 65535
  const known = infos[slot]
  if (known && standsAt(known.printed, text, start, end)) return known
  const info = toWordInfo(text.slice(start, end))
  if (end - start < 40) infos[slot] = info
  return info
}

/** Whether `word` is what stands between the two places: quicker for words than `startsWith`. */
function standsAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false
  for (let at = start; at < end; at++) if (text.charCodeAt(at) !== word.charCodeAt(at - start)) return false
  return true
}

function toWordInfo(printed: string): WordInfo {
  const possessive = printed.length > 2 && /['’][sS]$/.test(printed)
  const text = possessive ? printed.slice(0, -2) : printed
  const lower = text.toLowerCase()
  return {printed, text, lower, classes: classesOf(lower), capital: text[0] !== lower[0], possessive}
}

/** The last part of a hyphenated word: `Ky` of `R-Ky`. */
function tail(lower: string): string {
  const hyphen = lower.lastIndexOf('-')
  return hyphen < 0 ? lower : lower.slice(hyphen + 1)
}

function numberSentences(text: string, sheet: Sheet): void {
  let sentence = 0
  for (let index = 0; index < sheet.length; index++) {
    const token = sheet[index]!
    token.sentence = sentence
    if (token.kind === 'sign' && '.!?…'.includes(token.text[0]!)) {
      const next = sheet[index + 1]
      if (
        next &&
        (token.text === '.' ||
          token.text === '!' ||
          token.text === '?' ||
          next.capital ||
          next.kind === 'quotation')
      )
        sentence++
      continue
    }
    if (token.kind === 'quotation' && endsSentence(text, sheet, index)) sentence++
    else if (token.kind === 'word' && token.text.endsWith('.') && endsWithAbbreviation(sheet, index))
      sentence++
  }
}

/** Whether an abbreviation's full stop ends the sentence too: `by 7 p.m. He left`. */
function endsWithAbbreviation(sheet: Sheet, index: number): boolean {
  const token = sheet[index]!
  const next = sheet[index + 1]
  if (!next?.capital || token.classes & wordClass.title || /^\p{Lu}\.$/u.test(token.text)) return false
  return (
    (next.classes & (wordClass.pronoun | wordClass.determiner | wordClass.opener)) !== 0 && next.text !== 'I'
  )
}

/** Whether the sentence ends with the quotation at `index`: it closes with a full stop and no attribution follows. */
function endsSentence(text: string, sheet: Sheet, index: number): boolean {
  const token = sheet[index]!
  const mark = lastSign(text, token)
  if (mark !== '.' && mark !== '?' && mark !== '!') return false
  const next = sheet[index + 1]
  if (!next) return false
  if (next.kind === 'quotation') return true
  if (next.kind === 'sign') return false
  const isAttribution = attributes(sheet, index + 1)
  if (mark === '.') return next.capital ? true : !isAttribution
  return next.capital ? !isAttribution : false
}

/** Whether a verb of saying stands within a few words of `from`, before any sign. */
function attributes(sheet: Sheet, from: number): boolean {
  for (let index = from; index < Math.min(from + 6, sheet.length); index++) {
    const token = sheet[index]!
    if (token.kind !== 'word') return false
    if (token.classes & wordClass.say) return true
  }
  return false
}

/** The last sign inside a quotation before its closing mark. */
export function lastSign(text: string, token: {start: number; end: number}): string {
  let at = token.end - 1
  while (at > token.start && /["“”„‟«»‹›‘’'\s)\]]/.test(text[at]!)) at--
  return text[at] ?? ''
}
