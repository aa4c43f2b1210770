import type {Finding} from '../../model/finding.ts'
import type {Association, BodyBlock, NewsItem} from '../../model/news-item.ts'
import {cleanLink} from '../markup/index.ts'
import {paragraphsOf} from '../xml/paragraphs-of.ts'
import {settleBody} from '../xml/settle-body.ts'
import {toBody, toBodyOfText} from '../xml/to-body.ts'
import {unwrapLines} from '../xml/unwrap-lines.ts'
import {
  attributeOf,
  descendantOf,
  isElement,
  localName,
  rawTextOf,
  textOf,
  type XmlElement,
  xpathOf,
} from '../xml/xml-tree.ts'
import {agencyClasses, embedElements, pictureElements} from './agency-classes.ts'

/** Reads an XHTML body into the item. What its head repeats (headline, date, subject labels) is told apart from the story. */
export function readXhtml(content: XmlElement, item: NewsItem, findings: Finding[]): void {
  const root = descendantOf({children: content.children}, 'body') ?? content
  const body = toBody([root], {
    roles: {inlinexml: 'block', company: 'inline'},
    associations: item.associations,
    take: (element, emit) => takeElement(element, emit, item),
  })
  findings.push(...body.findings)
  item.blocks = [
    ...(item.blocks ?? []),
    ...(root.children.some(isElement) ? unwrapLines(body.blocks) : bareText(root, item, findings)),
  ]
  settleBody(item)
  settleHead(item)
}

/** A body of text alone: markup that came as text, or lines, which are all that tells its paragraphs. */
function bareText(root: XmlElement, item: NewsItem, findings: Finding[]): BodyBlock[] {
  const markup = rawTextOf(root).trim()
  if (/<\/(?:p|div|li|td|h[1-6])\s*>|<br\b/i.test(markup)) {
    const body = toBodyOfText(markup, root, {associations: item.associations})
    findings.push(...body.findings)
    return body.blocks
  }
  const xpath = xpathOf(root)
  return paragraphsOf(rawTextOf(root)).map((text) => ({kind: 'paragraph', text, at: {xpath}}))
}

function takeElement(element: XmlElement, emit: (block: BodyBlock) => void, item: NewsItem): boolean {
  const name = localName(element)
  const className = attributeOf(element, 'class')
  if (className) {
    const reason = className
      .split(/\s+/)
      .map((one) => agencyClasses[one])
      .find(Boolean)
    if (reason) {
      const text = element.children
        .map((child) => (isElement(child) ? textOf(child) : (child as {data?: string}).data?.trim()))
        .filter(Boolean)
        .join(' ')
      if (text) (item.leftOut ??= []).push({text, reason})
      return true
    }
    if (/(?:^|\s)byline(?:\s|$)/.test(className) && name === 'p') {
      const text = textOf(element)
      if (text && !item.byline) item.byline = text
      else if (text) (item.leftOut ??= []).push({text, reason: 'repeated-text'})
      return true
    }
    // A photographer's name inside a figure; the walk knows a credit by other names.
    if (/(?:^|\s)byline(?:\s|$)/.test(className) && isInFigure(element)) element.attribs.class = 'credit'
  }
  if (pictureElements.test(name)) {
    emit({kind: 'image', text: '', association: item.associations.push(toPicture(element)) - 1})
    return true
  }
  if (embedElements.test(name)) {
    const url = cleanLink(attributeOf(element, 'src') ?? '')
    if (url) emit({kind: 'embed', text: '', url})
    return true
  }
  return false
}

function isInFigure(element: XmlElement): boolean {
  const parent = element.parent
  return parent !== null && 'localName' in parent && parent.localName === 'figure'
}

function toPicture(element: XmlElement): Association {
  const association: Association = {itemClass: 'picture', name: 'inline', captions: [], renditions: []}
  const uri = attributeOf(element, 'ref')
  const caption = attributeOf(element, 'caption')
  const creditLine = attributeOf(element, 'creditline')
  const href = cleanLink(attributeOf(element, 'src') ?? '')
  if (uri) association.uri = uri
  if (caption) association.captions.push({text: caption, role: 'caption'})
  if (creditLine) association.creditLine = creditLine
  if (href) association.renditions.push({href})
  return association
}

/** Headings right after the repeated headline, before any copy, are its second deck: they go with the headline. */
function settleHead(item: NewsItem): void {
  const blocks = item.blocks ?? []
  if (blocks[0]?.furniture !== 'repeated-headline') return
  const decks: BodyBlock[] = []
  for (const block of blocks.slice(1)) {
    if (block.kind !== 'crosshead' || block.furniture) break
    decks.push(block)
  }
  if (!decks.length || decks.length > 2) return
  item.headlines = [
    ...(item.headlines ?? (item.headline ? [{value: item.headline}] : [])),
    ...decks
      .filter(({text}) => !item.headlines?.some(({value}) => value === text))
      .map(({text}) => ({value: text, role: 'subHeadline'})),
  ]
  item.blocks = blocks.filter((block) => !decks.includes(block))
}
