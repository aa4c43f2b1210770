import type {ExprNode} from 'groq-js'
import {evaluateNow, parseQuery, type QueryParams, type QuerySource} from '../store/query/evaluate.ts'
import {isVersionId, type StoredDocument} from '../store/index.ts'
import {compileCondition, toConstant, type Condition} from './compile-condition.ts'

/** What a listener listens to, read once. */
export interface ListenFilter {
  /** The only ids, or the only types, that a document it selects can have; neither when any may be selected. */
  ids?: readonly string[]
  types?: readonly string[]
  /** Whether the query selects a document, looking at this one alone. */
  selects(document: StoredDocument | null): boolean
}

export interface ListenFilterOptions {
  query: string
  params: QueryParams
  includeAllVersions: boolean
  /** What the rest of the dataset is, for filters that follow references. */
  source: () => QuerySource
}

/**
 * Reads a listener's query. Conditions that can be compiled are looked at first and settle most documents by a comparison or two;
 * groq-js evaluates what is left of the query over the one document. A query that cannot be evaluated throws a `LakeError`.
 */
export function toListenFilter(options: ListenFilterOptions): ListenFilter {
  const {query, params, includeAllVersions, source} = options
  const conditions = findConditions(parseQuery(query, params))?.map((node) => bindParams(node, params))
  const guards: Condition[] = []
  let isWhole = conditions !== undefined
  for (const node of conditions ?? []) {
    const condition = compileCondition(node)
    if (condition) guards.push(condition)
    else isWhole = false
  }
  const evaluate = (document: StoredDocument): boolean => {
    const found = evaluateNow(query, params, {...source(), documents: () => [document]})
    return Array.isArray(found) ? found.length > 0 : found !== null && found !== undefined
  }
  evaluate({_id: 'listen', _type: 'listen', _rev: '', _createdAt: '', _updatedAt: ''})
  return {
    ids: findOnly('_id', conditions ?? []),
    types: findOnly('_type', conditions ?? []),
    selects: (document) => {
      if (!document || (!includeAllVersions && isVersionId(document._id))) return false
      for (const guard of guards) if (guard(document) !== true) return false
      return isWhole || evaluate(document)
    },
  }
}

/**
 * What all must hold for a document that the query selects. Undefined for a query that is not a filter of all documents, with or
 * without an order or projection: what such a one gives cannot be told from its conditions.
 */
function findConditions(node: ExprNode): ExprNode[] | undefined {
  switch (node.type) {
    case 'Everything':
      return []
    case 'Filter': {
      const before = findConditions(node.base)
      return before && [...before, ...splitConjunction(node.expr)]
    }
    case 'Map':
      return node.expr.type === 'Projection' && node.expr.base.type === 'This'
        ? findConditions(node.base)
        : undefined
    case 'PipeFuncCall':
      return node.name === 'order' ? findConditions(node.base) : undefined
    case 'Group':
      return findConditions(node.base)
    default:
      return undefined
  }
}

/** The condition with the values of its parameters in their places; one that is not given is null. */
function bindParams<Part>(part: Part, params: QueryParams): Part {
  if (typeof part !== 'object' || part === null) return part
  if (Array.isArray(part)) return part.map((item: unknown) => bindParams(item, params)) as Part
  const node = part as Record<string, unknown>
  if (node['type'] === 'Value') return part
  if (node['type'] === 'Parameter')
    return {type: 'Value', value: params[String(node['name'])] ?? null} as Part
  return Object.fromEntries(
    Object.entries(node).map(([name, inner]) => [name, bindParams(inner, params)]),
  ) as Part
}

function splitConjunction(node: ExprNode): ExprNode[] {
  if (node.type === 'Group') return splitConjunction(node.base)
  if (node.type === 'And') return [...splitConjunction(node.left), ...splitConjunction(node.right)]
  return [node]
}

/** The strings that an attribute must be one of, by the first of the conditions that says so. */
function findOnly(name: string, conditions: readonly ExprNode[]): string[] | undefined {
  for (const condition of conditions) {
    const values = findValues(name, condition)
    if (values) return values
  }
  return undefined
}

function findValues(name: string, node: ExprNode): string[] | undefined {
  if (node.type === 'Group') return findValues(name, node.base)
  if (node.type === 'Or') {
    const left = findValues(name, node.left)
    const right = findValues(name, node.right)
    return left && right && [...left, ...right]
  }
  if (node.type !== 'OpCall') return undefined
  const [attribute, other] = isAttribute(node.left, name) ? [node.left, node.right] : [node.right, node.left]
  if (!isAttribute(attribute, name)) return undefined
  const constant = toConstant(other)
  if (node.op === '==' && typeof constant?.value === 'string') return [constant.value]
  if (node.op !== 'in' || attribute !== node.left || !Array.isArray(constant?.value)) return undefined
  return constant.value.filter((value) => typeof value === 'string')
}

function isAttribute(node: ExprNode, name: string): boolean {
  return node.type === 'AccessAttribute' && node.name === name && !node.base
}
