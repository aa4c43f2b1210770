import type {Finding} from '../../model/finding.ts'
import type {Association, NewsItem, ReadItem} from '../../model/news-item.ts'
import type {Detection, Probe, ReadContext, Reader} from '../reader.ts'
import {newItem} from '../wire-text/new-item.ts'
import {readXml} from '../xml/read-xml.ts'
import {addAssociation} from '../xml/add-association.ts'
import {rootElement, rootTag} from '../xml/root-tag.ts'
import {attributeOf, childOf, childrenOf, descendantsOf, type XmlElement, xpathOf} from '../xml/xml-tree.ts'
import {newsml1FindingCodes} from './codes.ts'
import {headlineOf, type Leaf, leavesOf} from './components.ts'
import {formalName} from './formal-name.ts'
import {readIdentification} from './identification.ts'
import {toAssociations} from './media-component.ts'
import {readMetadata, type TopicNames, topicNamesOf} from './metadata.ts'
import {readParts} from './parts.ts'

/** NewsML 1.0 to 1.2, with or without its version and namespace. One item for each story and language. */
export const newsml1Reader: Reader = {format: 'newsml1', title: 'NewsML 1.x', detect, read}

function detect(probe: Probe): Detection | null {
  const root = rootTag(probe.text)
  if (root === 'newsml') return {score: 1, why: 'the root element is NewsML'}
  const isItem =
    root === 'newsitem' &&
    !/\sguid\s*=/.test(rootElement(probe.text)?.tag ?? '') &&
    /<(?:\w+:)?NewsIdentifier/.test(probe.text)
  return isItem ? {score: 0.95, why: 'a NewsItem with a NewsIdentifier'} : null
}

function read(bytes: Uint8Array, context: ReadContext): ReadItem[] {
  const copy = readXml(bytes, context.contentType)
  const items = copy.root ? descendantsOf({children: [copy.root]}, 'newsitem') : []
  const read = items.flatMap((newsItem) => readNewsItem(newsItem, copy.encoding))
  if (!read.length) {
    const none: Finding = {
      severity: 'error',
      code: newsml1FindingCodes.noItem,
      message: 'The copy holds no NewsItem.',
    }
    read.push({item: newItem('newsml1', copy.encoding), findings: [none]})
  }
  read[0]!.findings.unshift(...copy.findings)
  return read
}

function readNewsItem(newsItem: XmlElement, encoding: NewsItem['encoding']): ReadItem[] {
  const leaves = leavesOf(newsItem)
  const topics = topicNamesOf(newsItem)
  const units = unitsOf(leaves)
  const first = childrenOf(newsItem, 'newscomponent')[0]
  if (!units.length && first) {
    units.push({words: [], leaves: [], chain: [first], language: undefined})
  }
  return units.map((unit, index) => readUnit(newsItem, unit, index, units.length, topics, encoding))
}

interface Unit {
  words: Leaf[]
  leaves: Leaf[]
  chain: XmlElement[]
  language: string | undefined
}

/** Leaves by the story they belong to; words in several languages under one headline are as many stories. */
function unitsOf(leaves: readonly Leaf[]): Unit[] {
  const units = new Map<string, Unit>()
  const ids = new Map<XmlElement, number>()
  const key = (leaf: Leaf) => {
    if (!ids.has(leaf.unit)) ids.set(leaf.unit, ids.size)
    return `${ids.get(leaf.unit)}/${leaf.kind === 'words' ? (leaf.language ?? '') : ''}`
  }
  for (const leaf of leaves) {
    if (leaf.kind !== 'words') continue
    const chain = leaf.chain.slice(leaf.chain.indexOf(leaf.unit))
    const unit = units.get(key(leaf)) ?? {words: [], leaves: [], chain, language: leaf.language}
    unit.words.push(leaf)
    units.set(key(leaf), unit)
  }
  const stories = [...units.values()]
  const loose: Leaf[] = []
  for (const leaf of leaves) {
    if (leaf.kind === 'words') continue
    // Under the same headline, else in the story whose component lies around it, else in the first.
    const home =
      stories.find((story) => story.chain[0] === leaf.unit) ??
      stories.find((story) => leaf.chain.includes(story.chain[0]!)) ??
      (stories.length === 1 ? stories[0] : undefined)
    if (home) home.leaves.push(leaf)
    else loose.push(leaf)
  }
  if (loose.length && stories.length) stories[0]!.leaves.push(...loose)
  else if (loose.length) {
    const top = loose[0]!.chain.at(-1)!
    stories.push({words: [], leaves: loose, chain: [top], language: loose[0]!.language})
  }
  return stories
}

function readUnit(
  newsItem: XmlElement,
  unit: Unit,
  index: number,
  count: number,
  topics: TopicNames,
  encoding: NewsItem['encoding'],
): ReadItem {
  const item = newItem('newsml1', encoding)
  const findings: Finding[] = []
  readIdentification(newsItem, item, findings)
  const language = unit.language ?? attributeOf(newsItem, 'lang')
  if (language) item.language = language
  if (index > 0 && item.uri) {
    // One news item, several stories: each needs a name of its own.
    item.uri = `${item.uri}#${attributeOf(unit.chain[0], 'duid') ?? unit.language ?? index + 1}`
    item.derived = [...new Set([...(item.derived ?? []), 'uri'])]
  }
  const components = new Set([...unit.words.flatMap(({chain}) => chain), ...unit.chain])
  for (const component of components) readMetadata(component, item, topics)
  item.derived = item.derived?.filter((field) => field !== 'provider')
  if (!item.derived?.length) delete item.derived
  readParts(unit.words, item, findings)
  const media = toAssociations(
    unit.leaves.filter(({kind}) => kind === 'media'),
    unit.words.length > 0,
  )
  for (const association of media) addAssociation(item.associations, association)
  for (const leaf of unit.leaves) if (leaf.kind === 'reference') readReferences(leaf, item, findings)
  settleClass(item, media, unit, newsItem, findings, count)
  for (const key of Object.keys(item) as (keyof NewsItem)[]) if (item[key] === undefined) delete item[key]
  return {item, findings}
}

function settleClass(
  item: NewsItem,
  media: readonly Association[],
  unit: Unit,
  newsItem: XmlElement,
  findings: Finding[],
  count: number,
): void {
  if (item.blocks?.some((block) => block.furniture === undefined)) return
  if (media.length === 1 && count === 1) {
    item.itemClass = media[0]!.itemClass
    takeCaptions(item, media[0]!)
    if (item.byline) media[0]!.byline ??= item.byline
    if (item.creditLine) media[0]!.creditLine ??= item.creditLine
    if (item.copyrightNotice) media[0]!.copyrightNotice ??= item.copyrightNotice
    return
  }
  if (media.length || unit.leaves.some(({kind}) => kind === 'reference')) item.itemClass = 'composite'
  else {
    findings.push({
      severity: 'warning',
      code: newsml1FindingCodes.noContent,
      message: 'The news item has no words and no pictures.',
      at: {xpath: xpathOf(newsItem)},
    })
  }
}

/** What the lines of an item that is one picture say is said of the picture. */
function takeCaptions(item: NewsItem, picture: Association): void {
  const captions = item.edNotes.filter(({role}) => /caption/i.test(role ?? ''))
  item.edNotes = item.edNotes.filter((note) => !captions.includes(note))
  const isHeadlineOnly = picture.captions.length === 1 && picture.captions[0]!.text === picture.headline
  if (captions.length && isHeadlineOnly) picture.captions = []
  for (const {text} of captions)
    if (!picture.captions.some((known) => known.text === text)) picture.captions.push({text, role: 'caption'})
  if (item.headline) picture.headline ??= item.headline
  if (!picture.captions.length && item.headline) picture.captions.push({text: item.headline, role: 'caption'})
  if (item.located) picture.located ??= item.located
}

const referenceClasses: readonly [RegExp, Association['itemClass']][] = [
  [/pict|photo|image/, 'picture'],
  [/graphic/, 'graphic'],
  [/video/, 'video'],
  [/audio/, 'audio'],
  [/composite/, 'composite'],
]

/** `NewsItemRef`: a part that stands in another file. */
function readReferences(leaf: Leaf, item: NewsItem, findings: Finding[]): void {
  const roles = leaf.chain.map((component) => formalName(childOf(component, 'role'))?.toLowerCase() ?? '')
  const itemClass =
    referenceClasses.find(([pattern]) => roles.some((role) => pattern.test(role)))?.[1] ?? 'text'
  const headline = headlineOf(leaf.component)
  const name = roles.find(
    (role) => role && !referenceClasses.some(([pattern]) => pattern.test(role)) && role !== 'text',
  )
  for (const reference of childrenOf(leaf.component, 'newsitemref')) {
    const uri = attributeOf(reference, 'newsitem')
    item.associations.push({
      ...(uri ? {uri} : {}),
      itemClass,
      ...(name ? {name} : {}),
      ...(headline ? {headline} : {}),
      captions: [],
      renditions: [],
      missing: true,
    })
    findings.push({
      severity: 'warning',
      code: newsml1FindingCodes.partMissing,
      message: `The item names ${uri ?? 'another item'}, which is not in this copy; it is joined when it arrives.`,
      at: {xpath: xpathOf(reference)},
      ...(uri ? {part: uri} : {}),
    })
  }
}
