import type {DatabaseSync} from 'node:sqlite'
import type {StoredDocument} from '../documents/document.ts'
import {elsewherePath} from '../indexes/find-values.ts'
import {openPathTable} from '../indexes/path-table.ts'
import {openValueIndex} from '../indexes/value-index.ts'
import {openReferenceTable} from '../documents/reference-table.ts'
import {findReferences} from '../documents/references.ts'
import {copyTables, documentTables, referenceTable, schemaVersion} from './schema.ts'

const documentsAtOnce = 2000

/**
 * Brings a data folder of an older format to the present one. Each step is a transaction of its own, so a process that is killed in the middle
 * goes on where it was when the folder is opened again; from the first step on, older versions refuse the folder.
 * The indexes are not filled here: they catch up by themselves (see `indexes/open-indexes.ts`).
 */
export function migrateSchema(database: DatabaseSync, version: number): void {
  if (version === 1) {
    inTransaction(database, () => {
      database.exec('drop index documents_by_type; alter table documents rename to documents_1')
      database.exec(documentTables)
      database.exec('pragma user_version = 2')
    })
  }
  if (isHalfMoved(database)) moveDocuments(database)
  if (version < 3) numberReferences(database)
  if (version < 4) {
    inTransaction(database, () => {
      database.exec(copyTables)
      database.exec('pragma user_version = 4')
    })
  }
  inTransaction(database, () => {
    groupReferences(database)
    forgetMarksOfReferences(database)
    database.exec(`pragma user_version = ${schemaVersion}`)
  })
}

function numberReferences(database: DatabaseSync): void {
  inTransaction(database, () => {
    database.exec('drop index refs_by_target; alter table refs rename to refs_2')
    database.exec(`
      create table refs (to_id text not null, from_n integer not null, weak integer not null, primary key (to_id, from_n)) without rowid;
      insert into refs (to_id, from_n, weak)
      select to_id, n, min(weak) from refs_2 join documents on id = from_id group by to_id, n;
      drop table refs_2;
      pragma user_version = 3;
    `)
  })
}

/**
 * Made anew from the documents that refer. Their targets leave the index of values, where they would outlive the reference, but for those that
 * the table does not hold.
 */
function groupReferences(database: DatabaseSync): void {
  database.exec('alter table refs rename to refs_3')
  database.exec(referenceTable)
  const paths = openPathTable(database)
  const references = openReferenceTable(database, paths)
  const values = openValueIndex(database, paths)
  const state = database.prepare("select value from index_state where name = 'values'").get()
  const indexedTo = (state as {value: number} | undefined)?.value ?? 0
  database
    .prepare(
      `delete from document_values where tp in (select tp from paths where path = ?)
       and n in (select from_n from refs_3)`,
    )
    .run(elsewherePath)
  const referring = database.prepare(
    'select n, content from documents where n in (select from_n from refs_3) order by n',
  )
  for (const row of referring.iterate() as Iterable<unknown>) {
    const {n, content} = row as {n: number; content: string}
    const document = JSON.parse(content) as StoredDocument
    references.put(n, null, document)
    if (n <= indexedTo && findReferences(document).some(({isElsewhere}) => isElsewhere))
      values.put(n, null, document)
  }
  database.exec('drop table refs_3')
}

/** What says of a reference that it is there is its `_ref`; a mark beside it would outlive it. */
function forgetMarksOfReferences(database: DatabaseSync): void {
  const pairs = database.prepare(
    `select marks.tp as mark, refs.tp as ref from paths as marks join paths as refs
     on refs.variant = marks.variant and refs.type = marks.type and refs.path = marks.path || '._ref'`,
  )
  const forget = database.prepare(
    `delete from document_values where tp = ? and value = x'02'
     and n in (select n from document_values where tp = ? and typeof(value) = 'text')`,
  )
  for (const {mark, ref} of pairs.all() as unknown as {mark: number; ref: number}[]) forget.run(mark, ref)
}

/** Whether documents are still to be moved: the process may have ended in the middle. */
function isHalfMoved(database: DatabaseSync): boolean {
  return database.prepare("select 1 from sqlite_schema where name = 'documents_1'").get() !== undefined
}

function moveDocuments(database: DatabaseSync): void {
  const lastMoved = database.prepare('select max(id) as id from documents')
  const move = database.prepare(
    `insert into documents (id, type, content)
     select id, type, content from documents_1 where id > ? order by id limit ${documentsAtOnce}`,
  )
  for (let moved = documentsAtOnce; moved === documentsAtOnce;) {
    inTransaction(database, () => {
      const {id} = lastMoved.get() as {id: string | null}
      moved = Number(move.run(id ?? '').changes)
    })
  }
  database.exec('drop table documents_1')
}

function inTransaction(database: DatabaseSync, action: () => void): void {
  database.exec('begin immediate')
  try {
    action()
    database.exec('commit')
  } catch (cause) {
    if (database.isTransaction) database.exec('rollback')
    throw cause
  }
}
