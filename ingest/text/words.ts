/**
 * The words of a text, for comparing wordings: NFKC, lower case, runs of letters, digits and combining marks.
 * Punctuation, quotation marks and white space never matter; an apostrophe inside a word does not split it.
 */
export function toWords(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/['’ʼ]/gu, '')
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  )
}

/** `text` with every run of white space (no-break and zero-width kinds too) as one space, trimmed. */
export function collapseSpace(text: string): string {
  if (isCollapsed(text)) return text
  return text.replaceAll(/[\s\u200B\u2060\uFEFF]+/gu, ' ').trim()
}

/** Single spaces between words and no other white space: most text is, and this look is quicker than replacing nothing. */
function isCollapsed(text: string): boolean {
  let before = 32
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 32 ? before === 32 : code < 32 || code === 0xa0 || (code >= 0x1680 && !isPlain(code)))
      return false
    before = code
  }
  return before !== 32
}

/** Punctuation of running text above the letters that is no white space. */
function isPlain(code: number): boolean {
  return (
    (code >= 0x2010 && code <= 0x2027) ||
    (code >= 0x2100 && code < 0x3000) ||
    (code > 0x3000 && code < 0xd800)
  )
}
