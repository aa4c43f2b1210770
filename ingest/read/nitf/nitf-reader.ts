import type {Finding} from '../../model/finding.ts'
import type {NewsItem, ReadItem} from '../../model/news-item.ts'
import type {Detection, Probe, ReadContext, Reader} from '../reader.ts'
import {addSignals, findSignals} from '../wire-text/find-notices.ts'
import {newItem} from '../wire-text/new-item.ts'
import {readXml} from '../xml/read-xml.ts'
import {rootTag} from '../xml/root-tag.ts'
import {settleBody} from '../xml/settle-body.ts'
import {attributeOf, childOf, descendantsOf, localName, textOf, type XmlElement} from '../xml/xml-tree.ts'
import {findNitfBody, noBodyFinding, readNitfBody} from './nitf-body.ts'
import {readNitfBodyHead} from './nitf-body-head.ts'
import {readNitfHead} from './nitf-head.ts'
import {partNames} from './part-names.ts'

/** News Industry Text Format 3.x, with or without its namespace. One item a document. */
export const nitfReader: Reader = {format: 'nitf', title: 'NITF 3.x', detect, read}

function detect(probe: Probe): Detection | null {
  const root = rootTag(probe.text)
  if (root === 'nitf') return {score: 1, why: 'the root element is nitf'}
  return null
}

function read(bytes: Uint8Array, context: ReadContext): ReadItem[] {
  const copy = readXml(bytes, context.contentType)
  const documents = copy.root ? nitfDocuments(copy.root) : []
  if (!documents.length) return [{item: newItem('nitf', copy.encoding), findings: copy.findings}]
  return documents.map((nitf, index) => {
    const item = newItem('nitf', copy.encoding)
    const findings: Finding[] = index ? [] : [...copy.findings]
    readNitf(nitf, item, findings)
    return {item, findings}
  })
}

function nitfDocuments(root: XmlElement): XmlElement[] {
  if (localName(root) === 'nitf') return [root]
  const inside = descendantsOf(root, 'nitf')
  return inside.length ? inside : [root]
}

/**
 * Reads an `nitf` element into an item, filling only what the item does not have yet (a NewsML item that carries NITF knows
 * better about itself). Its body becomes the item's.
 */
export function readNitf(nitf: XmlElement, item: NewsItem, findings: Finding[]): void {
  partNames(nitf)
  const head = childOf(nitf, 'head')
  const body = findNitfBody(nitf)
  const bodyHead = body && childOf(body, 'body.head')
  const language = attributeOf(nitf, 'baselang') ?? attributeOf(nitf, 'lang')
  if (bodyHead) readNitfBodyHead(bodyHead, item, findings)
  if (head) readNitfHead(head, item, findings)
  item.uri ??= attributeOf(nitf, 'uno')
  item.language ??= language ?? (body && attributeOf(body, 'lang'))
  if (item.language === undefined) delete item.language
  const title = textOf(head && childOf(head, 'title'))
  if (title && !item.headline) item.headline = title
  addSignals(item, findSignals(item.slugline ?? ''))
  if (body) readNitfBody(body, item, findings)
  else findings.push(noBodyFinding(nitf))
  settleBody(item)
  for (const key of Object.keys(item) as (keyof NewsItem)[]) if (item[key] === undefined) delete item[key]
}
