import type {ExprNode} from 'groq-js'

/** All documents come in this order. */
export function isById(key: ExprNode): boolean {
  const base = key.type === 'Asc' ? key.base : key
  return base.type === 'AccessAttribute' && base.name === '_id' && !base.base
}

/** How many of the first items a slice or an index reads; undefined when it counts from the end. */
export function toNeeded(node: ExprNode): number | undefined {
  if (node.type === 'AccessElement') return node.index >= 0 ? node.index + 1 : undefined
  if (node.type !== 'Slice' || node.left < 0 || node.right < 0) return undefined
  return node.isInclusive ? node.right + 1 : node.right
}
