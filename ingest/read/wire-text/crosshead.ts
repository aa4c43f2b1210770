/**
 * True for a line that heads the copy below it: short, with letters, and either all in capitals or ending in a colon,
 * with no end of a sentence. Used only for lines that stand alone.
 */
export function isCrossheadLine(line: string): boolean {
  const text = line.trim()
  if (text.length < 3 || text.length > 60 || !/\p{L}{2}/u.test(text)) return false
  if (/[.!?…,;]["”’)]?$/u.test(text)) return false
  return /^\P{Ll}+$/u.test(text) && /\p{Lu}{3}/u.test(text) && !/\d{3}/.test(text)
}
