import type {DatabaseSync} from 'node:sqlite'
import type {StoredDocument} from '../documents/document.ts'
import type {openDocumentTable} from '../documents/document-table.ts'
import {openGroupCommit, type Job} from './group-commit.ts'
import type {Mutation} from './mutation.ts'
import type {TransactOptions, TransactResult} from '../open-store.ts'
import {newRandomKey} from './random-id.ts'
import {findGuarded} from '../documents/references.ts'
import {
  checkReferences,
  stageMutations,
  toChanges,
  type MutationPlan,
  type Staged,
  type StageOptions,
} from './staged-transaction.ts'
import type {Change, ResultEntry, Transaction, TransactionLog} from './transaction-log.ts'
import {openWalSync} from './wal-sync.ts'

export interface WriterOptions {
  database: DatabaseSync
  path: string
  documents: ReturnType<typeof openDocumentTable>
  log: TransactionLog
  now: () => Date
  newId: () => string
  select: StageOptions['select']
  /** Throws a `LakeError` for a document that must not be stored so. */
  checkDocument: ((document: StoredDocument) => void) | undefined
  /** The documents are as the changes say, for whoever reads from now on. */
  onCommitted: (changes: readonly Change[]) => void
  /** The transaction is on the disk. */
  onDurable: (transaction: Transaction) => void
}

export interface Writer {
  transact(mutations: MutationPlan, options?: TransactOptions): TransactResult
  submit(mutations: MutationPlan, options?: TransactOptions): Promise<TransactResult>
  /** The place in the log of the last transaction that is on the disk. */
  lastDurableSeq(): number
  close(): void
}

interface Outcome {
  result: TransactResult
  /** Undefined for one that was answered from the log. */
  transaction: Transaction | undefined
}

/** New documents of a transaction with more changes than this come into the indexes later. */
const bulkChanges = 20

/** The one way by which documents and the log are written. */
export function openWriter(options: WriterOptions): Writer {
  const {database, path, documents, log, now, newId, select, onCommitted, onDurable} = options
  let seq = log.lastSeq()
  let durableSeq = seq
  let lastTime = Date.parse(log.at(seq)?.timestamp ?? '') || 0

  const group = openGroupCommit<Outcome>({
    database,
    wal: openWalSync(path),
    onTakenBack: () => {
      documents.indexes.reload()
      seq = log.lastSeq()
    },
    onCommitted: (outcomes) => {
      for (const {transaction} of outcomes) if (transaction) onCommitted(transaction.changes)
    },
    onDurable: (outcomes) => {
      for (const {transaction} of outcomes) {
        if (!transaction) continue
        durableSeq = transaction.seq
        onDurable(transaction)
      }
    },
  })

  const writeDocuments = (
    {changes}: Transaction,
    staged: ReadonlyMap<string, Staged>,
    referencesMayDangle: boolean | undefined,
  ) => {
    for (const {before, after} of changes) {
      if (after) documents.put(before, after, changes.length > bulkChanges)
      else if (before) documents.remove(before)
    }
    checkReferences(staged, referencesMayDangle ? () => [] : findMissing, documents.strongReferrersOf)
  }

  const findMissing = (document: StoredDocument): string[] =>
    findGuarded(document)
      .filter((reference) => !reference.weak && !documents.has(reference.to))
      .map((reference) => reference.to)

  const prepare = (mutations: MutationPlan, settings: TransactOptions): (() => Outcome) => {
    const transactionId = settings.transactionId ?? newId()
    const toResult = (results: ResultEntry[], read: (id: string) => StoredDocument | null) => ({
      transactionId,
      results: settings.returnDocuments
        ? results.map((result) => ({...result, document: structuredClone(read(result.id))}))
        : results,
      documentIds: [...new Set(results.map((result) => result.id))],
    })
    const known = log.resultsOf(transactionId)
    if (known)
      return () => ({result: toResult(known, (id) => documents.get(id) ?? null), transaction: undefined})

    // Studio takes the times of the log as its order, so a clock that is set back must not go back here.
    const timestamp = new Date(Math.max(now().getTime(), lastTime)).toISOString()
    const {
      staged,
      results,
      mutations: effective,
    } = stageMutations(mutations, {
      transactionId,
      timestamp,
      newId,
      newKey: newRandomKey,
      autoGenerateArrayKeys: settings.autoGenerateArrayKeys ?? false,
      read: documents.get,
      select,
    })
    if (options.checkDocument) for (const {after} of staged.values()) if (after) options.checkDocument(after)
    const transaction: Transaction = {
      seq: seq + 1,
      id: transactionId,
      timestamp,
      author: settings.identity ?? 'local',
      mutations: effective,
      changes: toChanges(staged, transactionId),
    }
    const result = toResult(results, (id) => staged.get(id)?.after ?? null)
    return () => {
      writeDocuments(transaction, staged, settings.referencesMayDangle)
      if (settings.dryRun) throw new DryRun(result)
      log.append(transaction, results)
      for (const [id, {after, isPurged}] of staged) if (!after && isPurged) log.forget(id, transaction.seq)
      seq = transaction.seq
      lastTime = Date.parse(timestamp)
      return {result, transaction}
    }
  }

  const toJob = (mutations: MutationPlan, settings: TransactOptions): Job<Outcome> => ({
    prepare: () => prepare(mutations, settings),
    // A query may bring the indexes up to date first, which takes a transaction of its own.
    isAlone: typeof mutations !== 'function' && mutations.some(hasQuery),
  })

  const transact = (mutations: MutationPlan, settings: TransactOptions = {}): TransactResult => {
    try {
      return group.writeNow(toJob(mutations, settings)).result
    } catch (cause) {
      if (cause instanceof DryRun) return cause.result
      throw cause
    }
  }

  return {
    transact,
    submit: async (mutations, settings = {}) =>
      settings.dryRun
        ? transact(mutations, settings)
        : (await group.write(toJob(mutations, settings))).result,
    lastDurableSeq: () => durableSeq,
    close: group.close,
  }
}

/** Thrown to take back what a dry run has written. */
class DryRun {
  readonly result: TransactResult
  constructor(result: TransactResult) {
    this.result = result
  }
}

/** Mutations may be anything still: they are checked when they are worked out. */
function hasQuery(mutation: Partial<Mutation> | null): boolean {
  const target: unknown = mutation?.patch ?? mutation?.delete
  return typeof target === 'object' && target !== null && 'query' in target
}
