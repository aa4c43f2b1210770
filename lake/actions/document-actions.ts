import {isVersionId, toDraftId, toPublishedId, type PatchOperations} from '../store/index.ts'
import {
  readAttributes,
  readId,
  requireOpenRelease,
  requireRevision,
  requireSameDocument,
  toActionError,
  toExists,
  toInvalidAction,
  toNotFound,
  type ActionPlanner,
} from './action.ts'
import {discardVersion} from './version-actions.ts'
import {publishAs} from './publish-as.ts'

/** `sanity.action.document.*`: what editors do with drafts and published documents. */
export const documentActions: Record<string, ActionPlanner> = {
  *'sanity.action.document.create'(action, context) {
    const publishedId = readId(action, 'publishedId')
    const attributes = readAttributes(action, 'attributes', 'document')
    const given = typeof attributes['_id'] === 'string' ? attributes['_id'] : toDraftId(publishedId)
    const id = isVersionId(given) ? given : toDraftId(publishedId)
    requireSameDocument(given, publishedId)
    requireOpenRelease(id, context)
    if (context.read(id)) {
      if (action['ifExists'] === 'ignore') return
      throw toExists(id)
    }
    if (context.read(publishedId)) throw toExists(publishedId)
    yield {create: {...attributes, _id: id} as never}
  },

  *'sanity.action.document.replaceDraft'(action, {read}) {
    const publishedId = readId(action, 'publishedId')
    const attributes = readAttributes(action, 'attributes', 'document')
    const id = toDraftId(publishedId)
    const existing = read(id) ?? read(publishedId)
    if (!existing) throw toNotFound(publishedId)
    yield {createOrReplace: {...attributes, _id: id, _createdAt: existing._createdAt} as never}
  },

  *'sanity.action.document.edit'(action, context) {
    const publishedId = readId(action, 'publishedId')
    const draftId = action['draftId'] === undefined ? readId(action, 'versionId') : readId(action, 'draftId')
    requireSameDocument(draftId, publishedId)
    if (draftId === publishedId)
      throw toInvalidAction(`"draftId" must be the id of a draft or version: "${draftId}"`)
    requireOpenRelease(draftId, context)
    const patch = action['patch']
    if (typeof patch !== 'object' || patch === null) throw toInvalidAction('"patch" must be an object')
    if (!context.read(draftId)) {
      const published = isVersionId(draftId) ? undefined : context.read(publishedId)
      if (!published) throw toNotFound(draftId)
      yield {create: {...published, _id: draftId}}
    }
    yield {patch: {...(patch as PatchOperations), id: draftId}}
  },

  *'sanity.action.document.publish'(action, {read}) {
    const publishedId = readId(action, 'publishedId')
    const draftId = typeof action['draftId'] === 'string' ? action['draftId'] : readId(action, 'versionId')
    requireSameDocument(draftId, publishedId)
    const draft = draftId === publishedId ? undefined : read(draftId)
    if (!draft) throw toNotFound(draftId)
    const published = read(publishedId)
    requireRevision(draft, draftId, action['ifDraftRevisionId'] ?? action['ifVersionRevisionId'])
    requireRevision(published, publishedId, action['ifPublishedRevisionId'])
    yield* publishAs(draft, publishedId, published)
  },

  *'sanity.action.document.unpublish'(action, {read}) {
    const publishedId = readId(action, 'publishedId')
    const draftId = typeof action['draftId'] === 'string' ? action['draftId'] : toDraftId(publishedId)
    requireSameDocument(draftId, publishedId)
    const published = read(publishedId)
    if (!published) throw toNotFound(publishedId)
    yield {createIfNotExists: {...published, _id: draftId}}
    yield {delete: {id: publishedId}}
  },

  *'sanity.action.document.discard'(action, context) {
    yield* discardVersion(readId(action, 'draftId'), action, context)
  },

  *'sanity.action.document.delete'(action, {read, idsUnder}) {
    const publishedId = readId(action, 'publishedId')
    const listed = (action['includeDrafts'] ?? action['includeVersions'] ?? []) as unknown
    if (!Array.isArray(listed)) throw toInvalidAction('"includeDrafts" must be an array of ids')
    if (!read(publishedId)) throw toNotFound(publishedId)
    const purge = action['purge'] === true
    const others = [toDraftId(publishedId), ...idsUnder('versions.')].filter(
      (id) => toPublishedId(id) === publishedId && read(id),
    )
    const left = others.find((id) => !listed.includes(id))
    if (left !== undefined) {
      throw toActionError(
        409,
        'documentHasDraftError',
        `Document "${publishedId}" has the draft or version "${left}", which "includeDrafts" does not list`,
        publishedId,
      )
    }
    for (const id of listed as string[]) {
      requireSameDocument(id, publishedId)
      if (read(id)) yield {delete: {id, purge}}
    }
    yield {delete: {id: publishedId, purge}}
  },
}
