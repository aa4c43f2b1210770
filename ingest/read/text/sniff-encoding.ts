import {guessEncodings} from '../encoding/guess-encoding.ts'
import {westernPage} from '../encoding/western-page.ts'

/** An encoding found by evidence, and how many bytes of byte-order mark stand before the text. */
export interface SniffedEncoding {
  /** As the Encoding Standard names it, except `iso-8859-1`, which here means what it says. */
  name: string
  /** What the byte-order mark says. */
  declared?: string
  skip: number
  /** For `utf-8`: bytes that do not fit. */
  invalid: number
}

/**
 * Tells the encoding of text by evidence: a byte-order mark; NUL bytes on one side of every pair (UTF-16); UTF-8 if its
 * multi-byte sequences outnumber what does not fit; else the encoding whose letters read like text, if those of the Western ones
 * do not; else Windows-1252 if bytes 80 to 9F are used, which ISO-8859-1 has no
 * letters for, else ISO-8859-1. Linear in the number of bytes.
 */
export function sniffEncoding(bytes: Uint8Array): SniffedEncoding {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return {name: 'utf-8', declared: 'utf-8', skip: 3, invalid: countUtf8(bytes.subarray(3)).invalid}
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return {name: 'utf-16le', declared: 'utf-16le', skip: 2, invalid: 0}
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return {name: 'utf-16be', declared: 'utf-16be', skip: 2, invalid: 0}
  const wide = sniffUtf16(bytes)
  if (wide !== null) return {name: wide, skip: 0, invalid: 0}
  const {invalid, sequences, upper} = countUtf8(bytes)
  if (invalid === 0 || sequences > 2 * invalid) return {name: 'utf-8', skip: 0, invalid}
  return {name: otherLegacy(bytes) ?? (upper > 0 ? 'windows-1252' : 'iso-8859-1'), skip: 0, invalid: 0}
}

/** The legacy encoding whose letters read better than the Western ones; null where those do as well. */
function otherLegacy(bytes: Uint8Array): string | null {
  const page = westernPage(bytes)
  if (page) return page
  const guesses = guessEncodings(bytes)
  const western = guesses.find(({name}) => name === 'windows-1252')?.score ?? 0
  const best = guesses[0]
  if (!best || best.score < 0.05 || best.score - western < 0.1) return null
  let high = 0
  for (let at = 0; at < bytes.length && high < 4; at++) if (bytes[at]! >= 0x80) high++
  return high < 4 ? null : best.name
}

/** Latin text in UTF-16 has a NUL in nearly every other byte, always on the same side. */
function sniffUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, 65_536) & ~1
  if (length < 4) return null
  let even = 0
  let odd = 0
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even += 1
    if (bytes[at + 1] === 0) odd += 1
  }
  const pairs = length / 2
  if (odd > 0.6 * pairs && even < 0.05 * pairs) return 'utf-16le'
  if (even > 0.6 * pairs && odd < 0.05 * pairs) return 'utf-16be'
  return null
}

/** Well-formed multi-byte sequences, bytes outside any, and bytes 80 to 9F that stand alone (Unicode 15, table 3-7). */
function countUtf8(bytes: Uint8Array): {sequences: number; invalid: number; upper: number} {
  let sequences = 0
  let invalid = 0
  let upper = 0
  let at = 0
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0
    if (byte < 0x80) {
      at += 1
      continue
    }
    const size = utf8Length(bytes, at)
    if (size > 0) {
      sequences += 1
      at += size
    } else if (size < 0) {
      at = bytes.length
    } else {
      invalid += 1
      if (byte <= 0x9f) upper += 1
      at += 1
    }
  }
  return {sequences, invalid, upper}
}

/** Length of the well-formed sequence at `at`; 0 if there is none; -1 if the bytes end inside one. */
export function utf8Length(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0
  const second = bytes[at + 1]
  const size =
    first >= 0xc2 && first <= 0xdf
      ? 2
      : first >= 0xe0 && first <= 0xef
        ? 3
        : first >= 0xf0 && first <= 0xf4
          ? 4
          : 0
  if (size === 0) return 0
  if (second === undefined) return bytes.length > 4 ? -1 : 0
  const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80
  const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf
  if (second < low || second > high) return 0
  for (let next = 2; next < size; next += 1) {
    const byte = bytes[at + next]
    if (byte === undefined) return -1
    if (byte < 0x80 || byte > 0xbf) return 0
  }
  return size
}
