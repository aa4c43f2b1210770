import type {DatabaseSync} from 'node:sqlite'
import type {StoredDocument} from '../documents/document.ts'
import {findWords} from './find-words.ts'

/** Full-text search: which documents hold a word anywhere. Writes belong inside a transaction. */
export function openWordIndex(database: DatabaseSync) {
  const upsert = database.prepare('insert or replace into words (rowid, text) values (?, ?)')
  const remove = database.prepare('delete from words where rowid = ?')
  const markDirty = database.prepare('insert or ignore into words_dirty (n) values (?)')
  const clean = database.prepare('delete from words_dirty where n = ?')
  const dirty = database.prepare('select n from words_dirty order by n limit ?')
  const countDirty = database.prepare('select count(*) as n from words_dirty')
  const search = database.prepare(
    'select json_group_array(n) as list from (select rowid as n from words where words match ? limit ?)',
  )

  return {
    put(n: number, document: StoredDocument): void {
      upsert.run(n, [...findWords(document)].join(' '))
      clean.run(n)
    },
    remove(n: number): void {
      remove.run(n)
      clean.run(n)
    },
    /** A document has changed; its words are read later, before the next search. */
    markDirty: (n: number): void => void markDirty.run(n),
    dirty: (limit: number): number[] => (dirty.all(limit) as unknown as {n: number}[]).map((row) => row.n),
    countDirty: (): number => (countDirty.get() as {n: number}).n,
    /** Numbers of the documents that an FTS5 query finds, in their order, at most `limit`. */
    search: (query: string, limit: number): number[] =>
      JSON.parse((search.get(query, limit) as {list: string}).list) as number[],
  }
}
