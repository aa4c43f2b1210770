import {type ChildNode, Comment, Document, Element, Text} from 'domhandler'

export type {ChildNode} from 'domhandler'
export {Document as XmlDocument, Text as XmlText, Comment as XmlComment}

/** An element with its place among its namesakes (from 1), so that its XPath costs no counting, and its local name. */
export class XmlElement extends Element {
  position = 1
  /** Without its namespace prefix, in lower case. */
  localName = ''
}

/** True for an element of the tree. */
export function isElement(node: unknown): node is XmlElement {
  return node instanceof XmlElement
}

/** The name without its namespace prefix, in lower case: agencies leave prefixes out and spell `Header` and `header`. */
export function localName(element: XmlElement): string {
  return element.localName
}

/** The prefix of the name in lower case, or an empty string. */
export function prefixOf(element: XmlElement): string {
  const colon = element.name.indexOf(':')
  return colon < 0 ? '' : element.name.slice(0, colon).toLowerCase()
}

/** Child elements, all or those of the given local names, in order. */
export function childrenOf(
  parent: {children: ChildNode[]} | undefined | null,
  ...names: string[]
): XmlElement[] {
  if (!parent) return []
  return parent.children.filter(
    (child): child is XmlElement => isElement(child) && (!names.length || names.includes(localName(child))),
  )
}

/** The first child element of one of the names. */
export function childOf(
  parent: {children: ChildNode[]} | undefined | null,
  ...names: string[]
): XmlElement | undefined {
  return parent?.children.find(
    (child): child is XmlElement => isElement(child) && names.includes(localName(child)),
  )
}

/** Follows first children: `at(item, 'itemmeta', 'provider')`. */
export function at(parent: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  let found: XmlElement | undefined = parent
  for (const name of path) found = childOf(found, name)
  return found
}

/** Elements below `root` in document order. `into` false for an element leaves its inside out. Never recurses. */
export function* elementsIn(
  root: {children: ChildNode[]},
  into: (element: XmlElement) => boolean = () => true,
): Generator<XmlElement> {
  const stack: {children: ChildNode[]; index: number}[] = [{children: root.children, index: 0}]
  while (stack.length) {
    const top = stack[stack.length - 1]!
    if (top.index >= top.children.length) {
      stack.pop()
      continue
    }
    const child = top.children[top.index++]
    if (!isElement(child)) continue
    yield child
    if (into(child)) stack.push({children: child.children, index: 0})
  }
}

/** Every element of one of the local names below `root`, in document order. */
export function descendantsOf(root: {children: ChildNode[]} | undefined, ...names: string[]): XmlElement[] {
  if (!root) return []
  const found: XmlElement[] = []
  for (const element of elementsIn(root)) if (names.includes(localName(element))) found.push(element)
  return found
}

/** The first element of one of the local names below `root`. */
export function descendantOf(
  root: {children: ChildNode[]} | undefined,
  ...names: string[]
): XmlElement | undefined {
  if (!root) return undefined
  for (const element of elementsIn(root)) if (names.includes(localName(element))) return element
  return undefined
}

/** All text below `node` as it stands in the copy. */
export function rawTextOf(node: {children: ChildNode[]} | undefined | null): string {
  if (!node) return ''
  const pieces: string[] = []
  const stack: ChildNode[] = node.children.toReversed()
  while (stack.length) {
    const next = stack.pop()!
    if (next instanceof Text) pieces.push(next.data)
    else if (isElement(next))
      for (let index = next.children.length - 1; index >= 0; index--) stack.push(next.children[index]!)
  }
  return pieces.join('')
}

/** Elements that part words even where the copy has no white space between them. */
const partingElements = new Set([
  'p',
  'br',
  'div',
  'li',
  'tr',
  'td',
  'th',
  'dt',
  'dd',
  'h1',
  'h2',
  'h3',
  'h4',
  'hl1',
  'hl2',
  'block',
  'bq',
  'blockquote',
  'byttl',
])

/** The text below `node` with white space collapsed, paragraphs and lines parted by a space; an empty string for none. */
export function textOf(node: {children: ChildNode[]} | undefined | null): string {
  if (!node) return ''
  const [only] = node.children
  if (node.children.length === 1 && only instanceof Text) return collapse(only.data)
  const pieces: string[] = []
  const stack: (ChildNode | string)[] = node.children.toReversed()
  while (stack.length) {
    const next = stack.pop()!
    if (typeof next === 'string') pieces.push(next)
    else if (next instanceof Text) pieces.push(next.data)
    else if (isElement(next)) {
      const parts = partingElements.has(localName(next))
      if (parts) pieces.push(' ')
      if (parts) stack.push(' ')
      for (let index = next.children.length - 1; index >= 0; index--) stack.push(next.children[index]!)
    }
  }
  return collapse(pieces.join(''))
}

function collapse(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

/** An attribute's value by local name, in any case; undefined when absent or blank. */
export function attributeOf(element: XmlElement | undefined | null, name: string): string | undefined {
  if (!element) return undefined
  const exact = element.attribs[name]
  if (exact !== undefined) return exact.trim() || undefined
  const wanted = name.toLowerCase()
  for (const key in element.attribs) {
    const colon = key.indexOf(':')
    if ((colon < 0 ? key : key.slice(colon + 1)).toLowerCase() === wanted)
      return element.attribs[key]!.trim() || undefined
  }
  return undefined
}

/** Steps of a deeper path are left out, so that a place costs the same at any depth. */
const maxSteps = 40

/** Where an element stands, e.g. `/newsMessage/itemSet/newsItem[2]/contentMeta`. */
export function xpathOf(element: XmlElement): string {
  const steps: string[] = []
  let current: XmlElement | null = element
  while (current && steps.length < maxSteps) {
    steps.push(current.position > 1 ? `${current.name}[${current.position}]` : current.name)
    current = isElement(current.parent) ? current.parent : null
  }
  return `${current ? '//' : '/'}${steps.reverse().join('/')}`
}
