import type {DatabaseSync, StatementSync} from 'node:sqlite'
import type {Variant} from '../documents/document.ts'
import type {DocumentReader} from '../documents/document-reader.ts'
import {elsewherePath, marksOf} from '../indexes/find-values.ts'
import {toTypeWord} from '../indexes/find-words.ts'
import type {openIndexes} from '../indexes/open-indexes.ts'
import type {PathGroup} from '../indexes/path-table.ts'
import {toValueKey, type ValueKey} from '../indexes/value-key.ts'
import {isOfGroups, type Condition, type ConditionOf} from './condition.ts'
import type {PlanLimits} from './plan-limits.ts'
import type {QueryView} from './query-view.ts'

/** Where to look: the variants and types that a query can show. */
export interface SearchSpace {
  view: QueryView
  groups: readonly PathGroup[]
}

/** Documents of other types that may be looked at in vain. */
const fewHits = 16
/** With more types than these a search is not narrowed to them. */
const maxSearchedTypes = 6
/** Rows looked for to tell whether one document satisfies a condition. */
const maxProbes = 4

export type IndexSearch = ReturnType<typeof openIndexSearch>

/** Looks conditions up in the indexes. What it finds are numbers of documents, each once, in no order. */
export function openIndexSearch(
  database: DatabaseSync,
  indexes: ReturnType<typeof openIndexes>,
  reader: DocumentReader,
  {maxJoined}: PlanLimits,
) {
  // As one JSON array: a thousand rows as objects take longer to make than to find.
  const prepareList = (sql: string) =>
    database.prepare(`select json_group_array(n) as list from (select n from ${sql} limit ?)`)
  const equal = prepareList('document_values where tp = ? and value = ?')
  const between = prepareList('document_values where tp = ? and value >= ? and value <= ?')
  const any = prepareList('document_values where tp = ?')
  const referring = prepareList('(select from_n as n from refs where to_id = ? and tp = ? and hidden = 0)')
  const has = database.prepare('select 1 from document_values where tp = ? and value = ? and n = ?')
  const refers = database.prepare(
    'select 1 from refs where to_id = ? and tp = ? and from_n = ? and hidden = 0',
  )
  const numberOf = database.prepare('select n from documents where id = ?')
  const startingWith = prepareList('documents where id >= ? and id < ?')
  const prepareWalk = (columns: string) =>
    database.prepare(
      `select id, ${columns} from document_values join documents using (n) where tp = ? order by value`,
    )
  const inOrder = prepareWalk('n')
  const contentInOrder = prepareWalk('content')
  const countRows = database.prepare('select count(*) as n from document_values where tp = ?')
  const countPairs = database.prepare(
    `select count(*) as n from documents as fronts where id >= ? and id < ?
     and exists (select 1 from documents where id = ? || substr(fronts.id, ?) and type = ?)`,
  )
  const joined = new WeakMap<Condition, ConditionOf<'value'>>()

  /** The numbers under which the index knows a path; undefined when it does not know it for one of the groups. */
  const toTps = (path: string, {groups}: SearchSpace): number[] | undefined => {
    const tps: number[] = []
    for (const group of groups) {
      const tp = group.paths.get(path)
      if (tp !== undefined) tps.push(tp)
      else if (group.isCrowded) return undefined
    }
    return tps
  }
  const toNumbers = (row: unknown) => JSON.parse((row as {list: string}).list) as number[]
  const find = (
    path: string,
    space: SearchSpace,
    read: (tp: number) => number[],
    limit: number,
  ): number[] | undefined => {
    const tps = toTps(path, space)
    if (!tps) return undefined
    if (tps.length === 1) return read(tps[0]!)
    const found: number[] = []
    for (const tp of tps) {
      for (const n of read(tp)) found.push(n)
      if (found.length >= limit) break
    }
    return found
  }
  const findKeys = (path: string, keys: readonly ValueKey[], space: SearchSpace, limit: number) =>
    find(
      path,
      space,
      // A document with an array may have several of the values.
      (tp) => toUnion(keys.map((key) => toNumbers(equal.get(tp, key, toLimit(limit))))),
      limit,
    )

  const findReferring = (
    targets: readonly string[],
    space: SearchSpace,
    limit: number,
  ): number[] | undefined => {
    const here = find(
      '_id',
      space,
      (tp) => toUnion(targets.map((id) => toNumbers(referring.get(id, tp, toLimit(limit))))),
      limit,
    )
    const elsewhere = findKeys(elsewherePath, targets.map(toKey), space, limit)
    if (!here || !elsewhere) return undefined
    return elsewhere.length > 0 ? toUnion([here, elsewhere]) : here
  }

  /** Rare words are found sooner without the types, of which the index holds a row a document. */
  const searchWords = (query: string, space: SearchSpace, limit: number): number[] => {
    const few = indexes.words.search(query, fewHits + 1)
    return few.length <= fewHits ? few : indexes.words.search(withinTypes(query, space), toLimit(limit))
  }

  /** A join as the values that the reference may have. */
  const resolveJoin = (condition: ConditionOf<'join'>, {view}: SearchSpace): Condition | undefined => {
    const known = joined.get(condition)
    if (known) return known
    const groups = [...indexes.paths.groups()].filter((group) => view.shows(group.variant))
    const targets = numbers(condition.target, {view, groups}, maxJoined)
    if (!targets || targets.length >= maxJoined) return undefined
    const ids = targets.flatMap((n) => reader.idAt(n) ?? []).map((id) => view.shownId(id))
    const resolved: ConditionOf<'value'> = {
      kind: 'value',
      path: condition.path,
      keys: [...new Set(ids)],
      isExact: false,
    }
    joined.set(condition, resolved)
    return resolved
  }

  /** The documents that satisfy a condition, or `limit` of them or a few more; undefined when the index cannot tell. */
  const numbers = (condition: Condition, space: SearchSpace, limit: number): number[] | undefined => {
    switch (condition.kind) {
      case 'never':
        return []
      case 'type':
        return find(
          '_id',
          narrow([condition], space),
          (tp) => [...new Set(toNumbers(any.get(tp, toLimit(limit))))],
          limit,
        )
      case 'variant':
        if (space.view.isPlain) return undefined
        return find('_id', narrow([condition], space), (tp) => toNumbers(any.get(tp, toLimit(limit))), limit)
      case 'value':
        return findKeys(condition.path, condition.keys, space, limit)
      case 'references':
        return findReferring(condition.targets, space, limit)
      case 'range':
        return find(
          condition.path,
          space,
          (tp) => [...new Set(toNumbers(between.get(tp, condition.from, condition.to, toLimit(limit))))],
          limit,
        )
      case 'defined': {
        const found = new Set<number>()
        for (const path of marksOf(condition.path)) {
          const some = find(path, space, (tp) => toNumbers(any.get(tp, toLimit(limit))), limit)
          if (!some) return undefined
          for (const n of some) found.add(n)
        }
        return [...found]
      }
      case 'filled': {
        const found = new Set<number>()
        const items = `${condition.path}[]`
        for (const {paths} of space.groups)
          for (const [path, tp] of paths)
            if (path === items || path.startsWith(`${items}.`))
              for (const n of toNumbers(any.get(tp, toLimit(limit)))) found.add(n)
        return [...found]
      }
      case 'missing': {
        const defined = numbers({...condition, kind: 'defined'}, space, Infinity)
        const all = defined && find('_id', space, (tp) => toNumbers(any.get(tp, -1)), Infinity)
        const held = new Set(defined)
        return all?.filter((n) => !held.has(n))
      }
      case 'words':
        if (!indexes.areWordsReady()) return undefined
        return searchWords(condition.query, space, limit)
      case 'ids':
        return condition.ids
          .flatMap((id) => space.view.storedIds(id))
          .flatMap((id) => (numberOf.get(id) as {n: number} | undefined)?.n ?? [])
      case 'idStart':
        return space.view
          .storedIds(`${condition.start}x`)
          .map((id) => id.slice(0, -1))
          .flatMap((start) => toNumbers(startingWith.get(start, `${start}~`, toLimit(limit))))
      case 'join': {
        const resolved = resolveJoin(condition, space)
        return resolved && numbers(resolved, space, limit)
      }
      case 'any': {
        const found = new Set<number>()
        for (const part of condition.parts) {
          const some = numbers(part, space, limit)
          if (!some) return undefined
          for (const n of some) found.add(n)
          if (found.size >= limit) break
        }
        return [...found]
      }
      case 'all': {
        const narrowed = narrow(condition.parts, space)
        for (const part of condition.parts) {
          const some = isOfGroups(part) ? undefined : numbers(part, narrowed, limit)
          if (some) return some
        }
        const ofGroups =
          condition.parts.find((part) => part.kind === 'type') ?? condition.parts.find(isOfGroups)
        return ofGroups && numbers(ofGroups, narrowed, limit)
      }
    }
  }

  const toValueProbe = (path: string, keys: readonly ValueKey[], space: SearchSpace) => {
    const tps = toTps(path, space)
    if (!tps || tps.length * keys.length > maxProbes) return undefined
    return (n: number) => tps.some((tp) => keys.some((key) => has.get(tp, key, n) !== undefined))
  }
  const toReferenceProbe = (targets: readonly string[], space: SearchSpace) => {
    const tps = toTps('_id', space)
    const elsewhere = toValueProbe(elsewherePath, targets.map(toKey), space)
    if (!tps || !elsewhere || tps.length * targets.length > maxProbes) return undefined
    return (n: number) =>
      tps.some((tp) => targets.some((id) => refers.get(id, tp, n) !== undefined)) || elsewhere(n)
  }

  const walk = <Row>(statement: StatementSync, group: PathGroup): Iterable<Row> => {
    const tp = group.paths.get('_id')
    if (tp === undefined) return []
    // A statement of its own, as walks may stand in one another.
    return database.prepare(statement.sourceSQL).iterate(tp) as Iterable<unknown> as Iterable<Row>
  }

  return {
    numbers,
    /** How to ask whether one document satisfies a condition; undefined where that takes more than a look at a row. */
    toProbe(condition: Condition, space: SearchSpace): ((n: number) => boolean) | undefined {
      const resolved = condition.kind === 'join' ? resolveJoin(condition, space) : condition
      if (resolved?.kind === 'references') return toReferenceProbe(resolved.targets, space)
      return resolved?.kind === 'value' ? toValueProbe(resolved.path, resolved.keys, space) : undefined
    },
    /** The numbers of all documents of a group. */
    allOf: ({paths}: PathGroup): number[] => toNumbers(any.get(paths.get('_id') ?? -1, -1)),
    /** How many documents a group has. */
    countGroup: ({paths}: PathGroup): number => (countRows.get(paths.get('_id') ?? -1) as {n: number}).n,
    /** How many documents of a group have one of the same published id in the variant `front`. */
    countBehind: ({variant, type}: PathGroup, front: Variant): number =>
      (countPairs.get(front, `${front}~`, variant, front.length + 1, type) as {n: number}).n,
    /** Ids, as they are stored, and numbers of all documents of a group, in the order of the ids. */
    documentsOf: (group: PathGroup): Iterable<{id: string; n: number}> =>
      walk<{id: string; n: number}>(inOrder, group),
    /** As `documentsOf`, with their text: for a walk that looks at all of them. */
    contentOf: (group: PathGroup): Iterable<{id: string; content: string}> =>
      walk<{id: string; content: string}>(contentInOrder, group),
  }
}

function toUnion(lists: number[][]): number[] {
  return lists.length === 1 ? lists[0]! : [...new Set(lists.flat())]
}

function toKey(text: string): ValueKey {
  return toValueKey(text)!
}

/** Where to look when a filter asks for types, or for drafts. */
export function narrow(parts: readonly Condition[], space: SearchSpace): SearchSpace {
  let {groups} = space
  for (const part of parts) {
    if (part.kind === 'type') groups = groups.filter((group) => part.types.includes(group.type))
    if (part.kind === 'variant' && !space.view.isPlain)
      groups = groups.filter((group) => group.variant.startsWith(part.start) !== part.isNegated)
  }
  return {...space, groups}
}

/** A full-text search of the types that are looked at; when those are many, of all. */
function withinTypes(query: string, {groups}: SearchSpace): string {
  const types = [...new Set(groups.map((group) => group.type))]
  if (types.length === 0 || types.length > maxSearchedTypes) return query
  return `${query} AND (${types.map((type) => `"${toTypeWord(type)}"`).join(' OR ')})`
}

/** For SQLite, where a negative limit is none. */
function toLimit(limit: number): number {
  return Number.isFinite(limit) ? limit : -1
}
