import type {BodyBlock} from '../../model/news-item.ts'
import {attributeOf, elementName, nextNode, textNode, textOf, type MarkupNode} from './markup-node.ts'

/** A table that says it covers more than this is not believed. */
const maxSpan = 60

/** A cell with more text than this holds running copy: the table lays out the page. */
const maxCellLength = 700

/**
 * True for a table of data; false for one that lays out a page or a mail (one cell, a table inside, running copy in a
 * cell, `role="presentation"`). Stops at the first sign, so that nested tables cost no more than their own content.
 */
export function isDataTable(table: MarkupNode): boolean {
  if (/^(?:presentation|none)$/i.test(attributeOf(table, 'role'))) return false
  let rows = 0
  let cells = 0
  let widest = 0
  let length = 0
  let headed = false
  let longest = 0
  let node = nextNode(table, table)
  while (node) {
    const name = elementName(node)
    if (name === 'table' || name === 'figure' || name === 'article' || name === 'form' || name === 'iframe')
      return false
    if (name === 'tr') {
      rows++
      cells = 0
    } else if (name === 'td' || name === 'th') {
      cells++
      widest = Math.max(widest, cells)
      length = 0
      headed ||= name === 'th'
    } else if (name === 'caption') headed = true
    else if (name === 'script' || name === 'style') {
      node = nextNode(node, table, false)
      continue
    } else if (node.nodeType === textNode) {
      length += textOf(node).trim().length
      longest = Math.max(longest, length)
      if (length > maxCellLength) return false
    }
    node = nextNode(node, table)
  }
  // One row of cells of which one holds a sentence or more sets columns of a page side by side.
  if (rows < 2 && longest > maxLoneCellLength) return false
  return widest > 1 || (widest === 1 && rows > 1 && headed)
}

const maxLoneCellLength = 120

/** Gathers the rows of a table; spans are filled with empty cells so that columns stay in line. */
export class TableRows {
  #rows: {header: boolean; cells: string[]}[] = []
  #pieces: string[] = []
  #columnSpan = 1
  #inHead = false
  /** Column -> rows below that a cell of an earlier row still reaches into. */
  #down = new Map<number, number>()
  #declared: [column: number, rows: number][] = []

  startRow(inHead: boolean): void {
    this.#rows.push({header: true, cells: []})
    this.#inHead = inHead
    for (const [column, rows] of this.#declared) this.#down.set(column, rows)
    this.#declared = []
    this.#fillFromAbove()
  }

  startCell(cell: MarkupNode): void {
    // A cell that opens inside another ends it.
    if (this.#pieces.length > 0) this.endCell()
    // What a table is called heads it as a row of its own.
    if (elementName(cell) === 'caption') this.startRow(true)
    if (!this.#rows.length) this.startRow(false)
    const row = this.#rows.at(-1)!
    if (elementName(cell) !== 'th' && !this.#inHead) row.header = false
    this.#columnSpan = spanOf(cell, 'colspan')
    const rowSpan = spanOf(cell, 'rowspan')
    if (rowSpan > 1) {
      for (let column = 0; column < this.#columnSpan; column++) {
        this.#declared.push([row.cells.length + column, rowSpan - 1])
      }
    }
    this.#pieces = []
  }

  addText(text: string): void {
    this.#pieces.push(text)
  }

  endCell(): void {
    const row = this.#rows.at(-1)!
    row.cells.push(this.#pieces.join('\n').replaceAll('\t', ' '))
    for (let column = 1; column < this.#columnSpan; column++) row.cells.push('')
    this.#pieces = []
    this.#fillFromAbove()
  }

  /** The table as a block; null when no cell has a word. */
  take(): BodyBlock | null {
    const rows = this.#rows.filter((row) => row.cells.some(Boolean))
    for (const row of rows) row.header &&= rows.length > 1
    if (!rows.length) return null
    return {kind: 'table', text: rows.map((row) => row.cells.join('\t')).join('\n'), rows}
  }

  #fillFromAbove(): void {
    const cells = this.#rows.at(-1)!.cells
    for (let left = this.#down.get(cells.length); left !== undefined; left = this.#down.get(cells.length)) {
      if (left > 1) this.#down.set(cells.length, left - 1)
      else this.#down.delete(cells.length)
      cells.push('')
    }
  }
}

/** Puts what a table is called above its rows. */
export function headTable(table: BodyBlock, caption: string): void {
  table.rows?.unshift({header: true, cells: [caption]})
  table.text = `${caption}\n${table.text}`
}

function spanOf(cell: MarkupNode, name: string): number {
  const span = Number.parseInt(attributeOf(cell, name), 10)
  return span > 0 ? Math.min(span, maxSpan) : 1
}
