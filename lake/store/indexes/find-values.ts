import {toVariant, type StoredDocument} from '../documents/document.ts'
import {findReferences} from '../documents/references.ts'
import {compositeKey, toValueKey, type ValueKey} from './value-key.ts'

/** A value of a document as the index holds it. */
interface IndexedValue {
  path: string
  key: ValueKey
}

/** The path of the targets that the table of references does not hold, wherever in a document they are. */
export const elsewherePath = '->'
/** Attributes deeper than this are not in the index. */
export const maxPathDepth = 5

const unindexed = new Set(['_rev', '_originalId', '_system'])
const unindexedWithin = new Set(['_type', '_key', '_weak', '_strengthenOnPublish'])

/**
 * The values of a document that the index holds: scalars by their path (`slug.current`), scalars in arrays (`keywords[]`), strings of objects
 * in arrays (`by[]._ref`), a mark for each object and array outside of arrays but for references, whose `_ref` says that they are there, the
 * published `_id`, and what of another dataset it refers to (`->`). Not in it: `_rev`, `_type` (each type has its own index), `_key` and how strong a reference
 * is, nulls, what lies in two arrays, and what is deeper than `maxPathDepth`.
 */
export function findValues(document: StoredDocument): IndexedValue[] {
  const found: IndexedValue[] = [{path: '_id', key: document._id.slice(toVariant(document._id).length)}]
  for (const name of Object.keys(document)) {
    if (name === '_id' || name === '_type' || unindexed.has(name)) continue
    addValue(found, toPathPart(name), document[name], 1)
  }
  for (const {to, isElsewhere, isHidden} of findReferences(document))
    if (isElsewhere && !isHidden) found.push({path: elsewherePath, key: toValueKey(to)!})
  return found
}

/** An attribute's name as a part of a path, so that a dot in a name is not taken for a step. */
export function toPathPart(name: string): string {
  return /[.[\]\\]/.test(name) ? name.replace(/[.[\]\\]/g, String.raw`\$&`) : name
}

/** Whether the index holds the path, so that a document that is not found there has no value at it. */
export function isIndexedName(name: string, depth: number): boolean {
  return depth === 1 ? name !== '_type' && !unindexed.has(name) : !unindexedWithin.has(name)
}

/** Where the mark of an attribute that holds something stands, or what stands for it. */
export function marksOf(path: string): string[] {
  return [path, `${path}._ref`]
}

function addValue(found: IndexedValue[], path: string, value: unknown, depth: number): void {
  if (typeof value !== 'object' || value === null) {
    const key = toValueKey(value)
    if (key !== undefined) found.push({path, key})
    return
  }
  if (Array.isArray(value)) {
    found.push({path, key: compositeKey})
    addItems(found, `${path}[]`, value, depth)
    return
  }
  const isDeepest = depth >= maxPathDepth
  if (isDeepest || typeof (value as {_ref?: unknown})._ref !== 'string') found.push({path, key: compositeKey})
  if (isDeepest) return
  for (const [name, child] of Object.entries(value)) {
    if (isIndexedName(name, 2)) addValue(found, `${path}.${toPathPart(name)}`, child, depth + 1)
  }
}

function addItems(found: IndexedValue[], path: string, items: unknown[], depth: number): void {
  for (const item of items) {
    if (typeof item !== 'object' || item === null) {
      const key = toValueKey(item)
      if (key !== undefined) found.push({path, key})
    } else if (!Array.isArray(item) && depth < maxPathDepth) {
      for (const [name, child] of Object.entries(item)) {
        if (typeof child !== 'string' || !isIndexedName(name, 2)) continue
        found.push({path: `${path}.${toPathPart(name)}`, key: toValueKey(child)!})
      }
    }
  }
}
