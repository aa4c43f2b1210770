import type {BodyBlock, MarkedQuotation} from './quotations.ts'

const opening = /^[\s“”"„«»‘‚']*/u
const closing = /[\s“”"„«»’']*$/u

/**
 * The blocks of a body with the words of a quotation put back as they came, quotation marks left as the article has them. Null when it
 * cannot be told which words belong where: the quotation is in more or fewer paragraphs than the quote, or broken within one.
 */
export function restoreWords(
  body: BodyBlock[],
  quotation: MarkedQuotation,
  paragraphs: string[],
): {key: string; children: NonNullable<BodyBlock['children']>}[] | null {
  const {pieces} = quotation
  if (pieces.length !== paragraphs.length || new Set(pieces.map(({block}) => block)).size !== pieces.length)
    return null
  return pieces.map((piece, index) => {
    const block = body.find(({_key}) => _key === piece.block)
    const before = opening.exec(piece.text)?.[0] ?? ''
    const after = closing.exec(piece.text.slice(before.length))?.[0] ?? ''
    const text = `${before}${paragraphs[index]}${after}`
    const marked = (block?.children ?? []).map((span) => (span.marks ?? []).includes(piece.mark))
    const first = marked.indexOf(true)
    const children = (block?.children ?? []).flatMap((span, at) => {
      if (!marked[at]) return [span]
      return at === first ? [{...span, text}] : []
    })
    return {key: piece.block, children}
  })
}
