import type {ExprNode} from 'groq-js'

/** An operand of a filter that is read from the row around it, such as `^._id`. */
export interface OuterKey {
  /** The same, as it is written outside of the filter. */
  outside: ExprNode
  /** The filter's part that it stands in, with a value in its place. */
  replace: (value: string) => ExprNode
}

/** The operands in the parts of a filter that all have to hold. */
export function findOuterKeys(filter: ExprNode): OuterKey[] {
  switch (filter.type) {
    case 'Group':
      return findOuterKeys(filter.base)
    case 'And':
      return [...findOuterKeys(filter.left), ...findOuterKeys(filter.right)]
    case 'OpCall': {
      const {op, left, right} = filter
      if (op !== '==' && op !== 'in') return []
      const ofLeft = toKey(left, (value) => ({...filter, left: value}))
      return [...ofLeft, ...(op === '==' ? toKey(right, (value) => ({...filter, right: value})) : [])]
    }
    case 'FuncCall': {
      const [argument] = filter.args
      if (filter.name !== 'references' || filter.args.length !== 1 || !argument) return []
      return toKey(argument, (value) => ({...filter, args: [value]}))
    }
    default:
      return []
  }
}

function toKey(node: ExprNode, put: (value: ExprNode) => ExprNode): OuterKey[] {
  const outside = toOutside(node)
  return outside ? [{outside, replace: (value) => put({type: 'Value', value})}] : []
}

/** `^.a.b` as `a.b`, `^.^.a` as `^.a`; undefined for what reads anything else. */
function toOutside(node: ExprNode): ExprNode | undefined {
  switch (node.type) {
    case 'Parent':
      return node.n === 1 ? {type: 'This'} : {type: 'Parent', n: node.n - 1}
    case 'Group':
    case 'Deref':
    case 'AccessAttribute': {
      const base = node.base && toOutside(node.base)
      return base && ({...node, base} as ExprNode)
    }
    default:
      return undefined
  }
}
