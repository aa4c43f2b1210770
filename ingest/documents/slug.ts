/** Longest slug made from a headline, in characters, without the suffix; Sanity's own slug input cuts at 200 by default. */
const maxLength = 80

/**
 * An address for a headline: lower case, accents dropped, words joined by hyphens, cut at a word, and six digits of the article's id
 * so that two stories with one headline ("News in brief") keep apart. Letters of any script are kept.
 */
export function toSlug(headline: string | undefined, articleId: string): string {
  const plain = (headline ?? '')
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/['’ʼ]/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
  const cut =
    plain.length > maxLength ? plain.slice(0, plain.lastIndexOf('-', maxLength) + 1 || maxLength) : plain
  const suffix = articleId.slice(-6)
  return `${cut.replace(/-+$/, '') || 'article'}-${suffix}`
}
