import type {DatabaseSync, SQLInputValue} from 'node:sqlite'

/** Rows that one statement writes. */
const rowsAtOnce = 64

/**
 * Writes rows of `columns` values each, many with one call, which costs a third of a call a row. `insert` is the statement up to its values
 * (`insert into t (a, b)`).
 */
export function prepareRows(database: DatabaseSync, insert: string, columns: number) {
  const row = `(${Array.from({length: columns}, () => '?').join(', ')})`
  const one = database.prepare(`${insert} values ${row}`)
  const many = database.prepare(`${insert} values ${Array.from({length: rowsAtOnce}, () => row).join(', ')}`)
  const size = rowsAtOnce * columns
  return {
    /** No more than some rows are made before they are written. */
    write(rows: Iterable<readonly SQLInputValue[]>): void {
      let values: SQLInputValue[] = []
      for (const row of rows) {
        values.push(...row)
        if (values.length < size) continue
        many.run(...values)
        values = []
      }
      for (let from = 0; from < values.length; from += columns) one.run(...values.slice(from, from + columns))
    },
  }
}
