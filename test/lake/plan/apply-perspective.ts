import {
  isPublishedId,
  isVersionId,
  toVariant,
  type StoredDocument,
} from '../../../lake/store/documents/document.ts'
import {toVariantOrder, type Perspective} from '../../../lake/store/query/perspective.ts'

/**
 * The documents as a perspective shows them, in the order of the `_id` that they are shown with. Drafts and versions that are shown carry the
 * published `_id`, and their own as `_originalId`. A version that says `_system.delete` hides its document.
 */
export function applyPerspective(
  documents: Iterable<StoredDocument>,
  perspective: Perspective,
): StoredDocument[] {
  const shown: StoredDocument[] = []
  if (perspective === 'raw' || perspective === 'published') {
    for (const document of documents)
      if (perspective === 'raw' || isPublishedId(document._id)) shown.push(document)
    return shown.sort(byId)
  }
  const ranks = new Map(toVariantOrder(perspective).map((variant, rank) => [variant, rank]))
  const chosen = new Map<string, {rank: number; document: StoredDocument}>()
  for (const document of documents) {
    const variant = toVariant(document._id)
    const rank = ranks.get(variant)
    if (rank === undefined) continue
    const id = document._id.slice(variant.length)
    const held = chosen.get(id)
    if (!held || rank < held.rank) chosen.set(id, {rank, document})
  }
  for (const [id, {document}] of chosen) {
    if (isVersionId(document._id) && (document['_system'] as {delete?: boolean} | undefined)?.delete === true)
      continue
    shown.push({...document, _id: id, _originalId: document._id})
  }
  return shown.sort(byId)
}

function byId(one: StoredDocument, other: StoredDocument): number {
  return one._id < other._id ? -1 : one._id > other._id ? 1 : 0
}
