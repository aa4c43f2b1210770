import type {BodyBlock} from '../../model/news-item.ts'
import type {CopyLine} from './copy-lines.ts'

/** True for a line set in columns: words, then at least twice a gap of two spaces, a tab or dot leaders, then more. */
export function isColumnLine(line: string): boolean {
  return columns(line).length >= 3 || /\S(?:\t| {4,}|\.{4,})\S*[\d$€£%]/.test(line.trim())
}

/**
 * Lines set in columns as a block: a table when every line has the same number of columns, else preformatted text with its
 * spaces kept.
 */
export function columnBlock(lines: readonly CopyLine[]): BodyBlock {
  const cells = lines.map(({text}) => columns(text))
  const at = {line: lines[0]?.line ?? 1}
  const [head, second] = cells
  // A heading row has no name before its figures: it starts far in.
  const headed =
    head !== undefined &&
    second !== undefined &&
    head.length === second.length - 1 &&
    /^(?: {6,}|\t)/.test(lines[0]?.text ?? '')
  if (headed) head.unshift('')
  const isHead = headed || isHeadRow(cells)
  const widths = new Set(cells.map((row) => row.length))
  if (widths.size === 1 && !widths.has(1)) {
    const rows = cells.map((row, order) => ({header: isHead && order === 0, cells: row}))
    return {kind: 'table', text: cells.map((row) => row.join('\t')).join('\n'), rows, at}
  }
  const indent = lines.reduce(
    (least, {text}) => Math.min(least, text.length - text.trimStart().length),
    Number.POSITIVE_INFINITY,
  )
  return {kind: 'preformatted', text: lines.map(({text}) => text.slice(indent).trimEnd()).join('\n'), at}
}

/** A first row of words over rows of figures. */
function isHeadRow([head, ...rows]: readonly string[][]): boolean {
  const isFigure = (cell: string) => /^[-+–$€£(]?\s?\d[\d.,:%/ -]*\)?%?$/.test(cell)
  return (
    head !== undefined &&
    rows.length > 0 &&
    head.slice(1).every((cell) => /^\P{N}*\p{L}/u.test(cell) && !isFigure(cell)) &&
    rows.every((row) => row.slice(1).filter(isFigure).length > (row.length - 1) / 2)
  )
}

function columns(line: string): string[] {
  return line
    .trim()
    .slice(0, 2000)
    .split(/ {2,}|\t|\.{4,} */)
}
