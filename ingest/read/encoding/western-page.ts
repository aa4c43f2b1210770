import {decodeLegacy} from './dos-pages.ts'
import {highLines} from './guess-encoding.ts'

/** The letters beyond ASCII of a language, and the signs that all of them write. */
const alphabets: readonly ReadonlySet<string>[] = [
  'éèàêçùôîâûëïœæÿ',
  'äöüßé',
  'áéíóúñü¡¿ªº',
  'ãçáéíóâêôõàúüªº',
  'àèéìòùî',
  'åäöæøéü',
].map((letters) => new Set(`${letters}‘’“”„–—«»…•·§°£€\u00A0`))

/**
 * Text of a Western language that was written on an old Macintosh or under DOS: as Windows-1252 it has symbols in the middle of words
 * and capitals behind small letters, which the right page has not. Null when Windows-1252 reads as well, or neither does.
 */
export function westernPage(bytes: Uint8Array): 'macintosh' | 'ibm850' | null {
  const sample = highLines(bytes)
  if (oddShare(decodeLegacy('windows-1252', sample)) < 0.25) return null
  const [mac, dos] = (['macintosh', 'ibm850'] as const).map((name) => {
    const text = decodeLegacy(name, sample)
    return oddShare(text) <= 0.03 ? languageShare(text) : 0
  }) as [number, number]
  if (Math.max(mac, dos) < 0.85 || mac === dos) return null
  return mac > dos ? 'macintosh' : 'ibm850'
}

/** Of the characters past ASCII, those that stand where no such character does. */
function oddShare(text: string): number {
  let high = 0
  let odd = 0
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) < 0x80) continue
    high++
    if (isOdd(text[at - 1] ?? ' ', text[at]!, text[at + 1] ?? ' ')) odd++
  }
  return high === 0 ? 0 : odd / high
}

function isOdd(before: string, character: string, after: string): boolean {
  const code = character.charCodeAt(0)
  if (code < 0xa0 || code === 0xfffd || (code >= 0xe000 && code < 0xf900)) return true
  if (isLetter(character) && character !== 'ƒ') {
    // π and µ are letters of their own.
    if (/[ŠŽŒŸ]/.test(character) && !isLetter(before) && !isLetter(after)) return true
    if (code >= 0x370 && isLetter(before) && isLetter(after)) return true
    return isUpper(character) ? isLower(before) : isUpper(after) && isLower(before)
  }
  if (/[†‡ƒ]/.test(character)) return isLetter(before) || isLetter(after)
  if (/[‚„]/.test(character)) return isLetter(before)
  // Dashes, apostrophes and an ellipsis stand between words; nothing else stands inside of one.
  return !/[–—’‘…·•\u00A0\u00AD]/.test(character) && isLetter(before) && isLetter(after)
}

/** Of the characters past ASCII, those that one language writes, at the best. */
function languageShare(text: string): number {
  const high = [...text.toLowerCase()].filter((character) => character.charCodeAt(0) >= 0x80)
  const counts = alphabets.map((letters) => high.filter((character) => letters.has(character)).length)
  return high.length === 0 ? 0 : Math.max(...counts) / high.length
}

const isLetter = (character: string): boolean => /\p{L}/u.test(character)
const isUpper = (character: string): boolean => /\p{Lu}/u.test(character)
const isLower = (character: string): boolean => /\p{Ll}/u.test(character)
