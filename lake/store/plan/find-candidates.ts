import type {StoredDocument} from '../documents/document.ts'
import type {DocumentReader} from '../documents/document-reader.ts'
import type {PathGroup} from '../indexes/path-table.ts'
import {describeCondition, isFoundByAll, isOfGroups, type Condition} from './condition.ts'
import type {PlanLimits} from './plan-limits.ts'
import {narrow, type IndexSearch, type SearchSpace} from './index-search.ts'

export interface Lookups {
  search: IndexSearch
  reader: DocumentReader
  limits: PlanLimits
  /** Is told of documents that were read together, whose references are followed next. */
  foresee?: (documents: readonly StoredDocument[]) => void
}

/** The documents that a filter has to look at. */
export interface Candidates {
  /** As the perspective shows them, in the order of their `_id`. */
  read: () => Iterable<StoredDocument>
  /** Their numbers, where those are known; of some, the perspective may show another document or none. */
  numbers?: number[]
  /** For people. */
  description: string
}

/** About how many documents a condition must spare to be worth the look-up; those that find the fewest come first. */
const costs: Record<Condition['kind'], number> = {
  never: 0,
  ids: 0,
  value: 1,
  references: 1,
  words: 5,
  join: 10,
  idStart: 10,
  any: 15,
  all: 15,
  range: 20,
  defined: 30,
  filled: 30,
  variant: 35,
  type: 40,
  missing: 45,
}

const costOf = (condition: Condition) => costs[isFoundByAll(condition) ? 'missing' : condition.kind]
const byCost = (one: Condition, other: Condition) => costOf(one) - costOf(other)

/** The smallest set of at most `limit` documents that the indexes give for a condition; all that satisfy it are in it. */
export function findFew(
  condition: Condition,
  space: SearchSpace,
  lookups: Lookups,
  limit: number,
): Candidates | undefined {
  const parts = toParts(condition)
  const narrowed = narrow(parts, space)
  let best: {part: Condition; numbers: number[]} | undefined
  for (const part of parts.toSorted(byCost)) {
    if (best && best.numbers.length < costOf(part)) break
    if (isFoundByAll(part)) continue
    const most: number = best ? best.numbers.length : limit
    const numbers = lookups.search.numbers(part, narrowed, most + 1)
    if (numbers && numbers.length <= most) best = {part, numbers}
  }
  return best && toCandidates(parts, best.part, best.numbers, narrowed, lookups)
}

/** As `findFew`, however many they are; undefined when no index helps. */
export function findCandidates(
  condition: Condition,
  space: SearchSpace,
  lookups: Lookups,
): Candidates | undefined {
  const few = findFew(condition, space, lookups, lookups.limits.maxReadAtOnce)
  if (few) return few
  const parts = toParts(condition)
  const narrowed = narrow(parts, space)
  for (const part of parts.toSorted(byCost)) {
    const numbers = isOfGroups(part) ? undefined : lookups.search.numbers(part, narrowed, Infinity)
    if (numbers) return toCandidates(parts, part, numbers, narrowed, lookups)
  }
  const ofGroups = parts.filter(isOfGroups)
  if (ofGroups.length === 0 || (space.view.isPlain && ofGroups.every(({kind}) => kind === 'variant')))
    return undefined
  return {
    read: () => walkGroups(narrowed, lookups),
    description: `all documents of ${ofGroups.map(describeCondition).join(' and ')}, from the index of types`,
  }
}

export function toParts(condition: Condition): Condition[] {
  return condition.kind === 'all' ? condition.parts : [condition]
}

function toCandidates(
  parts: Condition[],
  chosen: Condition,
  numbers: number[],
  space: SearchSpace,
  lookups: Lookups,
): Candidates {
  let found = numbers
  const probed: string[] = []
  if (found.length >= lookups.limits.minProbed) {
    for (const other of parts) {
      const probe = other === chosen ? undefined : lookups.search.toProbe(other, space)
      if (!probe) continue
      found = found.filter(probe)
      probed.push(describeCondition(other))
    }
  }
  const also = probed.length > 0 ? `, of those the ones of which ${probed.join(' and ')}` : ''
  return {
    read: () => readSome(found, space, lookups),
    numbers: found,
    description: `${found.length} from the index: ${describeCondition(chosen)}${also}`,
  }
}

/** The documents with these numbers, as they are shown, in the order of their `_id`. */
export function readSome(numbers: number[], space: SearchSpace, lookups: Lookups): Iterable<StoredDocument> {
  return numbers.length >= lookups.limits.minWalked
    ? walkGroups(space, lookups, new Set(numbers))
    : readInOrder(numbers, space, lookups)
}

function* readInOrder(
  numbers: number[],
  {view}: SearchSpace,
  {reader, limits, foresee}: Lookups,
): Generator<StoredDocument> {
  if (numbers.length <= limits.maxReadAtOnce) {
    const shown = reader.many(numbers).flatMap((document) => view.show(document) ?? [])
    foresee?.(shown)
    yield* shown.sort((one, other) => (one._id < other._id ? -1 : one._id > other._id ? 1 : 0))
    return
  }
  const entries = numbers
    .map((n) => ({n, id: view.shownId(reader.idAt(n) ?? '')}))
    .sort((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0))
  for (const {n} of entries) {
    const document = reader.peek(n)
    const seen = document && view.show(document)
    if (seen) yield seen
  }
}

/** All documents of the groups (or those of `only`), walked side by side in the order of the `_id` that they are shown with. */
export function* walkGroups(
  {view, groups}: SearchSpace,
  {search, reader}: Lookups,
  only?: ReadonlySet<number>,
): Generator<StoredDocument> {
  if (!only) {
    for (const {id, content} of mergeGroups(groups, view.isRaw, search.contentOf)) {
      const shown = view.show(reader.parse(id, content))
      if (shown) yield shown
    }
    return
  }
  for (const {n} of mergeGroups(groups, view.isRaw, search.documentsOf)) {
    const document = only.has(n) ? reader.peek(n) : undefined
    const shown = document && view.show(document)
    if (shown) yield shown
  }
}

function* mergeGroups<Row extends {id: string}>(
  groups: readonly PathGroup[],
  isRaw: boolean,
  walk: (group: PathGroup) => Iterable<Row>,
): Generator<Row> {
  const walks = groups.map((group) => walk(group)[Symbol.iterator]())
  try {
    const heads = walks.map((walk) => walk.next())
    const idOf = (at: number) => (heads[at]!.value as Row).id.slice(isRaw ? 0 : groups[at]!.variant.length)
    for (;;) {
      let first = -1
      for (let at = 0; at < heads.length; at++) {
        if (!heads[at]!.done && (first === -1 || idOf(at) < idOf(first))) first = at
      }
      if (first === -1) return
      yield heads[first]!.value as Row
      heads[first] = walks[first]!.next()
    }
  } finally {
    for (const walk of walks) walk.return?.()
  }
}
