import type {Finding} from '../../model/finding.ts'
import type {NewsItem, ReadItem} from '../../model/news-item.ts'
import {cleanLink} from '../markup/index.ts'
import {newItem} from '../wire-text/new-item.ts'
import {addAssociation} from '../xml/add-association.ts'
import {setDate} from '../xml/set-date.ts'
import {joinSizes} from '../xml/join-sizes.ts'
import {settleBody} from '../xml/settle-body.ts'
import {
  attributeOf,
  childOf,
  childrenOf,
  descendantOf,
  prefixOf,
  textOf,
  type XmlElement,
  xpathOf,
} from '../xml/xml-tree.ts'
import {rssFindingCodes} from './codes.ts'
import {mainMedia, readFeedMedia} from './feed-media.ts'
import {blocksOf, plainOf} from './feed-text.ts'
import {markFeedEnd} from './mark-feed-end.ts'

/** What a feed says for all its entries. */
export interface FeedDefaults {
  provider?: string
  language?: string
  copyrightNotice?: string
  /** Who writes the entries that name nobody (RFC 4287, section 4.2.1). */
  byline?: string
  /** Of relative addresses: `xml:base`, else the site's. */
  base?: string
  /** Whether the feed says so itself; what stands in an entry is relative to its page otherwise. */
  isBaseGiven?: boolean
  encoding: NewsItem['encoding']
}

/** One `item` of RSS or `entry` of Atom. */
export function readEntry(entry: XmlElement, defaults: FeedDefaults): ReadItem {
  const feed = withOwnBase(entry, defaults)
  const item = newItem('rss', feed.encoding)
  const findings: Finding[] = []
  const headline = plainOf(own(entry, 'title')) || plainOf(descendantOf(entry, 'title'))
  if (headline) item.headline = headline
  readIdentity(entry, item, findings, feed.base)
  readDates(entry, item, findings)
  const source = childOf(entry, 'source')
  const provider =
    plainOf(source && childOf(source, 'title')) ||
    textOf(source) ||
    textOf(childOf(entry, 'publisher')) ||
    feed.provider
  if (provider) item.provider = provider
  const byline = peopleOf(entry) ?? (source && peopleOf(source)) ?? feed.byline
  if (byline) item.byline = byline
  const content = childrenOf(entry, 'content').find((element) => prefixOf(element) !== 'media')
  const language =
    attributeOf(content, 'lang') ??
    attributeOf(entry, 'lang') ??
    (textOf(childOf(entry, 'language')) || feed.language)
  if (language) item.language = language
  const rights =
    plainOf(childOf(entry, 'rights', 'copyright')) ||
    plainOf(source && childOf(source, 'rights', 'copyright')) ||
    feed.copyrightNotice
  if (rights) item.copyrightNotice = rights
  readCategories(entry, item)
  const base = feed.isBaseGiven ? feed.base : (item.link ?? feed.base)
  readBody(entry, item, findings, base)
  readFeedMedia(entry, item.associations, base)
  joinSizes(item)
  settleMediaEntry(entry, item)
  settleBody(item)
  return {item, findings}
}

/** An entry's `xml:base` stands on the feed's (XML Base, section 4.2). */
function withOwnBase(entry: XmlElement, feed: FeedDefaults): FeedDefaults {
  const own = attributeOf(entry, 'base')
  const base = own && cleanLink(own, feed.base)
  return base && /^https?:/.test(base) ? {...feed, base, isBaseGiven: true} : feed
}

/** A child in the feed's own vocabulary: not Media RSS's `title`, not iTunes' `author`. */
function own(entry: XmlElement, ...names: string[]): XmlElement | undefined {
  const found = childrenOf(entry, ...names)
  return found.find((element) => !/^(?:media|itunes|dc|wenn_\w+)$/.test(prefixOf(element))) ?? found[0]
}

function readIdentity(entry: XmlElement, item: NewsItem, findings: Finding[], base?: string): void {
  const links = childrenOf(entry, 'link').filter((link) => !['media', 'itunes'].includes(prefixOf(link)))
  const alternate =
    links.find((link) => attributeOf(link, 'rel') === 'alternate') ??
    links.find((link) => !attributeOf(link, 'rel')) ??
    undefined
  const guid = childOf(entry, 'guid')
  const address =
    (alternate && (attributeOf(alternate, 'href') ?? textOf(alternate))) || textOf(childOf(entry, 'origlink'))
  const permanent =
    guid && attributeOf(guid, 'isPermaLink') !== 'false' && /^https?:/.test(textOf(guid))
      ? textOf(guid)
      : undefined
  const link = cleanLink(address || permanent || '', base)
  if (link) item.link = link
  const uri =
    textOf(own(entry, 'guid')) ||
    textOf(own(entry, 'id')) ||
    attributeOf(entry, 'about') ||
    textOf(childOf(entry, 'identifier'))
  if (uri) item.uri = uri
  else if (item.link) {
    item.uri = item.link
    item.derived = [...(item.derived ?? []), 'uri']
  } else {
    findings.push({
      severity: 'info',
      code: rssFindingCodes.noIdentity,
      message: 'The entry has neither id nor link; it is known by its words alone.',
      at: {xpath: xpathOf(entry)},
    })
  }
}

/** RSS has one date; when nothing tells creation from change, it is both. */
function readDates(entry: XmlElement, item: NewsItem, findings: Finding[]): void {
  const first = (...names: string[]) => childrenOf(entry, ...names).find((element) => textOf(element))
  const published = first('published', 'issued', 'created') ?? first('pubdate') ?? first('date')
  const updated = first('updated', 'modified')
  setDate(item, findings, 'firstCreated', textOf(published), published)
  setDate(item, findings, 'versionCreated', textOf(updated), updated)
  if (!item.versionCreated && item.firstCreated) {
    item.versionCreated = item.firstCreated
    item.derived = [...(item.derived ?? []), 'versionCreated']
  }
  const expires = first('expirationdate', 'expires', 'valid')
  if (expires && /^\d/.test(textOf(expires))) setDate(item, findings, 'expires', textOf(expires), expires)
}

/** The authors that an entry or a feed names, in one line; undefined for none. */
export function peopleOf(entry: XmlElement): string | undefined {
  const names: string[] = []
  const authors = childrenOf(entry, 'author').filter((author) => prefixOf(author) !== 'itunes')
  const creators = childrenOf(entry, 'creator')
  for (const person of authors.length ? authors : creators.length ? creators : childrenOf(entry, 'author')) {
    const name = textOf(childOf(person, 'name')) || personOf(plainOf(person))
    if (name && !names.includes(name)) names.push(name)
  }
  return names.length ? names.join(', ') : undefined
}

/** RSS writes `jane@example.org (Jane Smith)`; the address is nobody's byline. */
function personOf(text: string): string {
  const inBrackets = /^\S+@\S+\s*\(([^)]+)\)$/.exec(text)
  if (inBrackets) return inBrackets[1]!
  return /^\S+@\S+$/.test(text) ? '' : text.replace(/\s*[(<]\S+@\S+[)>]$/, '')
}

function readCategories(entry: XmlElement, item: NewsItem): void {
  for (const category of childrenOf(entry, 'category', 'subject')) {
    const name = attributeOf(category, 'label') ?? (plainOf(category) || attributeOf(category, 'term'))
    const scheme = attributeOf(category, 'scheme') ?? attributeOf(category, 'domain')
    if (!name || item.subjects.some((known) => known.name === name)) continue
    const term = attributeOf(category, 'term')
    item.subjects.push({name, ...(term && term !== name ? {code: term} : {}), ...(scheme ? {scheme} : {})})
  }
  for (const keywords of childrenOf(entry, 'keywords')) {
    for (const word of textOf(keywords).split(/\s*,\s*/))
      if (word && !item.keywords.includes(word)) item.keywords.push(word)
  }
}

/** The fullest content is the body; a summary beside it is the standfirst, unless it only begins the body. */
function readBody(entry: XmlElement, item: NewsItem, findings: Finding[], base?: string): void {
  const content =
    childrenOf(entry, 'encoded').find((element) => prefixOf(element) !== 'excerpt') ??
    childrenOf(entry, 'content').find((element) => prefixOf(element) !== 'media') ??
    childrenOf(entry, 'fulltext', 'body').find((element) => prefixOf(element) !== 'media')
  const summary = childrenOf(entry, 'description', 'summary').find(
    (element) => !/^(?:media|itunes)$/.test(prefixOf(element)),
  )
  const source = content && plainOf(content) ? content : undefined
  const own = source && attributeOf(source, 'base')
  const whole = (own && cleanLink(own, base)) || base
  const options = {
    associations: item.associations,
    ...(whole ? {base: whole} : {}),
  }
  const chosen = source ?? summary
  if (chosen) {
    const body = blocksOf(chosen, options)
    findings.push(...body.findings)
    item.blocks = body.blocks
    markFeedEnd(item.blocks)
  }
  if (source && summary) addTeaserPictures(summary, item, options)
  const teaser = source && summary ? plainOf(summary) : ''
  if (teaser) {
    const text = (item.blocks ?? []).map((block) => block.text).join(' ')
    const start = teaser.replace(/\s*(?:\[?(?:…|\.\.\.|&hellip;)\]?)\s*$/, '')
    if (!text.startsWith(start.slice(0, 200))) item.standfirst = teaser
  }
}

/** A summary beside the body often shows a picture that the body has not. */
function addTeaserPictures(summary: XmlElement, item: NewsItem, options: {base?: string}): void {
  const {associations} = blocksOf(summary, {...options, associations: []})
  for (const association of associations) addAssociation(item.associations, association)
}

/** An entry of nothing but a video or sound (YouTube, podcasts): its description is what there is to read. */
function settleMediaEntry(entry: XmlElement, item: NewsItem): void {
  if (item.blocks?.length) return
  const holders = [...childrenOf(entry, 'group'), entry]
  const description = holders
    .flatMap((holder) => childrenOf(holder, 'description'))
    .find((element) => prefixOf(element) === 'media' && plainOf(element))
  if (description) item.blocks = blocksOf(description, {}).blocks
  item.itemClass = mainMedia(item.associations) ?? item.itemClass
}
