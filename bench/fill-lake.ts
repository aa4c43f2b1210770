import {openDatabase} from '../lake/store/database/database.ts'
import {openDocumentTable} from '../lake/store/documents/document-table.ts'
import type {MadeDocument} from './make-newsroom.ts'

const documentsAtOnce = 2000

/** Stores documents in a new SQLite file of a lake, without a history, and waits for the indexes. Returns seconds. */
export function fillLake(path: string, documents: Iterable<MadeDocument>): {stored: number; indexed: number} {
  const database = openDatabase(path)
  const table = openDocumentTable(database)
  const startedAt = performance.now()
  let at = 0
  for (const document of documents) {
    if (at % documentsAtOnce === 0) database.exec(at === 0 ? 'begin' : 'commit; begin')
    table.put(null, document, true)
    at++
  }
  if (at > 0) database.exec('commit')
  const storedAt = performance.now()
  while (table.indexes.behind() > 0) table.indexes.catchUp(documentsAtOnce)
  const indexedAt = performance.now()
  database.close()
  return {stored: (storedAt - startedAt) / 1000, indexed: (indexedAt - storedAt) / 1000}
}
