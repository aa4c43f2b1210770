import type {Finding} from '../../model/finding.ts'
import type {Association, BodyBlock, NewsItem} from '../../model/news-item.ts'
import type {ElementRole} from '../markup/index.ts'
import {toBody, toBodyOfText} from '../xml/to-body.ts'
import {unwrapLines} from '../xml/unwrap-lines.ts'
import {
  attributeOf,
  childOf,
  childrenOf,
  descendantOf,
  descendantsOf,
  isElement,
  localName,
  rawTextOf,
  textOf,
  type XmlElement,
  xpathOf,
} from '../xml/xml-tree.ts'
import {nitfFindingCodes} from './codes.ts'
import {toNitfMedia} from './nitf-media.ts'

/** What NITF's own elements do (NITF 3.6 DTD, `%block.content;` and `%enriched-text;`). */
const roles: Readonly<Record<string, ElementRole>> = {
  hl1: 'crosshead',
  hl2: 'crosshead',
  hedline: 'block',
  block: 'block',
  bq: 'blockQuote',
  credit: 'block',
  datasource: 'block',
  note: 'block',
  'nitf-table': 'block',
  'nitf-table-metadata': 'skip',
  'nitf-col': 'skip',
  'nitf-colgroup': 'skip',
  abstract: 'block',
  byline: 'block',
  tagline: 'block',
  bibliography: 'block',
  fn: 'block',
  'body.content': 'block',
  ednote: 'skip',
}

const pictureFile = /\.(?:jpe?g|png|gif|webp|tiff?)(?:$|[?#])/i

/**
 * Reads `body.content` and `body.end` of NITF into the item: blocks, pictures, notes to editors. `body` is the element
 * that holds them, or `body.content` itself.
 */
export function readNitfBody(body: XmlElement, item: NewsItem, findings: Finding[]): void {
  const contents = localName(body) === 'body.content' ? [body] : childrenOf(body, 'body.content')
  const end = childOf(body, 'body.end')
  const take = (element: XmlElement, emit: (block: BodyBlock) => void) =>
    takeElement(element, emit, item, findings)
  for (const fraction of contents.flatMap((one) => descendantsOf(one, 'frac'))) partFromNumber(fraction)
  const [only, second] = contents
  const content =
    only && !second && !only.children.some(isElement)
      ? toBodyOfText(rawTextOf(only).trim(), only, {associations: item.associations})
      : toBody(contents, {roles, take, associations: item.associations})
  const blocks = unwrapLines(content.blocks).map((block) => settleParagraph(block, item, findings))
  findings.push(...content.findings)
  if (end) {
    const ending = toBody([end], {roles, take, associations: item.associations})
    // What stands there is about the writing of the story (NITF 3.6: tagline, bibliography).
    blocks.push(...ending.blocks.map((block): BodyBlock => ({...block, furniture: 'author-note'})))
  }
  item.blocks = [...(item.blocks ?? []), ...blocks]
}

/** Pictures, and what is not copy: true when the walk leaves the element out. */
function takeElement(
  element: XmlElement,
  emit: (block: BodyBlock) => void,
  item: NewsItem,
  findings: Finding[],
): boolean {
  const name = localName(element)
  if (name === 'media') {
    const association = toNitfMedia(element, findings)
    if (!association) return true
    const index = item.associations.push(association) - 1
    if (association.itemClass !== 'text') emit({kind: 'image', text: '', association: index})
    return true
  }
  if (name === 'img') {
    const source = attributeOf(element, 'source')
    if (!source || attributeOf(element, 'src')) return false
    const association: Association = {
      itemClass: 'picture',
      name: 'inline',
      captions: [],
      renditions: [{href: source}],
    }
    emit({kind: 'image', text: '', association: item.associations.push(association) - 1})
    return true
  }
  if (name === 'note' || name === 'ednote') return readNote(element, item)
  return false
}

/** `<num>1<frac>1/2</frac></num>` is one and a half, not eleven halves. */
function partFromNumber(fraction: XmlElement): void {
  const before = fraction.prev as {data?: unknown} | null
  if (before && typeof before.data === 'string' && /\d$/.test(before.data)) before.data += ' '
}

/** A note goes to the desk; one that NITF calls publishable (`pa`), or standard and not the editors', stays in the story. */
export function readNote(note: XmlElement, item: NewsItem): boolean {
  const type = attributeOf(note, 'type')?.toLowerCase()
  const role = attributeOf(note, 'noteclass') ?? 'note'
  if (type === 'pa' || (type === 'std' && role.toLowerCase() !== 'editorsnote')) return false
  const text = textOf(note)
  if (text) item.edNotes.push({role, text, public: false})
  return true
}

function settleParagraph(block: BodyBlock, item: NewsItem, findings: Finding[]): BodyBlock {
  if (block.kind !== 'paragraph') return block
  if (isEmbedCode(block.text)) {
    findings.push({
      severity: 'info',
      code: nitfFindingCodes.embedCode,
      message: 'A paragraph holds the code of an embed; it is kept as data and never run.',
      ...(block.at ? {at: {xpath: block.at.xpath}} : {}),
    })
    const url = /\ssrc\s*=\s*["']?(https?:[^\s"'>]+)/i.exec(block.text)?.[1]
    const {marks: _, ...rest} = block
    return {...rest, kind: 'embed', text: '', html: block.text, ...(url ? {url} : {})}
  }
  const placeholder = toPlaceholder(block)
  if (placeholder) return {...block, kind: 'image', association: item.associations.push(placeholder) - 1}
  return block
}

function isEmbedCode(text: string): boolean {
  return (
    /^<(?:div|iframe|script|blockquote|section|amp-[a-z-]+)\b/i.test(text) && /<\/[a-z-]+\s*>\s*$/i.test(text)
  )
}

/** `PHOTO: <a href="….jpg">caption</a>`: a picture that the agency's web story shows there. */
function toPlaceholder(block: BodyBlock): Association | null {
  const [link, second] = block.marks?.filter(({kind}) => kind === 'link') ?? []
  if (!link?.href || second || !pictureFile.test(link.href)) return null
  const label = block.text.slice(0, link.start).trim()
  if (block.text.slice(link.end).trim() || label.length > 16 || (label && !label.endsWith(':'))) return null
  const text = block.text.slice(link.start, link.end)
  const captions = /^https?:/.test(text) ? [] : [{text, role: 'caption'}]
  return {itemClass: 'picture', name: 'inline', captions, renditions: [{href: link.href}]}
}

/** The `body` element of an NITF document wherever it stands; some senders leave `nitf` or `body` out. */
export function findNitfBody(root: XmlElement): XmlElement | undefined {
  return descendantOf({children: [root]}, 'body') ?? descendantOf({children: [root]}, 'body.content')
}

/** XPath for a finding about a body that is not there. */
export function noBodyFinding(root: XmlElement): Finding {
  return {
    severity: 'warning',
    code: nitfFindingCodes.noBody,
    message: 'There is no body.content: the item has no story.',
    at: {xpath: xpathOf(root)},
  }
}
