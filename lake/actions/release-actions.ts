import {toPublishedId, type Mutation, type PatchOperations, type StoredDocument} from '../store/index.ts'
import {
  readAttributes,
  toExists,
  toInvalidAction,
  toNotFound,
  toReleaseId,
  toStateError,
  type Action,
  type ActionContext,
  type ActionPlanner,
} from './action.ts'
import {publishAs} from './publish-as.ts'

const releaseTypes = ['asap', 'scheduled', 'undecided']

/**
 * `sanity.action.release.*`. A release is the document `_.releases.<name>`; its documents are those whose ids begin with
 * `versions.<name>.`. https://www.sanity.io/docs/content-lake/content-release-document-flow
 */
export const releaseActions: Record<string, ActionPlanner> = {
  *'sanity.action.release.create'(action, {read}) {
    const name = readName(action)
    const metadata = {releaseType: 'undecided', ...readRecord(action['metadata'] ?? {}, 'metadata')}
    checkMetadata(metadata)
    const id = toReleaseId(name)
    if (read(id)) throw toExists(id)
    yield {create: {_id: id, _type: 'system.release', name, state: 'active', metadata}}
  },

  *'sanity.action.release.import'(action, {read}) {
    const name = readName(action)
    const id = toReleaseId(name)
    const attributes = readAttributes(action, 'attributes', 'document')
    const {ifExists = 'fail'} = action
    if (!['fail', 'ignore', 'replace'].includes(String(ifExists)))
      throw toInvalidAction('"ifExists" must be fail, ignore or replace')
    if (read(id) && ifExists === 'ignore') return
    if (read(id) && ifExists !== 'replace') throw toExists(id)
    checkMetadata(readRecord(attributes['metadata'] ?? {}, 'metadata'))
    yield {createOrReplace: {state: 'active', ...attributes, _id: id, _type: 'system.release', name}}
  },

  *'sanity.action.release.edit'(action, context) {
    const release = readRelease(action, context, ['active', 'scheduled'], 'It cannot be edited')
    const patch = readRecord(action['patch'], 'patch') as PatchOperations
    for (const path of pathsOf(patch)) {
      if (!/^metadata($|[.[])/.test(path))
        throw toInvalidAction(`Only the "metadata" of a release can be edited, not "${path}"`)
    }
    yield {patch: {...patch, id: release._id}}
  },

  *'sanity.action.release.publish'(action, context) {
    const release = readRelease(action, context, ['active', 'scheduled'], 'It cannot be published')
    if (release['state'] === 'scheduled' && !isDue(release, context.now))
      throw toStateError(release, ['active'], 'It cannot be published before its time')
    const versions = versionsOf(release, context)
    for (const version of versions) {
      const publishedId = toPublishedId(version._id)
      const published = context.read(publishedId)
      if (!isToUnpublish(version)) {
        yield* publishAs(version, publishedId, published)
        continue
      }
      if (published) yield {delete: {id: publishedId}}
      yield {delete: {id: version._id}}
    }
    const publishedAt = context.now.toISOString()
    yield toState(release, {state: 'published', publishedAt, ...toFinalStates(versions)}, ['publishAt'])
  },

  *'sanity.action.release.archive'(action, context) {
    const release = readRelease(action, context, ['active'], 'It cannot be archived')
    const versions = versionsOf(release, context)
    for (const {_id: id} of versions) yield {delete: {id}}
    yield toState(release, {state: 'archived', ...toFinalStates(versions)})
  },

  *'sanity.action.release.unarchive'(action, context) {
    const release = readRelease(action, context, ['archived'], 'It cannot be unarchived')
    for (const {id} of (release['finalDocumentStates'] as {id: string}[] | undefined) ?? []) {
      const version = context.lastDocument(id)
      if (version && !context.read(id)) yield {create: version}
    }
    yield toState(release, {state: 'active'}, ['finalDocumentStates'])
  },

  *'sanity.action.release.schedule'(action, context) {
    const release = readRelease(action, context, ['active'], 'It cannot be scheduled')
    const {publishAt} = action
    if (typeof publishAt !== 'string' || Number.isNaN(Date.parse(publishAt)))
      throw toInvalidAction(`"publishAt" must be a time (ISO 8601): ${JSON.stringify(publishAt)}`)
    yield toState(release, {
      state: 'scheduled',
      publishAt: new Date(publishAt).toISOString(),
      ...toFinalStates(versionsOf(release, context)),
    })
  },

  *'sanity.action.release.unschedule'(action, context) {
    const release = readRelease(action, context, ['scheduled'], 'It cannot be unscheduled')
    yield toState(release, {state: 'active'}, ['publishAt', 'finalDocumentStates'])
  },

  *'sanity.action.release.delete'(action, context) {
    const release = readRelease(action, context, ['archived', 'published'], 'It cannot be deleted')
    for (const {_id: id} of versionsOf(release, context)) yield {delete: {id}}
    yield {delete: {id: release._id}}
  },
}

/** Whether the time of a scheduled release has come. */
export function isDue(release: StoredDocument, now: Date): boolean {
  return Date.parse(String(release['publishAt'])) <= now.getTime()
}

function readName(action: Action): string {
  const name = action['releaseId']
  if (typeof name === 'string' && /^[A-Za-z0-9_-]{1,100}$/.test(name)) return name
  throw toInvalidAction(
    `"releaseId" must be 1 to 100 letters, digits, "_" and "-", without "_.releases.": ${JSON.stringify(name)}`,
  )
}

function readRelease(
  action: Action,
  {read}: ActionContext,
  states: string[],
  otherwise: string,
): StoredDocument {
  const id = toReleaseId(readName(action))
  const release = read(id)
  if (!release) throw toNotFound(id)
  if (!states.includes(String(release['state']))) throw toStateError(release, states, otherwise)
  return release
}

function versionsOf(release: StoredDocument, {idsUnder, read}: ActionContext): StoredDocument[] {
  return idsUnder(`versions.${String(release['name'])}.`).flatMap((id) => read(id) ?? [])
}

function isToUnpublish(version: StoredDocument): boolean {
  return (version['_system'] as {delete?: boolean} | undefined)?.delete === true
}

function toFinalStates(versions: StoredDocument[]) {
  return {finalDocumentStates: versions.map(({_id: id}) => ({_key: id, id}))}
}

function toState(release: StoredDocument, set: Record<string, unknown>, unset: string[] = []): Mutation {
  return {patch: {id: release._id, set, unset: [...unset, 'error']}}
}

function readRecord(value: unknown, name: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>
  throw toInvalidAction(`"${name}" must be an object`)
}

function checkMetadata({releaseType}: Record<string, unknown>): void {
  if (releaseType === undefined || releaseTypes.includes(String(releaseType))) return
  throw toInvalidAction(
    `"metadata.releaseType" must be ${releaseTypes.join(', ')}: ${JSON.stringify(releaseType)}`,
  )
}

function pathsOf({insert, unset, ifRevisionID: _revision, ...byPath}: PatchOperations): string[] {
  const places = insert ? [insert.before, insert.after, insert.replace] : []
  return [
    ...Object.values(byPath).flatMap((operation) => Object.keys(operation ?? {})),
    ...(unset ?? []),
    ...places.filter((place) => place !== undefined),
  ]
}
