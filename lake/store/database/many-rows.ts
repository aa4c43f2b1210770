import type {DatabaseSync, SQLInputValue} from 'node:sqlite'

/** How many rows one statement may write. */
const sizes = [64, 16, 4, 1]

/**
 * Writes rows of `columns` values each, many with one call, which costs a third of a call a row. `insert` is the statement up to its values
 * (`insert into t (a, b)`).
 */
export function prepareRows(database: DatabaseSync, insert: string, columns: number) {
  const row = `(${Array.from({length: columns}, () => '?').join(', ')})`
  const statements = sizes.map((rows) => ({
    values: rows * columns,
    statement: database.prepare(`${insert} values ${Array.from({length: rows}, () => row).join(', ')}`),
  }))
  const most = sizes[0]! * columns
  const writeValues = (values: SQLInputValue[]) => {
    let from = 0
    for (const {values: count, statement} of statements)
      for (; values.length - from >= count; from += count) statement.run(...values.slice(from, from + count))
  }
  return {
    /** No more than some rows are made before they are written. */
    write(rows: Iterable<readonly SQLInputValue[]>): void {
      let values: SQLInputValue[] = []
      for (const row of rows) {
        values.push(...row)
        if (values.length < most) continue
        writeValues(values)
        values = []
      }
      writeValues(values)
    },
  }
}
