import type {DatabaseSync} from 'node:sqlite'
import {openDatabase, toStorageError} from './database/database.ts'
import type {StoredDocument} from './documents/document.ts'
import {openDocumentReader} from './documents/document-reader.ts'
import {openDocumentTable} from './documents/document-table.ts'
import {
  evaluate,
  evaluateNow,
  explain,
  isTimeless,
  type QueryParams,
  type QuerySource,
} from './query/evaluate.ts'
import {openHistory, type History} from './history.ts'
import {catchUpLater} from './indexes/catch-up-later.ts'
import type {FoundByValue, LookUp} from './indexes/look-up.ts'
import {LakeError} from './lake-error.ts'
import {openWriter} from './transactions/open-writer.ts'
import type {Perspective} from './query/perspective.ts'
import {openPlanner} from './plan/open-planner.ts'
import {openQueryView} from './plan/query-view.ts'
import {rememberResults} from './query/remember-results.ts'
import {newRandomId} from './transactions/random-id.ts'
import type {MutationPlan, Staged} from './transactions/staged-transaction.ts'
import {openTransactionLog, type ResultEntry, type Transaction} from './transactions/transaction-log.ts'

export interface StoreOptions {
  /** The SQLite file, or `:memory:`. */
  path: string
  /** For `sanity::dataset()`; default `production`. */
  dataset?: string
  /** For `sanity::projectId()`; default `local`. */
  projectId?: string
  now?: () => Date
  /** Ids of transactions and documents that come without one. */
  newId?: () => string
  /** The longest that a query may take, in milliseconds; default 30,000. */
  maxQueryMs?: number
  /** Throws a `LakeError` for a document that is not to be stored. */
  checkDocument?: (document: StoredDocument) => void
}

export interface TransactOptions {
  /** Given by the caller to be able to send the transaction again: a known one is answered from the log. */
  transactionId?: string
  /** Id of the author. */
  identity?: string
  dryRun?: boolean
  autoGenerateArrayKeys?: boolean
  returnDocuments?: boolean
  /** Strong references may point at documents that are not there: the caller sees to it that they will be, or makes them weak. */
  referencesMayDangle?: boolean
  /** Taken for symmetry with the HTTP API: every transaction is visible when it is acknowledged. */
  visibility?: 'sync' | 'async' | 'deferred'
}

export interface TransactResult {
  transactionId: string
  results: (ResultEntry & {document?: StoredDocument | null})[]
  documentIds: string[]
}

export interface FetchOptions {
  /** Default `raw`. */
  perspective?: Perspective
  identity?: string
}

export interface Store {
  readonly dataset: string
  readonly path: string
  /** Applies all mutations or none; when it returns they are on the disk. Failures are `LakeError`s. */
  transact(mutations: MutationPlan, options?: TransactOptions): TransactResult
  /** As `transact`, together with what else arrives at the same time: they share the disk's turn, but neither stands nor falls with the others. */
  submit(mutations: MutationPlan, options?: TransactOptions): Promise<TransactResult>
  getDocument(id: string): StoredDocument | undefined
  hasDocument(id: string): boolean
  /** One entry an id, in the order asked for; `undefined` where there is no document. */
  getDocuments(ids: readonly string[]): (StoredDocument | undefined)[]
  /** All documents of a type, drafts and versions among them, in the order of their ids. */
  getDocumentsOfType(type: string): StoredDocument[]
  /** Ids of the documents whose ids begin so, in order. */
  idsUnder(prefix: string): string[]
  /** Leaves the indexes behind while many documents are on their way; queries read the documents meanwhile. Returns the way to go on. */
  holdIndexes(): () => void
  /** A query's result, as a copy of the caller's own. */
  fetch<Result = unknown>(query: string, params?: QueryParams, options?: FetchOptions): Promise<Result>
  /** As `fetch`, without the copy: the result may share parts with what the store holds, so it is not to be changed. */
  query(query: string, params?: QueryParams, options?: FetchOptions): Promise<unknown>
  /** How a query is evaluated, step by step, in words. */
  explain(query: string, params?: QueryParams, options?: FetchOptions): string[]
  /**
   * Takes into the indexes what they are behind by after large transactions, for `maxMs` at most; a lake that runs does so by itself. `values`
   * alone are enough for queries by equality; words, which only searches want, take longer. Returns whether nothing is left behind.
   */
  catchUp(maxMs: number, what?: 'values' | 'all'): boolean
  /** How many documents the index of values does not hold yet. */
  valuesBehind(): number
  /** Ids of documents by strings that they hold, as far as the index of values has come (see `catchUp`): nothing is waited for. */
  lookUp(wanted: LookUp): FoundByValue[]
  /** What a query is evaluated over, for callers that evaluate by themselves. Shared: not to be changed. */
  querySource(options?: FetchOptions): QuerySource
  /** Called after each transaction, in order, once it is on the disk. Returns the way to stop it. */
  onTransaction(listener: (transaction: Transaction) => void): () => void
  readonly history: History
  /** Ids of the documents that refer to `id`, weakly or strongly. */
  referrersOf(id: string): string[]
  count(): number
  /** All documents in the order of their ids. */
  exportDocuments(): IterableIterator<StoredDocument>
  /** Small settings of a user (Studio keeps some with the lake). */
  getKeyValue(owner: string, key: string): {key: string; value: unknown; updatedAt: string} | undefined
  setKeyValue(owner: string, key: string, value: unknown): void
  close(): void
}

/** Opens the store of one dataset. See `openDatabase` for what can be wrong with the file. */
export function openStore(options: StoreOptions): Store {
  const {path, dataset = 'production', projectId = 'local', maxQueryMs = 30_000} = options
  const now = options.now ?? (() => new Date())
  const newId = options.newId ?? newRandomId
  const database = openDatabase(path)
  const documents = openDocumentTable(database)
  const reader = openDocumentReader(database, documents.indexes.copies)
  const catchingUp = catchUpLater(documents.indexes)
  const planFor = openPlanner(database, documents.indexes, reader)
  const log = openTransactionLog(database, documents.get)
  const remembered = rememberResults()
  const listeners = new Set<(transaction: Transaction) => void>()
  let isClosed = false
  documents.indexes.copies.whenWanted(() => catchingUp.start())
  catchingUp.start()

  const guard = <Value>(action: () => Value): Value => {
    if (isClosed) throw new LakeError({status: 503, type: 'storeClosed', description: 'The lake is closed'})
    try {
      return action()
    } catch (cause) {
      throw toStorageError(cause, path)
    }
  }

  const querySource = ({perspective = 'raw', identity}: FetchOptions = {}): QuerySource => {
    const view = openQueryView(reader, perspective)
    return {
      documents: view.all,
      document: view.get,
      timestamp: now(),
      identity,
      projectId,
      dataset,
      maxMs: maxQueryMs,
    }
  }

  const plannedSource = (settings: FetchOptions): QuerySource => {
    const view = openQueryView(reader, settings.perspective ?? 'raw')
    return {
      ...querySource(settings),
      ...(view.attributes ? {attributes: view.attributes} : {}),
      planner: planFor(view),
    }
  }

  const select = (query: string, params: QueryParams, staged: ReadonlyMap<string, Staged>): string[] => {
    const source = staged.size === 0 ? plannedSource({}) : {...querySource(), ...overlay(staged)}
    const found = evaluateNow(query, params, source)
    const ids = (Array.isArray(found) ? found : [found]).map((item: unknown) =>
      typeof item === 'string' ? item : (item as {_id?: unknown} | null)?._id,
    )
    return ids.filter((id) => typeof id === 'string')
  }

  /** The documents as a transaction has left them so far. */
  const overlay = (staged: ReadonlyMap<string, Staged>): Pick<QuerySource, 'documents' | 'document'> => ({
    document: (id) => (staged.has(id) ? (staged.get(id)!.after ?? undefined) : reader.get(id)),
    *documents() {
      const added = [...staged.values()].flatMap(({before, after}) => (after && !before ? [after] : []))
      added.sort((one, other) => (one._id < other._id ? 1 : -1))
      for (const document of reader.scan()) {
        while (added.length > 0 && added.at(-1)!._id < document._id) yield added.pop()!
        const entry = staged.get(document._id)
        if (!entry) yield document
        else if (entry.after) yield entry.after
      }
      yield* added.reverse()
    },
  })

  const writer = openWriter({
    database,
    path,
    documents,
    log,
    now,
    newId,
    select,
    checkDocument: options.checkDocument,
    onCommitted: (changes) => {
      reader.apply(changes)
      if (changes.length > 0) remembered.forget()
      catchingUp.start()
    },
    onDurable: (transaction) => {
      for (const listener of listeners) listener(transaction)
    },
  })

  const ask: Store['query'] = async (query, params = {}, settings = {}) => {
    try {
      const answer = () =>
        evaluate(
          query,
          params,
          guard(() => plannedSource(settings)),
        )
      if (isClosed || !isTimeless(query, params)) return await answer()
      const {perspective, identity} = settings
      return await remembered.recall(JSON.stringify([query, params, perspective, identity]), answer)
    } catch (cause) {
      throw toStorageError(cause, path)
    }
  }

  return {
    dataset,
    path,
    transact: (mutations, settings) => guard(() => writer.transact(mutations, settings)),
    submit: async (mutations, settings) => {
      try {
        return await guard(() => writer.submit(mutations, settings))
      } catch (cause) {
        throw toStorageError(cause, path)
      }
    },
    getDocument: (id) => guard(() => documents.get(id)),
    hasDocument: (id) => guard(() => documents.has(id)),
    getDocuments: (ids) => guard(() => ids.map((id) => documents.get(id))),
    idsUnder: (prefix) => guard(() => documents.idsUnder(prefix)),
    getDocumentsOfType: (type) => guard(() => documents.ofType(type)),
    fetch: async (query, params, settings) => structuredClone(await ask(query, params, settings)) as never,
    query: ask,
    explain: (query, params = {}, settings = {}) =>
      guard(() => explain(query, params, plannedSource(settings))),
    catchUp: (maxMs, what = 'all') => {
      const {indexes} = documents
      const end = performance.now() + maxMs
      const behind = () => (what === 'all' ? indexes.behind() : indexes.valuesBehind())
      while (performance.now() < end && behind() > 0) guard(() => indexes.catchUp(documentsAtOnce))
      return behind() === 0
    },
    valuesBehind: () => guard(() => documents.indexes.valuesBehind()),
    lookUp: (wanted) => guard(() => documents.indexes.lookUp(wanted)),
    holdIndexes: () => guard(() => catchingUp.hold()),
    querySource: (settings) => guard(() => querySource(settings)),
    onTransaction: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    history: openHistory(log, documents.get, writer.lastDurableSeq),
    referrersOf: (id) => guard(() => documents.referrersOf(id)),
    count: () => guard(() => documents.count()),
    exportDocuments: () => guard(() => documents.all()),
    ...openKeyValues(database, now, guard),
    close: () => {
      if (isClosed) return
      isClosed = true
      catchingUp.stop()
      writer.close()
      listeners.clear()
      database.close()
    },
  }
}

/** Of one turn of `catchUp`: many at once go in several times quicker than few. */
const documentsAtOnce = 5000

function openKeyValues(
  database: DatabaseSync,
  now: () => Date,
  guard: <Value>(action: () => Value) => Value,
) {
  const select = database.prepare('select value, updated_at from key_values where owner = ? and key = ?')
  const upsert = database.prepare(
    'insert or replace into key_values (owner, key, value, updated_at) values (?, ?, ?, ?)',
  )
  return {
    getKeyValue: (owner: string, key: string) =>
      guard(() => {
        const row = select.get(owner, key) as {value: string; updated_at: string} | undefined
        return row && {key, value: JSON.parse(row.value) as unknown, updatedAt: row.updated_at}
      }),
    setKeyValue: (owner: string, key: string, value: unknown) =>
      guard(() => void upsert.run(owner, key, JSON.stringify(value ?? null), now().toISOString())),
  }
}
