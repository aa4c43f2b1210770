import {applyPatch} from 'mendoza'
import type {StoredDocument} from './documents/document.ts'
import type {ChangeRecord, TransactionLog, TransactionRecord} from './transactions/transaction-log.ts'

export interface TransactionFilter {
  /** ISO 8601 times, both included. */
  fromTime?: string
  toTime?: string
  /** Transaction ids, both included. */
  fromTransaction?: string
  toTransaction?: string
  authors?: readonly string[]
  /** The number of transactions; default all. */
  limit?: number
  /** Newest first. */
  reverse?: boolean
}

/** A document as it was: `null` when it was not there. */
export type PastDocument = StoredDocument | null

export interface History {
  /** The transactions that changed any of the documents, oldest first unless `reverse`. */
  transactionsOf(ids: readonly string[], filter?: TransactionFilter): TransactionRecord[]
  /** The document right after the transaction with that id; undefined when that transaction did not touch it. */
  documentAtRevision(id: string, revision: string): PastDocument | undefined
  /** The document as it was when that transaction was done, whether or not it touched it; undefined when it is not known. */
  documentAtTransaction(id: string, transactionId: string): PastDocument | undefined
  /** The last state in which the document was there: the present one, or the one before it was deleted. */
  lastDocument(id: string): PastDocument
  /** The document at an instant (ISO 8601). */
  documentAtTime(id: string, time: string): PastDocument
  findTransaction(id: string): TransactionRecord | undefined
  /** The transactions after a place in the log, oldest first. */
  transactionsAfter(seq: number): Generator<TransactionRecord>
  /** The place of the last transaction that listeners were told of; later ones are not on the disk yet. */
  lastSeq(): number
  /** How many changes of documents came after a place in the log. */
  changesAfter(seq: number): number
  /** The document before a change, from the one after it. */
  takeBack(after: PastDocument, change: ChangeRecord): PastDocument
}

/** Reads the log. Past documents are rebuilt from the present one by taking the effects back, newest first. */
export function openHistory(
  log: TransactionLog,
  getDocument: (id: string) => StoredDocument | undefined,
  lastSeq: () => number = log.lastSeq,
): History {
  function* statesOf(
    id: string,
  ): Generator<{seq: number; revision: string; after: PastDocument; before: PastDocument}> {
    let after: PastDocument = getDocument(id) ?? null
    for (const change of log.changesOf(id)) {
      const before = takeBack(after, change.effects.revert)
      yield {seq: change.seq, revision: log.at(change.seq)!.id, after, before}
      after = before
    }
  }

  return {
    transactionsOf: (ids, filter = {}) => {
      const seqs = [...new Set(ids.flatMap((id) => log.seqsOf(id)))].sort((a, b) => a - b)
      if (filter.reverse) seqs.reverse()
      const from = filter.fromTransaction ? (log.find(filter.fromTransaction)?.seq ?? 0) : 0
      const to = filter.toTransaction ? (log.find(filter.toTransaction)?.seq ?? Infinity) : Infinity
      const found: TransactionRecord[] = []
      for (const seq of seqs) {
        if (found.length >= (filter.limit ?? Infinity)) break
        if (seq < from || seq > to) continue
        const record = log.at(seq)!
        if (filter.fromTime && record.timestamp < filter.fromTime) continue
        if (filter.toTime && record.timestamp > filter.toTime) continue
        if (filter.authors?.length && !filter.authors.includes(record.author)) continue
        found.push(record)
      }
      return found
    },
    documentAtRevision: (id, revision) => {
      for (const state of statesOf(id)) if (state.revision === revision) return state.after
      return undefined
    },
    documentAtTransaction: (id, transactionId) => {
      const place = log.find(transactionId)?.seq
      if (place === undefined) return undefined
      let oldest: PastDocument = getDocument(id) ?? null
      for (const state of statesOf(id)) {
        if (state.seq <= place) return state.after
        oldest = state.before
      }
      return oldest
    },
    lastDocument: (id) => {
      for (const state of statesOf(id)) if (state.after ?? state.before) return state.after ?? state.before
      return null
    },
    documentAtTime: (id, time) => {
      const instant = new Date(time).toISOString()
      let oldest: PastDocument = getDocument(id) ?? null
      for (const state of statesOf(id)) {
        if (log.at(state.seq)!.timestamp <= instant) return state.after
        oldest = state.before
      }
      return oldest
    },
    findTransaction: log.find,
    *transactionsAfter(seq) {
      const last = log.lastSeq()
      for (let next = seq + 1; next <= last; next++) {
        const record = log.at(next)
        if (record) yield record
      }
    },
    lastSeq,
    changesAfter: log.countAfter,
    takeBack: (after, change) => takeBack(after, change.effects.revert),
  }
}

function takeBack(document: PastDocument, revert: unknown[]): PastDocument {
  return applyPatch(document, revert) as PastDocument
}
