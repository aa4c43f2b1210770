import type {BodyBlock} from '../../model/news-item.ts'
import type {CopyLine} from '../wire-text/copy-lines.ts'

type Row = {header: boolean; cells: string[]}

const backspace = '\u0008'

/** True for a line of agate set in columns by control bytes: it starts with BS and has unit or record separators. */
export function isControlRow(line: string): boolean {
  return line.includes(backspace) && /[\u001E\u001F]/.test(line)
}

/** True for a line whose cells stand between semicolons, as ANPA's computers-only tables have them. */
export function isSemicolonRow(line: string): boolean {
  const cells = line.split(';', 40)
  return cells.length >= 4 && cells.every((cell) => cell.length <= 40)
}

/**
 * The cells of a row set by control bytes: the name ends with US, the figures stand between RS (several, with thin spaces,
 * make one gap). A caret at the start marks the heading row.
 */
export function toControlRow(line: string): Row {
  const text = line.slice(line.indexOf(backspace) + 1)
  const header = text.startsWith('^')
  const cells = text
    .slice(header ? 1 : 0)
    .split('\u001F')
    .flatMap((part, at) => (at === 0 ? [part] : splitFigures(part)))
    .map((cell) =>
      cell
        .replace(/[\u0000-\u001F\s]+/g, ' ')
        .replace(/<\s*$/, '')
        .trim(),
    )
  return {header, cells}
}

function splitFigures(part: string): string[] {
  const gaps = part.replace(/[\u001E ]+/g, (run) => (run.includes('\u001E') ? '\u001E' : run))
  return gaps.replace(/^\u001E/, '').split('\u001E')
}

/** The cells of a row between semicolons. */
export function toSemicolonRow(line: string): Row {
  const cells = line
    .trim()
    .replace(/<$/, '')
    .split(';')
    .map((cell) => cell.trim())
  return {header: false, cells}
}

/** Rows as one table block; a first row without a name and without figures heads the table. */
export function tableBlock(rows: Row[], first: CopyLine): BodyBlock {
  const [head] = rows
  if (head && !head.header && head.cells[0] === '' && head.cells.every((cell) => !/\d/.test(cell)))
    head.header = true
  return {
    kind: 'table',
    text: rows.map((row) => row.cells.join('\t')).join('\n'),
    rows,
    at: {line: first.line},
  }
}
