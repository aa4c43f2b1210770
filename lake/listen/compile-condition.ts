import {evaluateSync, type ExprNode} from 'groq-js'
import type {StoredDocument} from '../store/index.ts'

/** Whether a document meets a condition; `null` is GROQ's "neither", as of a comparison of a number with a string. */
export type Condition = (document: StoredDocument) => boolean | null

type Read = (document: StoredDocument) => unknown

/**
 * A condition of a filter as a function, for the conditions that listeners have: comparisons of attributes with constants, `in`,
 * `defined`, `references`, and `&&`, `||`, `!` over them. What else looks at nothing but the document is evaluated by groq-js, without the
 * query around it. Undefined for every other. It says of every document what groq-js says.
 */
export function compileCondition(node: ExprNode): Condition | undefined {
  return compileNatively(node) ?? compileOwn(node)
}

const ownNodes = new Set<unknown>([
  'AccessAttribute',
  'AccessElement',
  'And',
  'Array',
  'ArrayElement',
  'ArrayCoerce',
  'FuncCall',
  'Group',
  'Not',
  'OpCall',
  'Or',
  'This',
  'Value',
])
const ownFunctions = new Set<unknown>(['coalesce', 'count', 'defined', 'length', 'lower', 'path', 'upper'])

function compileOwn(node: ExprNode): Condition | undefined {
  if (!isOwn(node)) return undefined
  return (document) => {
    const value: unknown = evaluateSync(node, {root: document, dataset: []}).data
    return typeof value === 'boolean' ? value : null
  }
}

/** Whether a node looks at nothing but the document, its constants aside. */
function isOwn(given: ExprNode): boolean {
  const node: Record<string, unknown> = {...given}
  if (!ownNodes.has(node['type'])) return false
  if (node['type'] === 'Value') return true
  if (node['type'] === 'FuncCall' && (node['namespace'] !== 'global' || !ownFunctions.has(node['name'])))
    return false
  return Object.values(node)
    .flat()
    .every((part) => typeof part !== 'object' || part === null || isOwn(part as ExprNode))
}

function compileNatively(node: ExprNode): Condition | undefined {
  switch (node.type) {
    case 'Group':
      return compileCondition(node.base)
    case 'And':
      return compileBoth(node, (left, right) =>
        left === false || right === false ? false : left === null || right === null ? null : true,
      )
    case 'Or':
      return compileBoth(node, (left, right) =>
        left === true || right === true ? true : left === null || right === null ? null : false,
      )
    case 'Not': {
      const inner = compileCondition(node.base)
      return (
        inner &&
        ((document) => {
          const value = inner(document)
          return value === null ? null : !value
        })
      )
    }
    case 'OpCall':
      return compileOperator(node.op, node.left, node.right)
    case 'FuncCall':
      return compileCall(node.namespace, node.name, node.args)
    default:
      return undefined
  }
}

function compileBoth(
  node: {left: ExprNode; right: ExprNode},
  combine: (left: boolean | null, right: boolean | null) => boolean | null,
): Condition | undefined {
  const left = compileCondition(node.left)
  const right = compileCondition(node.right)
  return left && right && ((document) => combine(left(document), right(document)))
}

function compileOperator(operator: string, left: ExprNode, right: ExprNode): Condition | undefined {
  if (operator === 'in') return compileIn(left, right)
  const one = compileRead(left)
  const other = compileRead(right)
  if (!one || !other) return undefined
  if (operator === '==') return (document) => isEqual(one(document), other(document))
  if (operator === '!=') return (document) => !isEqual(one(document), other(document))
  const holds = {
    '<': (order: number) => order < 0,
    '<=': (order: number) => order <= 0,
    '>': (order: number) => order > 0,
    '>=': (order: number) => order >= 0,
  }[operator]
  return (
    holds &&
    ((document) => {
      const order = compare(one(document), other(document))
      return order === null ? null : holds(order)
    })
  )
}

function compileIn(left: ExprNode, right: ExprNode): Condition | undefined {
  const read = compileRead(left)
  const list = toConstant(right)
  if (read && list) {
    if (!Array.isArray(list.value)) return () => null
    const values = new Set(list.value.filter(isScalar))
    return (document) => {
      const value = read(document)
      return isScalar(value) && values.has(value)
    }
  }
  const readList = compileRead(right)
  if (!read || !readList) return undefined
  return (document) => {
    const value = read(document)
    const items = readList(document)
    return Array.isArray(items) ? items.some((item) => isEqual(value, item ?? null)) : null
  }
}

function compileCall(namespace: string, name: string, args: ExprNode[]): Condition | undefined {
  if (namespace !== 'global') return undefined
  if (name === 'defined' && args.length === 1) {
    const read = compileRead(args[0]!)
    return read && ((document) => read(document) !== null)
  }
  if (name === 'references') {
    const constants = args.map(toConstant)
    if (!constants.every((constant) => constant !== undefined)) return undefined
    const ids = new Set(constants.flatMap(({value}) => value).filter((id) => typeof id === 'string'))
    return (document) => ids.size > 0 && hasReference(document, ids)
  }
  return undefined
}

/** An attribute of the document, at any depth, or a constant. `undefined` attributes read as `null`. */
function compileRead(node: ExprNode): Read | undefined {
  const constant = toConstant(node)
  if (constant) return () => constant.value
  if (node.type === 'Group') return compileRead(node.base)
  if (node.type === 'This') return (document) => document
  if (node.type === 'AccessElement') {
    const base = compileRead(node.base)
    const {index} = node
    return (
      base &&
      ((document) => {
        const value = base(document)
        return Array.isArray(value)
          ? ((value[index < 0 ? index + value.length : index] as unknown) ?? null)
          : null
      })
    )
  }
  if (node.type !== 'AccessAttribute') return undefined
  const {name} = node
  const base: Read | undefined = node.base ? compileRead(node.base) : (document) => document
  return (
    base &&
    ((document) => {
      const value = base(document)
      return isObject(value) && Object.hasOwn(value, name) ? (value[name] ?? null) : null
    })
  )
}

/** The value of a node that is the same for every document. */
export function toConstant(node: ExprNode): {value: unknown} | undefined {
  if (node.type === 'Value') return {value: (node.value as unknown) ?? null}
  if (node.type === 'Group') return toConstant(node.base)
  if (node.type !== 'Array') return undefined
  const values: unknown[] = []
  for (const element of node.elements) {
    const constant = element.isSplat ? undefined : toConstant(element.value)
    if (!constant) return undefined
    values.push(constant.value)
  }
  return {value: values}
}

function isScalar(value: unknown): boolean {
  return value === null || typeof value !== 'object'
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Objects and arrays equal nothing, not even themselves. */
function isEqual(left: unknown, right: unknown): boolean {
  return isScalar(left) && left === right
}

function compare(left: unknown, right: unknown): number | null {
  if (typeof left === 'number' && typeof right === 'number') return left - right
  if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right)
  if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : left > right ? 1 : 0
  return null
}

function hasReference(value: unknown, ids: ReadonlySet<unknown>): boolean {
  if (Array.isArray(value)) return value.some((item) => hasReference(item, ids))
  if (!isObject(value)) return false
  const {_ref: to} = value
  if (to) return ids.has(to)
  for (const name of Object.keys(value)) if (hasReference(value[name], ids)) return true
  return false
}
