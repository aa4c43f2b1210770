import {LakeError, type StoredDocument} from '../store/index.ts'

/** https://www.sanity.io/docs/content-lake/technical-limits, free and growth plan. */
const maxBytes = 32_000_000
const maxAttributes = 1000
const maxDepth = 20
/** `^[a-zA-Z0-9-_]+$`, sanity-io/gradient#406. */
const attributeName = /^[A-Za-z0-9_-]+$/

/**
 * Throws a `LakeError` 400 for a document that the hosted lake refuses: names of attributes that it does not take, attributes nested more
 * than 20 deep (items of arrays do not count as a level), more than 1,000 attributes of their own path and type, more than 32 MB.
 */
export function checkDocumentLimits(document: StoredDocument): void {
  const attributes = new Set<string>()
  const visit = (value: unknown, path: string, depth: number): void => {
    if (Array.isArray(value)) {
      attributes.add(`${path}:array`)
      for (const item of value) visit(item, `${path}[]`, depth)
      return
    }
    if (typeof value !== 'object' || value === null) {
      attributes.add(`${path}:${value === null ? 'null' : toType(value)}`)
      return
    }
    if (path) attributes.add(`${path}:object`)
    for (const [name, child] of Object.entries(value)) {
      const at = path ? `${path}.${name}` : name
      if (!attributeName.test(name))
        throw toRefused(
          document,
          `the attribute ${JSON.stringify(at.slice(-200))} must be of letters, digits, "_" and "-"`,
        )
      if (depth + 1 > maxDepth)
        throw toRefused(document, `"${at.slice(0, 200)}" is nested more than ${maxDepth} levels deep`)
      visit(child, at, depth + 1)
    }
  }
  visit(document, '', 0)
  if (attributes.size > maxAttributes)
    throw toRefused(document, `it has ${attributes.size} attributes, and ${maxAttributes} are allowed`)
  const bytes = Buffer.byteLength(JSON.stringify(document))
  if (bytes > maxBytes) throw toRefused(document, `it is ${bytes} bytes long, and ${maxBytes} are allowed`)
}

function toType(value: unknown): string {
  if (typeof value !== 'number') return typeof value
  return Number.isInteger(value) ? 'integer' : 'float'
}

function toRefused({_id: id}: StoredDocument, why: string): LakeError {
  return new LakeError({
    status: 400,
    type: 'validationError',
    description: `The hosted lake would not store "${id}": ${why}`,
    details: {id},
  })
}
