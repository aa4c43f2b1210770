import {
  attributeOf,
  elementName,
  elementNode,
  nextNode,
  textNode,
  textOf,
  type MarkupNode,
} from '../markup/markup-node.ts'
import {readStructuredData, type StructuredData} from './structured-data.ts'

/** What a page says of itself outside its text: meta elements by name, structured data, links, times. */
export interface PageHead {
  /** Values of `<meta>` by their `name`, `property` or `itemprop`, in lower case; in document order. */
  meta: ReadonlyMap<string, string[]>
  title: string
  canonical: string
  base: string
  language: string
  structured: StructuredData | null
  /** `<time datetime>` and elements with `itemprop="datePublished"` and the like. */
  times: {datetime: string; role: string; node: MarkupNode}[]
  /** `rel="author"` links and `itemprop="author"`: their elements. */
  authorNodes: MarkupNode[]
  /** How deep the page nests. */
  depth: number
  elementCount: number
}

/** Structured data longer than this is not looked at. */
const maxScriptLength = 2_000_000

/** Goes over the page's elements once. */
export function readPageHead(roots: readonly MarkupNode[]): PageHead {
  const meta = new Map<string, string[]>()
  const scripts: string[] = []
  const head = {title: '', canonical: '', base: '', language: ''}
  const times: PageHead['times'] = []
  const authorNodes: MarkupNode[] = []
  let elementCount = 0
  for (const node of nodesOf(roots)) {
    if (node.nodeType !== elementNode) continue
    elementCount++
    const name = elementName(node)
    if (name === 'meta') {
      const key = (
        attributeOf(node, 'property') ||
        attributeOf(node, 'name') ||
        attributeOf(node, 'itemprop')
      ).toLowerCase()
      const content = attributeOf(node, 'content').trim()
      if (key && content) {
        const values = meta.get(key)
        if (values) values.push(content)
        else meta.set(key, [content])
      }
    } else if (name === 'script') {
      if (/ld\+json/i.test(attributeOf(node, 'type')))
        scripts.push(textInside(node).slice(0, maxScriptLength))
    } else if (name === 'title') head.title ||= textInside(node).replaceAll(/\s+/g, ' ').trim()
    else if (name === 'link') {
      if (/(?:^|\s)canonical(?:\s|$)/i.test(attributeOf(node, 'rel')))
        head.canonical ||= attributeOf(node, 'href')
    } else if (name === 'base') head.base ||= attributeOf(node, 'href')
    else if (name === 'html') head.language ||= attributeOf(node, 'lang') || attributeOf(node, 'xml:lang')
    else if (name === 'time') {
      const datetime = attributeOf(node, 'datetime')
      if (datetime)
        times.push({
          datetime,
          role: `${attributeOf(node, 'itemprop')} ${attributeOf(node, 'class')} ${attributeOf(node, 'pubdate') ? 'published' : ''}`,
          node,
        })
    } else if (name === 'a' || name === 'span' || name === 'div' || name === 'p') {
      if (/^author$/i.test(attributeOf(node, 'rel') || attributeOf(node, 'itemprop'))) authorNodes.push(node)
      const property = attributeOf(node, 'itemprop')
      if (property && /^date(?:Published|Modified)$/.test(property)) {
        const datetime = attributeOf(node, 'content') || attributeOf(node, 'datetime')
        if (datetime) times.push({datetime, role: property, node})
      }
    }
  }
  return {meta, ...head, structured: readStructuredData(scripts), times, authorNodes, depth: 0, elementCount}
}

function* nodesOf(roots: readonly MarkupNode[]): Generator<MarkupNode> {
  for (const root of roots)
    for (let node: MarkupNode | null = root; node; node = nextNode(node, root)) yield node
}

/** The text in an element, white space as it is. */
export function textInside(root: MarkupNode): string {
  let text = ''
  for (let node: MarkupNode | null = root; node; node = nextNode(node, root)) {
    if (node.nodeType === textNode) text += textOf(node)
  }
  return text
}
