import {
  isDraftId,
  isVersionId,
  LakeError,
  toPublishedId,
  toVersionName,
  type Mutation,
  type StoredDocument,
} from '../store/index.ts'

/** An action as `POST /data/actions` takes it. https://www.sanity.io/docs/http-reference/actions */
export type Action = {actionType: string} & Record<string, unknown>

/** What the planning of an action may look at: the documents as the actions before it in the same request have left them. */
export interface ActionContext {
  read(id: string): StoredDocument | undefined
  /** Ids of all documents that begin so, in order. */
  idsUnder(prefix: string): string[]
  /** The last state in which a document was there, from the history. */
  lastDocument(id: string): StoredDocument | null
  now: Date
}

/** Makes the mutations of one kind of action. A fault in the action throws a `LakeError`. */
export type ActionPlanner = (action: Action, context: ActionContext) => Iterable<Mutation>

export function readId(action: Action, name: string): string {
  const id = action[name]
  if (typeof id !== 'string' || id === '') throw toInvalidAction(`"${name}" must be a document id`)
  if (name === 'publishedId' && id !== toPublishedId(id))
    throw toInvalidAction(`"${name}" must be a published id: "${id}"`)
  return id
}

/** The id of a draft or of a version. */
export function readVersionId(id: unknown): string {
  if (typeof id === 'string' && (isVersionId(id) || isDraftId(id))) return id
  throw toInvalidAction(`A version id begins with "versions." or "drafts.": ${JSON.stringify(id)}`)
}

/** The document that an action carries under the first of the names that it has. */
export function readAttributes(action: Action, ...names: string[]): Record<string, unknown> {
  for (const name of names) {
    const document = action[name]
    if (typeof document === 'object' && document !== null) return document as Record<string, unknown>
  }
  throw toInvalidAction(`"${names[0]}" must be a document`)
}

export function requireSameDocument(id: string, publishedId: string): void {
  if (toPublishedId(id) === publishedId) return
  throw toInvalidAction(`"${id}" is not a draft or version of "${publishedId}"`)
}

export function requireRevision(document: StoredDocument | undefined, id: string, expected: unknown): void {
  if (expected === undefined || expected === null || document?._rev === expected) return
  throw toActionError(
    409,
    'documentRevisionIDDoesNotMatchError',
    `document "${id}" has unexpected revision ID ("${document?._rev ?? ''}"), expected "${String(expected)}"`,
    id,
    {currentRevisionID: document?._rev, expectedRevisionID: expected},
  )
}

export function toReleaseId(name: string): string {
  return `_.releases.${name}`
}

/**
 * Versions belong to a release that is there, and that is not scheduled, archived or published: those are locked. Says nothing of drafts.
 */
export function requireOpenRelease(versionId: string, {read}: ActionContext): void {
  const name = toVersionName(versionId)
  if (name === undefined) return
  const id = toReleaseId(name)
  const release = read(id)
  if (!release) throw toNotFound(id)
  if (release['state'] !== 'active') throw toStateError(release, ['active'], `"${versionId}" is locked`)
}

export function toStateError(release: StoredDocument, allowed: string[], what: string): LakeError {
  return toActionError(
    409,
    'releaseStateError',
    `${what}: release "${String(release['name'])}" is ${String(release['state'])}, and must be ${allowed.join(' or ')}`,
    release._id,
  )
}

export function toNotFound(id: string): LakeError {
  return toActionError(404, 'documentNotFoundError', `The document with the ID "${id}" was not found`, id)
}

export function toExists(id: string): LakeError {
  return toActionError(409, 'documentAlreadyExistsError', `Document "${id}" already exists`, id)
}

export function toInvalidAction(description: string): LakeError {
  return new LakeError({status: 400, type: 'invalidActionError', description})
}

export function toActionError(
  status: number,
  type: string,
  description: string,
  id: string,
  details: Record<string, unknown> = {},
): LakeError {
  return new LakeError({status, type, description, details: {id, ...details}})
}
