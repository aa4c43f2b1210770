import type {NewsItem, ReadItem} from '../../model/news-item.ts'
import type {Detection, Probe, ReadContext, Reader} from '../reader.ts'
import {newItem} from '../wire-text/new-item.ts'
import {readXml} from '../xml/read-xml.ts'
import {rootElement, rootTag} from '../xml/root-tag.ts'
import {
  attributeOf,
  childOf,
  childrenOf,
  descendantOf,
  descendantsOf,
  prefixOf,
  textOf,
  type XmlElement,
} from '../xml/xml-tree.ts'
import {rssFindingCodes} from './codes.ts'
import {type FeedDefaults, peopleOf, readEntry} from './feed-entry.ts'
import {plainOf} from './feed-text.ts'

/** RSS 0.9x, 1.0 and 2.0 and Atom 0.3 and 1.0, with Media RSS. One item an entry. */
export const rssReader: Reader = {format: 'rss', title: 'RSS and Atom', detect, read}

function detect(probe: Probe): Detection | null {
  const root = rootTag(probe.text)
  if (root === 'rss') return {score: 0.95, why: 'the root element is rss'}
  if (root === 'rdf' && /purl\.org\/rss|netscape\.com\/rdf|<(?:\w+:)?channel[\s>]/.test(probe.text)) {
    return {score: 0.95, why: 'RDF with a channel of RSS 1.0'}
  }
  if (root === 'feed' || root === 'entry') {
    const tag = rootElement(probe.text)?.tag ?? ''
    const isAtom = /www\.w3\.org\/2005\/Atom|purl\.org\/atom/.test(tag)
    if (isAtom) return {score: 1, why: `the root element is an Atom ${root}`}
    if (root === 'feed' && /<(?:\w+:)?entry[\s>]/.test(probe.text))
      return {score: 0.7, why: 'a feed with entries'}
  }
  if (root === 'channel' && /<item[\s>]/.test(probe.text)) return {score: 0.7, why: 'a channel with items'}
  return null
}

function read(bytes: Uint8Array, context: ReadContext): ReadItem[] {
  const copy = readXml(bytes, context.contentType)
  if (!copy.root) return [{item: newItem('rss', copy.encoding), findings: copy.findings}]
  const feed = feedDefaults(copy.root, copy.encoding)
  const entries = entriesOf(copy.root)
  const items = entries.map((entry) => readEntry(entry, feed))
  if (!items.length) items.push(emptyFeed(copy.root, feed))
  items[0]!.findings.unshift(...copy.findings)
  return items
}

function entriesOf(root: XmlElement): XmlElement[] {
  if (root.localName === 'entry' || root.localName === 'item') return [root]
  const entries = descendantsOf(root, 'item', 'entry').filter(
    (element) => !['media', 'itunes', 'content'].includes(prefixOf(element)),
  )
  takeApart(entries)
  return entries
}

/** Entries never nest; where one was not closed, those after it stand in it and would be read with it, each with all after it. */
function takeApart(entries: readonly XmlElement[]): void {
  const known = new Set<unknown>(entries)
  const holders = new Set(entries.map(({parent}) => parent))
  for (const holder of holders) {
    let inside: unknown = holder
    while (inside && !known.has(inside)) inside = (inside as {parent?: unknown}).parent
    if (holder && inside) holder.children = holder.children.filter((child) => !known.has(child))
  }
}

/** What the feed says of all entries; its title is who provides them. */
export function feedDefaults(root: XmlElement, encoding: NewsItem['encoding']): FeedDefaults {
  const channel = root.localName === 'feed' ? root : (descendantOf(root, 'channel') ?? root)
  const provider = textOf(childOf(channel, 'publisher')) || plainOf(childOf(channel, 'title'))
  const language = attributeOf(root, 'lang') ?? (textOf(childOf(channel, 'language')) || undefined)
  const copyrightNotice = plainOf(childOf(channel, 'copyright', 'rights'))
  // RSS's managing editor writes no entries; only Atom hands the author down.
  const byline = channel.localName === 'feed' ? peopleOf(channel) : undefined
  const links = childrenOf(channel, 'link')
  const link = links.find((one) => !attributeOf(one, 'rel') || attributeOf(one, 'rel') === 'alternate')
  const base = attributeOf(root, 'base') ?? (link && (attributeOf(link, 'href') ?? textOf(link)))
  return {
    encoding,
    ...(provider ? {provider} : {}),
    ...(language ? {language} : {}),
    ...(copyrightNotice ? {copyrightNotice} : {}),
    ...(byline ? {byline} : {}),
    ...(base && /^https?:/.test(base) ? {base, isBaseGiven: base === attributeOf(root, 'base')} : {}),
  }
}

/** A feed with nothing in it still says what it is. */
function emptyFeed(root: XmlElement, feed: FeedDefaults): ReadItem {
  const item = newItem('rss', feed.encoding)
  const channel = root.localName === 'feed' ? root : (descendantOf(root, 'channel') ?? root)
  const title = plainOf(childOf(channel, 'title'))
  if (title) item.headline = title
  if (feed.language) item.language = feed.language
  return {
    item,
    findings: [
      {
        severity: 'error',
        code: rssFindingCodes.noEntries,
        message: `The feed${title ? ` "${title.slice(0, 80)}"` : ''} has no entries; there is no story in it.`,
      },
    ],
  }
}
