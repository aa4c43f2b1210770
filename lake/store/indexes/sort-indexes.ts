import type {DatabaseSync} from 'node:sqlite'
import {parse, type ExprNode} from 'groq-js'
import {toVariant, type StoredDocument, type Variant} from '../documents/document.ts'
import {toSortKey} from './sort-key.ts'
import {toValueKey, type ValueKey} from './value-key.ts'

/** The order of a type's documents by an expression, within those that have the same value at a path. */
export interface SortIndex {
  ix: number
  type: string
  /** Names of the attributes down to the value; empty for all documents in one order. */
  prefix: string[]
  expression: ExprNode
  /** The expression as GROQ. */
  text: string
  /** False when a value came up whose place in the order is not defined; then it is not used. */
  isSound: boolean
}

export interface SortedRow {
  key: Uint8Array
  /** The published id. */
  id: string
  n: number
}

/** Each costs a row a document of its type, and a little at each write. The one made first makes room. */
const maxSortIndexes = 24
/** The prefix of an index without one. */
const noPrefix = 0

/** Orders that queries asked for, kept with the documents. Writes belong inside a transaction. */
export function openSortIndexes(database: DatabaseSync) {
  const all = database.prepare('select * from sort_indexes order by ix')
  const insertIndex = database.prepare(
    'insert into sort_indexes (type, prefix, expression, is_sound) values (?, ?, ?, 1)',
  )
  const spoil = database.prepare('update sort_indexes set is_sound = 0 where ix = ?')
  const removeIndex = database.prepare('delete from sort_indexes where ix = ?')
  const clear = database.prepare('delete from sorted_values where ix = ?')
  const insert = database.prepare(
    'insert or replace into sorted_values (ix, variant, prefix, key, id, n) values (?, ?, ?, ?, ?, ?)',
  )
  const remove = database.prepare(
    'delete from sorted_values where ix = ? and variant = ? and prefix = ? and key = ? and id = ?',
  )
  const documentsOf = database.prepare(
    'select n, content from documents where type = ? and n <= ? order by n',
  )
  let indexes: SortIndex[] = []

  const reload = () => {
    indexes = (all.all() as unknown as IndexRow[]).map((row) => ({
      ix: row.ix,
      type: row.type,
      prefix: JSON.parse(row.prefix) as string[],
      expression: parse(row.expression),
      text: row.expression,
      isSound: row.is_sound === 1,
    }))
  }
  const toRow = (index: SortIndex, document: StoredDocument): Row | undefined => {
    const prefix = index.prefix.length === 0 ? noPrefix : toValueKey(valueAt(document, index.prefix))
    if (prefix === undefined) return undefined
    const key = toSortKey(index.expression, document)
    if (!key) {
      index.isSound = false
      spoil.run(index.ix)
      return undefined
    }
    const variant = toVariant(document._id)
    return {variant, prefix, key, id: document._id.slice(variant.length)}
  }
  const put = (index: SortIndex, n: number, document: StoredDocument) => {
    const row = toRow(index, document)
    if (row) insert.run(index.ix, row.variant, row.prefix, row.key, row.id, n)
  }
  const take = (index: SortIndex, document: StoredDocument) => {
    const row = toRow(index, document)
    if (row) remove.run(index.ix, row.variant, row.prefix, row.key, row.id)
  }

  reload()
  return {
    put(n: number, before: StoredDocument | null, after: StoredDocument): void {
      for (const index of indexes) {
        if (!index.isSound) continue
        if (before?._type === index.type) take(index, before)
        if (after._type === index.type) put(index, n, after)
      }
    },
    remove(before: StoredDocument): void {
      for (const index of indexes) if (index.isSound && before._type === index.type) take(index, before)
    },
    find: (type: string, prefix: string[], text: string): SortIndex | undefined =>
      indexes.find(
        (index) =>
          index.type === type &&
          JSON.stringify(index.prefix) === JSON.stringify(prefix) &&
          index.text === text,
      ),
    /** Makes the index for the documents up to the number `upTo`. `text` is the expression as GROQ. */
    create(type: string, prefix: string[], text: string, upTo: number): void {
      if (indexes.length >= maxSortIndexes) {
        clear.run(indexes[0]!.ix)
        removeIndex.run(indexes[0]!.ix)
      }
      insertIndex.run(type, JSON.stringify(prefix), text)
      reload()
      const index = indexes.at(-1)!
      for (const row of documentsOf.iterate(type, upTo) as Iterable<unknown>) {
        const {n, content} = row as {n: number; content: string}
        put(index, n, JSON.parse(content) as StoredDocument)
        if (!index.isSound) return
      }
    },
    /** The rows of a variant in the order of the keys, and of the ids (the other way round when `isDescending`). */
    walk(index: SortIndex, variant: Variant, prefix: ValueKey | undefined, isDescending: boolean) {
      // A statement of its own, as walks may stand in one another.
      const statement = database.prepare(
        `select key, id, n from sorted_values where ix = ? and variant = ? and prefix = ?
         order by key ${isDescending ? 'desc' : 'asc'}, id ${isDescending ? 'desc' : 'asc'}`,
      )
      return statement.iterate(
        index.ix,
        variant,
        prefix ?? noPrefix,
      ) as Iterable<unknown> as Iterable<SortedRow>
    },
    reload,
  }
}

interface IndexRow {
  ix: number
  type: string
  prefix: string
  expression: string
  is_sound: number
}

interface Row {
  variant: Variant
  prefix: ValueKey
  key: Uint8Array
  id: string
}

function valueAt(document: StoredDocument, path: string[]): unknown {
  let value: unknown = document
  for (const name of path) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
    value = (value as Record<string, unknown>)[name]
  }
  return value
}
