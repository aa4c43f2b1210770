import type {Variant} from '../documents/document.ts'
import {LakeError} from '../lake-error.ts'

/** `raw`, `published`, `drafts`, or a stack: release names, `drafts`, `published`, the first one that holds wins. */
export type Perspective = 'raw' | 'published' | 'drafts' | string[]

/** A perspective as the HTTP API writes it: one name, several joined by commas, or an array. */
export function parsePerspective(value: string | string[] | undefined): Perspective | undefined {
  if (value === undefined || value === '' || value.length === 0) return undefined
  const names = (typeof value === 'string' ? value.split(',') : value).map((name) => name.trim())
  for (const name of names) {
    if (!/^[A-Za-z0-9_-]+$/.test(name)) {
      throw new LakeError({
        status: 400,
        type: 'httpBadRequest',
        description: `"${name.slice(0, 80)}" is not a perspective. Known: raw, published, drafts, the name of a release, or several joined by commas.`,
      })
    }
  }
  const first = names[0]!
  if (names.length === 1) {
    if (first === 'previewDrafts' || first === 'drafts') return 'drafts'
    if (first === 'raw' || first === 'published') return first
    return names
  }
  if (names.includes('raw')) {
    throw new LakeError({
      status: 400,
      type: 'httpBadRequest',
      description: 'The perspective "raw" cannot be part of a stack.',
    })
  }
  return names
}

/** What stands before the published id, in the order in which a stack looks for a document. */
export function toVariantOrder(perspective: 'drafts' | string[]): Variant[] {
  const stack = perspective === 'drafts' ? ['drafts'] : perspective
  const variants = stack.map((name) =>
    name === 'drafts' ? 'drafts.' : name === 'published' ? '' : `versions.${name}.`,
  )
  // The published document is what every stack stands on.
  return [...new Set([...variants, ''])]
}
