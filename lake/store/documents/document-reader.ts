import type {DatabaseSync} from 'node:sqlite'
import {prepareArrays} from '../database/array-rows.ts'
import {openAttributeReader, type AttributeSource} from './attribute-reader.ts'
import type {StoredDocument} from './document.ts'
import type {AttributeCopies} from '../indexes/attribute-copies.ts'

export interface DocumentReader {
  /** The document with this very `_id`. Shared: not to be changed. */
  get(id: string): StoredDocument | undefined
  /** The document with this number. */
  at(n: number): StoredDocument | undefined
  /** The documents with these numbers, read together, in no particular order. */
  many(numbers: readonly number[]): StoredDocument[]
  readonly attributes: AttributeSource
  /** As `at`, for a walk over many documents, which keeps none. */
  peek(n: number): StoredDocument | undefined
  /** The document of which a walk has read the text. */
  parse(id: string, content: string): StoredDocument
  has(id: string): boolean
  idAt(n: number): string | undefined
  /**
   * The documents whose `_id` begins with `prefix`, in the order of their ids, one at a time: none is kept, so that a scan costs no memory.
   * Without a prefix all of them.
   */
  scan(prefix?: string): Generator<StoredDocument>
  count(): number
  apply(changes: readonly {documentId: string; after: StoredDocument | null}[]): void
}

/** In characters of JSON; parsed, a document takes about three times the bytes. */
const maxCachedCharacters = 8 * 1024 * 1024
const maxDocumentCharacters = 512 * 1024
const maxReadOnce = 10_000

/** Reads documents for queries, keeping those read last parsed. */
export function openDocumentReader(database: DatabaseSync, copies: AttributeCopies): DocumentReader {
  const byId = database.prepare('select content from documents where id = ?')
  const byNumber = database.prepare('select id, content from documents where n = ?')
  const byNumbers = prepareArrays<[id: string, content: string]>(
    database,
    'select id, content from documents where n in (select value from json_each(?))',
  )
  const idByNumber = database.prepare('select id from documents where n = ?')
  const exists = database.prepare('select 1 from documents where id = ?')
  const countAll = database.prepare('select count(*) as n from documents')
  const cache = new Map<string, {document: StoredDocument; size: number}>()
  /** A document is kept from the second time on: most are read once, and what dies young costs no memory. */
  const readOnce = new Set<string>()
  const attributes = openAttributeReader(database, copies)
  let cachedCharacters = 0
  let count: number | undefined

  const parse = (id: string, content: string): StoredDocument =>
    cache.get(id)?.document ?? (JSON.parse(content) as StoredDocument)
  const drop = (id: string) => {
    attributes.forget(id)
    const entry = cache.get(id)
    if (!entry) return
    cachedCharacters -= entry.size
    cache.delete(id)
  }
  const recall = (id: string): StoredDocument | undefined => {
    const entry = cache.get(id)
    if (!entry) return undefined
    cache.delete(id)
    cache.set(id, entry)
    return entry.document
  }
  const keep = (id: string, content: string): StoredDocument => {
    const document = JSON.parse(content) as StoredDocument
    if (content.length > maxDocumentCharacters) return document
    if (!readOnce.delete(id)) {
      if (readOnce.size >= maxReadOnce) readOnce.clear()
      readOnce.add(id)
      return document
    }
    cache.set(id, {document, size: content.length})
    cachedCharacters += content.length
    while (cachedCharacters > maxCachedCharacters) drop(cache.keys().next().value!)
    return document
  }

  return {
    get: (id) => {
      const known = recall(id)
      if (known) return known
      const row = byId.get(id) as {content: string} | undefined
      return row && keep(id, row.content)
    },
    at: (n) => {
      // The id first: of a document that is known already, the text need not be read.
      const id = (idByNumber.get(n) as {id: string} | undefined)?.id
      if (id === undefined) return undefined
      return recall(id) ?? keep(id, (byNumber.get(n) as {content: string}).content)
    },
    many: (numbers) =>
      byNumbers.all(JSON.stringify(numbers)).map(([id, content]) => recall(id) ?? keep(id, content)),
    attributes: {
      of: (id, names) => recall(id) ?? attributes.of(id, names),
      foresee: (ids, names) =>
        attributes.foresee(
          ids.filter((id) => !cache.has(id)),
          names,
        ),
    },
    peek: (n) => {
      const row = byNumber.get(n) as {id: string; content: string} | undefined
      return row && parse(row.id, row.content)
    },
    parse,
    has: (id) => cache.has(id) || exists.get(id) !== undefined,
    idAt: (n) => (idByNumber.get(n) as {id: string} | undefined)?.id,
    *scan(prefix = '') {
      // A statement of its own: scans may stand in one another.
      const statement = database.prepare(
        `select content from documents where id >= ? ${prefix ? 'and id < ?' : ''} order by id`,
      )
      // No id holds a character past "z".
      const rows = prefix ? statement.iterate(prefix, `${prefix}~`) : statement.iterate(prefix)
      for (const row of rows as Iterable<unknown>)
        yield JSON.parse((row as {content: string}).content) as StoredDocument
    },
    count: () => (count ??= (countAll.get() as {n: number}).n),
    apply: (changes) => {
      if (changes.length > 0) count = undefined
      for (const {documentId} of changes) drop(documentId)
    },
  }
}
