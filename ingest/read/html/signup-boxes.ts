import {findNewsletterBoxes} from '../../arrange/newsletter/index.ts'
import type {NewsletterBox} from '../../model/news-item.ts'
import type {BlockPlace} from './block-features.ts'
import type {PageBlock} from './page-block.ts'
import {textSignalNames} from './text-signals.ts'

/** Sign-up boxes among the blocks of a page, and which blocks they took whole. */
export interface SignupBoxes {
  boxes: NewsletterBox[]
  blocks: Set<number>
}

/**
 * Looks for sign-up boxes among those blocks for which `isOpen` holds. A page has no lines: blocks of one parent count as
 * lines one below the other, any other two as lines with a blank one between, and what is not open parts what it stands between.
 */
export function findSignupBoxes(
  blocks: readonly PageBlock[],
  places: readonly BlockPlace[],
  isOpen: (index: number) => boolean,
): SignupBoxes {
  const near = nearSignups(blocks)
  /** A heading right above, in the same part of the page, is a box's title whatever it says. */
  const headingOf = (first: number): {text: string; lines: number[]} | undefined => {
    const block = blocks[first - 1]
    const lines = linesOf.get(first - 1)
    const isTitle =
      block?.block.kind === 'crosshead' &&
      block.wordCount <= 8 &&
      places[first - 1]!.parent === places[first]!.parent
    return isTitle && lines ? {text: block.block.text, lines} : undefined
  }
  const lines: {text: string; line: number}[] = []
  const linesOf = new Map<number, number[]>()
  let line = 0
  let before = -1
  for (const [index, block] of blocks.entries()) {
    if (!block.block.text) continue
    line += before >= 0 && places[before]!.parent === places[index]!.parent ? 1 : 2
    before = index
    if (!near[index] || !isOpen(index)) {
      line += 2
      continue
    }
    const own: number[] = []
    for (const text of block.block.text.split('\n')) {
      lines.push({text, line})
      own.push(line)
      line++
    }
    line--
    linesOf.set(index, own)
  }
  const found = findNewsletterBoxes(lines).map((box) => {
    const first = [...linesOf].find(([, own]) => own.includes(box.lines[0]!))?.[0]
    const title = box.title === null && first !== undefined ? headingOf(first) : undefined
    return title === undefined ? box : {...box, title: title.text, lines: [...title.lines, ...box.lines]}
  })
  const boxed = new Set(found.flatMap((box) => box.lines))
  const whole = new Set<number>()
  if (boxed.size)
    for (const [index, own] of linesOf) if (own.every((number) => boxed.has(number))) whole.add(index)
  return {boxes: found.map((box) => ({...box, lines: []})), blocks: whole}
}

/** How far from a line that speaks of signing up the parts of its box may stand, in blocks. */
const reach = 8

function nearSignups(blocks: readonly PageBlock[]): boolean[] {
  const bit = 1 << textSignalNames.indexOf('signUp')
  const near = Array.from<boolean>({length: blocks.length}).fill(false)
  let marked = 0
  for (const [index, {signals}] of blocks.entries()) {
    if (!(signals & bit)) continue
    const to = Math.min(blocks.length, index + reach + 1)
    near.fill(true, Math.max(marked, index - reach), to)
    marked = to
  }
  return near
}
