import {evaluateNow, type QueryParams} from '../store/evaluate.ts'
import {isVersionId, type Change, type Store, type StoredDocument, type Transaction} from '../store/index.ts'
import {openPastTransactions} from './past-transactions.ts'
import type {EventStream} from './streams.ts'

export interface ListenOptions {
  query: string
  params: QueryParams
  includeResult: boolean
  includePreviousRevision: boolean
  includeMutations: boolean
  includeAllVersions: boolean
  withEffects: boolean
  enableResume: boolean
  lastEventId: string | undefined
}

type TransactionLike = Omit<Transaction, 'changes'> & {changes: Change[]}

/**
 * Sends a listener what happens to the documents that its query selects. With an id of the last event it got, it gets what
 * it has missed first (`welcomeback`), or `reset` when that place is not known any more.
 * @returns the way to end it
 */
export function listen(store: Store, options: ListenOptions, stream: EventStream): () => void {
  const selects = (document: StoredDocument | null): boolean => {
    if (!document) return false
    if (!options.includeAllVersions && isVersionId(document._id)) return false
    const source = store.querySource()
    const found = evaluateNow(options.query, options.params, {...source, documents: () => [document]})
    return Array.isArray(found) ? found.length > 0 : found !== null && found !== undefined
  }
  const send = (transaction: TransactionLike) => {
    const selected = transaction.changes.flatMap((change) => {
      const [was, is] = [selects(change.before), selects(change.after)]
      if (!was && !is) return []
      return [{change, transition: was ? (is ? 'update' : 'disappear') : 'appear'}]
    })
    for (const [index, {change, transition}] of selected.entries()) {
      const id = `${transaction.id}#${change.documentId}`
      stream.send(
        'mutation',
        {
          eventId: id,
          documentId: change.documentId,
          transactionId: transaction.id,
          transition,
          identity: transaction.author,
          timestamp: transaction.timestamp,
          visibility: 'query',
          transactionTotalEvents: selected.length,
          transactionCurrentEvent: index + 1,
          previousRev: change.previousRev ?? undefined,
          resultRev: change.resultRev,
          mutations: options.includeMutations ? change.mutations : undefined,
          result: options.includeResult ? (change.after ?? undefined) : undefined,
          previous: options.includePreviousRevision ? (change.before ?? undefined) : undefined,
          effects: options.withEffects ? change.effects : undefined,
        },
        id,
      )
    }
  }

  // A query that cannot be evaluated is told before the stream opens.
  selects({_id: 'listen', _type: 'listen', _rev: '', _createdAt: '', _updatedAt: ''})
  const listenerName = Math.random().toString(36).slice(2)
  const lastTransaction = options.lastEventId?.split('#')[0]
  if (!options.enableResume || !lastTransaction) {
    stream.send('welcome', {listenerName})
  } else {
    const missed = openPastTransactions(store, lastTransaction)
    if (missed) {
      stream.send('welcomeback', {listenerName})
      for (const transaction of missed) send(transaction)
    } else {
      stream.send('reset', {listenerName})
    }
  }
  return store.onTransaction(send)
}
