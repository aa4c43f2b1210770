import {Readability} from '@mozilla/readability'
import {textNode, textOf, type MarkupNode} from '../markup/markup-node.ts'
import type {CollectedBlock} from '../markup/block-walker.ts'

/** Below this the library is not content with what it found and tries with looser rules. */
const fewCharacters = 60

/**
 * What the extraction library takes for the article: for each block the share of its characters, 0 to 1. The library
 * rebuilds the tree it is given, so everything else must have been read from it before.
 */
export function libraryVotes(document: unknown, blocks: readonly CollectedBlock[]): number[] {
  const kept = new Set<MarkupNode>()
  let article: MarkupNode | null = null
  try {
    const page = document as Document
    // The library writes the whole page out again to start over from when it found little. The other signals decide then.
    if (page.body) Object.defineProperty(page.body, 'innerHTML', {get: () => '', set: () => {}})
    const options = {serializer: (node: Node) => node, disableJSONLD: true, charThreshold: fewCharacters}
    const library = new Readability(page, options)
    // Tidying for display: it moves no words, and nothing here shows what the library made.
    Object.assign(library, {_unwrapNoscriptImages: () => {}, _postProcessContent: () => {}})
    const parsed = library.parse()
    article = (parsed?.content as unknown as MarkupNode | null) ?? null
  } catch {
    // The library throws on trees it does not expect (no body, a frameset); the other signals decide then.
  }
  if (article) for (const node of textNodes(article)) kept.add(node)
  return blocks.map(({nodes}) => share(nodes, (node) => kept.has(node)))
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
