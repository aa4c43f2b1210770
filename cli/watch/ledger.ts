import {mkdirSync} from 'node:fs'
import path from 'node:path'
import {DatabaseSync} from 'node:sqlite'

/** Which files a watcher that leaves them in place, or an import, is done with. A file that is written anew counts as another. */
export interface Ledger {
  has(file: string, size: number, modifiedMs: number): boolean
  add(entry: {file: string; size: number; modifiedMs: number; outcome: string; at: string}): void
  close(): void
}

/**
 * The ledger in a file. `isDurable`: every entry is on the disk when `add` returns; else the last ones may go with the power, and those
 * files are done once more, which changes nothing.
 */
export function openLedger(ledgerFile: string, isDurable: boolean): Ledger {
  mkdirSync(path.dirname(ledgerFile), {recursive: true})
  const database = new DatabaseSync(ledgerFile)
  database.exec(
    `pragma journal_mode = wal; pragma synchronous = ${isDurable ? 'full' : 'normal'}; pragma busy_timeout = 5000;` +
      'create table if not exists files (file text primary key, size integer not null, modified_ms real not null, outcome text not null, at text not null)',
  )
  const select = database.prepare('select 1 from files where file = ? and size = ? and modified_ms = ?')
  const upsert = database.prepare(
    'insert or replace into files (file, size, modified_ms, outcome, at) values (?, ?, ?, ?, ?)',
  )
  return {
    has: (file, size, modifiedMs) => select.get(path.resolve(file), size, modifiedMs) !== undefined,
    add: ({file, size, modifiedMs, outcome, at}) =>
      void upsert.run(path.resolve(file), size, modifiedMs, outcome, at),
    close: () => database.close(),
  }
}
