import type {Change, ChangeRecord, Store, StoredDocument, Transaction} from '../store/index.ts'

/** How many transactions a listener may have missed and still resume. Past that, reading anew is quicker. */
const maxMissed = 500
/** The same of changes of documents: one transaction of a bulk load holds many. */
const maxMissedChanges = 5000

/**
 * The transactions after one, with the documents before and after each. The rest of that one's own events come
 * again as well: a connection may have ended between two of them, and listeners know an event by its id.
 * Undefined when the transaction is not known or too long ago.
 */
export function openPastTransactions(store: Store, transactionId: string): Transaction[] | undefined {
  const from = store.history.findTransaction(transactionId)
  if (!from || store.history.lastSeq() - from.seq > maxMissed) return undefined
  if (store.history.changesAfter(from.seq) > maxMissedChanges) return undefined
  const records = [...store.history.transactionsAfter(from.seq - 1)]
  // What a purged document was is not to be had any more.
  if (records.some(({changes}) => changes.some(isPurge))) return undefined
  // Backwards from the present, as the effects are read.
  const current = new Map<string, StoredDocument | null>()
  for (const record of records) {
    for (const {documentId} of record.changes) current.set(documentId, store.getDocument(documentId) ?? null)
  }
  const transactions: Transaction[] = []
  for (const record of records.reverse()) {
    const changes = record.changes.map((change): Change => {
      const after = current.get(change.documentId) ?? null
      const before = store.history.takeBack(after, change)
      current.set(change.documentId, before)
      return {...change, before, after}
    })
    transactions.push({...record, changes})
  }
  // Those that are not on the disk yet are told when they are.
  const lastSeq = store.history.lastSeq()
  return transactions.reverse().filter(({seq}) => seq <= lastSeq)
}

function isPurge({mutations}: ChangeRecord): boolean {
  return mutations.some(({delete: body}) => body?.purge === true)
}
