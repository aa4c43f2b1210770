import {isPublishedId} from '../documents/document.ts'
import {Path, type AnyStaticValue, type ExprNode} from 'groq-js'
import {isConstant} from '../query/hoist-constant-queries.ts'
import {isTextAttribute} from '../query/text-attribute.ts'
import {isCutKey, toValueKey} from '../indexes/value-key.ts'
import {toAll, toAny, type Condition} from './condition.ts'
import {IdSet} from './id-set.ts'
import {readPath, readsText, toItems} from './read-path.ts'
import {toEqual, toIdStart, toJoin, toRange, toTypes, toVariantCondition} from './to-condition.ts'
import {toWordQuery} from './to-word-query.ts'

export type Execute = (node: ExprNode) => AnyStaticValue
type OpCall = Extract<ExprNode, {type: 'OpCall'}>
type FuncCall = Extract<ExprNode, {type: 'FuncCall'}>

/**
 * What of a filter's expression the indexes can look up; undefined when nothing. `execute` evaluates what does not depend on the row. The
 * semantics are groq-js's: a comparison of two types is null, which a filter does not take; null equals null, which no index knows of.
 */
export function readCondition(node: ExprNode, execute: Execute): Condition | undefined {
  switch (node.type) {
    case 'Group':
      return readCondition(node.base, execute)
    case 'And':
      return toAll([readCondition(node.left, execute), readCondition(node.right, execute)])
    case 'Or': {
      const parts = [readCondition(node.left, execute), readCondition(node.right, execute)]
      return parts.every((part) => part !== undefined) ? toAny(parts) : undefined
    }
    case 'OpCall':
      return readOperation(node, execute)
    case 'Not':
      return negate(readCondition(node.base, execute))
    case 'InRange':
      return readRange(node, execute)
    case 'FuncCall':
      return readFunction(node, execute)
    case 'AccessAttribute':
      return toEqual(readPath(node), [true])
    default:
      return undefined
  }
}

/** The others exactly, where a condition says exactly which satisfy it. */
export function negate(condition: Condition | undefined): Condition | undefined {
  if (!condition?.isExact) return undefined
  if (condition.kind === 'variant') return {...condition, isNegated: !condition.isNegated}
  if (condition.kind === 'defined') return {...condition, kind: 'missing'}
  return condition.kind === 'missing' ? {...condition, kind: 'defined'} : undefined
}

function readOperation(node: OpCall, execute: Execute): Condition | undefined {
  const {op, left, right} = node
  if (op === '==') {
    if (isConstant(right)) return readEqual(left, execute(right).data, execute)
    return isConstant(left) ? readEqual(right, execute(left).data, execute) : undefined
  }
  if (op === 'in') return readIn(left, right, execute)
  if (op === 'match') return isConstant(right) ? readMatch(left, execute(right).data) : undefined
  if (op === '<' || op === '<=') return readOrder(left, right, execute, op === '<')
  if (op === '>' || op === '>=') return readOrder(right, left, execute, op === '>')
  return undefined
}

function readEqual(node: ExprNode, value: unknown, execute: Execute): Condition | undefined {
  if (isType(node)) return typeof value === 'string' ? toTypes([value]) : undefined
  const path = readPath(node)
  if (path) return path.isList ? undefined : toEqual(path, [value])
  if (isFuncCall(node, 'global', 'coalesce')) return readCoalesced(node.args, value, execute)
  return undefined
}

/** `coalesce(wire.pubStatus, "usable") == $status`: what is not there has the value that stands for it. */
function readCoalesced(args: ExprNode[], value: unknown, execute: Execute): Condition | undefined {
  const [first, ...others] = args
  if (!first || !others.every((other) => isConstant(other))) return undefined
  const there = readEqual(first, value, execute)
  const fallback = others.map((other) => execute(other).data as unknown).find((other) => other !== null)
  if (!there || fallback !== value) return there
  const isThere = readDefined(first)
  const missing = isThere && negate(isThere)
  return missing && toAny([there, missing])
}

function readDefined(node: ExprNode): Condition | undefined {
  const path = readPath(node)
  if (!path || path.isList || path.path === '' || path.path.includes('[]')) return undefined
  return toJoin(path, {kind: 'defined', path: path.path, isExact: true})
}

function readIn(left: ExprNode, right: ExprNode, execute: Execute): Condition | undefined {
  if (isConstant(right)) {
    const set = execute(right).data as unknown
    if (set instanceof IdSet) {
      const ids = isId(left) ? set.candidates() : undefined
      return ids && {kind: 'ids', ids, isExact: false}
    }
    if (set instanceof Path) {
      if (isRowAttribute(left, '_originalId')) return toVariantCondition(set)
      return isId(left) ? toIdStart(set) : undefined
    }
    if (!Array.isArray(set)) return {kind: 'never', isExact: true}
    if (isType(left) && !set.includes(null)) return toTypes(set.filter((item) => typeof item === 'string'))
    const path = readPath(left)
    return path && !path.isList ? toEqual(path, set) : undefined
  }
  if (!isConstant(left)) return undefined
  const path = readPath(right)
  return path && toEqual(path.isList ? path : toItems(path), [execute(left).data])
}

function readRange(node: Extract<ExprNode, {type: 'InRange'}>, execute: Execute): Condition | undefined {
  if (!isConstant(node.left) || !isConstant(node.right)) return undefined
  const [from, to] = [execute(node.left).data, execute(node.right).data]
  if (typeof from !== typeof to) return undefined
  return toRange(readPath(node.base), from, to)
}

/** `small <= large`, one of which does not depend on the row. */
function readOrder(
  small: ExprNode,
  large: ExprNode,
  execute: Execute,
  isStrict: boolean,
): Condition | undefined {
  if (isConstant(small) && isFuncCall(large, 'global', 'count')) {
    const least = execute(small).data as unknown
    return typeof least === 'number' && (isStrict ? least >= 0 : least > 0)
      ? readAnyItem(large.args[0]!, execute)
      : undefined
  }
  if (isConstant(large)) return toRange(readPath(small), undefined, execute(large).data)
  return isConstant(small) ? toRange(readPath(large), execute(small).data, undefined) : undefined
}

/** `keys[@ in $keys]`, `by[_ref == $id]`: that an array has such an item. */
function readAnyItem(node: ExprNode, execute: Execute): Condition | undefined {
  if (node.type === 'Group') return readAnyItem(node.base, execute)
  if (node.type !== 'Filter' || node.expr.type !== 'OpCall' || !isConstant(node.expr.right)) return undefined
  const array = readPath(node.base)
  const items = array?.isList ? array : array && toItems(array)
  const path = items && readPath(node.expr.left, {...items, isList: false})
  const value = execute(node.expr.right).data as unknown
  if (node.expr.op === 'in' && !Array.isArray(value)) return undefined
  const values = node.expr.op === '==' ? [value] : node.expr.op === 'in' ? (value as unknown[]) : undefined
  const condition = values && toEqual(path, values)
  return condition && {...condition, isExact: false}
}

function readFunction(node: FuncCall, execute: Execute): Condition | undefined {
  if (node.namespace === 'array' && node.name === 'intersects') {
    const [left, right] = node.args as [ExprNode, ExprNode]
    return isConstant(left) ? readIntersects(right, left, execute) : readIntersects(left, right, execute)
  }
  if (node.namespace === 'sanity' && node.name === 'versionOf') return readVersionOf(node.args[0]!, execute)
  if (node.namespace !== 'global') return undefined
  if (node.name === 'defined') return readDefined(node.args[0]!)
  if (node.name !== 'references' || !node.args.every((argument) => isConstant(argument))) return undefined
  const targets: unknown[] = node.args.flatMap((argument) => execute(argument).data as unknown)
  const ids = targets.filter((target): target is string => typeof target === 'string' && target !== '')
  // Of what is longer, or is no text, the indexes may hold more than one.
  const isExact = ids.every((id) => !isCutKey(toValueKey(id)!) && id.isWellFormed())
  return {kind: 'references', targets: [...new Set(ids)], isExact}
}

/** The index holds documents by their published ids. */
function readVersionOf(argument: ExprNode, execute: Execute): Condition | undefined {
  const id = isConstant(argument) ? (execute(argument).data as unknown) : undefined
  const key = typeof id === 'string' && isPublishedId(id) ? toValueKey(id) : undefined
  return key === undefined ? undefined : {kind: 'value', path: '_id', keys: [key], isExact: false}
}

function readIntersects(array: ExprNode, constant: ExprNode, execute: Execute): Condition | undefined {
  if (!isConstant(constant)) return undefined
  const [path, values] = [readPath(array), execute(constant).data as unknown]
  if (!path || !Array.isArray(values)) return undefined
  const condition = toEqual(path.isList ? path : toItems(path), values)
  return condition && {...condition, isExact: false}
}

function readMatch(left: ExprNode, pattern: unknown): Condition | undefined {
  const query = toWordQuery(pattern)
  if (!query) return undefined
  if (query === 'never') return {kind: 'never', isExact: true}
  const condition: Condition = {kind: 'words', ...query, isExact: false}
  if (readsText(left)) return condition
  const path = readPath(left)
  const isText = path?.path.split('.').every(isTextAttribute) ?? false
  return isText && path?.from ? toJoin(path, condition) : undefined
}

export function isFuncCall(node: ExprNode, namespace: string, name: string): node is FuncCall {
  return node.type === 'FuncCall' && node.namespace === namespace && node.name === name
}

function isType(node: ExprNode): boolean {
  return isRowAttribute(node, '_type')
}

function isId(node: ExprNode): boolean {
  return isRowAttribute(node, '_id')
}

function isRowAttribute(node: ExprNode, name: string): boolean {
  if (node.type === 'Group') return isRowAttribute(node.base, name)
  return node.type === 'AccessAttribute' && node.name === name && (!node.base || node.base.type === 'This')
}
