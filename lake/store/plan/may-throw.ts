import type {ExprNode} from 'groq-js'

/** What groq-js 2.0.1 cannot evaluate, and answers with an error as soon as a document makes it try. */
const unknownNamespaces = new Set(['delta', 'diff', 'documents', 'geo', 'media', 'user'])
const unknownFunctions = new Set(['global::anywhere', 'text::query', 'text::semanticSimilarity'])
const unknownNodes = new Set(['Tuple', 'SelectorFuncCall', 'SelectorNested', 'Context'])

/** Whether a query may give an error where it meets a document, so that leaving documents out would hide it. */
export function mayThrow(tree: ExprNode): boolean {
  const waiting: unknown[] = [tree]
  while (waiting.length > 0) {
    const node = waiting.pop()
    if (typeof node !== 'object' || node === null) continue
    if (isThrowing(node as ExprNode)) return true
    for (const [name, part] of Object.entries(node)) if (name !== 'value' || isNode(part)) waiting.push(part)
  }
  return false
}

function isThrowing(node: ExprNode): boolean {
  if (unknownNodes.has(node.type)) return true
  if (node.type !== 'FuncCall') return false
  // The number of digits can be one that JavaScript refuses.
  if (node.namespace === 'global' && node.name === 'round' && node.args.length > 1) return true
  return unknownNamespaces.has(node.namespace) || unknownFunctions.has(`${node.namespace}::${node.name}`)
}

function isNode(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'type' in value
}
