import type {DatabaseSync} from 'node:sqlite'
import type {StoredDocument} from './document.ts'
import {openIndexes} from '../indexes/open-indexes.ts'
import {openReferenceTable} from './reference-table.ts'

/** The current documents, their indexes, and the references between them. Writes belong inside a transaction. */
export function openDocumentTable(database: DatabaseSync, leastRead?: number) {
  const indexes = openIndexes(database, leastRead)
  const select = database.prepare('select content from documents where id = ?')
  const selectAll = database.prepare('select content from documents order by id')
  const selectType = database.prepare('select content from documents where type = ? order by id')
  const selectIdsBetween = database.prepare('select id from documents where id >= ? and id < ? order by id')
  const exists = database.prepare('select 1 from documents where id = ?')
  const count = database.prepare('select count(*) as n from documents')
  const insert = database.prepare('insert into documents (n, id, type, content) values (?, ?, ?, ?)')
  const update = database.prepare('update documents set type = ?, content = ? where id = ? returning n')
  const remove = database.prepare('delete from documents where id = ? returning n')
  const references = openReferenceTable(database, indexes.paths)

  return {
    indexes,
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
    /**
     * Stores a document in the place of `before`, the stored one of its id, or as a new one. `isBulk`: it is one of many, whose values may
     * come into the index later.
     */
    put(before: StoredDocument | null, after: StoredDocument, isBulk: boolean): void {
      const {_id: id, _type: type} = after
      const content = JSON.stringify(after)
      if (before) {
        const {n} = update.get(type, content, id) as {n: number}
        indexes.replace(n, before, after)
        references.put(n, before, after)
      } else {
        const n = indexes.nextNumber()
        insert.run(n, id, type, content)
        indexes.add(n, after, isBulk)
        references.put(n, null, after)
      }
    },
    /** Removes `before`, the stored document of its id. */
    remove(before: StoredDocument): void {
      const row = remove.get(before._id) as {n: number} | undefined
      if (!row) return
      indexes.remove(row.n, before)
      references.remove(row.n, before)
    },
    strongReferrersOf: references.strongReferrersOf,
    referrersOf: references.referrersOf,
  }
}
