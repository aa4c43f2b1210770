/** What a document refers to. */
export interface Reference {
  to: string
  weak: boolean
  /** To another dataset or project, or global (`resource:id`): not this lake's to guard. */
  isElsewhere: boolean
  /** In an object that is a reference itself, where GROQ's `references()` does not look. */
  isHidden: boolean
}

/** All references in a document, in reading order. */
export function findReferences(document: unknown): Reference[] {
  const found: Reference[] = []
  const waiting: unknown[] = [document]
  // As many of the last that wait stand in a reference.
  let hidden = 0
  while (waiting.length > 0) {
    const value = waiting.pop()
    const isHidden = hidden > 0
    if (isHidden) hidden--
    if (typeof value !== 'object' || value === null) continue
    const {_ref: to} = value as {_ref?: unknown}
    if (typeof to === 'string' && to !== '') {
      const isElsewhere = '_dataset' in value || '_projectId' in value || to.includes(':')
      found.push({to, weak: (value as {_weak?: unknown})._weak === true, isElsewhere, isHidden})
    }
    const children = Array.isArray(value) ? value : Object.values(value)
    const hides = isHidden || (Boolean(to) && !Array.isArray(value))
    for (let index = children.length - 1; index >= 0; index--) {
      const child: unknown = children[index]
      if (typeof child !== 'object' || child === null) continue
      waiting.push(child)
      if (hides) hidden++
    }
  }
  return found
}

/** Those that this lake guards. */
export function findGuarded(document: unknown): Reference[] {
  return findReferences(document).filter(({isElsewhere}) => !isElsewhere)
}

/** Where in a document strong references to `id` stand: dotted, items of arrays by `_key` or place. */
export function findPathsTo(id: string, document: unknown): string[] {
  const found: string[] = []
  const waiting: {value: unknown; path: string}[] = [{value: document, path: ''}]
  for (let entry = waiting.pop(); entry; entry = waiting.pop()) {
    const {value, path} = entry
    if (typeof value !== 'object' || value === null) continue
    const {_ref, _weak} = value as {_ref?: unknown; _weak?: unknown}
    if (_ref === id && _weak !== true) found.push(path)
    for (const [name, child] of Object.entries(value))
      waiting.push({value: child, path: step(value, name, path)})
  }
  return found
}

function step(parent: object, name: string, path: string): string {
  if (!Array.isArray(parent)) return path ? `${path}.${name}` : name
  const key = (parent[Number(name)] as {_key?: unknown} | null)?._key
  return typeof key === 'string' ? `${path}[_key=="${key}"]` : `${path}[${name}]`
}
