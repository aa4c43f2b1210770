import {hint, hintsOfSign, knownWord, lowerCode, nextHash, toKnownWord, type KnownWord} from './word-hints.ts'

/** What one pass over a line's characters counts. */
export interface LineScan {
  words: number
  /** Its words of three letters and more that are no function words, in lower case, apostrophes left out. */
  content: string[]
  functional: number
  /** Words that begin with a capital. */
  capital: number
  /** Words that speak to the reader. */
  address: number
  digits: number
  letters: number
  lowerCase: boolean
  /** Sentence ends inside the line. */
  stops: number
  commas: number
  /** Signs that part the entries of menus: | > » › • ·. */
  separators: number
  /** Characters of scripts that write no spaces between words. */
  wide: number
  /** Bits of `hint`. */
  hints: number
}

const anyWord = hint.credit | hint.agency | hint.caption | hint.notice | hint.box | hint.offer

/**
 * Reads a line once, by character codes: several times as fast as matching words with Unicode classes, and alike in what it
 * finds for the scripts of news (punctuation, symbols and spaces part words, everything else belongs to one).
 */
export function scanLine(text: string): LineScan {
  const content: string[] = []
  let words = 0
  let functional = 0
  let capital = 0
  let address = 0
  let digits = 0
  let letters = 0
  let small = 0
  let stops = 0
  let commas = 0
  let separators = 0
  let wide = 0
  let hints = 0
  let start = -1
  let hash = 0
  let apostrophe = false
  let startsCapital = false
  /** Small letters in a row up to here. */
  let smallRun = 0
  for (let at = 0; at <= text.length; at += 1) {
    const code = at < text.length ? text.charCodeAt(at) : 32
    const kind = kindOf(code)
    if (kind & isWord) {
      if (start < 0) {
        start = at
        hash = 0
        startsCapital = (kind & isCapital) !== 0
      }
      hash = nextHash(hash, code)
      if (kind & isDigit) digits += 1
      else {
        letters += 1
        if (kind & isCapital) {
          if (at > start ? smallRun > 2 : smallRun > 0 && isStop(text.charCodeAt(at - 1))) hints |= hint.glued
          smallRun = 0
        } else {
          smallRun += 1
          small |= kind & isSmall
          if (kind & isWide) wide += 1
        }
      }
      continue
    }
    if (start >= 0) {
      if (
        (code === 39 || code === 0x2019) &&
        at + 1 < text.length &&
        kindOf(text.charCodeAt(at + 1)) & isWord
      ) {
        apostrophe = true
        continue
      }
      const known = apostrophe ? withoutApostrophes(text.slice(start, at)) : knownWord(text, start, at, hash)
      words += 1
      hints |= known.hints
      if (startsCapital) capital += 1
      if (known.hints & hint.functional) functional += 1
      else if (known.word.length > 2) content.push(known.word)
      if (known.hints & hint.address) address += 1
      start = -1
      apostrophe = false
    }
    if (!isStop(code)) smallRun = 0
    if (code === 32) continue
    if (code === 44) commas += 1
    else if (isStop(code)) {
      if (endsInside(text, at)) stops += 1
      if (code === 46 && at + 1 < text.length && kindOf(text.charCodeAt(at + 1)) & isWord) hints |= hint.link
    } else if (kind & isSeparator) separators += 1
    hints |= hintsOfSign(code)
  }
  // Any word may end in another that was run together with it: `at the quayCredit: …`.
  if (hints & hint.glued) hints |= anyWord
  return {
    words,
    content,
    functional,
    capital,
    address,
    digits,
    letters,
    lowerCase: small !== 0,
    stops,
    commas,
    separators,
    wide,
    hints,
  }
}

function withoutApostrophes(printed: string): KnownWord {
  return toKnownWord(printed.toLowerCase().replaceAll(/['’]/gu, ''))
}

/** . ! ? */
function isStop(code: number): boolean {
  return code === 46 || code === 33 || code === 63
}

function endsInside(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1)
  const after = next === 34 || next === 0x201d || next === 0x2019 ? text.charCodeAt(at + 2) : next
  return after === 32 || after === 160
}

const isKnown = 1
const isWord = 2
const isDigit = 4
const isCapital = 8
const isSmall = 16
const isWide = 32
const isSeparator = 64

/** The kind of every character seen so far; 0 for one not yet looked at. */
const kinds = new Uint8Array(65_536)

function kindOf(code: number): number {
  return kinds[code]! || (kinds[code] = toKind(code))
}

function toKind(code: number): number {
  if (!isWordCode(code)) {
    // | » › > • ·
    const parts =
      code === 124 || code === 187 || code === 8250 || code === 62 || code === 8226 || code === 183
    return isKnown | (parts ? isSeparator : 0)
  }
  if (code >= 48 && code <= 57) return isKnown | isWord | isDigit
  if (lowerCode(code) !== code) return isKnown | isWord | isCapital
  const isLetter = (code >= 97 && code <= 122) || code > 0xdf
  return isKnown | isWord | (isLetter ? isSmall : 0) | (isWideCode(code) ? isWide : 0)
}

function isWordCode(code: number): boolean {
  if (code < 128)
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba
  if (code === 0xd7 || code === 0xf7) return false
  if (code >= 0x2000 && code <= 0x2bff) return false
  return !(
    (code >= 0x3000 && code <= 0x303f) ||
    (code >= 0xff00 && code <= 0xff0f) ||
    (code >= 0xff1a && code <= 0xff20) ||
    code === 0xfeff ||
    code === 0x1680 ||
    code === 0x180e ||
    (code >= 0xe000 && code <= 0xf8ff)
  )
}

function isWideCode(code: number): boolean {
  return (
    (code >= 0x3040 && code <= 0x9fff) ||
    (code >= 0x0e00 && code <= 0x0e7f) ||
    (code >= 0xf900 && code <= 0xfaff)
  )
}
