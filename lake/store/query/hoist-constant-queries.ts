import type {AnyStaticValue, ExprNode} from 'groq-js'

type Node = {type: string; [part: string]: unknown}

/** Functions that look at the row without saying so. */
const readsRow = new Set([
  'references',
  'versionOf',
  'partOfRelease',
  'anywhere',
  'incomingRefCount',
  'get',
  'query',
])

/**
 * Evaluates once what groq-js would evaluate again for every row: an expression inside a filter, projection or order that reads
 * `*` and nothing of the row it stands in. `_id in *[_id in *[…]]` goes from a power of its depth to a sum. The
 * tree that comes in is left as it is.
 */
export function hoistConstantQueries(tree: ExprNode, execute: (node: ExprNode) => AnyStaticValue): ExprNode {
  const visit = (node: Node, insideRow: boolean): Node => {
    if (insideRow && readsDataset(node) && isConstantNode(node)) {
      try {
        const inner = visitParts(node, false, visit)
        return {type: 'Value', value: execute(inner as unknown as ExprNode).data}
      } catch (error) {
        // Whether the error comes out is for the evaluation to say: an empty outer filter never gets here.
        if ((error as {name?: string}).name === 'LakeError') throw error
        return visitParts(node, insideRow, visit)
      }
    }
    return visitParts(node, insideRow, visit)
  }
  return visit(tree as unknown as Node, false) as unknown as ExprNode
}

type Visit = (node: Node, insideRow: boolean) => Node

function visitParts(node: Node, insideRow: boolean, visit: Visit): Node {
  let changed: Node | undefined
  for (const [name, part] of Object.entries(node)) {
    const inside = insideRow || isRowPart(node, name)
    let next: unknown = part
    if (isNode(part)) next = visit(part, inside)
    else if (Array.isArray(part) && part.some(isNode)) {
      const items: unknown[] = part.map((item: unknown) => (isNode(item) ? visit(item, inside) : item))
      if (items.some((item, index) => item !== part[index])) next = items
    }
    if (next !== part) {
      changed ??= {...node}
      changed[name] = next
    }
  }
  return changed ?? node
}

/** Whether the part is evaluated once a row of the node's base. */
function isRowPart(node: Node, name: string): boolean {
  if (name === 'expr') return true
  return node.type === 'PipeFuncCall' && name === 'args'
}

function readsDataset(node: Node): boolean {
  if (node.type === 'Everything') return false
  const waiting: Node[] = [node]
  while (waiting.length > 0) {
    const current = waiting.pop()!
    if (current.type === 'Everything') return true
    forEachPart(current, (part) => waiting.push(part))
  }
  return false
}

/** Whether nothing in the expression reaches out of it: no `@`, attribute or `^` of a row around it. */
export function isConstant(node: ExprNode): boolean {
  return isConstantNode(node as unknown as Node)
}

function isConstantNode(node: Node, rows = 0, parents = 0): boolean {
  if (node.type === 'This' && rows === 0) return false
  if (node.type === 'AccessAttribute' && node['base'] === undefined && rows === 0) return false
  // A `^` inside a map counts from elsewhere, so only what is certainly inside passes.
  if (node.type === 'Parent' && (node['n'] as number) >= parents) return false
  if (node.type === 'FuncCall') {
    if (rows === 0 && readsRow.has(node['name'] as string)) return false
    if (node['namespace'] === 'delta' || node['namespace'] === 'diff') return false
  }
  if (node.type === 'Context') return false
  for (const [name, part] of Object.entries(node)) {
    const isRow = isRowPart(node, name)
    const isHidden = node.type === 'Map' || node.type === 'FlatMap'
    const nextRows = isRow ? rows + 1 : rows
    const nextParents = isRow && !isHidden ? parents + 1 : parents
    for (const child of Array.isArray(part) ? part : [part]) {
      if (isNode(child) && !isConstantNode(child, nextRows, nextParents)) return false
    }
  }
  return true
}

function forEachPart(node: Node, each: (part: Node) => void): void {
  for (const part of Object.values(node)) {
    for (const child of Array.isArray(part) ? part : [part]) if (isNode(child)) each(child)
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as {type?: unknown}).type === 'string'
}
