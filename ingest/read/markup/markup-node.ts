/**
 * What the walk needs of a DOM node. Both htmlparser2's tree (`domhandler`) and linkedom's satisfy it, so that one walk
 * serves wire formats and saved pages.
 */
export interface MarkupNode {
  readonly nodeType: number
  readonly firstChild?: MarkupNode | null
  readonly nextSibling?: MarkupNode | null
  readonly parentNode?: MarkupNode | null
}

interface KnownNode {
  name?: string
  localName?: string
  data?: string
  attribs?: Record<string, string>
  getAttribute?: (name: string) => string | null
}

export const elementNode = 1
export const textNode = 3

/** The element's name in lower case without its namespace prefix (`xhtml:P` is `p`); empty for what is not an element. */
export function elementName(node: MarkupNode): string {
  const known = node as KnownNode
  const name = known.localName ?? known.name ?? ''
  const colon = name.indexOf(':')
  return (colon < 0 ? name : name.slice(colon + 1)).toLowerCase()
}

/** The value of an attribute, or an empty string. */
export function attributeOf(node: MarkupNode, name: string): string {
  const known = node as KnownNode
  if (known.attribs) return known.attribs[name] ?? ''
  return known.getAttribute?.(name) ?? ''
}

/** The characters of a text node. */
export function textOf(node: MarkupNode): string {
  return (node as KnownNode).data ?? ''
}

/**
 * The node after `node` in document order below `root`, or null at the end. With `inside` false the children of `node`
 * are passed over.
 */
export function nextNode(node: MarkupNode, root: MarkupNode, inside = true): MarkupNode | null {
  if (inside && node.firstChild) return node.firstChild
  let at: MarkupNode | null | undefined = node
  while (at && at !== root) {
    if (at.nextSibling) return at.nextSibling
    at = at.parentNode
  }
  return null
}
