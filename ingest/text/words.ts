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
  return text.replaceAll(/[\s\u200B\u2060\uFEFF]+/gu, ' ').trim()
}
