import type {AnyStaticValue, ExprNode} from 'groq-js'
import type {StoredDocument} from '../documents/document.ts'
import {isConstant} from '../query/hoist-constant-queries.ts'
import type {openIndexes} from '../indexes/open-indexes.ts'
import {LazyArray, type Deadline} from '../query/lazy-array.ts'
import {describeCondition, toAll, type Condition} from './condition.ts'
import {countExactly} from './count-exactly.ts'
import {countCertain} from './count-certain.ts'
import {findCandidates, findFew, type Lookups} from './find-candidates.ts'
import {findOuterKeys} from './find-outer-key.ts'
import type {SearchSpace} from './index-search.ts'
import {readCondition} from './read-condition.ts'
import {isById, toNeeded} from './read-slice.ts'
import type {RowLookups} from './row-lookups.ts'
import {sortBeforeProjecting} from './sort-before-projecting.ts'
import {findSorted} from './sorted-candidates.ts'
import {countTaken, inPlaces, takeTop, toFilter} from './top-documents.ts'

/** What a plan is made with. */
export interface PlanContext {
  /** All documents of the query's perspective. */
  documents: () => Iterable<StoredDocument>
  /** Where the indexes are whole. */
  indexed?: {space: SearchSpace; lookups: Lookups; indexes: ReturnType<typeof openIndexes>}
  /** Evaluates an expression that is planned already. */
  evaluate: (node: ExprNode) => AnyStaticValue
  deadline: Deadline
  /** Whether no document may be left out, as the query may give an error where it meets one. */
  isWhole: boolean
  rowLookups: RowLookups
  /** Whether the expression stands right in a `Map`, whose rows `^` does not count. */
  isInMap?: boolean
  /** Is told each step of the plan, in words. */
  explain?: (step: string) => void
}

type Pipe = Extract<ExprNode, {type: 'PipeFuncCall'}>

/**
 * Puts in the place of `*` in a parsed query the documents that have to be looked at: those that the indexes give for its filter, the first
 * ones of an order that an index keeps, or all of them, read while they are walked. What comes out is for groq-js to evaluate; the tree that
 * comes in is left as it is. The law: the answer is the one that the query gives over all documents.
 */
export function planQuery(tree: ExprNode, context: PlanContext): ExprNode {
  return visit(tree, false, context.isWhole ? {...context, indexed: undefined} : context)
}

function visit(node: ExprNode, isWalked: boolean, context: PlanContext): ExprNode {
  const sorted = context.indexed && sortBeforeProjecting(node)
  if (sorted) return visit(sorted, isWalked, context)
  const planned = planSlice(node, context) ?? planCount(node, context) ?? planFilter(node, context)
  if (planned) return planned
  if (node.type === 'Everything') return readAll(isWalked, context)
  let changed: ExprNode | undefined
  for (const [name, part] of Object.entries(node) as [string, unknown][]) {
    const walks = isWalkedPart(node, name, isWalked)
    const within = toInner(node, name, context)
    let next = part
    if (isNode(part)) next = visit(part, walks, within)
    else if (Array.isArray(part) && part.some(isNode)) {
      const items = part.map((item: unknown) => (isNode(item) ? visit(item, walks, within) : item))
      if (items.some((item, at) => item !== part[at])) next = items
    }
    if (next !== part) changed = {...(changed ?? node), [name]: next} as ExprNode
  }
  return changed ?? node
}

function toInner(node: ExprNode, name: string, context: PlanContext): PlanContext {
  if (name === 'expr') return {...context, isInMap: node.type === 'Map' || node.type === 'FlatMap'}
  return node.type === 'PipeFuncCall' && name === 'args' ? {...context, isInMap: false} : context
}

/** Whether groq-js walks the part from one end to the other and does nothing else with it. */
function isWalkedPart(node: ExprNode, name: string, isWalked: boolean): boolean {
  if (node.type === 'FuncCall') return node.namespace === 'global' && node.name === 'count'
  if (name !== 'base') return false
  if (node.type === 'Group' || node.type === 'ArrayCoerce') return isWalked
  return ['Filter', 'Map', 'FlatMap', 'PipeFuncCall'].includes(node.type)
}

function readAll(isWalked: boolean, {documents, deadline, explain}: PlanContext): ExprNode {
  explain?.('all documents are read, one after another')
  if (isWalked) return toValue(LazyArray.over(documents, deadline))
  let all: StoredDocument[] | undefined
  return {
    type: 'Value',
    get value() {
      return (all ??= [...LazyArray.over(documents, deadline)])
    },
  }
}

/** `*[…][…]`, or `*` alone: the expressions of the filters, the first one first. */
function toFilters(node: ExprNode): ExprNode[] | undefined {
  if (node.type === 'Everything') return []
  if (node.type !== 'Filter') return undefined
  const filters = toFilters(node.base)
  return filters && [...filters, node.expr]
}

function toCondition(filters: ExprNode[], context: PlanContext): Condition | undefined {
  return toAll(filters.map((filter) => readCondition(filter, toExecute(context))))
}

function toExecute(context: PlanContext): (part: ExprNode) => AnyStaticValue {
  return (part) => context.evaluate(visit(part, false, {...context, explain: undefined}))
}

function planFilter(node: ExprNode, context: PlanContext): ExprNode | undefined {
  const filters = node.type === 'Filter' ? toFilters(node) : undefined
  if (!filters || !context.indexed) return undefined
  const {space, lookups} = context.indexed
  const condition = toCondition(filters, context)
  const candidates = condition && findCandidates(condition, space, lookups)
  const perRow = lookUpPerRow(filters, condition, context)
  if (perRow) {
    const otherwise = LazyArray.over(candidates?.read ?? context.documents, context.deadline)
    return overDocuments(node, perRow(toValue(otherwise)), context)
  }
  if (!candidates) return undefined
  context.explain?.(`${candidates.description}; the filter is evaluated on them`)
  return overDocuments(node, toValue(LazyArray.over(candidates.read, context.deadline)), context)
}

/** What `*` is replaced by in a filter that compares with the row around it: a look-up for each row. */
function lookUpPerRow(
  filters: ExprNode[],
  common: Condition | undefined,
  context: PlanContext,
): ((otherwise: ExprNode) => ExprNode) | undefined {
  const {indexed, rowLookups, deadline} = context
  if (!indexed || context.isInMap) return undefined
  const execute = (part: ExprNode) => context.evaluate(part)
  const toWhole = (part: ExprNode) => {
    const condition = readCondition(part, execute)
    return condition && toAll([condition, common])
  }
  const key = filters.flatMap(findOuterKeys).find(({replace}) => toWhole(replace('a')))
  if (!key) return undefined
  context.explain?.(`for each row, what the index gives for ${describeCondition(toWhole(key.replace('…'))!)}`)
  const find = (value: string) => {
    const condition = toWhole(key.replace(value))
    const candidates = condition && findCandidates(condition, indexed.space, indexed.lookups)
    return LazyArray.over(candidates?.read ?? context.documents, deadline)
  }
  return (otherwise) => rowLookups.add(key.outside, find, otherwise)
}

/** The filters with other documents in the place of `*`. */
function overDocuments(node: ExprNode, documents: ExprNode, context: PlanContext): ExprNode {
  if (node.type !== 'Filter') return documents
  return {
    ...node,
    base: overDocuments(node.base, documents, context),
    expr: visit(node.expr, false, {...context, isInMap: false, explain: undefined}),
  }
}

interface Ordered {
  read: () => Iterable<{place: number; document: StoredDocument}>
  /** Whether they come in the order of all documents, each in a place of its own. */
  isById: boolean
}

/** `*[…][0]`, `*[…][0...20]`, `*[…] | order(…)[0...20]`: reads no more documents than it takes. */
function planSlice(node: ExprNode, context: PlanContext): ExprNode | undefined {
  const needed = toNeeded(node)
  if (needed === undefined || (node.type !== 'Slice' && node.type !== 'AccessElement')) return undefined
  const order = node.base.type === 'PipeFuncCall' && node.base.name === 'order' ? node.base : undefined
  const chain = order ? order.base : node.base
  const filters = toFilters(chain)
  if (!filters || context.isWhole || !isConstant(chain)) return undefined
  const ordered = readInOrder(filters, order, context)
  if (!ordered) return undefined
  const plain = {...context, explain: undefined}
  const filter = toFilter(visitFilters(chain, plain), context.evaluate)
  const take = once(() => {
    const taken = takeTop(LazyArray.over(ordered.read, context.deadline), filter, needed)
    // What is sorted next has to come in the order of all documents, which decides between equals.
    return ordered.isById ? taken : taken.sort(byId)
  })
  const top = toValue(LazyArray.over(take, context.deadline))
  // A slice wants an array that has a length.
  const base: ExprNode = order
    ? {
        ...order,
        base: top,
        args: order.args.map((argument) => visit(argument, false, {...plain, isInMap: false})),
      }
    : {type: 'Filter', base: top, expr: {type: 'Value', value: true}}
  return {...node, base}
}

/** The filters of a chain planned, its `*` left where it is. */
function visitFilters(chain: ExprNode, context: PlanContext): ExprNode {
  if (chain.type !== 'Filter') return chain
  return {
    ...chain,
    base: visitFilters(chain.base, context),
    expr: visit(chain.expr, false, {...context, isInMap: false}),
  }
}

function readInOrder(
  filters: ExprNode[],
  order: Pipe | undefined,
  context: PlanContext,
): Ordered | undefined {
  const {indexed, documents, explain} = context
  const condition = indexed ? toCondition(filters, context) : undefined
  if (!order || (indexed && isById(order.args[0]!))) {
    const candidates =
      condition && indexed ? findCandidates(condition, indexed.space, indexed.lookups) : undefined
    const from = candidates?.description ?? 'all documents, one after another'
    explain?.(`${from}; in the order of their ids, until enough are found`)
    return {read: () => inPlaces((candidates?.read ?? documents)()), isById: true}
  }
  if (
    !condition ||
    !indexed ||
    findFew(condition, indexed.space, indexed.lookups, indexed.lookups.limits.maxSorted)
  )
    return undefined
  const sorted = findSorted(condition, order.args[0]!, indexed.space, indexed.lookups, indexed.indexes)
  if (sorted) explain?.(`${sorted.description}; the filter is evaluated on them until enough are found`)
  return sorted && {read: sorted.read, isById: false}
}

function planCount(node: ExprNode, context: PlanContext): ExprNode | undefined {
  const {indexed} = context
  if (node.type !== 'FuncCall' || node.namespace !== 'global' || node.name !== 'count') return undefined
  const [chain] = node.args
  const filters = chain && toFilters(chain)
  if (!filters) return undefined
  const condition = indexed && toCondition(filters, context)
  const count = condition?.isExact ? countExactly(condition, indexed!.space, indexed!.lookups) : undefined
  if (count === undefined) return countOneByOne(chain, condition, context)
  context.explain?.('the number of documents is counted in the index; none is read')
  return toValue(count)
}

/** groq-js would keep all documents that it counts. */
function countOneByOne(
  chain: ExprNode,
  condition: Condition | undefined,
  context: PlanContext,
): ExprNode | undefined {
  const {indexed, deadline, explain} = context
  if (context.isWhole || !isConstant(chain)) return undefined
  const few =
    condition &&
    indexed &&
    findFew(condition, indexed.space, indexed.lookups, indexed.lookups.limits.maxReadAtOnce)
  const partly =
    few || !indexed
      ? undefined
      : countCertain(toFilters(chain)!, toExecute(context), condition, indexed.space, indexed.lookups)
  const candidates =
    few ?? partly ?? (condition && indexed && findCandidates(condition, indexed.space, indexed.lookups))
  const from = candidates?.description ?? 'all documents, one after another'
  explain?.(`${from}; those that the filter takes are counted`)
  const filter = toFilter(visitFilters(chain, {...context, explain: undefined}), context.evaluate)
  const count = once(
    () =>
      (partly?.certain ?? 0) +
      countTaken(LazyArray.over(candidates?.read ?? context.documents, deadline), filter),
  )
  return {
    type: 'Value',
    get value() {
      return count()
    },
  }
}

function toValue(value: unknown): ExprNode {
  return {type: 'Value', value}
}

function byId(one: StoredDocument, other: StoredDocument): number {
  return one._id < other._id ? -1 : one._id > other._id ? 1 : 0
}

function once<Value>(make: () => Value): () => Value {
  let made: {value: Value} | undefined
  return () => (made ??= {value: make()}).value
}

function isNode(value: unknown): value is ExprNode {
  return typeof value === 'object' && value !== null && typeof (value as {type?: unknown}).type === 'string'
}
