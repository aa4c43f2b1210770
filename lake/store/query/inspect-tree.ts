import type {ExprNode} from 'groq-js'

/** What there is to know of a parsed query before it is evaluated. */
export interface QueryFacts {
  /** Whether only the asynchronous evaluation knows all of its functions. */
  isAsyncOnly: boolean
  /** Whether `text::query()` is in it. */
  hasTextQuery: boolean
  /** Whether the clock changes its result. */
  readsTime: boolean
  /** Whether `*` is in it more than once. */
  hasSubquery: boolean
  /** Whether it may give an error where it meets a document, so that leaving documents out would hide it. */
  mayThrow: boolean
  /** Whether other values of parameters could make it another tree. */
  readsParams: boolean
  /** The attributes that it takes of documents behind references; undefined when it may take others, too. */
  attributesBehind: readonly string[] | undefined
  /** The attributes of documents whose references it follows. */
  followed: readonly string[]
  /** How deep it is nested; a chain such as `a.b.c` counts as well. */
  depth: number
}

/** What groq-js 2.0.1 cannot evaluate, and answers with an error as soon as a document makes it try. */
const unknownNamespaces = new Set(['delta', 'diff', 'documents', 'geo', 'media', 'user'])
const unknownFunctions = new Set(['global::anywhere', 'text::semanticSimilarity'])
const unknownNodes = new Set(['Tuple', 'SelectorFuncCall', 'SelectorNested', 'Context'])

/** Looks through a tree level by level, however deep it is, to `maxDepth` at most. */
export function inspectTree(tree: ExprNode, maxDepth: number): QueryFacts {
  const facts = {
    isAsyncOnly: false,
    hasTextQuery: false,
    readsTime: false,
    hasSubquery: false,
    mayThrow: false,
    readsParams: false,
    depth: 0,
  }
  const behind = new Set<string>()
  const followed = new Set<string>()
  const known = new Set<object>()
  let areBehindKnown = true
  let everythings = 0
  let level: object[] = [tree]
  for (; level.length > 0 && facts.depth <= maxDepth; facts.depth++) {
    const next: object[] = []
    for (const part of level) {
      const node = part as ExprNode
      if (node.type === 'Everything') everythings++
      if (node.type === 'AccessAttribute' && node.base?.type === 'Deref') {
        behind.add(node.name)
        known.add(node.base)
      }
      if (node.type === 'Deref') {
        if (!known.has(node)) areBehindKnown = false
        if (node.base.type === 'AccessAttribute') followed.add(node.base.name)
      }
      if (node.type === 'Filter' && isConstantNumber(node.expr) === 'parameter') facts.readsParams = true
      if (node.type === 'FuncCall') {
        if (node.namespace === 'text' && node.name === 'query') facts.hasTextQuery = true
        if (node.name === 'now') facts.readsTime = true
        if (node.namespace === 'delta' || node.namespace === 'diff') facts.isAsyncOnly = true
      }
      if (isThrowing(node)) facts.mayThrow = true
      // A value of a parameter is no part of the tree.
      if (node.type === 'Value') continue
      for (const child of Object.values(node))
        if (typeof child === 'object' && child !== null) next.push(child as object)
    }
    level = next
  }
  facts.hasSubquery = everythings > 1
  return {
    ...facts,
    attributesBehind: areBehindKnown ? [...behind] : undefined,
    followed: [...followed],
  }
}

function isThrowing(node: ExprNode): boolean {
  if (unknownNodes.has(node.type)) return true
  if (node.type !== 'FuncCall') return false
  // The number of digits can be one that JavaScript refuses.
  if (node.namespace === 'global' && node.name === 'round' && node.args.length > 1) return true
  return unknownNamespaces.has(node.namespace) || unknownFunctions.has(`${node.namespace}::${node.name}`)
}

/** What stands in brackets is a filter or an index by whether the parser can work it out. */
function isConstantNumber(node: ExprNode): 'parameter' | 'value' | undefined {
  switch (node.type) {
    case 'Value':
      return 'value'
    case 'Parameter':
      return 'parameter'
    case 'Group':
    case 'Pos':
    case 'Neg':
      return isConstantNumber(node.base)
    case 'OpCall': {
      if (!['+', '-', '*', '/', '%', '**'].includes(node.op)) return undefined
      const [left, right] = [isConstantNumber(node.left), isConstantNumber(node.right)]
      if (!left || !right) return undefined
      return left === 'parameter' || right === 'parameter' ? 'parameter' : 'value'
    }
    default:
      return undefined
  }
}
