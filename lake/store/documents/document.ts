/** A stored document. `_rev`, `_createdAt` and `_updatedAt` are the lake's. */
export interface StoredDocument {
  _id: string
  _type: string
  _rev: string
  _createdAt: string
  _updatedAt: string
  [attribute: string]: unknown
}

const draftsPrefix = 'drafts.'
const versionsPrefix = 'versions.'

export function isDraftId(id: string): boolean {
  return id.startsWith(draftsPrefix)
}

export function isVersionId(id: string): boolean {
  return id.startsWith(versionsPrefix)
}

export function isPublishedId(id: string): boolean {
  return !isDraftId(id) && !isVersionId(id)
}

/** What stands before the published id: nothing, `drafts.` or `versions.<name>.`. */
export type Variant = string

/** An id is its variant and the published id. */
export function toVariant(id: string): Variant {
  if (isDraftId(id)) return draftsPrefix
  if (!isVersionId(id)) return ''
  const end = id.indexOf('.', versionsPrefix.length)
  return end === -1 ? versionsPrefix : id.slice(0, end + 1)
}

/** The id without `drafts.` or `versions.<name>.` before it. */
export function toPublishedId(id: string): string {
  if (isDraftId(id)) return id.slice(draftsPrefix.length)
  if (!isVersionId(id)) return id
  const end = id.indexOf('.', versionsPrefix.length)
  return end === -1 ? id : id.slice(end + 1)
}

export function toDraftId(id: string): string {
  return draftsPrefix + toPublishedId(id)
}

export function toVersionId(id: string, name: string): string {
  return `${versionsPrefix}${name}.${toPublishedId(id)}`
}

/** The name in `versions.<name>.<id>`; undefined for drafts and published ids. */
export function toVersionName(id: string): string | undefined {
  if (!isVersionId(id)) return undefined
  const end = id.indexOf('.', versionsPrefix.length)
  return end === -1 ? undefined : id.slice(versionsPrefix.length, end)
}

const maxIdLength = 128

/**
 * Whether the lake takes `id`: letters, digits, `.`, `_` and `-`, at most 128 of them, no leading dash or dot, no
 * two dots in a row, no trailing dot. Rules: https://www.sanity.io/docs/content-lake/ids
 */
export function isDocumentId(id: unknown): id is string {
  return (
    typeof id === 'string' &&
    id.length <= maxIdLength &&
    /^[A-Za-z0-9_][A-Za-z0-9._-]*$/.test(id) &&
    !id.includes('..') &&
    !id.endsWith('.')
  )
}
