/** One line of a flat page that has words on it. */
export interface PageLine {
  /** 1-based number in the copy, blank lines counted; `\r\n`, `\n` and `\r` end a line. */
  line: number
  /** Where `text` starts in the copy (JavaScript string offset). */
  offset: number
  /** The words, white space of every kind taken off both ends and otherwise as they came. */
  text: string
  /** Blank lines between this line and the one before it that has words. */
  blanksBefore: number
  /** Columns of white space before the words. */
  indent: number
  /** The last line of the copy that belongs to it, when several were joined (see `unwrapLines`). */
  endLine?: number
}

// White space of every kind, with the invisible characters that web pages and word processors leave at line ends.
const edgeSpace = /[\s\u0085\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF\uFFFC]/u

/**
 * The lines of a flat page that have words (any character that is not white space or invisible), in order.
 * `text` is always the copy's own characters: `copy.slice(offset, offset + text.length) === text`. Empty copy gives [].
 */
export function toPageLines(copy: string): PageLine[] {
  const lines: PageLine[] = []
  let line = 0
  let blanks = 0
  let start = 0
  while (start <= copy.length) {
    const end = lineEnd(copy, start)
    line += 1
    let from = start
    let to = end
    while (from < to && edgeSpace.test(copy.charAt(from))) from += 1
    while (to > from && edgeSpace.test(copy.charAt(to - 1))) to -= 1
    if (to > from) {
      lines.push({line, offset: from, text: copy.slice(from, to), blanksBefore: blanks, indent: from - start})
      blanks = 0
    } else {
      blanks += 1
    }
    start = copy.charCodeAt(end) === 13 && copy.charCodeAt(end + 1) === 10 ? end + 2 : end + 1
  }
  return lines
}

function lineEnd(copy: string, start: number): number {
  for (let at = start; at < copy.length; at += 1) {
    const code = copy.charCodeAt(at)
    if (code === 10 || code === 13) return at
  }
  return copy.length
}

/** The lines of the copy that a page line stands on. */
export function toLineNumbers({line, endLine = line}: PageLine): number[] {
  return Array.from({length: endLine - line + 1}, (_, step) => line + step)
}
