import type {Finding} from '../../model/finding.ts'
import type {BodyBlock, NewsItem} from '../../model/news-item.ts'
import {readNitf} from '../nitf/index.ts'
import {settleBody} from '../xml/settle-body.ts'
import {toBody, toBodyOfText} from '../xml/to-body.ts'
import {
  attributeOf,
  childOf,
  childrenOf,
  descendantOf,
  elementsIn,
  isElement,
  localName,
  rawTextOf,
  textOf,
  type XmlElement,
  xpathOf,
} from '../xml/xml-tree.ts'
import {newsmlG2FindingCodes} from './codes.ts'
import {readXhtml} from './xhtml-content.ts'

const htmlElements = new Set([
  'html',
  'body',
  'div',
  'p',
  'article',
  'section',
  'h1',
  'h2',
  'table',
  'ul',
  'ol',
  'pre',
])

/** The languages that the content of an item comes in, its own first; empty unless each content names one and they differ. */
export function contentLanguages(element: XmlElement, own: string | undefined): string[] {
  const contents = childrenOf(childOf(element, 'contentset'), 'inlinexml', 'inlinedata')
  const languages = contents.map((content) => attributeOf(content, 'lang'))
  if (contents.length < 2 || !languages.every((language) => language !== undefined)) return []
  const different = [...new Set(languages)]
  if (different.length < 2) return []
  return own && different.includes(own) ? [own, ...different.filter((one) => one !== own)] : different
}

/**
 * Words of an item: `inlineXML` and `inlineData` of its `contentSet`, whatever markup they are in; with `language` only those
 * in that language.
 */
export function readContentSet(
  set: XmlElement,
  item: NewsItem,
  findings: Finding[],
  language?: string,
): void {
  const contents = childrenOf(set, 'inlinexml', 'inlinedata').filter(
    (content) => language === undefined || attributeOf(content, 'lang') === language,
  )
  // Alternatives of one content (XHTML and NITF of the same story): the first that gives words.
  for (const content of contents) {
    if (item.blocks?.length) break
    if (localName(content) === 'inlinexml') readInlineXml(content, item, findings)
    else {
      readInlineData(content, item, findings)
      settleBody(item)
    }
  }
}

function readInlineXml(content: XmlElement, item: NewsItem, findings: Finding[]): void {
  const first = content.children.find(isElement)
  const nitf = descendantOf({children: content.children}, 'nitf')
  if (nitf) return readNitf(nitf, item, findings)
  const type = attributeOf(content, 'contenttype')?.toLowerCase() ?? ''
  if (first && (/nitf/.test(type) || localName(first) === 'body.content'))
    return readNitf(content, item, findings)
  if ((first && htmlElements.has(localName(first))) || /html/.test(type))
    return readXhtml(content, item, findings)
  if (!first) {
    item.blocks = toBodyOfText(rawTextOf(content).trim(), content).blocks
    return
  }
  readUnknown(content, item, findings)
}

function readInlineData(content: XmlElement, item: NewsItem, findings: Finding[]): void {
  const type = attributeOf(content, 'contenttype')?.toLowerCase() ?? ''
  let data = rawTextOf(content)
  if (/base64/i.test(attributeOf(content, 'encoding') ?? '')) {
    if (type && !/^text\/|html|xml/.test(type)) return
    try {
      data = new TextDecoder().decode(
        Uint8Array.from(atob(data.replaceAll(/\s/g, '')), (character) => character.charCodeAt(0)),
      )
    } catch {
      findings.push({
        severity: 'error',
        code: newsmlG2FindingCodes.badContent,
        message: 'inlineData says that it is base64 and is not.',
        at: {xpath: xpathOf(content)},
      })
      return
    }
  }
  const body = toBodyOfText(data.trim(), content, {associations: item.associations})
  findings.push(...body.findings)
  item.blocks = body.blocks
}

/** Events, results and other data: the words of each innermost element are a paragraph. */
function readUnknown(content: XmlElement, item: NewsItem, findings: Finding[]): void {
  findings.push({
    severity: 'warning',
    code: newsmlG2FindingCodes.unknownContent,
    message: `Content <${content.children.find(isElement)!.name.slice(0, 60)}> is neither XHTML nor NITF; its words are kept as paragraphs.`,
    at: {xpath: xpathOf(content)},
  })
  const blocks: BodyBlock[] = []
  for (const element of elementsIn(content, hasBlockChildren)) {
    if (hasBlockChildren(element)) continue
    const text = textOf(element)
    if (text) blocks.push({kind: 'paragraph', text, at: {xpath: xpathOf(element)}})
  }
  item.blocks = blocks
  if (!blocks.length) item.blocks = toBody([content], {roles: {inlinexml: 'block'}}).blocks
}

function hasBlockChildren(element: XmlElement): boolean {
  return element.children.some((child) => isElement(child) && localName(child) !== 'br')
}
