import {guessEncodings} from '../encoding/guess-encoding.ts'

/** The application record of an IIM block: words by the number of their dataset, and what was wrong with it. */
export interface Iim {
  values: ReadonlyMap<number, string[]>
  /** Datasets that were damaged, repeated with another value or stood where none may. */
  damaged: boolean
  /** Numbers of datasets that fill the longest length IIM allows, so that the value may be cut. */
  cut: ReadonlySet<number>
  charset: string
  /** What dataset 1:90 says. */
  declared?: string
}

/** Datasets of record 2 that may stand more than once (IIM 4.2, chapter 6). */
const repeatable: ReadonlySet<number> = new Set([12, 20, 25, 26, 27, 45, 80, 85, 118, 122])

/** The longest value in bytes of the datasets that agencies fill (IIM 4.2, chapter 6). */
const longest: Readonly<Record<number, number>> = {
  5: 64,
  40: 256,
  80: 32,
  90: 32,
  95: 32,
  101: 64,
  103: 32,
  105: 256,
  110: 32,
  115: 32,
  116: 128,
  120: 2000,
}

/**
 * Reads the records of an IIM block. `ESC % G` in dataset 1:90 says UTF-8 (ISO 2022); without it words are UTF-8 when they
 * are well-formed, else Windows-1252. Records out of order are read all the same; of a dataset that may stand once the
 * first sound value counts, and bytes that are no dataset are passed over.
 */
export function readIim(block: Uint8Array): Iim {
  const raw = new Map<number, Uint8Array[]>()
  let damaged = false
  let declaresUtf8 = false
  let last = 0
  let at = 0
  while (at < block.length) {
    if (block[at] !== 0x1c) {
      damaged ||= block[at] !== 0
      const next = block.indexOf(0x1c, at)
      if (next === -1) break
      at = next
      continue
    }
    if (at + 5 > block.length) {
      damaged = true
      break
    }
    const record = block[at + 1] ?? 0
    const dataset = block[at + 2] ?? 0
    let length = ((block[at + 3] ?? 0) << 8) | (block[at + 4] ?? 0)
    let start = at + 5
    if (record === 0 || record > 9) {
      damaged = true
      at++
      continue
    }
    if (length & 0x8000) {
      const size = length & 0x7fff
      if (size > 4 || start + size > block.length) {
        damaged = true
        break
      }
      length = 0
      for (let step = 0; step < size; step++) length = length * 256 + (block[start + step] ?? 0)
      start += size
    }
    if (start + length > block.length) {
      damaged = true
      length = block.length - start
    }
    const value = block.subarray(start, start + length)
    if (record === 1 && dataset === 90)
      declaresUtf8 = value[0] === 0x1b && value[1] === 0x25 && value[2] === 0x47
    if (record === 2) {
      if (dataset < last) damaged ||= dataset !== 0 && !repeatable.has(dataset)
      last = dataset
      const known = raw.get(dataset)
      if (!known) raw.set(dataset, [value])
      else if (repeatable.has(dataset)) known.push(value)
      else damaged = true
    }
    at = start + length
  }
  return decodeValues(raw, declaresUtf8, damaged)
}

function decodeValues(raw: ReadonlyMap<number, Uint8Array[]>, declaresUtf8: boolean, damaged: boolean): Iim {
  const all = [...raw.values()].flat()
  const isUtf8 = all.every((value) => isWellFormed(value)) || (declaresUtf8 && all.every(endsEarly))
  const charset = isUtf8 ? 'utf-8' : looksMacRoman(all) ? 'macintosh' : guessCharset(all)
  const decoder = new TextDecoder(charset)
  const values = new Map<number, string[]>()
  const cut = new Set<number>()
  for (const [dataset, entries] of raw) {
    if (dataset === 0) continue
    const words: string[] = []
    for (const entry of entries) {
      // A value cut inside a letter ends in U+FFFD.
      const text = decoder
        .decode(entry)
        .replace(/\uFFFD{1,3}$/u, '')
        .replaceAll('\0', '')
        .trim()
      if (text === '' || words.includes(text)) continue
      words.push(text)
      const limit = longest[dataset]
      if (limit !== undefined && entry.length >= limit - 1 && entry.length <= limit) cut.add(dataset)
    }
    if (words.length > 0) values.set(dataset, words)
  }
  return {values, damaged, cut, charset, ...(declaresUtf8 ? {declared: 'utf-8'} : {})}
}

/** á à â ä ã å ç é è ê ò ô õ ù ü of Mac Roman. */
const macOnly: ReadonlySet<number> = new Set([
  0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8d, 0x8e, 0x8f, 0x90, 0x98, 0x99, 0x9b, 0x9d, 0x9f,
])

/**
 * Inside words, the bytes of Mac Roman's accented small letters are capitals and signs in Windows-1252, which no word has there
 * (`RŽid`); the bytes of Windows-1252's are signs and capitals in Mac Roman.
 */
function looksMacRoman(values: readonly Uint8Array[]): boolean {
  let [mac, windows] = [0, 0]
  const isSmall = (byte = 0) => byte >= 0x61 && byte <= 0x7a
  for (const value of values)
    for (let at = 1; at < value.length; at++) {
      const byte = value[at]!
      // The letter before may be a capital; ™, which is Mac Roman's ô, stands behind words.
      if (byte < 0x80 || !isSmall(value[at - 1]! | 0x20) || (byte === 0x99 && !isSmall(value[at + 1])))
        continue
      if (macOnly.has(byte)) mac++
      else if (byte >= 0xdf) windows++
    }
  return mac > 0 && windows === 0
}

/** UTF-8 but for a letter that was cut at its end. */
function endsEarly(bytes: Uint8Array): boolean {
  return [0, 1, 2, 3].some((cut) => isWellFormed(bytes.subarray(0, Math.max(0, bytes.length - cut))))
}

/** Windows-1252, unless many letters make words in another encoding and none in it. */
function guessCharset(values: readonly Uint8Array[]): string {
  const all = Uint8Array.from(values.flatMap((value) => [...value.subarray(0, 2000), 0x0a]))
  if (all.filter((byte) => byte >= 0x80).length < 12) return 'windows-1252'
  const guesses = guessEncodings(all)
  const western = guesses.find(({name}) => name === 'windows-1252')?.score ?? 0
  const best = guesses[0]
  return best && best.score > 0.5 && best.score > western + 0.3 ? best.name : 'windows-1252'
}

function isWellFormed(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', {fatal: true}).decode(bytes)
    return true
  } catch {
    return false
  }
}
