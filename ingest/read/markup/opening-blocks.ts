import type {BodyBlock} from '../../model/news-item.ts'

/** What a written document opens with, and the rest of its blocks. */
export interface Opening {
  headline?: string
  byline?: string
  blocks: BodyBlock[]
}

/** `By Name`, `By Name and Name, Title`: a line of its own, no sentence. */
export const bylineShape = /^(?:by|von|par|por|di|av|door)\s+\p{Lu}[^.!?]{1,100}$/iu

/**
 * Takes headline and byline off the top of a written document: its first block when it is a heading (or one short line, all
 * bold), and the line after it that starts with "By". Pictures before them stay. Nothing is taken that is not of that shape.
 */
export function takeOpening(blocks: readonly BodyBlock[], known: {headline?: string} = {}): Opening {
  const rest = [...blocks]
  const opening: Opening = {blocks: rest}
  const first = rest.findIndex(({text}) => text !== '')
  const block = rest[first]
  if (!block) return opening
  const isHeading = block.kind === 'crosshead' || (block.kind === 'paragraph' && isMarked(block, 'strong'))
  const repeats = known.headline !== undefined && sameWords(block.text, known.headline)
  let next = first
  if (repeats || (known.headline === undefined && isHeading)) {
    opening.headline = block.text.replaceAll(/\s+/g, ' ')
    rest.splice(first, 1)
  } else if (block.kind === 'crosshead') next = first + 1
  const line = rest[next]
  if (line?.kind === 'paragraph' && line.text.split(/\s+/).length <= 14 && bylineShape.test(line.text)) {
    opening.byline = line.text
    rest.splice(next, 1)
  }
  return opening
}

/** True for a line of no more than `most` characters that is all in one kind of letters, and no sentence. */
export function isMarked({text, marks = []}: BodyBlock, kind: 'strong' | 'em', most = 160): boolean {
  if (text.length > most || (most <= 160 && /[.:;,]$/.test(text))) return false
  const marked = marks
    .filter((mark) => mark.kind === kind)
    .reduce((sum, {start, end}) => sum + end - start, 0)
  return marked > 0 && marked >= text.trim().length - 1
}

function sameWords(a: string, b: string): boolean {
  const words = (text: string) =>
    text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  return words(a) === words(b)
}
