import {parse, unparse, type ExprNode} from 'groq-js'
import type {StoredDocument} from '../documents/document.ts'
import type {openIndexes} from '../indexes/open-indexes.ts'
import type {SortedRow, SortIndex} from '../indexes/sort-indexes.ts'
import {isCutKey, type ValueKey} from '../indexes/value-key.ts'
import {describeCondition, type Condition} from './condition.ts'
import {toParts, type Lookups} from './find-candidates.ts'
import {narrow, type SearchSpace} from './index-search.ts'

export interface SortedCandidates {
  /** In the order that is asked for; those of which the first sort key is the same have the same `place`. */
  read: () => Iterable<{place: number; document: StoredDocument}>
  description: string
}

/**
 * The documents of one type in the order of an `order()`'s first key, from an index that is made when it is first asked for. Undefined when
 * there can be no such index.
 */
export function findSorted(
  condition: Condition,
  firstKey: ExprNode,
  space: SearchSpace,
  lookups: Lookups,
  indexes: ReturnType<typeof openIndexes>,
): SortedCandidates | undefined {
  const isDescending = firstKey.type === 'Desc'
  const expression = firstKey.type === 'Desc' || firstKey.type === 'Asc' ? firstKey.base : firstKey
  const parts = toParts(condition)
  const types = parts.filter((part) => part.kind === 'type')
  const [type] = types.length === 1 && types[0]!.types.length === 1 ? types[0]!.types : []
  if (type === undefined || !isOfRowAlone(expression)) return undefined
  const narrowed = narrow(parts, space)
  const {minSorted} = lookups.limits
  const count = lookups.search.numbers(types[0]!, space, minSorted)?.length ?? 0
  if (count < minSorted) return undefined
  const text = toText(expression)
  if (text === undefined) return undefined

  const equal = parts.find(isPrefix)
  const prefix = equal ? equal.path.split('.') : []
  let index = indexes.sorts.find(type, prefix, text)
  if (!index) {
    indexes.createSort(type, prefix, text)
    index = indexes.sorts.find(type, prefix, text)
  }
  if (!index?.isSound) return undefined
  const probes = parts.flatMap((part) =>
    part === equal ? [] : (lookups.search.toProbe(part, narrowed) ?? []),
  )
  const within = equal ? ` within ${describeCondition(equal)}` : ''
  return {
    read: () => readSorted(index, equal?.keys[0], isDescending, narrowed, lookups, indexes, probes),
    description: `documents of type ${type} in the order of ${text.replaceAll('global::', '')}${isDescending ? ' from the last to the first' : ''}${within}, from an index`,
  }
}

function isPrefix(part: Condition): part is Extract<Condition, {kind: 'value'}> {
  if (part.kind !== 'value' || part.keys.length !== 1 || isCutKey(part.keys[0]!)) return false
  return !/[[\]\\]/.test(part.path)
}

function* readSorted(
  index: SortIndex,
  prefix: ValueKey | undefined,
  isDescending: boolean,
  {view, groups}: SearchSpace,
  {reader}: Lookups,
  indexes: ReturnType<typeof openIndexes>,
  probes: ((n: number) => boolean)[],
): Generator<{place: number; document: StoredDocument}> {
  const walks = groups.map((group) =>
    indexes.sorts.walk(index, group.variant, prefix, isDescending)[Symbol.iterator](),
  )
  try {
    const heads = walks.map((walk) => walk.next())
    for (let place = 0; ; place++) {
      const key = firstOf(heads, isDescending)
      if (!key) return
      for (let at = 0; at < walks.length; at++) {
        for (let head = heads[at]!; !head.done && compare(head.value.key, key) === 0; head = heads[at]!) {
          heads[at] = walks[at]!.next()
          if (!probes.every((probe) => probe(head.value.n))) continue
          const document = reader.at(head.value.n)
          const shown = document && view.show(document)
          if (shown) yield {place, document: shown}
        }
      }
    }
  } finally {
    for (const walk of walks) walk.return?.()
  }
}

function firstOf(heads: IteratorResult<SortedRow>[], isDescending: boolean): Uint8Array | undefined {
  let first: Uint8Array | undefined
  for (const head of heads) {
    if (head.done) continue
    const order = first ? compare(head.value.key, first) : -1
    if (!first || (isDescending ? order > 0 : order < 0)) first = head.value.key
  }
  return first
}

function compare(one: Uint8Array, other: Uint8Array): number {
  return Buffer.compare(one, other)
}

/** As GROQ; undefined for what does not come back from that as it was. */
function toText(expression: ExprNode): string | undefined {
  try {
    const text = unparse(expression)
    return JSON.stringify(parse(text)) === JSON.stringify(expression) ? text : undefined
  } catch {
    return undefined
  }
}

const rowFunctions = new Set(['coalesce', 'dateTime', 'lower', 'upper', 'string', 'length', 'defined'])

/** Whether an expression's value depends on the stored attributes of the row and on nothing else, and never throws. */
export function isOfRowAlone(node: ExprNode): boolean {
  switch (node.type) {
    case 'AccessAttribute':
      if (!node.base && (node.name === '_id' || node.name === '_originalId')) return false
      return !node.base || isOfRowAlone(node.base)
    case 'Value':
      return node.value === null || typeof node.value !== 'object'
    case 'Group':
    case 'Neg':
      return isOfRowAlone(node.base)
    case 'OpCall':
      return (
        ['+', '-', '*', '/', '%'].includes(node.op) && isOfRowAlone(node.left) && isOfRowAlone(node.right)
      )
    case 'FuncCall':
      return node.namespace === 'global' && rowFunctions.has(node.name) && node.args.every(isOfRowAlone)
    default:
      return false
  }
}
