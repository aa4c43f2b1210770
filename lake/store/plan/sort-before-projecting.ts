import type {ExprNode} from 'groq-js'
import {isOfRowAlone} from './sorted-candidates.ts'

type Attribute = {type: string; name?: string; value?: ExprNode}

/**
 * `*[…]{…, "orderings": [headline]} | order(orderings[0])[0...20]`, as Studio's lists ask, as `*[…] | order(headline)[0...20] {…}`: so that
 * only what is shown is projected, and an index can keep the order. Undefined for any other query.
 */
export function sortBeforeProjecting(node: ExprNode): ExprNode | undefined {
  if (node.type !== 'Slice' || node.base.type !== 'PipeFuncCall' || node.base.name !== 'order')
    return undefined
  const order = node.base
  const map = order.base
  if (map.type !== 'Map' || map.expr.type !== 'Projection' || map.expr.base.type !== 'This') return undefined
  const {expr} = map.expr
  if (expr.type !== 'Object') return undefined
  const lists = toLists(expr.attributes)
  const args = lists && order.args.map((arg) => toRowTerm(arg, lists))
  if (!args?.every((arg) => arg !== undefined)) return undefined
  return {...map, base: {...node, base: {...order, base: map.base, args}}}
}

/** The attributes that are lists written out; undefined when an attribute may stand for another. */
function toLists(attributes: readonly Attribute[]): Map<string, ExprNode[]> | undefined {
  const lists = new Map<string, ExprNode[]>()
  const names = new Set<string>()
  for (const {type, name, value} of attributes) {
    if (type !== 'ObjectAttributeValue' || name === undefined || names.has(name)) return undefined
    names.add(name)
    if (value?.type === 'Array' && value.elements.every((element) => !element.isSplat))
      lists.set(
        name,
        value.elements.map((element) => element.value),
      )
  }
  return lists
}

/** A term of an order over the rows before they are projected. */
function toRowTerm(term: ExprNode, lists: ReadonlyMap<string, ExprNode[]>): ExprNode | undefined {
  if (term.type === 'Asc' || term.type === 'Desc') {
    const base = toRowTerm(term.base, lists)
    return base && {...term, base}
  }
  if (term.type !== 'AccessElement' || term.base.type !== 'AccessAttribute' || term.base.base)
    return undefined
  const item = lists.get(term.base.name)?.[term.index]
  return item && isOfRowAlone(item) ? item : undefined
}
