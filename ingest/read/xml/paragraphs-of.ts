/** A line at least this long that ends in the middle of a sentence was broken by a machine. */
const minWrapped = 55

const sentenceEnd = /[.!?…:;"”»’')\]]$/

/**
 * Paragraphs of text that has no markup: blank lines end them; without blank lines a line break does, unless the lines were
 * broken by width (most of them long and ending inside a sentence). White space inside is collapsed.
 */
export function paragraphsOf(text: string): string[] {
  const pieces = /\n[ \t\r]*\n/.test(text) ? text.split(/\n[ \t\r]*\n/) : [text]
  const isWhole = pieces.length === 1
  return pieces.flatMap((piece) => {
    const lines = piece
      .split('\n')
      .map((line) => line.replaceAll(/\s+/g, ' ').trim())
      .filter(Boolean)
    if (!lines.length) return []
    if (!isWhole || isWrapped(lines)) return isWhole ? joinWrapped(lines) : [lines.join(' ')]
    return lines
  })
}

function isWrapped(lines: readonly string[]): boolean {
  const breaks = lines.slice(0, -1)
  const wrapped = breaks.filter((line) => line.length >= minWrapped && !sentenceEnd.test(line)).length
  return wrapped > 0 && wrapped >= breaks.length * 0.4
}

/** A break after a whole sentence on a short line still ends a paragraph. */
function joinWrapped(lines: readonly string[]): string[] {
  const width = Math.max(...lines.slice(0, 1000).map((line) => line.length))
  const paragraphs: string[] = []
  let current = ''
  for (const line of lines) {
    current = current ? `${current} ${line}` : line
    if (sentenceEnd.test(line) && line.length < width * 0.8) {
      paragraphs.push(current)
      current = ''
    }
  }
  if (current) paragraphs.push(current)
  return paragraphs
}
