import type {BodyBlock} from '../../model/news-item.ts'

/** What a written document opens with, and the rest of its blocks. */
export interface Opening {
  headline?: string
  byline?: string
  blocks: BodyBlock[]
}

/** `By Name`, `By Name and Name, Title`: a line of its own, no sentence. */
const bylineShape = /^(?:by|von|par|por|di|av|door)\s+\p{Lu}[^.!?]{1,100}$/iu

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
  const isHeading = block.kind === 'crosshead' || (block.kind === 'paragraph' && isBoldLine(block))
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

function isBoldLine({text, marks = []}: BodyBlock): boolean {
  if (text.length > 160 || /[.:;,]$/.test(text)) return false
  return marks.some(({kind, start, end}) => kind === 'strong' && start === 0 && end === text.length)
}

function sameWords(a: string, b: string): boolean {
  const words = (text: string) =>
    text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  return words(a) === words(b)
}
