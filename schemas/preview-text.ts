/** The longest preview line, in characters: a list row shows no more. */
const maxLength = 160

/** A quote's words in quotation marks, cut to a list row. */
export function toQuoteTitle(paragraphs: string[] | undefined): string {
  const words = (paragraphs ?? []).join(' ').trim()
  return words ? `“${cut(words)}”` : 'Quote without words'
}

function cut(text: string): string {
  return text.length > maxLength ? `${text.slice(0, maxLength).trimEnd()}…` : text
}
