/** Longer words stand in the index by their beginning. */
const maxWordLength = 48

/**
 * A word as the full-text index holds it. Words that GROQ's `match` takes for the same (it folds case as regular expressions do) and words
 * that `text::query` takes for the same have the same key; some others do as well.
 */
export function toWordKey(word: string): string {
  const cut = word.length > maxWordLength ? word.slice(0, maxWordLength) : word
  if (simpleWord.test(cut)) return cut.toLowerCase()
  const folded = cut.toUpperCase().toLowerCase().replaceAll('ς', 'σ').normalize('NFD')
  // Full-text search splits at ASCII signs and halves of pairs are no characters, so they get others.
  return folded
    .replace(/[^\p{L}\p{M}\p{N}]/gu, (sign) => String.fromCharCode(0xe000 + (sign.codePointAt(0)! % 0x1800)))
    .slice(0, maxWordLength)
}

/** What the keys of all words begin with that begin with `start`. */
export function toWordKeyStart(start: string): string {
  // Marks may stand in another order once more of the word follows.
  return toWordKey(start).replace(/\p{M}+$/u, '')
}

const simpleWord = /^[A-Za-z0-9]+$/
