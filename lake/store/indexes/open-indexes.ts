import type {DatabaseSync} from 'node:sqlite'
import type {StoredDocument} from '../documents/document.ts'
import {openAttributeCopies} from './attribute-copies.ts'
import {openLookUp} from './look-up.ts'
import {openPathTable} from './path-table.ts'
import {openSortIndexes} from './sort-indexes.ts'
import {openValueIndex} from './value-index.ts'
import {openWordIndex} from './word-index.ts'

/** Documents taken in by one transaction before a query. */
const takenInAtOnce = 1000
/** Of text, in characters, that is read at once: a thousand long documents would be a hundred megabytes, once parsed. */
const readAtOnce = 8_000_000
/**
 * How long a query waits while documents are taken in; past that it does without the index. Queries that follow each other closely leave no
 * other time for it, and each would read all documents: the wait may take about as long as that.
 */
const minWaitMs = 1500
const maxWaitMs = 8000
/** Of one document that is read, in milliseconds. */
const readMs = 0.03

/**
 * The indexes of a store's documents. A document that changes is taken in at once, in the same transaction; new ones of a large transaction
 * are left for `catchUp`, which takes them in the order of their numbers, so that one number says how far the index has come. Words are
 * always left for later. Writes belong inside a transaction, but for `catchUp`.
 */
export function openIndexes(database: DatabaseSync, leastRead?: number) {
  const paths = openPathTable(database)
  const values = openValueIndex(database, paths)
  const words = openWordIndex(database)
  const sorts = openSortIndexes(database)
  const copies = openAttributeCopies(database, leastRead)
  const readState = database.prepare('select name, value from index_state')
  const writeState = database.prepare('insert or replace into index_state (name, value) values (?, ?)')
  const following = database.prepare('select n, content from documents where n > ? order by n limit ?')
  const contentOf = database.prepare('select content from documents where n = ?')
  const lastNumber = database.prepare('select max(n) as n from documents')
  let valuesTo = 0
  let wordsTo = 0
  let next = 1

  const load = () => {
    const state = new Map(
      (readState.all() as unknown as {name: string; value: number}[]).map((row) => [row.name, row.value]),
    )
    valuesTo = state.get('values') ?? 0
    wordsTo = state.get('words') ?? 0
    next = Math.max((lastNumber.get() as {n: number | null}).n ?? 0, valuesTo, wordsTo) + 1
  }
  /** Up to `limit` of the documents after a number, and the number that is read up to with them. */
  const read = (after: number, limit: number) => {
    const documents: {n: number; document: StoredDocument}[] = []
    let length = 0
    for (const row of following.iterate(after, limit)) {
      const {n, content} = row as {n: number; content: string}
      documents.push({n, document: JSON.parse(content) as StoredDocument})
      length += content.length
      if (length >= readAtOnce) return {documents, upTo: n}
    }
    return {documents, upTo: documents.length < limit ? next - 1 : (documents.at(-1)?.n ?? after)}
  }
  const inTransaction = (action: () => void) => {
    // What a power cut takes of an index is taken in again: no need to wait for the disk.
    database.exec('pragma synchronous = normal; begin immediate')
    try {
      action()
      database.exec('commit')
    } catch (cause) {
      if (database.isTransaction) database.exec('rollback')
      reload()
      throw cause
    } finally {
      database.exec('pragma synchronous = full')
    }
  }
  const reload = () => {
    paths.reload()
    sorts.reload()
    copies.reload()
    load()
  }
  const catchUpValues = (limit: number) => {
    const {documents, upTo} = read(valuesTo, limit)
    values.addAll(documents)
    for (const {n, document} of documents) {
      sorts.put(n, null, document)
      copies.put(null, document)
    }
    valuesTo = upTo
    writeState.run('values', valuesTo)
  }
  const catchUpWords = (limit: number) => {
    const dirty = words.dirty(limit)
    for (const n of dirty) {
      const row = contentOf.get(n) as {content: string} | undefined
      if (row) words.put(n, JSON.parse(row.content) as StoredDocument)
      else words.remove(n)
    }
    const {documents, upTo} = read(wordsTo, limit - dirty.length)
    for (const {n, document} of documents) words.put(n, document)
    wordsTo = upTo
    writeState.run('words', wordsTo)
  }

  /** Whether nothing is left behind, after taking in for a moment. */
  const takeIn = (behind: () => number, catchUp: (limit: number) => void): boolean => {
    const end = performance.now() + Math.min(maxWaitMs, Math.max(minWaitMs, next * readMs))
    while (behind() > 0) {
      if (behind() > takenInAtOnce && performance.now() > end) return false
      inTransaction(() => catchUp(takenInAtOnce))
    }
    return true
  }

  const valuesBehind = (): number => next - 1 - valuesTo
  const wordsBehind = (): number => next - 1 - wordsTo + words.countDirty()

  load()
  return {
    paths,
    values,
    words,
    sorts,
    copies,
    lookUp: openLookUp(database, paths),
    /** The number for the next new document. */
    nextNumber: (): number => next,
    /** Takes in a document that was just made with the number `nextNumber()`; `isBulk` leaves it for `catchUp`. */
    add(n: number, document: StoredDocument, isBulk: boolean): void {
      if (!isBulk && valuesTo === n - 1) {
        values.put(n, null, document)
        sorts.put(n, null, document)
        copies.put(null, document)
        valuesTo = n
        writeState.run('values', n)
      }
      next = n + 1
    },
    replace(n: number, before: StoredDocument, after: StoredDocument): void {
      if (n <= valuesTo) {
        values.put(n, before, after)
        sorts.put(n, before, after)
        copies.put(before, after)
      }
      if (n <= wordsTo) words.markDirty(n)
    },
    remove(n: number, before: StoredDocument): void {
      if (n <= valuesTo) {
        values.remove(n, before)
        sorts.remove(before)
        copies.remove(before)
      }
      if (n <= wordsTo) words.remove(n)
    },
    /** How many documents, about, the indexes do not hold yet; one more while attributes are being copied. */
    behind: (): number => valuesBehind() + wordsBehind() + (copies.isUnfinished() ? 1 : 0),
    /** Whether there is enough left for `catchUp` to take in `limit` documents. */
    areFarBehind: (limit: number): boolean =>
      valuesBehind() >= limit || wordsBehind() >= limit || copies.isUnfinished(),
    /** Whether the index of values is whole, after taking in a few documents if need be. */
    areValuesReady: (): boolean => {
      if (paths.isOverflowing()) return false
      const isWhole = tryTo(() => takeIn(valuesBehind, catchUpValues))
      return isWhole && !paths.isOverflowing()
    },
    areWordsReady: (): boolean => tryTo(() => takeIn(wordsBehind, catchUpWords)),
    /** How many documents the index of values does not hold yet. */
    valuesBehind,
    /** Takes in up to `limit` of the documents that are left; values go before words. */
    catchUp(limit: number): void {
      if (valuesBehind() > 0) inTransaction(() => catchUpValues(limit))
      else if (wordsBehind() > 0) inTransaction(() => catchUpWords(limit))
      else if (copies.isUnfinished()) inTransaction(() => copies.fill(limit, valuesTo))
    },
    /** Makes the order that a query asked for, in a transaction of its own, if it can. */
    createSort: (type: string, prefix: string[], text: string): boolean =>
      tryTo(() => {
        inTransaction(() => sorts.create(type, prefix, text, valuesTo))
        return true
      }),
    /** After a transaction was taken back. */
    reload,
  }
}

/** On a full disk, say, a query does without the index. */
function tryTo(action: () => boolean): boolean {
  try {
    return action()
  } catch {
    return false
  }
}
