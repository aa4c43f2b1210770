/** One line of copy, without its line end. */
export interface CopyLine {
  text: string
  /** Counts from 1. */
  line: number
  /** Where the line starts in the decoded copy. */
  offset: number
}

/** The lines of copy; CRLF, LF and CR each end one. */
export function toCopyLines(copy: string, start = 0, end = copy.length, firstLine = 1): CopyLine[] {
  const lines: CopyLine[] = []
  let line = firstLine
  let from = start
  for (let at = start; at < end; at++) {
    const code = copy.charCodeAt(at)
    if (code !== 0x0a && code !== 0x0d) continue
    lines.push({text: copy.slice(from, at), line, offset: from})
    if (code === 0x0d && copy.charCodeAt(at + 1) === 0x0a && at + 1 < end) at++
    from = at + 1
    line++
  }
  if (from < end) lines.push({text: copy.slice(from, end), line, offset: from})
  return lines
}
