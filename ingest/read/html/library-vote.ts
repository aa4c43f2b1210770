import {Readability} from '@mozilla/readability'
import {textNode, textOf, type MarkupNode} from '../markup/markup-node.ts'
import type {CollectedBlock} from '../markup/block-walker.ts'

/**
 * What the extraction library takes for the article: for each block the share of its characters, 0 to 1. The library
 * rebuilds the tree it is given, so everything else must have been read from it before.
 */
export function libraryVotes(document: unknown, blocks: readonly CollectedBlock[]): number[] {
  const kept = new Set<MarkupNode>()
  const keptText = new Set<string>()
  let article: MarkupNode | null = null
  try {
    const parsed = new Readability(document as Document, {serializer: (node) => node, disableJSONLD: true}).parse()
    article = (parsed?.content as unknown as MarkupNode | null) ?? null
  } catch {
    // The library throws on trees it does not expect (no body, a frameset); the other signals decide then.
  }
  if (article) for (const node of textNodes(article)) kept.add(node)
  let found = 0
  const votes = blocks.map(({nodes}) => {
    const vote = share(nodes, (node) => kept.has(node))
    found += vote
    return vote
  })
  if (found > 0 || kept.size === 0) return votes
  // When its first try gives too little the library starts again from a copy; then only the words tell.
  for (const node of kept) keptText.add(textOf(node).trim())
  return blocks.map(({nodes}) => share(nodes, (node) => keptText.has(textOf(node).trim())))
}

function share(nodes: readonly MarkupNode[], isKept: (node: MarkupNode) => boolean): number {
  let all = 0
  let kept = 0
  for (const node of nodes) {
    const {length} = textOf(node).trim()
    all += length
    if (isKept(node)) kept += length
  }
  return all ? kept / all : 0
}

function* textNodes(root: MarkupNode): Generator<MarkupNode> {
  let node: MarkupNode | null | undefined = root
  while (node) {
    if (node.nodeType === textNode) yield node
    if (node.firstChild) node = node.firstChild
    else {
      while (node && node !== root && !node.nextSibling) node = node.parentNode
      node = !node || node === root ? null : node.nextSibling
    }
  }
}
