import type {DatabaseSync} from 'node:sqlite'
import {applyPatch} from 'mendoza'
import type {StoredDocument} from '../documents/document.ts'
import {prepareRows} from '../database/many-rows.ts'
import type {MendozaPatch} from './mendoza-diff.ts'
import type {Mutation} from './mutation.ts'

export type Transition = 'appear' | 'update' | 'disappear'

/**
 * What a transaction did to one document. `null` is a document that is not there, or the revision before the first.
 * The `resultRev` of one that disappears is the transaction.
 */
export interface Change {
  documentId: string
  transition: Transition
  previousRev: string | null
  resultRev: string
  before: StoredDocument | null
  after: StoredDocument | null
  mutations: Mutation[]
  effects: {apply: MendozaPatch; revert: MendozaPatch}
}

/** A committed transaction. `seq` counts up by one; `timestamp` is ISO 8601 in UTC. */
export interface Transaction {
  seq: number
  id: string
  timestamp: string
  author: string
  mutations: Mutation[]
  changes: Change[]
}

export type ChangeRecord = Omit<Change, 'before' | 'after'>

/** A transaction as the log keeps it: the documents themselves are rebuilt from the effects when asked for. */
export interface TransactionRecord extends Omit<Transaction, 'changes'> {
  changes: ChangeRecord[]
}

export interface ResultEntry {
  id: string
  operation: 'create' | 'update' | 'delete' | 'none'
}

interface TransactionRow {
  seq: number
  id: string
  timestamp: string
  author: string
  results: string
}

interface ChangeRow {
  document_id: string
  seq: number
  previous_rev: string | null
  result_rev: string
  transition: Transition
  mutations: string
  apply: string
  revert: string
}

export type TransactionLog = ReturnType<typeof openTransactionLog>

/** Stands for the effect that makes a document whole: it is the document as that change left it, which the later ones lead back to. */
const madeWhole = ''

/** The append-only log of transactions. Writes belong inside a transaction of the database. */
export function openTransactionLog(
  database: DatabaseSync,
  getDocument: (id: string) => StoredDocument | undefined,
) {
  const insert = database.prepare(
    'insert into transactions (seq, id, timestamp, author, results) values (?, ?, ?, ?, ?)',
  )
  const insertChanges = prepareRows(
    database,
    'insert into changes (document_id, seq, previous_rev, result_rev, transition, mutations, apply, revert)',
    8,
  )
  const removeChanges = database.prepare('delete from changes where document_id = ? and seq < ?')
  const emptyChange = database.prepare(
    "update changes set mutations = ?, apply = '[0,null]', revert = '[0,null]' where document_id = ? and seq = ?",
  )
  const byId = database.prepare('select * from transactions where id = ?')
  const bySeq = database.prepare('select * from transactions where seq = ?')
  const last = database.prepare('select max(seq) as seq from transactions')
  const changesOf = database.prepare('select * from changes where seq = ? order by document_id')
  const changesOfDocument = database.prepare('select * from changes where document_id = ? order by seq desc')
  const revertsAfter = database.prepare(
    'select revert from changes where document_id = ? and seq > ? order by seq desc',
  )
  const countAfter = database.prepare('select count(*) as n from changes where seq > ?')
  const seqsOfDocument = database.prepare('select seq from changes where document_id = ? order by seq')

  const toRecord = (row: TransactionRow | undefined): TransactionRecord | undefined => {
    if (!row) return undefined
    const changes = (changesOf.all(row.seq) as unknown as ChangeRow[]).map(toChangeRecord)
    const {seq, id, timestamp, author} = row
    return {seq, id, timestamp, author, mutations: changes.flatMap((change) => change.mutations), changes}
  }

  const toChangeRecord = (row: ChangeRow): ChangeRecord => {
    const apply =
      row.apply === madeWhole
        ? [0, documentAfter(row.document_id, row.seq)]
        : (JSON.parse(row.apply) as MendozaPatch)
    return {
      documentId: row.document_id,
      transition: row.transition,
      previousRev: row.previous_rev,
      resultRev: row.result_rev,
      mutations: fromStoredMutations(JSON.parse(row.mutations) as Mutation[] | string, apply),
      effects: {apply, revert: JSON.parse(row.revert) as MendozaPatch},
    }
  }

  const documentAfter = (id: string, seq: number): unknown => {
    let document: unknown = getDocument(id) ?? null
    for (const {revert} of revertsAfter.all(id, seq) as unknown as {revert: string}[])
      document = applyPatch(document, JSON.parse(revert) as MendozaPatch)
    return document
  }

  return {
    append(transaction: Transaction, results: ResultEntry[]): void {
      const {seq, id, timestamp, author, changes} = transaction
      insert.run(seq, id, timestamp, author, JSON.stringify(results))
      insertChanges.write(toRows(seq, changes))
    },
    /** How many documents have changed after a place in the log, each counted as often as it has. */
    countAfter: (seq: number): number => (countAfter.get(seq) as {n: number}).n,
    /** Forgets all that a document has ever held, up to the transaction that purged it. That it was deleted stays known. */
    forget(documentId: string, seq: number): void {
      removeChanges.run(documentId, seq)
      emptyChange.run(JSON.stringify([{delete: {id: documentId, purge: true}}]), documentId, seq)
    },
    lastSeq: (): number => (last.get() as {seq: number | null}).seq ?? 0,
    find: (id: string) => toRecord(byId.get(id) as TransactionRow | undefined),
    at: (seq: number) => toRecord(bySeq.get(seq) as TransactionRow | undefined),
    /** What the transaction with this id answered; undefined when there is none. */
    resultsOf(id: string): ResultEntry[] | undefined {
      const row = byId.get(id) as TransactionRow | undefined
      return row && (JSON.parse(row.results) as ResultEntry[])
    },
    /** What happened to a document, newest first. */
    *changesOf(documentId: string): Generator<ChangeRecord & {seq: number}> {
      for (const row of changesOfDocument.iterate(documentId) as Iterable<unknown>) {
        const change = row as ChangeRow
        yield {...toChangeRecord(change), seq: change.seq}
      }
    },
    /** The places in the log at which the document changed, oldest first. */
    seqsOf: (documentId: string): number[] =>
      (seqsOfDocument.all(documentId) as unknown as {seq: number}[]).map((row) => row.seq),
  }
}

function* toRows(seq: number, changes: readonly Change[]): Generator<(string | number | null)[]> {
  for (const change of changes)
    yield [
      change.documentId,
      seq,
      change.previousRev,
      change.resultRev,
      change.transition,
      JSON.stringify(toStoredMutations(change)),
      isMadeWhole(change) ? madeWhole : JSON.stringify(change.effects.apply),
      JSON.stringify(change.effects.revert),
    ]
}

function isMadeWhole({before, after, effects: {apply}}: Change): boolean {
  return before === null && after !== null && apply.length === 2 && apply[0] === 0 && apply[1] === after
}

/** A document that is written whole is in the effects already: of such a mutation only the kind is kept. */
function toStoredMutations({mutations, effects, after}: Change): Mutation[] | string {
  const [kind] = mutations.length === 1 ? Object.keys(mutations[0]!) : []
  const isWhole = kind?.startsWith('create') && effects.apply.length === 2 && effects.apply[1] === after
  return kind && isWhole ? kind : mutations
}

function fromStoredMutations(stored: Mutation[] | string, apply: MendozaPatch): Mutation[] {
  return typeof stored === 'string' ? [{[stored]: apply[1]}] : stored
}
