import {toVariant, type StoredDocument} from '../document.ts'
import {compositeKey, toValueKey, type ValueKey} from './value-key.ts'

/** A value of a document as the index holds it. */
interface IndexedValue {
  path: string
  key: ValueKey
}

/** The path under which the targets of all references of a document stand, wherever they are in it. */
export const referencePath = '->'
/** Attributes deeper than this are not in the index. */
export const maxPathDepth = 5

const unindexed = new Set(['_rev', '_originalId', '_system'])

/**
 * The values of a document that the index holds: scalars by their path (`slug.current`), scalars in arrays (`keywords[]`), scalars of objects
 * in arrays (`by[]._ref`), a mark for each object and array outside of arrays, the published `_id`, and what it refers to (`->`). Not in it:
 * `_rev`, `_type` (each type has its own index) and `_key`, nulls, what lies in two arrays, and what is deeper than `maxPathDepth`.
 */
export function findValues(document: StoredDocument): IndexedValue[] {
  const found: IndexedValue[] = [{path: '_id', key: document._id.slice(toVariant(document._id).length)}]
  for (const name of Object.keys(document)) {
    if (name === '_id' || name === '_type' || unindexed.has(name)) continue
    addValue(found, toPathPart(name), document[name], 1)
  }
  addReferences(found, document)
  return found
}

/** An attribute's name as a part of a path, so that a dot in a name is not taken for a step. */
export function toPathPart(name: string): string {
  return /[.[\]\\]/.test(name) ? name.replace(/[.[\]\\]/g, String.raw`\$&`) : name
}

/** Whether the index holds the path, so that a document that is not found there has no value at it. */
export function isIndexedName(name: string, depth: number): boolean {
  return depth === 1 ? name !== '_type' && !unindexed.has(name) : name !== '_type' && name !== '_key'
}

function addValue(found: IndexedValue[], path: string, value: unknown, depth: number): void {
  if (typeof value !== 'object' || value === null) {
    const key = toValueKey(value)
    if (key !== undefined) found.push({path, key})
    return
  }
  found.push({path, key: compositeKey})
  if (Array.isArray(value)) {
    addItems(found, `${path}[]`, value, depth)
    return
  }
  if (depth >= maxPathDepth) return
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
        if (typeof child === 'object' || !isIndexedName(name, 2)) continue
        const key = toValueKey(child)
        if (key !== undefined) found.push({path: `${path}.${toPathPart(name)}`, key})
      }
    }
  }
}

/** As GROQ's `references()` looks: what stands in an object with a `_ref` is not looked into. */
function addReferences(found: IndexedValue[], document: StoredDocument): void {
  const waiting: unknown[] = [document]
  while (waiting.length > 0) {
    const value = waiting.pop()
    if (typeof value !== 'object' || value === null) continue
    const target = Array.isArray(value) ? undefined : (value as {_ref?: unknown})._ref
    if (!target) waiting.push(...Object.values(value))
    else if (typeof target === 'string') found.push({path: referencePath, key: toValueKey(target)!})
  }
}
