/**
 * The width that lines were filled to, in characters, or null when the copy is not filled (each line is a paragraph).
 * Filled copy has no line much longer than the others; a long address does not count.
 */
export function wrapWidth(lines: readonly string[]): number | null {
  const lengths: number[] = []
  for (const line of lines) {
    const text = line.trimEnd()
    const longestWord = text.length > 40 ? Math.max(...text.split(' ', 60).map((word) => word.length)) : 0
    if (text.length >= 30 && longestWord < 40) lengths.push(text.length)
  }
  if (lengths.length < 2) return null
  lengths.sort((a, b) => a - b)
  const widest = lengths[lengths.length - 1] ?? 0
  if (widest <= 110) return widest
  const most = lengths[Math.floor(lengths.length * 0.9)] ?? widest
  return most <= 100 ? most : null
}

/** True when `next` was moved to its own line only because it did not fit at the end of `line`. */
export function isFilledBreak(line: string, next: string, width: number): boolean {
  const first = /^\s*(\S+)/.exec(next)?.[1] ?? ''
  return line.trimEnd().length + 1 + first.length > width
}
