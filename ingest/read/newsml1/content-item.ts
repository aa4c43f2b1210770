import type {Finding} from '../../model/finding.ts'
import type {ItemClass, NewsItem, Rendition} from '../../model/news-item.ts'
import {readXhtml} from '../newsml-g2/xhtml-content.ts'
import {newItem} from '../wire-text/new-item.ts'
import {readNitf} from '../nitf/index.ts'
import {settleBody} from '../xml/settle-body.ts'
import {toBodyOfText} from '../xml/to-body.ts'
import {unwrapLines} from '../xml/unwrap-lines.ts'
import {
  attributeOf,
  childOf,
  childrenOf,
  descendantOf,
  isElement,
  localName,
  rawTextOf,
  type XmlElement,
} from '../xml/xml-tree.ts'
import {formalName, propertiesOf} from './formal-name.ts'

/** What a `ContentItem` holds: words, a picture or other media (by its type, format or file name), or neither. */
export function contentClassOf(content: XmlElement): ItemClass | 'other' {
  const type = formalName(childOf(content, 'mediatype'))?.toLowerCase() ?? ''
  const mime = formalName(childOf(content, 'mimetype'))?.toLowerCase() ?? ''
  const format = formalName(childOf(content, 'format'))?.toLowerCase() ?? ''
  const href = attributeOf(content, 'href') ?? ''
  if (/^graphic|animation/.test(type)) return 'graphic'
  if (/^(?:photo|image|picture)/.test(type) || mime.startsWith('image/') || /jpe?g|png|tiff|gif/.test(format))
    return 'picture'
  if (type.startsWith('video') || mime.startsWith('video/') || /mpeg4|mp4|quicktime|flv/.test(format))
    return 'video'
  if (type.startsWith('audio') || mime.startsWith('audio/') || /mp3|wav/.test(format)) return 'audio'
  if (/\.(?:jpe?g|png|gif|tiff?|webp)$/i.test(href)) return 'picture'
  if (/\.(?:mp4|mov|mpg|flv)$/i.test(href)) return 'video'
  if (/css/.test(mime) || format === 'css') return 'other'
  return childOf(content, 'datacontent') ? 'text' : 'other'
}

/** The address of a `ContentItem` with what it says of the file. */
export function toRendition(content: XmlElement, role?: string): Rendition | null {
  const href = attributeOf(content, 'href')
  if (!href) return null
  const characteristics = childOf(content, 'characteristics')
  const rendition: Rendition = {href}
  const mimeType = formalName(childOf(content, 'mimetype'))
  const width = Number.parseInt(propertiesOf(characteristics, 'width')[0] ?? '', 10)
  const height = Number.parseInt(propertiesOf(characteristics, 'height')[0] ?? '', 10)
  if (mimeType) rendition.mimeType = mimeType
  if (width > 0) rendition.width = width
  if (height > 0) rendition.height = height
  if (role) rendition.role = role
  return rendition
}

/** Reads the words of a `ContentItem` into the item's body: NITF, XHTML, HTML as text, or plain text. */
export function readWords(content: XmlElement, item: NewsItem, findings: Finding[]): void {
  const data = childOf(content, 'datacontent')
  if (!data) return
  const first = data.children.find(isElement)
  const nitf = descendantOf(data, 'nitf')
  const format = formalName(childOf(content, 'format')) ?? ''
  if (nitf) return readNitf(nitf, item, findings)
  if (
    first &&
    (/nitf/i.test(format) || localName(first) === 'body.content' || descendantOf(data, 'body.content'))
  ) {
    return readPlainNitf(data, item, findings)
  }
  if (first) return readXhtml(data, item, findings)
  const body = toBodyOfText(rawTextOf(data).trim(), data, {associations: item.associations})
  findings.push(...body.findings)
  item.blocks = [...(item.blocks ?? []), ...unwrapLines(body.blocks)]
  settleBody(item)
}

/** NITF of which the sender kept only the paragraphs (AFP's `bcNITF2.5`). */
function readPlainNitf(data: XmlElement, item: NewsItem, findings: Finding[]): void {
  if (descendantOf(data, 'body.content')) return readNitf(data, item, findings)
  readXhtml(data, item, findings)
}

/** Words of a part that is one text (a title, a caption), its paragraphs joined by line breaks. */
export function wordsOf(component: XmlElement): string {
  for (const content of childrenOf(component, 'contentitem')) {
    const data = childOf(content, 'datacontent')
    if (!data) continue
    const scratchItem = newItem('newsml1', {used: 'utf-8'})
    if (data.children.some(isElement)) readXhtml(data, scratchItem, [])
    else scratchItem.blocks = toBodyOfText(rawTextOf(data).trim(), data).blocks
    const text = scratchItem.blocks
      ?.map((block) => block.text)
      .filter(Boolean)
      .join('\n')
    if (text) return text
  }
  return ''
}
