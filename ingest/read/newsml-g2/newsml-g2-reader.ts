import type {Finding} from '../../model/finding.ts'
import type {NewsItem, ReadItem} from '../../model/news-item.ts'
import type {Detection, Probe, ReadContext, Reader} from '../reader.ts'
import {newItem} from '../wire-text/new-item.ts'
import {readXml} from '../xml/read-xml.ts'
import {rootElement, rootTag} from '../xml/root-tag.ts'
import {
  attributeOf,
  childOf,
  childrenOf,
  elementsIn,
  localName,
  textOf,
  type XmlElement,
  xpathOf,
} from '../xml/xml-tree.ts'
import {newsmlG2FindingCodes} from './codes.ts'
import {readContentMeta} from './content-meta.ts'
import {contentLanguages, readContentSet} from './content-set.ts'
import {readItemMeta} from './item-meta.ts'
import {joinPackages, type MessageItem} from './join-packages.ts'
import {renditionsOf, toMediaAssociation, toReferredAssociation} from './media-association.ts'
import {skippedItems} from './package-parts.ts'
import {toItemClass} from './qcode.ts'

const roots = new Set([
  'newsmessage',
  'newsitem',
  'packageitem',
  'conceptitem',
  'knowledgeitem',
  'planningitem',
  'itemset',
  'groupset',
  'contentset',
])

/** NewsML-G2: news items, packages and messages of both, with or without its namespace. */
export const newsmlG2Reader: Reader = {format: 'newsml-g2', title: 'NewsML-G2', detect, read}

function detect(probe: Probe): Detection | null {
  const name = rootTag(probe.text)
  if (name === null || !roots.has(name)) return null
  const tag = rootElement(probe.text)?.tag ?? ''
  const isNamed = /iptc\.org\/std\/(?:nar|NewsML-G2)|NewsML-G2/i.test(tag)
  // NewsML 1 has a NewsItem too, without a guid.
  if (name === 'newsitem' && !isNamed && !/\sguid\s*=/.test(tag)) return null
  return {score: isNamed ? 1 : 0.9, why: `the root element is ${name}${isNamed ? ' of NewsML-G2' : ''}`}
}

function read(bytes: Uint8Array, context: ReadContext): ReadItem[] {
  const copy = readXml(bytes, context.contentType)
  if (!copy.root) return [{item: newItem('newsml-g2', copy.encoding), findings: copy.findings}]
  const items = itemElements(copy.root).map((element) => readItem(element, copy.encoding))
  const result = joinPackages(items)
  for (const {element, item} of items) {
    const [, ...others] = contentLanguages(element, item.language)
    const at = result.findIndex((entry) => entry.item === item)
    if (at >= 0)
      result.splice(at + 1, 0, ...others.map((language) => readTranslation(element, copy.encoding, language)))
  }
  const skipped = skippedItems(copy.root).map(skippedItem)
  if (!result.length) {
    const item = newItem('newsml-g2', copy.encoding)
    const [first] = skippedItems(copy.root)
    const uri = attributeOf(first, 'guid')
    if (uri) item.uri = uri
    result.push({
      item,
      findings: first
        ? []
        : [
            {
              severity: 'error',
              code: newsmlG2FindingCodes.noItem,
              message: 'The copy holds no news item and no package.',
            },
          ],
    })
  }
  result[0]!.findings.unshift(...copy.findings, ...skipped)
  return result
}

/** The items of a message in order; a bare `contentSet` or `groupSet` is an item without its metadata. */
function itemElements(root: XmlElement): XmlElement[] {
  const name = localName(root)
  if (name === 'newsitem' || name === 'packageitem' || name === 'groupset' || name === 'contentset')
    return [root]
  const found: XmlElement[] = []
  const isItem = (element: XmlElement) =>
    localName(element) === 'newsitem' || localName(element) === 'packageitem'
  for (const element of elementsIn(root, (inside) => !isItem(inside) && localName(inside) !== 'contentset')) {
    if (isItem(element)) found.push(element)
  }
  return found
}

/** The same story in another language of its `contentSet`: an item of its own, as an article has one language. */
function readTranslation(element: XmlElement, encoding: NewsItem['encoding'], language: string): ReadItem {
  const {item, findings} = readItem(element, encoding, language)
  if (item.uri) {
    item.uri = `${item.uri}#${language}`
    item.derived = [...(item.derived ?? []), 'uri']
  }
  return {item, findings}
}

function readItem(element: XmlElement, encoding: NewsItem['encoding'], translation?: string): MessageItem {
  const item = newItem('newsml-g2', encoding)
  const findings: Finding[] = []
  const name = localName(element)
  const isPackage = name === 'packageitem' || name === 'groupset'
  const meta = childOf(element, 'contentmeta')
  const declared = attributeOf(childOf(meta, 'language'), 'tag') ?? attributeOf(element, 'lang')
  const contentLanguage = translation ?? contentLanguages(element, declared)[0]
  const language = translation ?? declared ?? contentLanguage
  if (language) item.language = language
  readItemMeta(element, item, findings)
  if (isPackage) item.itemClass = 'composite'
  if (meta) readContentMeta(meta, item, findings)
  const title = textOf(childOf(childOf(element, 'itemmeta'), 'title'))
  if (title && !item.headline) item.headline = title
  const set = name === 'contentset' ? element : childOf(element, 'contentset')
  if (set) readContent(set, element, item, findings, contentLanguage)
  for (const link of childrenOf(childOf(element, 'itemmeta'), 'link')) readMediaLink(link, item, findings)
  if (!item.uri && (name === 'newsitem' || childOf(element, 'itemmeta'))) findings.push(noGuid(element))
  for (const key of Object.keys(item) as (keyof NewsItem)[]) if (item[key] === undefined) delete item[key]
  return {item, findings, element, isPackage}
}

function readContent(
  set: XmlElement,
  element: XmlElement,
  item: NewsItem,
  findings: Finding[],
  language: string | undefined,
): void {
  readContentSet(set, item, findings, language)
  const remote = renditionsOf(set)
  if (
    item.itemClass === 'text' &&
    !item.blocks?.length &&
    remote.length &&
    !childOf(childOf(element, 'itemmeta'), 'itemclass')
  ) {
    item.itemClass = toItemClass(undefined, remote[0]!.mimeType) ?? item.itemClass
  }
  if (item.itemClass !== 'text' && item.itemClass !== 'composite') {
    item.associations.unshift(toMediaAssociation(element, item))
    for (const block of item.blocks ?? []) if (block.association !== undefined) block.association++
    return
  }
  for (const rendition of remote) {
    const itemClass = toItemClass(undefined, rendition.mimeType)
    if (itemClass && itemClass !== 'text')
      item.associations.push({itemClass, captions: [], renditions: [rendition]})
  }
}

/** A link to a picture that goes with the story (`irel:seeAlso` with a media class or type). */
function readMediaLink(link: XmlElement, item: NewsItem, findings: Finding[]): void {
  if (!/(?:seeAlso|hasAssoc|associat|depends)/i.test(attributeOf(link, 'rel') ?? '')) return
  const association = toReferredAssociation(link)
  if (association.itemClass === 'text' || association.itemClass === 'composite') return
  const known = item.associations.find(({uri}) => uri !== undefined && uri === association.uri)
  if (known) {
    known.headline ??= association.headline
    if (!known.renditions.length) known.renditions = association.renditions
    return
  }
  const missing = !association.renditions.length
  item.associations.push({...association, name: 'related', ...(missing ? {missing} : {})})
  if (missing) {
    findings.push({
      severity: 'warning',
      code: newsmlG2FindingCodes.partMissing,
      message: `The story names the ${association.itemClass} ${association.uri ?? ''}, which is not in this copy; it is joined when it arrives.`,
      at: {xpath: xpathOf(link)},
      ...(association.uri ? {part: association.uri} : {}),
    })
  }
}

function skippedItem(element: XmlElement): Finding {
  const guid = attributeOf(element, 'guid')
  return {
    severity: 'warning',
    code: newsmlG2FindingCodes.skipped,
    message: `A ${element.name.slice(0, 40)}${guid ? ` (${guid})` : ''} is reference data, not news; left out.`,
    at: {xpath: xpathOf(element)},
  }
}

function noGuid(element: XmlElement): Finding {
  return {
    severity: 'warning',
    code: newsmlG2FindingCodes.noGuid,
    message: 'The item has no guid; it is known by its words alone.',
    at: {xpath: xpathOf(element)},
  }
}
