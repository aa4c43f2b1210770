import {readEvents} from '../../history/to-events.ts'
import {toPublishedId, type History, type StoredDocument, type TransactionRecord} from '../../store/index.ts'
import type {LakeApp, LakeContext} from '../context.ts'
import {toBadRequest} from '../read-body.ts'

const defaultTransactions = 100
const maxTransactions = 100_000
const maxEvents = 100

/** `GET /data/history/:dataset/…`: events, transactions and documents as they were. */
export function addHistoryRoutes(app: LakeApp, lake: LakeContext): void {
  app.get('/:version/data/history/:dataset/events/documents/:id', (c) => {
    const store = lake.storeOf(c.req.param('dataset'))
    const search = new URL(c.req.url).searchParams
    const id = c.req.param('id')
    const limit = Math.min(toNumber(search.get('limit'), maxEvents), maxEvents)
    const {events, nextCursor} = readEvents(store, id, limit, search.get('nextCursor') ?? undefined)
    return c.json({events: {[id]: events}, nextCursor})
  })

  app.get('/:version/data/history/:dataset/transactions/:ids', (c) => {
    const store = lake.storeOf(c.req.param('dataset'))
    const search = new URL(c.req.url).searchParams
    const ids = c.req.param('ids').split(',').filter(Boolean)
    const records = store.history.transactionsOf(ids, {
      fromTransaction: search.get('fromTransaction') || undefined,
      toTransaction: search.get('toTransaction') || undefined,
      fromTime: toTime(search.get('fromTime')),
      toTime: toTime(search.get('toTime')),
      authors: search.get('authors')?.split(',').filter(Boolean),
      limit: Math.min(toNumber(search.get('limit'), defaultTransactions), maxTransactions),
      reverse: search.get('reverse') === 'true',
    })
    const withMutations = search.get('excludeMutations') !== 'true' && search.get('excludeContent') !== 'true'
    const onlyIds = search.get('includeIdentifiedDocumentsOnly') === 'true' ? new Set(ids) : undefined
    const withEffects = search.get('effectFormat') === 'mendoza'
    const lines = records.map(
      (record) => `${JSON.stringify(toLine(record, {withMutations, onlyIds, withEffects}))}\n`,
    )
    return c.body(lines.join(''), 200, {'content-type': 'application/x-ndjson'})
  })

  app.get('/:version/data/history/:dataset/documents/:ids', (c) => {
    const {history} = lake.storeOf(c.req.param('dataset'))
    const search = new URL(c.req.url).searchParams
    const revision = search.get('revision')
    const time = toTime(search.get('time'))
    const documents: StoredDocument[] = []
    const ids = c.req.param('ids').split(',').filter(Boolean)
    for (const id of ids) {
      let document: StoredDocument | null | undefined
      if (search.get('lastRevision') === 'true') document = history.lastDocument(id)
      else if (revision) document = findAtRevision(history, id, ids, revision)
      else document = history.documentAtTime(id, time ?? new Date().toISOString())
      if (document) documents.push(document)
    }
    return c.json({documents})
  })
}

/**
 * The document at a revision of its own, or as it stood when that transaction was done. A draft that was not there then
 * is answered for by the published document, if the revision is that one's: it is what the draft was made from.
 */
function findAtRevision(
  history: History,
  id: string,
  ids: readonly string[],
  revision: string,
): StoredDocument | null | undefined {
  const own = history.documentAtRevision(id, revision) ?? history.documentAtTransaction(id, revision)
  const publishedId = toPublishedId(id)
  return own || ids.includes(publishedId) ? own : history.documentAtRevision(publishedId, revision)
}

interface LineOptions {
  withMutations: boolean
  withEffects: boolean
  onlyIds: ReadonlySet<string> | undefined
}

function toLine(record: TransactionRecord, {withMutations, withEffects, onlyIds}: LineOptions) {
  const changes = record.changes.filter((change) => !onlyIds || onlyIds.has(change.documentId))
  return {
    id: record.id,
    timestamp: record.timestamp,
    author: record.author,
    documentIDs: changes.map((change) => change.documentId),
    ...(withMutations ? {mutations: changes.flatMap((change) => change.mutations)} : {}),
    ...(withEffects
      ? {effects: Object.fromEntries(changes.map((change) => [change.documentId, change.effects]))}
      : {}),
  }
}

function toNumber(text: string | null, otherwise: number): number {
  if (text === null) return otherwise
  const number = Number(text)
  if (Number.isInteger(number) && number >= 0) return number
  throw toBadRequest(`"${text.slice(0, 40)}" is not a number of items`)
}

function toTime(text: string | null): string | undefined {
  if (!text) return undefined
  const time = Date.parse(text)
  if (Number.isNaN(time)) throw toBadRequest(`"${text.slice(0, 40)}" is not a time (ISO 8601)`)
  return new Date(time).toISOString()
}
