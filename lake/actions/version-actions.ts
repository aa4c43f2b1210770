import {isDraftId, isVersionId, type Mutation} from '../store/index.ts'
import {
  readAttributes,
  readId,
  readVersionId,
  requireOpenRelease,
  requireRevision,
  requireSameDocument,
  toExists,
  toInvalidAction,
  toNotFound,
  type Action,
  type ActionContext,
  type ActionPlanner,
} from './action.ts'

/** `sanity.action.document.version.*`: what editors do with the versions of documents in releases. */
export const versionActions: Record<string, ActionPlanner> = {
  *'sanity.action.document.version.create'(action, context) {
    const publishedId = readId(action, 'publishedId')
    let document: Record<string, unknown>
    if (typeof action['baseId'] === 'string') {
      const base = context.read(action['baseId'])
      if (!base) throw toNotFound(action['baseId'])
      requireRevision(base, action['baseId'], action['ifBaseRevisionId'])
      document = {...base, _id: readId(action, 'versionId')}
    } else document = readAttributes(action, 'document', 'attributes')
    const id = readVersionId(document['_id'] ?? action['versionId'])
    requireSameDocument(id, publishedId)
    requireOpenRelease(id, context)
    if (context.read(id)) throw toExists(id)
    yield {create: {...document, _id: id} as never}
  },

  *'sanity.action.document.version.replace'(action, context) {
    const document = readAttributes(action, 'document', 'attributes')
    const id = readVersionId(document['_id'])
    requireOpenRelease(id, context)
    const existing = context.read(id)
    if (!existing) throw toNotFound(id)
    yield {createOrReplace: {...document, _createdAt: existing._createdAt} as never}
  },

  *'sanity.action.document.version.discard'(action, context) {
    yield* discardVersion(readVersionId(action['versionId']), action, context)
  },

  *'sanity.action.document.version.unpublish'(action, context) {
    const publishedId = readId(action, 'publishedId')
    const versionId = readVersionId(action['versionId'])
    requireSameDocument(versionId, publishedId)
    requireOpenRelease(versionId, context)
    const published = context.read(publishedId)
    if (!published) throw toNotFound(publishedId)
    const base = context.read(versionId) ?? published
    const system = base['_system'] ?? {}
    yield {createOrReplace: {...base, _id: versionId, _system: {...system, delete: true}}}
  },
}

export function* discardVersion(id: string, action: Action, context: ActionContext): Generator<Mutation> {
  if (!isDraftId(id) && !isVersionId(id)) throw toInvalidAction(`"${id}" is neither a draft nor a version`)
  if (!context.read(id)) throw toNotFound(id)
  // What is left of a release that is gone may always be cleared away.
  if (isReleaseThere(id, context)) requireOpenRelease(id, context)
  yield {delete: {id, purge: action['purge'] === true}}
}

function isReleaseThere(versionId: string, {read}: ActionContext): boolean {
  return isVersionId(versionId) && read(`_.releases.${versionId.split('.')[1]}`) !== undefined
}
