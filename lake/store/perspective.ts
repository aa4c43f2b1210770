import {
  isDraftId,
  isPublishedId,
  isVersionId,
  toPublishedId,
  toVersionName,
  type StoredDocument,
} from './document.ts'
import {LakeError} from './lake-error.ts'

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

/**
 * The documents as a perspective shows them. Drafts and versions that are shown carry the published `_id`, and their own as
 * `_originalId`. A version that says `_system.delete` hides its document.
 */
export function applyPerspective(
  documents: Iterable<StoredDocument>,
  perspective: Perspective,
): StoredDocument[] {
  if (perspective === 'raw') return [...documents]
  if (perspective === 'published') {
    const published: StoredDocument[] = []
    for (const document of documents) if (isPublishedId(document._id)) published.push(document)
    return published
  }
  const rankOf = toRanks(perspective)
  const chosen = new Map<string, {rank: number; document: StoredDocument}>()
  for (const document of documents) {
    const rank = rankOf(document._id)
    if (rank === undefined) continue
    const id = toPublishedId(document._id)
    const held = chosen.get(id)
    if (!held || rank < held.rank) chosen.set(id, {rank, document})
  }
  const shown: StoredDocument[] = []
  for (const [id, {document}] of chosen) {
    if ((document['_system'] as {delete?: boolean} | undefined)?.delete === true) continue
    shown.push({...document, _id: id, _originalId: document._id})
  }
  return shown
}

function toRanks(perspective: 'drafts' | string[]): (id: string) => number | undefined {
  const stack = perspective === 'drafts' ? ['drafts'] : perspective
  // The published document is what every stack stands on.
  const places = new Map(stack.map((name, place) => [name, place]))
  const published = places.get('published') ?? stack.length
  return (id) => {
    if (isVersionId(id)) return places.get(toVersionName(id) ?? '')
    return isDraftId(id) ? places.get('drafts') : published
  }
}
