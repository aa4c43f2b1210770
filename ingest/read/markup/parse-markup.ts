import {DomHandler, Parser} from 'htmlparser2'
import type {MarkupNode} from './markup-node.ts'

/**
 * The parser keeps its open elements in an array and puts each at its front: that costs as much as the nesting is deep.
 * No page made for people comes near this; past it the outermost elements are forgotten (their end tags then close nothing).
 */
const maxOpenElements = 512

class BoundedHandler extends DomHandler {
  #parser: {stack?: string[]} | null = null

  override onparserinit(parser: Parser): void {
    super.onparserinit(parser)
    this.#parser = parser as unknown as {stack?: string[]}
  }

  override onopentag(name: string, attributes: Record<string, string>): void {
    super.onopentag(name, attributes)
    const stack = this.#parser?.stack
    if (stack && stack.length > maxOpenElements) stack.length = maxOpenElements
  }
}

/** A string of markup as htmlparser2's tree. With `xml` as XHTML, otherwise as HTML. Nothing is run or fetched. */
export function parseMarkup(markup: string, xml = false): MarkupNode {
  const handler = new BoundedHandler()
  new Parser(handler, {xmlMode: xml, decodeEntities: true}).end(markup)
  return handler.root
}
