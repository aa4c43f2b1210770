import type {ValueKey} from '../indexes/value-key.ts'

/**
 * What an index can say of a filter. Each document that the filter takes satisfies the condition; the other way round only where it
 * `isExact`.
 */
export type Condition = {isExact: boolean} & (
  | {kind: 'all'; parts: Condition[]}
  | {kind: 'any'; parts: Condition[]}
  | {kind: 'never'}
  | {kind: 'type'; types: string[]}
  /**
   * Stored under an id that begins so (`drafts.`), or under one that does not. For a perspective that shows one document of several: elsewhere
   * it says nothing.
   */
  | {kind: 'variant'; start: string; isNegated: boolean}
  /** The `_id` that a document is shown with. */
  | {kind: 'ids'; ids: string[]}
  | {kind: 'idStart'; start: string}
  | {kind: 'value'; path: string; keys: ValueKey[]}
  /** Both ends are in it. */
  | {kind: 'range'; path: string; from: ValueKey; to: ValueKey}
  | {kind: 'defined'; path: string}
  | {kind: 'missing'; path: string}
  /** The array at `path` has an item that the index knows something of. */
  | {kind: 'filled'; path: string}
  | {kind: 'references'; targets: string[]}
  /** `query` in the language of SQLite's full-text search; `words` for people. */
  | {kind: 'words'; query: string; words: string[]}
  /** The reference at `path` leads to a document that satisfies `target`. */
  | {kind: 'join'; path: string; target: Condition}
)

export type ConditionOf<Kind extends Condition['kind']> = Extract<Condition, {kind: Kind}>

/** Both; conditions in conditions are taken apart, and types that are asked for twice put together. */
export function toAll(parts: (Condition | undefined)[]): Condition | undefined {
  const known = parts.filter((part) => part !== undefined)
  const flat = joinTypes(known.flatMap((part) => (part.kind === 'all' ? part.parts : [part])))
  const isExact = parts.length === known.length && known.every((part) => part.isExact)
  if (flat.length === 0) return undefined
  return flat.length === 1 ? {...flat[0]!, isExact} : {kind: 'all', parts: flat, isExact}
}

/** Either; the same words looked for in two attributes are one search, as the index knows of whole documents. */
export function toAny(parts: Condition[]): Condition {
  const flat = parts.flatMap((part) => (part.kind === 'any' ? part.parts : [part]))
  const searched = new Set<string>()
  const once = flat.filter((part) => {
    if (part.kind !== 'words') return true
    const isNew = !searched.has(part.query)
    searched.add(part.query)
    return isNew
  })
  const isExact = parts.every((part) => part.isExact)
  return once.length === 1 ? {...once[0]!, isExact} : {kind: 'any', parts: once, isExact}
}

function joinTypes(parts: Condition[]): Condition[] {
  const [first, ...more] = parts.filter((part) => part.kind === 'type')
  if (!first || more.length === 0) return parts
  const types = first.types.filter((type) => more.every((part) => part.types.includes(type)))
  return [{...first, types}, ...parts.filter((part) => part.kind !== 'type')]
}

/** Whether it says no more than which variants and types to look at. */
export function isOfGroups({kind}: Condition): boolean {
  return kind === 'type' || kind === 'variant'
}

/** Whether the documents that satisfy it are found only by looking at all and leaving others out. */
export function isFoundByAll(condition: Condition): boolean {
  if (condition.kind === 'missing') return true
  return condition.kind === 'any' && condition.parts.some(isFoundByAll)
}

/** A condition in words, for `--explain`. */
export function describeCondition(condition: Condition): string {
  switch (condition.kind) {
    case 'all':
      return condition.parts.map(describeCondition).join(' and ')
    case 'any':
      return `(${condition.parts.map(describeCondition).join(' or ')})`
    case 'never':
      return 'nothing satisfies it'
    case 'type':
      return `type ${condition.types.join(' or ')}`
    case 'variant':
      return `stored ${condition.isNegated ? 'not ' : ''}under ${condition.start}`
    case 'ids':
      return `_id is ${describeList(condition.ids)}`
    case 'idStart':
      return `_id begins with ${condition.start}`
    case 'value':
      return `${condition.path} is ${describeList(condition.keys.map(describeKey))}`
    case 'range':
      return `${condition.path} from ${describeKey(condition.from)} to ${describeKey(condition.to)}`
    case 'defined':
      return `${condition.path} is there`
    case 'missing':
      return `${condition.path} is not there`
    case 'filled':
      return `${condition.path} has items`
    case 'references':
      return `refers to ${describeList(condition.targets.map(describeKey))}`
    case 'words':
      return `holds the words ${condition.words.join(', ')}`
    case 'join':
      return `${condition.path} is the id of a document of which: ${describeCondition(condition.target)}`
  }
}

function describeList(items: string[]): string {
  return items.length > 3 ? `one of ${items.length}` : items.join(' or ')
}

function describeKey(key: ValueKey): string {
  if (typeof key === 'number') return Number.isFinite(key) ? String(key) : 'any'
  if (typeof key === 'string') return key === '' ? 'any' : JSON.stringify(key.slice(0, 40))
  return key.length === 0 ? 'any' : key[0] === 1 ? 'true' : 'false'
}
