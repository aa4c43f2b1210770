import {commonLetters} from './common-letters.ts'
import {decodeLegacy} from './dos-pages.ts'
import {highWindows} from './high-windows.ts'

/** What an encoding makes of some bytes: over 0.3 it reads like text, below 0 it does not. */
export interface Guess {
  name: string
  score: number
}

/** Enough text to tell a language by its letters. */
const maxBytes = 8000

const multiByte = new Set(['big5', 'gbk', 'shift_jis', 'euc-jp', 'euc-kr'])

/**
 * Tells a legacy encoding by the letters it gives: right is the one that makes words of one script, in one case, of the
 * commonest letters, without symbols in the middle of words. Bytes that are all ASCII or UTF-8 are not its business.
 * Gives every candidate, best first.
 */
export function guessEncodings(bytes: Uint8Array): Guess[] {
  const sample = highWindows(highLines(bytes))
  return Object.keys(commonLetters)
    .map((name) => ({name, score: scoreSample(sample, name)}))
    .sort((a, b) => b.score - a.score)
}

/** How much the bytes read like text in one encoding, -3 to 2. An encoding that is not known scores -3. */
export function scoreEncoding(bytes: Uint8Array, name: string): number {
  return scoreSample(highWindows(highLines(bytes)), name)
}

function scoreSample(sample: Uint8Array, name: string): number {
  let text: string
  try {
    text = decodeLegacy(name, sample)
  } catch {
    return -3
  }
  const common = commonOf(name)
  let high = 0
  let score = 0
  let before = ''
  let script = ''
  let run = 0
  for (const character of text) {
    const code = character.codePointAt(0)!
    if (code < 0x80) {
      const letter = code | 0x20
      if (letter >= 0x61 && letter <= 0x7a) {
        if (script && script !== 'latin') score -= 1
        script = 'latin'
      } else script = ''
      before = character
      continue
    }
    high++
    const own = scriptOf(code)
    if (code === 0xfffd || (code >= 0x80 && code < 0xa0) || (code >= 0xe000 && code < 0xf900)) score -= 4
    else if (!own)
      score += isWordCharacter(before) && !common.has(character) ? -2 : common.has(character) ? 0.4 : -0.4
    else {
      if (common.has(character)) score += own === 'han' || own === 'hangul' ? 2 : 1
      else if (code >= 0xff61 && code <= 0xff9f) score -= 1.5
      else score += own === 'han' || own === 'hangul' ? 0.2 : -0.3
      if (script && script !== own && !(isAsian(script) && isAsian(own)))
        score -= script === 'latin' || own === 'latin' ? 2 : 1
      // Languages in Latin letters seldom have two accented ones in a row; other scripts read as Latin have nothing else.
      run = own === 'latin' && before.charCodeAt(0) > 0x7f && script === 'latin' ? run + 1 : 0
      if (run) score -= run > 1 ? 2 : 0.6
      if (/\p{Lu}/u.test(character) && /\p{Ll}/u.test(before)) score -= 2
    }
    script = own
    before = character
  }
  if (!high) return 0
  // A double-byte encoding swallows two bytes a letter: its fewer characters must not weigh more.
  return multiByte.has(name) ? score / high - 0.05 : score / high
}

const commonSets = new Map<string, ReadonlySet<string>>()

function commonOf(name: string): ReadonlySet<string> {
  const known = commonSets.get(name)
  if (known) return known
  const letters = commonLetters[name] ?? commonLetters[cousins[name] ?? ''] ?? commonLetters['windows-1252']!
  const made = new Set(letters)
  commonSets.set(name, made)
  return made
}

const cousins: Readonly<Record<string, string>> = {
  'iso-8859-1': 'windows-1252',
  'iso-8859-15': 'windows-1252',
  'iso-8859-2': 'windows-1250',
  'iso-8859-7': 'windows-1253',
  'iso-8859-8': 'windows-1255',
  'iso-8859-6': 'windows-1256',
  'iso-8859-9': 'windows-1254',
  'iso-8859-13': 'windows-1257',
  'iso-8859-4': 'windows-1257',
  gb18030: 'gbk',
  gb2312: 'gbk',
  'x-mac-cyrillic': 'windows-1251',
}

function isWordCharacter(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character)
}

function isAsian(script: string): boolean {
  return script === 'han' || script === 'kana' || script === 'hangul'
}

function scriptOf(code: number): string {
  if (code < 0x250) return code >= 0xc0 && code !== 0xd7 && code !== 0xf7 ? 'latin' : ''
  if (code >= 0x370 && code < 0x400) return 'greek'
  if (code >= 0x400 && code < 0x530) return 'cyrillic'
  if (code >= 0x590 && code < 0x600) return 'hebrew'
  if (code >= 0x600 && code < 0x700) return 'arabic'
  if (code >= 0xe00 && code < 0xe80) return 'thai'
  if ((code >= 0x3040 && code < 0x3100) || (code >= 0xff61 && code <= 0xff9f)) return 'kana'
  if (code >= 0x4e00 && code < 0xa000) return 'han'
  if (code >= 0xac00 && code < 0xd7a4) return 'hangul'
  return ''
}

/** The lines that hold bytes past ASCII, with what stands around them, as one sample. */
export function highLines(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= maxBytes) return bytes
  const sample = new Uint8Array(maxBytes)
  let length = 0
  let start = 0
  for (let at = 0; at < bytes.length && length < maxBytes; at++) {
    if (bytes[at]! < 0x80) {
      if (bytes[at] === 10 || bytes[at] === 62) start = at + 1
      continue
    }
    let end = at
    while (end < bytes.length && bytes[end] !== 10 && bytes[end] !== 60 && end - start < 4000) end++
    const line = bytes.subarray(Math.max(start, at - 200), Math.min(end + 1, at + maxBytes - length))
    sample.set(line.subarray(0, maxBytes - length), length)
    length = Math.min(maxBytes, length + line.length)
    at = end
    start = end
  }
  return sample.subarray(0, length)
}
