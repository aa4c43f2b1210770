/**
 * The width that lines were filled to, in characters, or null when the copy is not filled (each line is a paragraph).
 * Filled copy has no line much longer than the others; a long address does not count.
 */
export function wrapWidth(lines: readonly string[]): number | null {
  const lengths: number[] = []
  for (const line of lines) {
    const length = trimmedLength(line)
    if (length >= 30 && !hasLongWord(line, length)) lengths.push(length)
  }
  if (lengths.length < 2) return null
  lengths.sort((a, b) => a - b)
  const widest = lengths[lengths.length - 1] ?? 0
  if (widest <= 110) return widest
  const most = lengths[Math.floor(lengths.length * 0.9)] ?? widest
  return most <= 100 ? most : null
}

/** The same for wire messages, which are filled even where they have a single full line that is not the end of a sentence. */
export function wireWidth(lines: readonly string[]): number | null {
  const width = wrapWidth(lines)
  if (width !== null) return width
  let longest = 0
  for (const line of lines)
    if (!/[.!?]["”’»)]?\s{0,3}$/.test(line)) longest = Math.max(longest, trimmedLength(line))
  return longest >= 50 && longest <= 80 ? longest : null
}

function trimmedLength(line: string): number {
  let length = line.length
  while (length > 0 && line.charCodeAt(length - 1) <= 0x20) length--
  return length
}

/** True for a word of forty letters or more within the first two hundred characters: an address, most likely. */
function hasLongWord(line: string, length: number): boolean {
  const end = Math.min(length, 200)
  let start = 0
  for (let at = 0; at <= end; at++) {
    if (at < end && line.charCodeAt(at) !== 0x20) continue
    if (at - start >= 40) return true
    start = at + 1
  }
  return false
}

/** True when `next` was moved to its own line only because it did not fit at the end of `line`. */
export function isFilledBreak(line: string, next: string, width: number): boolean {
  let start = 0
  while (start < next.length && next.charCodeAt(start) <= 0x20) start++
  let end = start
  while (end < next.length && end - start <= width && next.charCodeAt(end) > 0x20) end++
  return trimmedLength(line) + 1 + (end - start) > width
}
