/** A reference found in a document. `path` is dotted, array items by `_key` or place. */
export interface Reference {
  path: string
  to: string
  weak: boolean
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/**
 * All references in a document, in reading order. Those to another dataset or project (`_dataset`, `_projectId`)
 * and global ones (`resource:id`) are not this lake's to guard and are left out.
 */
export function findReferences(value: unknown, path = ''): Reference[] {
  const found: Reference[] = []
  const waiting: {value: unknown; path: string}[] = [{value, path}]
  while (waiting.length > 0) {
    const entry = waiting.pop()!
    if (Array.isArray(entry.value)) {
      for (let index = entry.value.length - 1; index >= 0; index--) {
        const item: unknown = entry.value[index]
        if (!isRecord(item)) continue
        const key = typeof item['_key'] === 'string' ? `[_key=="${item['_key']}"]` : `[${index}]`
        waiting.push({value: item, path: entry.path + key})
      }
      continue
    }
    if (!isRecord(entry.value)) continue
    const to = entry.value['_ref']
    if (typeof to === 'string' && to !== '') {
      const elsewhere = '_dataset' in entry.value || '_projectId' in entry.value || to.includes(':')
      if (!elsewhere) found.push({path: entry.path, to, weak: entry.value['_weak'] === true})
    }
    const names = Object.keys(entry.value)
    for (let index = names.length - 1; index >= 0; index--) {
      const name = names[index]!
      const child = entry.value[name]
      if (isRecord(child)) waiting.push({value: child, path: entry.path ? `${entry.path}.${name}` : name})
    }
  }
  return found
}
