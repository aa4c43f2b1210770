import type {AnyStaticValue, ExprNode} from 'groq-js'
import type {QuerySource} from './evaluate.ts'
import {IdSet} from '../plan/id-set.ts'
import {parseTextQuery, type TextQuery} from './text-query.ts'

type Node = {type: string; [part: string]: unknown}

/**
 * groq-js cannot evaluate `text::query()`, with which Studio's default search asks. Puts in its place what it can:
 * `[@, …] match text::query(q)` becomes `_id in` the set of the documents that hold q anywhere, and
 * `path match text::query(q)` becomes `path match [words of q]`, so that `score()` still weighs the fields.
 */
export function resolveTextQueries(
  tree: ExprNode,
  source: QuerySource,
  execute: (node: ExprNode) => AnyStaticValue,
): ExprNode {
  const resolve = (node: Node): Node => {
    if (node.type === 'OpCall' && node['op'] === 'match' && isTextQuery(node['right'])) {
      return replaceMatch(node, node['right'], source, execute)
    }
    let changed: Node | undefined
    for (const [name, part] of Object.entries(node)) {
      const next = Array.isArray(part)
        ? part.map((item: unknown) => (isNode(item) ? resolve(item) : item))
        : isNode(part)
          ? resolve(part)
          : part
      const isSame = Array.isArray(next)
        ? next.every((item, at) => item === (part as unknown[])[at])
        : next === part
      if (isSame) continue
      changed ??= {...node}
      changed[name] = next
    }
    return changed ?? node
  }
  return resolve(tree as unknown as Node) as unknown as ExprNode
}

function replaceMatch(
  node: Node,
  call: Node,
  source: QuerySource,
  execute: (node: ExprNode) => AnyStaticValue,
): Node {
  const argument = (call['args'] as ExprNode[])[0]
  const value = argument ? execute(argument).data : null
  const query = parseTextQuery(typeof value === 'string' ? value : '')
  if (readsWholeRow(node['left'])) {
    // Studio's lists ask so for all that they have, with text or without.
    if (value === '*') return {type: 'Value', value: true}
    return {
      type: 'OpCall',
      op: 'in',
      left: {type: 'AccessAttribute', name: '_id'},
      right: {type: 'Value', value: toIdSet(query, source)},
    }
  }
  return toWordMatch(node, query)
}

function toIdSet(query: TextQuery, source: QuerySource): IdSet {
  const {planner} = source
  if (planner) {
    const holds = (id: string) => query.matches(source.document(id))
    return new IdSet(() => planner.findByWords(query.words), holds)
  }
  const ids = new Set<string>()
  for (const document of source.documents()) if (query.matches(document)) ids.add(document._id)
  return new IdSet(
    () => undefined,
    (id) => ids.has(id),
  )
}

function toWordMatch(node: Node, query: TextQuery): Node {
  const match = (words: string[]): Node => ({...node, right: {type: 'Value', value: words}})
  let result: Node | undefined = query.words.length > 0 ? match(query.words) : undefined
  for (const word of query.excludedWords) {
    const without: Node = {type: 'Not', base: {type: 'Group', base: match([word])}}
    result = result ? {type: 'And', left: result, right: without} : without
  }
  return result ?? {type: 'Value', value: false}
}

function readsWholeRow(node: unknown): boolean {
  if (!isNode(node)) return false
  if (node.type === 'This') return true
  if (node.type === 'Group') return readsWholeRow(node['base'])
  if (node.type !== 'Array') return false
  return (node['elements'] as {value: unknown}[]).some((element) => readsWholeRow(element.value))
}

function isTextQuery(node: unknown): node is Node {
  if (!isNode(node)) return false
  if (node.type === 'Group') return isTextQuery(node['base'])
  return node.type === 'FuncCall' && node['namespace'] === 'text' && node['name'] === 'query'
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as {type?: unknown}).type === 'string'
}
