import type {DatabaseSync, SQLInputValue} from 'node:sqlite'

/** A statement whose rows come as lists of their columns, which costs a third less than an object a row. Node has that since 22.16; before, they are made of the objects. */
export function prepareArrays<Row extends unknown[]>(database: DatabaseSync, sql: string) {
  const statement = database.prepare(sql)
  const canGiveArrays = typeof statement.setReturnArrays === 'function'
  if (canGiveArrays) statement.setReturnArrays(true)
  return {
    all(...values: SQLInputValue[]): Row[] {
      const rows = statement.all(...values) as unknown[]
      return (canGiveArrays ? rows : rows.map((row) => Object.values(row as object))) as Row[]
    },
  }
}
