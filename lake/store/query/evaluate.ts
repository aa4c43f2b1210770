import {evaluate as evaluateAsync, evaluateSync, parse, toJS, type ExprNode} from 'groq-js'
import {areReadable, type AttributeSource} from '../documents/attribute-reader.ts'
import type {StoredDocument} from '../documents/document.ts'
import {inspectTree, type QueryFacts} from './inspect-tree.ts'
import {hoistConstantQueries} from './hoist-constant-queries.ts'
import {LakeError} from '../lake-error.ts'
import {LazyArray, type Deadline} from './lazy-array.ts'
import type {Planner} from '../plan/open-planner.ts'
import {planQuery} from '../plan/plan-query.ts'
import {openRowLookups} from '../plan/row-lookups.ts'
import {resolveTextQueries} from './resolve-text-queries.ts'

/** What a query is evaluated over. The perspective is applied already. */
export interface QuerySource {
  /** All documents, in the order in which results come that are not sorted: by `_id`. */
  documents(): Iterable<StoredDocument>
  /** The document with this `_id`, as the perspective shows it. */
  document(id: string): StoredDocument | undefined
  /** Parts of documents; left out where only whole ones are to be had. */
  attributes?: AttributeSource
  /** The time of `now()`. */
  timestamp: Date
  /** The value of `identity()`. */
  identity?: string
  projectId: string
  dataset: string
  /** The longest that the evaluation may take, in milliseconds. */
  maxMs: number
  /** Finds documents without looking at all of them; whoever gives other documents leaves it out. */
  planner?: Planner
}

interface ParsedQuery extends QueryFacts {
  tree: ExprNode
}

export type QueryParams = Record<string, unknown>

const maxQueryDepth = 200
/** Of the parsed tree, where a chain such as `a.b.c` is nested as well. */
const maxTreeDepth = 1000
/** No written query has so many; the parser's time grows faster than their number. */
const maxBrackets = 5000
const maxQueryLength = 512 * 1024
const parsed = new Map<string, ParsedQuery>()
const maxParsed = 500

/**
 * Parses a query; the tree is shared, so it must not be changed. A query that does not parse, that nests deeper than
 * 200 levels or is longer than 512 Ki characters throws a `LakeError` 400 with the place.
 */
export function parseQuery(query: string, params: QueryParams): ExprNode {
  return parseAndInspect(query, params).tree
}

/** Whether the same documents give the same result at any time. */
export function isTimeless(query: string, params: QueryParams): boolean {
  return !parseAndInspect(query, params).readsTime
}

function parseAndInspect(query: string, params: QueryParams): ParsedQuery {
  const known = parsed.get(query)
  if (known && !known.readsParams) return known
  // Slices and `[$key]` take parameters at parse time, so their values are part of the key.
  const key = JSON.stringify([query, params])
  const same = parsed.get(key)
  if (same) return same
  if (!known) {
    checkQuery(query)
    const plain = parseWithoutParams(query)
    if (plain) keep(query, plain)
    if (plain && !plain.readsParams) return plain
  }
  const tree = parseOrThrow(query, {params})
  const result = {tree, ...inspect(query, tree), readsParams: true}
  if (!known) keep(query, result)
  keep(key, result)
  return result
}

/** Undefined when the query cannot be parsed so. */
function parseWithoutParams(query: string): ParsedQuery | undefined {
  try {
    const tree = parseOrThrow(query, {})
    return {tree, ...inspect(query, tree)}
  } catch {
    return undefined
  }
}

function parseOrThrow(query: string, options: {params?: QueryParams}): ExprNode {
  try {
    return parse(query, options)
  } catch (cause) {
    if (cause instanceof RangeError) throw toTooDeep(query)
    throw toParseError(query, cause)
  }
}

function inspect(query: string, tree: ExprNode): QueryFacts {
  const facts = inspectTree(tree, maxTreeDepth)
  // Evaluation is recursive, so what is too deep for it is refused before.
  if (facts.depth > maxTreeDepth) throw toTooDeep(query)
  return facts
}

function keep(key: string, result: ParsedQuery): void {
  if (key.length >= 10_000) return
  if (parsed.size >= maxParsed) parsed.delete(parsed.keys().next().value!)
  parsed.set(key, result)
}

/**
 * Evaluates a GROQ query with groq-js, over the documents that the source's planner finds, or over all.
 * @returns the result as plain JSON values; it may share parts with the documents, so do not change it
 */
export async function evaluate(query: string, params: QueryParams, source: QuerySource): Promise<unknown> {
  const parsedQuery = parseAndInspect(query, params)
  return parsedQuery.isAsyncOnly
    ? evaluateTreeAsync(parsedQuery.tree, params, source)
    : evaluateTree(query, parsedQuery, params, source)
}

/** As `evaluate`, at once; queries with `delta::` or `diff::` selectors are refused (400). */
export function evaluateNow(query: string, params: QueryParams, source: QuerySource): unknown {
  return evaluateTree(query, parseAndInspect(query, params), params, source)
}

/** The steps in which a query would be evaluated, in words. Documents may be read to tell. */
export function explain(query: string, params: QueryParams, source: QuerySource): string[] {
  const steps: string[] = []
  evaluateTree(query, parseAndInspect(query, params), params, source, (step) => steps.push(step))
  return steps
}

function evaluateTree(
  query: string,
  {tree, hasTextQuery, hasSubquery, mayThrow, attributesBehind, followed}: ParsedQuery,
  params: QueryParams,
  source: QuerySource,
  tell?: (step: string) => void,
): unknown {
  const deadline = {at: performance.now() + source.maxMs, maxMs: source.maxMs}
  const rowLookups = openRowLookups()
  const behind = openBehind(source, attributesBehind, followed)
  const options = {
    ...toOptions(params, source, deadline),
    dereference: ({_ref}: {_ref: string}) =>
      (_ref.startsWith('\0') && rowLookups.follow(_ref)) || behind.read(_ref),
  }
  const context = {
    documents: () => source.documents(),
    indexed: source.planner?.indexed(behind.foresee),
    evaluate: (node: ExprNode) => evaluateSync(node, options),
    deadline,
    isWhole: mayThrow,
    rowLookups,
    explain: tell,
  }
  const execute = (node: ExprNode) => evaluateSync(planQuery(node, context), options)
  try {
    const resolved = hasTextQuery ? resolveTextQueries(tree, source, execute) : tree
    return toJS(execute(hasSubquery ? hoistConstantQueries(resolved, execute) : resolved))
  } catch (cause) {
    if (cause instanceof RangeError) throw toTooDeep(query)
    if (cause instanceof LakeError || isStorageError(cause)) throw cause
    throw toEvaluationError(query, cause)
  }
}

/** Of SQLite: it is the store's to tell. */
function isStorageError(cause: unknown): boolean {
  return (cause as {code?: unknown} | null)?.code === 'ERR_SQLITE_ERROR'
}

async function evaluateTreeAsync(tree: ExprNode, params: QueryParams, source: QuerySource): Promise<unknown> {
  const deadline = {at: performance.now() + source.maxMs, maxMs: source.maxMs}
  const options = {...toOptions(params, source, deadline), dataset: [...source.documents()]}
  const value = await evaluateAsync(tree, options)
  return toJS(await value.asStatic())
}

function toOptions(params: QueryParams, source: QuerySource, deadline: Deadline) {
  return {
    dataset: LazyArray.over(() => source.documents(), deadline),
    root: undefined,
    params,
    timestamp: source.timestamp,
    identity: source.identity ?? '',
    sanity: {projectId: source.projectId, dataset: source.dataset},
    dereference: ({_ref}: {_ref: string}) => source.document(_ref),
  }
}

/** How documents behind references are read: only what the query takes of them, where that is known, and those of many documents together. */
function openBehind(
  {document, attributes}: QuerySource,
  names: readonly string[] | undefined,
  followed: readonly string[],
) {
  if (!attributes || !names || !areReadable(names)) return {read: document}
  return {
    read: (id: string) => attributes.of(id, names),
    foresee: (documents: readonly StoredDocument[]) => {
      const ids = documents.flatMap((one) =>
        followed.flatMap((name) => (one[name] as {_ref?: unknown} | null | undefined)?._ref ?? []),
      )
      attributes.foresee(
        ids.filter((id) => typeof id === 'string'),
        names,
      )
    },
  }
}

function checkQuery(query: string): void {
  if (typeof query !== 'string' || query.trim() === '') {
    throw new LakeError({status: 400, type: 'queryParseError', description: 'The query is empty'})
  }
  if (query.length > maxQueryLength) {
    throw new LakeError({
      status: 400,
      type: 'queryParseError',
      description: `The query has ${query.length} characters; at most ${maxQueryLength} are taken`,
    })
  }
  if (/[-+!]{100}/.test(query)) throw toTooDeep(query)
  let depth = 0
  let brackets = 0
  for (let index = 0; index < query.length; index++) {
    const character = query[index]!
    if ('([{'.includes(character) && (++depth > maxQueryDepth || ++brackets > maxBrackets))
      throw toTooDeep(query)
    if (')]}'.includes(character)) depth--
    if (character === '"' || character === "'") index = toStringEnd(query, index)
  }
}

function toStringEnd(query: string, start: number): number {
  for (let index = start + 1; index < query.length; index++) {
    if (query[index] === '\\') index++
    else if (query[index] === query[start]) return index
  }
  return query.length
}

function toTooDeep(query: string): LakeError {
  return new LakeError({
    status: 400,
    type: 'queryParseError',
    description: `The query is nested too deep (at most ${maxQueryDepth} levels): ${query.slice(0, 60)}…`,
  })
}

function toParseError(query: string, cause: unknown): LakeError {
  const error = cause as {name?: string; message?: string; position?: number; details?: string}
  const start = typeof error.position === 'number' ? error.position : 0
  return new LakeError({
    status: 400,
    type: 'queryParseError',
    description: error.message ?? String(cause),
    details: {query, start, end: query.length},
    cause,
  })
}

function toEvaluationError(query: string, cause: unknown): LakeError {
  const text = cause instanceof Error ? cause.message : String(cause)
  return new LakeError({
    status: 400,
    type: 'queryEvaluationError',
    description: `The query cannot be evaluated here (${text}): ${query.slice(0, 200)}`,
    cause,
  })
}
