import type {AnyStaticValue, ExprNode} from 'groq-js'
import type {StoredDocument} from '../documents/document.ts'

const firstChunk = 16
const maxChunk = 256

/**
 * The first documents that a filter takes, in the order in which they come, and past `needed` as many as have the same place as the last.
 */
export function takeTop(
  ordered: Iterable<{place: number; document: StoredDocument}>,
  filter: (documents: StoredDocument[]) => StoredDocument[],
  needed: number,
): StoredDocument[] {
  const taken: StoredDocument[] = []
  let chunk: StoredDocument[] = []
  let size = firstChunk
  let place = -1
  const sift = () => {
    taken.push(...filter(chunk))
    chunk = []
    size = Math.min(size * 2, maxChunk)
  }
  for (const next of ordered) {
    if (next.place !== place) {
      // Only here can it end: what shares a place is sorted by more than the place.
      if (taken.length + chunk.length >= needed) sift()
      if (taken.length >= needed) break
      place = next.place
    }
    chunk.push(next.document)
    if (chunk.length >= size) sift()
  }
  if (chunk.length > 0) sift()
  return taken
}

/** How many documents a filter takes, of which none is kept. */
export function countTaken(
  documents: Iterable<StoredDocument>,
  filter: (documents: StoredDocument[]) => StoredDocument[],
): number {
  let count = 0
  let chunk: StoredDocument[] = []
  for (const document of documents) {
    chunk.push(document)
    if (chunk.length < maxChunk) continue
    count += filter(chunk).length
    chunk = []
  }
  return count + (chunk.length > 0 ? filter(chunk).length : 0)
}

/** Documents in an order in which no two have the same place. */
export function* inPlaces(
  documents: Iterable<StoredDocument>,
): Generator<{place: number; document: StoredDocument}> {
  let place = 0
  for (const document of documents) yield {place: place++, document}
}

/** A filter of a filter of … of all documents, evaluated over some of them. */
export function toFilter(
  chain: ExprNode,
  evaluate: (node: ExprNode) => AnyStaticValue,
): (documents: StoredDocument[]) => StoredDocument[] {
  const over = (node: ExprNode, documents: StoredDocument[]): ExprNode =>
    node.type === 'Filter' ? {...node, base: over(node.base, documents)} : {type: 'Value', value: documents}
  return (documents) => evaluate(over(chain, documents)).data as StoredDocument[]
}
