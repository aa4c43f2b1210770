import {
  isDraftId,
  isPublishedId,
  toDraftId,
  toPublishedId,
  toVersionName,
  type Store,
  type TransactionRecord,
} from '../store/index.ts'

/** An event in the life of a document, as Studio's history shows it. Edits are not among them: Studio finds those itself. */
export type DocumentEvent = {type: string; timestamp: string; author: string; documentId: string} & Record<
  string,
  unknown
>

/** A page of events, newest first. `nextCursor` is empty at the end. */
export interface EventPage {
  events: DocumentEvent[]
  nextCursor: string
}

/** The events of a document; of a draft or version for its id, of all of them together for the published id. */
export function readEvents(store: Store, id: string, limit: number, cursor: string | undefined): EventPage {
  const publishedId = toPublishedId(id)
  const ids = isPublishedId(id) ? [publishedId, toDraftId(publishedId)] : [publishedId, id]
  const before = cursor ? Number(cursor) : Infinity
  const events: DocumentEvent[] = []
  let lastSeq = 0
  for (const record of store.history.transactionsOf(ids, {reverse: true})) {
    if (record.seq >= before) continue
    const event = toEvent(
      record,
      publishedId,
      isPublishedId(id) ? toDraftId(publishedId) : id,
      isPublishedId(id),
    )
    if (!event) continue
    if (events.length >= limit) return {events, nextCursor: String(lastSeq)}
    events.push(event)
    lastSeq = record.seq
  }
  return {events, nextCursor: ''}
}

function toEvent(
  record: TransactionRecord,
  publishedId: string,
  versionId: string,
  forPublished: boolean,
): DocumentEvent | undefined {
  const published = record.changes.find((change) => change.documentId === publishedId)
  const version = record.changes.find((change) => change.documentId === versionId)
  const releaseId = toVersionName(versionId)
  const base = {
    timestamp: record.timestamp,
    author: record.author,
    documentId: publishedId,
    ...(releaseId ? {releaseId} : {}),
  }
  if (published && published.transition !== 'disappear' && version?.transition === 'disappear') {
    return {
      ...base,
      type: 'publishDocumentVersion',
      revisionId: record.id,
      versionId,
      versionRevisionId: version.previousRev ?? undefined,
      publishCause: 'document.publish',
    }
  }
  if (published?.transition === 'disappear') {
    if (version?.transition === 'disappear') return {...base, type: 'deleteDocumentGroup'}
    if (version?.transition === 'appear' || (version === undefined && !isDeletion(record))) {
      return {
        ...base,
        type: 'unpublishDocument',
        versionId,
        versionRevisionId: version ? record.id : undefined,
      }
    }
    return forPublished || isDraftId(versionId) ? {...base, type: 'deleteDocumentGroup'} : undefined
  }
  // The life of the published document is told without that of its drafts: those have no revision of it.
  if (forPublished && !published) return undefined
  if (version?.transition === 'appear') {
    return {...base, type: 'createDocumentVersion', versionId, versionRevisionId: record.id}
  }
  if (version?.transition === 'disappear') {
    return {
      ...base,
      type: 'deleteDocumentVersion',
      versionId,
      versionRevisionId: version.previousRev ?? undefined,
    }
  }
  if (published?.transition === 'appear') return {...base, type: 'createLiveDocument', revisionId: record.id}
  if (published) return {...base, type: 'updateLiveDocument', revisionId: record.id}
  return undefined
}

/** Whether a transaction that took the published document away made no draft of it. */
function isDeletion(record: TransactionRecord): boolean {
  return !record.changes.some((change) => change.transition === 'appear')
}
