import {
  isDraftId,
  isVersionId,
  LakeError,
  toDraftId,
  toPublishedId,
  type Mutation,
  type PatchOperations,
  type ReadStaged,
  type StoredDocument,
} from '../store/index.ts'
import {strengthenReferences} from './strengthen-references.ts'

/** An action as `POST /data/actions` takes it. https://www.sanity.io/docs/http-reference/actions */
export type Action = {actionType: string} & Record<string, unknown>

type Planner = (action: Action, read: ReadStaged) => Iterable<Mutation>

/** The mutations of actions, one by one: each action sees what the ones before it have made. */
export function* planActions(
  actions: readonly Action[],
  read: ReadStaged,
  onAction: (index: number) => void,
): Generator<Mutation> {
  for (const [index, action] of actions.entries()) {
    onAction(index)
    const planner = planners[action?.actionType]
    if (!planner) {
      throw new LakeError({
        status: 400,
        type: 'invalidActionError',
        description: `Unknown action "${String(action?.actionType).slice(0, 80)}". Known: ${Object.keys(planners).join(', ')}`,
      })
    }
    yield* planner(action, read)
  }
}

const planners: Record<string, Planner> = {
  *'sanity.action.document.create'(action, read) {
    const publishedId = readId(action, 'publishedId')
    const attributes = readDocument(action, 'attributes', 'document')
    const given = typeof attributes['_id'] === 'string' ? attributes['_id'] : toDraftId(publishedId)
    const id = isVersionId(given) ? given : toDraftId(publishedId)
    requireSameDocument(given, publishedId)
    if (read(id) || read(publishedId)) {
      if (action['ifExists'] === 'ignore') return
      throw toActionError(
        409,
        'documentAlreadyExistsError',
        `Document "${read(id) ? id : publishedId}" already exists`,
        id,
      )
    }
    yield {create: {...attributes, _id: id} as never}
  },

  *'sanity.action.document.replaceDraft'(action, read) {
    const publishedId = readId(action, 'publishedId')
    const attributes = readDocument(action, 'attributes', 'document')
    const id = toDraftId(publishedId)
    const existing = read(id) ?? read(publishedId)
    if (!existing) throw toNotFound(publishedId)
    yield {createOrReplace: {...attributes, _id: id, _createdAt: existing._createdAt} as never}
  },

  *'sanity.action.document.edit'(action, read) {
    const publishedId = readId(action, 'publishedId')
    const draftId = readId(action, 'draftId')
    requireSameDocument(draftId, publishedId)
    const patch = action['patch']
    if (typeof patch !== 'object' || patch === null) throw toInvalid('"patch" must be an object')
    if (!read(draftId)) {
      const published = isVersionId(draftId) ? undefined : read(publishedId)
      if (!published) throw toNotFound(draftId)
      yield {create: {...published, _id: draftId}}
    }
    yield {patch: {...(patch as PatchOperations), id: draftId}}
  },

  *'sanity.action.document.publish'(action, read) {
    const publishedId = readId(action, 'publishedId')
    const draftId = typeof action['draftId'] === 'string' ? action['draftId'] : readId(action, 'versionId')
    requireSameDocument(draftId, publishedId)
    const draft = read(draftId)
    if (!draft) throw toNotFound(draftId)
    const published = read(publishedId)
    requireRevision(draft, draftId, action['ifDraftRevisionId'] ?? action['ifVersionRevisionId'])
    requireRevision(published, publishedId, action['ifPublishedRevisionId'])
    yield* publishAs(draft, publishedId, published)
  },

  *'sanity.action.document.unpublish'(action, read) {
    const publishedId = readId(action, 'publishedId')
    const draftId = typeof action['draftId'] === 'string' ? action['draftId'] : toDraftId(publishedId)
    requireSameDocument(draftId, publishedId)
    const published = read(publishedId)
    if (!published) throw toNotFound(publishedId)
    yield {createIfNotExists: {...published, _id: draftId}}
    yield {delete: {id: publishedId}}
  },

  *'sanity.action.document.discard'(action, read) {
    yield* discard(readId(action, 'draftId'), read)
  },

  *'sanity.action.document.delete'(action, read) {
    const publishedId = readId(action, 'publishedId')
    const drafts = (action['includeDrafts'] ?? action['includeVersions'] ?? []) as unknown
    if (!Array.isArray(drafts)) throw toInvalid('"includeDrafts" must be an array of ids')
    if (!read(publishedId)) throw toNotFound(publishedId)
    const draftId = toDraftId(publishedId)
    if (read(draftId) && !drafts.includes(draftId)) {
      throw toActionError(
        409,
        'documentHasDraftError',
        `Document "${publishedId}" has the draft "${draftId}", which "includeDrafts" does not list`,
        publishedId,
      )
    }
    for (const id of drafts as string[]) {
      requireSameDocument(id, publishedId)
      if (read(id)) yield {delete: {id}}
    }
    yield {delete: {id: publishedId}}
  },

  *'sanity.action.document.version.create'(action, read) {
    const publishedId = readId(action, 'publishedId')
    let document: Record<string, unknown>
    if (typeof action['baseId'] === 'string') {
      const base = read(action['baseId'])
      if (!base) throw toNotFound(action['baseId'])
      requireRevision(base, action['baseId'], action['ifBaseRevisionId'])
      document = {...base, _id: readId(action, 'versionId')}
    } else document = readDocument(action, 'document', 'attributes')
    const id = readVersionId(document['_id'])
    requireSameDocument(id, publishedId)
    if (read(id))
      throw toActionError(409, 'documentAlreadyExistsError', `Document "${id}" already exists`, id)
    yield {create: document as never}
  },

  *'sanity.action.document.version.replace'(action, read) {
    const document = readDocument(action, 'document', 'attributes')
    const id = readVersionId(document['_id'])
    const existing = read(id)
    if (!existing) throw toNotFound(id)
    yield {createOrReplace: {...document, _createdAt: existing._createdAt} as never}
  },

  *'sanity.action.document.version.discard'(action, read) {
    yield* discard(readVersionId(action['versionId']), read)
  },

  *'sanity.action.document.version.unpublish'(action, read) {
    const publishedId = readId(action, 'publishedId')
    const versionId = readVersionId(action['versionId'])
    requireSameDocument(versionId, publishedId)
    const published = read(publishedId)
    if (!published) throw toNotFound(publishedId)
    const base = read(versionId) ?? published
    const system = base['_system'] ?? {}
    yield {createOrReplace: {...base, _id: versionId, _system: {...system, delete: true}}}
  },
}

function* publishAs(
  draft: StoredDocument,
  publishedId: string,
  published: StoredDocument | undefined,
): Generator<Mutation> {
  const {_system: _versionOnly, ...content} = draft
  const document = strengthenReferences(content) as StoredDocument
  yield {
    createOrReplace: {...document, _id: publishedId, _createdAt: published?._createdAt ?? draft._createdAt},
  }
  yield {delete: {id: draft._id}}
}

function* discard(id: string, read: ReadStaged): Generator<Mutation> {
  if (!isDraftId(id) && !isVersionId(id)) throw toInvalid(`"${id}" is neither a draft nor a version`)
  if (!read(id)) throw toNotFound(id)
  yield {delete: {id}}
}

function readId(action: Action, name: string): string {
  const id = action[name]
  if (typeof id !== 'string' || id === '') throw toInvalid(`"${name}" must be a document id`)
  if (name === 'publishedId' && id !== toPublishedId(id))
    throw toInvalid(`"${name}" must be a published id: "${id}"`)
  return id
}

function readVersionId(id: unknown): string {
  if (typeof id === 'string' && (isVersionId(id) || isDraftId(id))) return id
  throw toInvalid(`A version id begins with "versions." or "drafts.": ${JSON.stringify(id)}`)
}

function readDocument(action: Action, ...names: string[]): Record<string, unknown> {
  for (const name of names) {
    const document = action[name]
    if (typeof document === 'object' && document !== null) return document as Record<string, unknown>
  }
  throw toInvalid(`"${names[0]}" must be a document`)
}

function requireSameDocument(id: string, publishedId: string): void {
  if (toPublishedId(id) === publishedId) return
  throw toInvalid(`"${id}" is not a draft or version of "${publishedId}"`)
}

function requireRevision(document: StoredDocument | undefined, id: string, expected: unknown): void {
  if (expected === undefined || expected === null || document?._rev === expected) return
  throw toActionError(
    409,
    'documentRevisionIDDoesNotMatchError',
    `document "${id}" has unexpected revision ID ("${document?._rev ?? ''}"), expected "${String(expected)}"`,
    id,
    {currentRevisionID: document?._rev, expectedRevisionID: expected},
  )
}

function toNotFound(id: string): LakeError {
  return toActionError(404, 'documentNotFoundError', `The document with the ID "${id}" was not found`, id)
}

function toInvalid(description: string): LakeError {
  return new LakeError({status: 400, type: 'invalidActionError', description})
}

function toActionError(
  status: number,
  type: string,
  description: string,
  id: string,
  details: Record<string, unknown> = {},
): LakeError {
  return new LakeError({status, type, description, details: {id, ...details}})
}
