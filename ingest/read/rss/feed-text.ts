import {toBlocks} from '../markup/index.ts'
import {attributeOf, isElement, rawTextOf, type XmlElement, xpathOf} from '../xml/xml-tree.ts'
import {paragraphsOf} from '../xml/paragraphs-of.ts'
import {type Body, type BodyOptions, toBody, toBodyOfText} from '../xml/to-body.ts'

/** A text construct of a feed in one line of plain words: `type="xhtml"` and escaped HTML both lose their tags. */
export function plainOf(element: XmlElement | undefined): string {
  if (!element) return ''
  const text = element.children.some(isElement) ? bodyText(element) : decodedText(element)
  return text.replaceAll(/\s+/g, ' ').trim()
}

function bodyText(element: XmlElement): string {
  // An element named `title` is no title of a page here.
  return toBody([element], {roles: {[element.localName]: 'block'}})
    .blocks.map((block) => block.text)
    .join(' ')
}

function decodedText(element: XmlElement): string {
  const raw = sourceOf(element)
  if (attributeOf(element, 'type') === 'text' || !/[<&]/.test(raw)) return raw
  if (!/<[a-z/!]|&(?:#\d+|#x[\da-f]+|[a-z]\w+);/i.test(raw)) return raw
  return (
    toBlocks(raw)
      .blocks.map((block) => block.text)
      .join(' ') || raw.replaceAll(/<[^>]*>/g, '')
  )
}

/** The text of a construct: out of base64 (Atom 0.3 `mode`), out of a CDATA section that was escaped itself. */
function sourceOf(element: XmlElement): string {
  const raw = rawTextOf(element).trim()
  if (attributeOf(element, 'mode') !== 'base64') return /^<!\[CDATA\[([\s\S]*?)\]\]>$/.exec(raw)?.[1] ?? raw
  try {
    return new TextDecoder().decode(
      Uint8Array.from(atob(raw.replaceAll(/\s/g, '')), (character) => character.charCodeAt(0)),
    )
  } catch {
    return ''
  }
}

/**
 * A content construct as blocks: inline XHTML, escaped HTML, or plain text (Atom, 4.1.3; Atom 0.3 `mode`). Base64 content is
 * decoded when it is text.
 */
export function blocksOf(element: XmlElement, options: BodyOptions): Body {
  if (element.children.some(isElement))
    return toBody([element], {
      ...options,
      roles: {content: 'block', summary: 'block', description: 'block', encoded: 'block'},
    })
  const raw = sourceOf(element)
  if (attributeOf(element, 'type') === 'text' && attributeOf(element, 'mode') !== 'escaped') {
    const xpath = xpathOf(element)
    const blocks = paragraphsOf(raw)
    return {
      blocks: blocks.map((text) => ({kind: 'paragraph', text, at: {xpath}})),
      associations: options.associations ?? [],
      findings: [],
    }
  }
  return toBodyOfText(raw, element, options)
}
