import type {BodyBlock} from '../../model/news-item.ts'

/** A teleprinter's line, give or take: agencies that break lines in XML still break them there. */
const minWidth = 40
const maxWidth = 90

/**
 * Joins lines that were broken at a fixed width (`<br/>` at every 60-odd characters, as wires of teleprinter descent send
 * them). Told by the whole body: most lines are nearly as long as the longest, and the next word would not have fitted.
 * Breaks that mean something (verse, addresses, results) stay.
 */
export function unwrapLines(blocks: readonly BodyBlock[]): BodyBlock[] {
  const broken = blocks.filter(({kind, text}) => kind === 'paragraph' && text.includes('\n'))
  let width = 0
  for (const {text} of broken) for (const line of text.split('\n')) width = Math.max(width, line.length)
  if (!broken.length || width < minWidth || width > maxWidth) return [...blocks]
  let full = 0
  let all = 0
  for (const {text} of broken) {
    const lines = text.split('\n')
    for (let index = 0; index < lines.length - 1; index++) {
      all++
      if (isFull(lines[index]!, lines[index + 1]!, width)) full++
    }
  }
  if (all < 2 || full / all < 0.7) return [...blocks]
  return blocks.map((block) =>
    block.kind === 'paragraph' && block.text.includes('\n') ? unwrap(block, width) : block,
  )
}

/** The first word of the next line would have gone past the width. */
function isFull(line: string, next: string, width: number): boolean {
  return line.length + 1 + (next.split(' ', 1)[0]?.length ?? 0) >= width - 2
}

/** A line break and a space are one character each: marks stay where they are. */
function unwrap(block: BodyBlock, width: number): BodyBlock {
  const lines = block.text.split('\n')
  let text = lines[0]!
  for (let index = 1; index < lines.length; index++) {
    text += (isFull(lines[index - 1]!, lines[index]!, width) ? ' ' : '\n') + lines[index]!
  }
  return {...block, text}
}
