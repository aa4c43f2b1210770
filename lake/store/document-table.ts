import type {DatabaseSync} from 'node:sqlite'
import type {StoredDocument} from './document.ts'
import {findReferences} from './references.ts'

/** The current documents and the index of the references between them. Writes belong inside a transaction. */
export function openDocumentTable(database: DatabaseSync) {
  const select = database.prepare('select content from documents where id = ?')
  const selectAll = database.prepare('select content from documents order by id')
  const selectType = database.prepare('select content from documents where type = ? order by id')
  const selectIdsBetween = database.prepare('select id from documents where id >= ? and id < ? order by id')
  const exists = database.prepare('select 1 from documents where id = ?')
  const count = database.prepare('select count(*) as n from documents')
  const upsert = database.prepare(
    `insert into documents (id, type, rev, created_at, updated_at, content) values (?, ?, ?, ?, ?, ?)
     on conflict (id) do update set type = excluded.type, rev = excluded.rev, created_at = excluded.created_at,
       updated_at = excluded.updated_at, content = excluded.content`,
  )
  const remove = database.prepare('delete from documents where id = ?')
  const insertReference = database.prepare(
    'insert or replace into refs (from_id, path, to_id, weak) values (?, ?, ?, ?)',
  )
  const removeReferences = database.prepare('delete from refs where from_id = ?')
  const strongTo = database.prepare(
    'select distinct from_id from refs where to_id = ? and weak = 0 and from_id <> ? order by from_id limit 100',
  )
  const anyTo = database.prepare('select distinct from_id from refs where to_id = ? order by from_id')

  return {
    get(id: string): StoredDocument | undefined {
      const row = select.get(id) as {content: string} | undefined
      return row && (JSON.parse(row.content) as StoredDocument)
    },
    *all(): Generator<StoredDocument> {
      for (const row of selectAll.iterate() as Iterable<unknown>) {
        yield JSON.parse((row as {content: string}).content) as StoredDocument
      }
    },
    ofType: (type: string): StoredDocument[] =>
      (selectType.all(type) as unknown as {content: string}[]).map(
        (row) => JSON.parse(row.content) as StoredDocument,
      ),
    /** Ids that begin so, in order. `~` comes after everything that an id may hold. */
    idsUnder: (prefix: string): string[] =>
      (selectIdsBetween.all(prefix, `${prefix}~`) as unknown as {id: string}[]).map((row) => row.id),
    has: (id: string): boolean => exists.get(id) !== undefined,
    count: (): number => (count.get() as {n: number}).n,
    put(document: StoredDocument): void {
      const {_id: id, _type: type, _rev: rev, _createdAt: createdAt, _updatedAt: updatedAt} = document
      upsert.run(id, type, rev, createdAt, updatedAt, JSON.stringify(document))
      removeReferences.run(id)
      for (const reference of findReferences(document)) {
        insertReference.run(id, reference.path, reference.to, reference.weak ? 1 : 0)
      }
    },
    remove(id: string): void {
      remove.run(id)
      removeReferences.run(id)
    },
    /** Ids of the other documents that hold a strong reference to `id`, at most 100. */
    strongReferrersOf: (id: string): string[] =>
      (strongTo.all(id, id) as unknown as {from_id: string}[]).map((row) => row.from_id),
    /** Ids of all documents that hold a reference to `id`. */
    referrersOf: (id: string): string[] =>
      (anyTo.all(id) as unknown as {from_id: string}[]).map((row) => row.from_id),
  }
}
