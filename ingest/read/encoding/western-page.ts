import {decodeLegacy} from './dos-pages.ts'
import {highLines} from './guess-encoding.ts'

/** The letters beyond ASCII of a language, commonest first ("Letter frequency", Wikipedia, by language). */
const alphabets: readonly ReadonlyMap<string, number>[] = [
  'éàèêçûùâîôœëïæÿ',
  'üäößé',
  'óíáéñúü¡¿ªº',
  'ãôâçêéóúíáàõüªº',
  'àèùìéòî',
  'äåöéü',
  'åøæéü',
  'äöåé',
  'ëéïöèüêá',
].map((letters) => new Map([...letters].map((letter, rank) => [letter, rank])))

/** What all of them write. */
const signs = new Set('‘’“”„–—«»…•·§°£€\u00A0')

/**
 * Text of a Western language that was written on an old Macintosh or under DOS: as Windows-1252 it has symbols in the middle of words
 * and capitals behind small letters, which the right page has not. Null when Windows-1252 reads as well, or neither does.
 */
export function westernPage(bytes: Uint8Array): 'macintosh' | 'ibm850' | null {
  const sample = highLines(bytes)
  if (oddShare(decodeLegacy('windows-1252', sample)) < 0.25) return null
  const [mac, dos] = (['macintosh', 'ibm850'] as const).map((name) => {
    const text = decodeLegacy(name, sample)
    return oddShare(text) <= 0.03 ? likeness(text) : 0
  }) as [number, number]
  if (Math.max(mac, dos) < 0.84 || mac === dos) return null
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
    if (isUpper(character)) return isLower(before) || (isUpper(before) && isLower(after))
    return isUpper(after) && isLetter(before)
  }
  if (/[†‡ƒ]/.test(character)) return isLetter(before) || isLetter(after)
  if (/[‚„]/.test(character)) return isLetter(before)
  if (character === '•') return isLower(before) && isLower(after)
  // Dashes, apostrophes and an ellipsis stand between words; nothing else stands inside of one.
  return !/[–—’‘…·\u00A0\u00AD]/.test(character) && isLetter(before) && isLetter(after)
}

/**
 * The share of the characters past ASCII that one language writes, at the best, less a little for letters that are rare in it: `ñ` and `á`
 * on a Macintosh are `û` and `ç` under DOS.
 */
function likeness(text: string): number {
  const high = [...text.toLowerCase()].filter((character) => character.charCodeAt(0) >= 0x80)
  if (high.length === 0) return 0
  let best = 0
  for (const ranks of alphabets) {
    let sum = 0
    for (const character of high) {
      const rank = signs.has(character) ? 0 : ranks.get(character)
      if (rank !== undefined) sum += 1 - rank / 1000
    }
    best = Math.max(best, sum / high.length)
  }
  return best
}

const isLetter = (character: string): boolean => /\p{L}/u.test(character)
const isUpper = (character: string): boolean => /\p{Lu}/u.test(character)
const isLower = (character: string): boolean => /\p{Ll}/u.test(character)
