/** The parts of Portable Text that quotations are made of. */
export interface BodyBlock {
  _key?: string
  _type?: string
  markDefs?: {
    _key?: string
    _type?: string
    quote?: {_ref?: string}
    acceptedReason?: string
    acceptedWords?: string
  }[]
  children?: {_key?: string; _type?: string; text?: string; marks?: string[]}[]
}

/** One piece of a quotation: words of one block under one mark. */
export interface QuotationPiece {
  block: string
  mark: string
  /** Index of the first span that carries the mark. */
  firstSpan: number
  spans: number
  text: string
}

/** All that the body marks as one quote, in order. */
export interface MarkedQuotation {
  quoteId: string
  pieces: QuotationPiece[]
  acceptedReason?: string
  acceptedWords?: string
}

/** The quotations that a body marks, in the order of their first words. */
export function findQuotations(body: BodyBlock[] | undefined): MarkedQuotation[] {
  const found = new Map<string, MarkedQuotation>()
  for (const block of body ?? []) {
    if (block._type !== 'block' || !Array.isArray(block.children)) continue
    const marks = new Map((block.markDefs ?? []).map((mark) => [mark._key ?? '', mark]))
    const pieces = new Map<string, QuotationPiece>()
    block.children.forEach((span, index) => {
      for (const key of span.marks ?? []) {
        if (marks.get(key)?._type !== 'quotation') continue
        const piece = pieces.get(key)
        if (piece) {
          piece.text += span.text ?? ''
          piece.spans = index - piece.firstSpan + 1
        } else
          pieces.set(key, {
            block: block._key ?? '',
            mark: key,
            firstSpan: index,
            spans: 1,
            text: span.text ?? '',
          })
      }
    })
    for (const piece of pieces.values()) {
      const mark = marks.get(piece.mark)
      const quoteId = mark?.quote?._ref ?? ''
      const quotation = found.get(quoteId) ?? {quoteId, pieces: []}
      quotation.pieces.push(piece)
      if (mark?.acceptedReason) quotation.acceptedReason = mark.acceptedReason
      if (mark?.acceptedWords) quotation.acceptedWords = mark.acceptedWords
      found.set(quoteId, quotation)
    }
  }
  return [...found.values()]
}

/** What the body says under the marks of one quote, a string a block. */
export function toSpokenParagraphs(quotation: MarkedQuotation): string[] {
  const byBlock = Map.groupBy(quotation.pieces, (piece) => piece.block)
  return [...byBlock.values()].map((pieces) => pieces.map((piece) => piece.text.trim()).join(' '))
}

/** True when two texts say the same words: quotation marks, punctuation and spacing aside, letters as written. */
export function saysTheSame(one: string[], other: string[]): boolean {
  const words = toSpokenWords(one)
  const others = toSpokenWords(other)
  return words.length === others.length && words.every((word, index) => word === others[index])
}

/** `same` as the words that came, `accepted` as changed by an editor who said why, `changed`, or `missing` when there is no quote. */
export type QuotationState = 'same' | 'accepted' | 'changed' | 'missing'

export function toQuotationState(
  quotation: MarkedQuotation,
  paragraphs: string[] | undefined,
): QuotationState {
  if (!paragraphs) return 'missing'
  const spoken = toSpokenParagraphs(quotation)
  if (saysTheSame(spoken, paragraphs)) return 'same'
  if (quotation.acceptedReason && quotation.acceptedWords && saysTheSame(spoken, [quotation.acceptedWords]))
    return 'accepted'
  return 'changed'
}

function toSpokenWords(paragraphs: string[]): string[] {
  return paragraphs
    .join(' ')
    .normalize('NFC')
    .replaceAll(/[‘’ʼ]/gu, "'")
    .split(/[^\p{L}\p{M}\p{N}'%$£€]+/gu)
    .map((word) => word.replace(/^'+|'+$/g, ''))
    .filter((word) => word !== '')
}
