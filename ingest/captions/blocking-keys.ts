import type {CaptionToken} from './caption-tokens.ts'
import {functionWords, labelWords, positionWords} from './caption-words.ts'
import type {ReadCaption} from './read-caption.ts'
import {readCaption} from './read-caption.ts'

/** Words in a key: few enough to survive one edit, many enough to be rare. The first key is shorter, for short captions cut off. */
const wordsInKey = 4
const wordsInFirstKey = 3

/**
 * A few short keys of a caption, stored on its document: two wordings of one picture share at least one (unless several edits fall
 * together), so near-duplicates are found by equality, in memory and by GROQ (`blockingKeys[@ in $keys]`). Keys are hashes of
 * content words in a row: the first twelve, the first three and the next four of the caption, the first three of later parts,
 * and the pair with the lowest hash (which stays when words are put in anywhere); two to eight keys, most telling first. Dates, positions and labels are left out, since prints differ in them.
 */
export function blockingKeys(text: string): string[] {
  return blockingKeysOf(readCaption(text))
}

/** As `blockingKeys`, for a caption already read. */
export function blockingKeysOf(caption: ReadCaption): string[] {
  const parts = toParts(caption.truncated ? caption.tokens.slice(0, -1) : caption.tokens)
  const keys = new Set<string>()
  const all = parts.flat()
  if (all.length === 0) return []
  keys.add(toKey('l', all.slice(0, 12)))
  keys.add(toKey('w', all.slice(0, wordsInFirstKey)))
  if (all.length > wordsInFirstKey)
    keys.add(toKey('w', all.slice(wordsInFirstKey, wordsInFirstKey + wordsInKey)))
  for (const part of parts.slice(1, 4)) {
    if (part.length >= wordsInFirstKey) keys.add(toKey('w', part.slice(0, wordsInFirstKey)))
  }
  keys.add(lowestPair(all))
  // `© First Last` before the caption: where the credit ends is not marked.
  if (caption.creditFirst && all.length > wordsInFirstKey + 2)
    keys.add(toKey('w', all.slice(2, wordsInFirstKey + 2)))
  return [...keys]
}

function toParts(tokens: CaptionToken[]): string[][] {
  const parts: string[][] = [[]]
  for (const token of tokens) {
    if (token.opens && (parts.at(-1)?.length ?? 0) > 0) parts.push([])
    if (
      token.date ||
      token.bracketed ||
      functionWords.has(token.word) ||
      labelWords.has(token.word) ||
      positionWords.has(token.word)
    )
      continue
    parts.at(-1)?.push(token.key)
  }
  return parts.filter((part) => part.length > 0)
}

/** One value of a min-hash over pairs of neighbours (Broder 1997): two captions share it as often as they share their pairs. */
function lowestPair(words: string[]): string {
  let lowest = Number.POSITIVE_INFINITY
  let at = 0
  for (let index = 0; index === 0 || index + 1 < words.length; index += 1) {
    const hash = hash32(words[index + 1] ?? '', hash32(words[index] ?? '', 0x81_1c_9d_c5))
    if (hash < lowest) {
      lowest = hash
      at = index
    }
  }
  return toKey('m', words.slice(at, at + 2))
}

/** 48 bits by two rounds of FNV-1a over the letters: for lookup only, never an identity. */
function toKey(kind: string, words: string[]): string {
  const letters = kind + words.join('')
  return (
    hash32(letters, 0x81_1c_9d_c5).toString(16).padStart(8, '0') +
    hash32(letters, 0x01_00_01_93).toString(16).padStart(8, '0').slice(0, 4)
  )
}

function hash32(text: string, seed: number): number {
  let hash = seed
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01_00_01_93)
  }
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c_1b_3c_6d)
  return (hash ^ (hash >>> 13)) >>> 0
}
