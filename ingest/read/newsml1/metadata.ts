import type {NewsItem} from '../../model/news-item.ts'
import {toSubject} from '../subjects/to-subject.ts'
import {addSignals, findSignals} from '../wire-text/find-notices.ts'
import {attributeOf, childOf, childrenOf, descendantsOf, textOf, type XmlElement} from '../xml/xml-tree.ts'
import {formalName, propertiesOf} from './formal-name.ts'

/** Fills the item from one component's own lines and metadata; what the item has stays. Nearest component first. */
export function readMetadata(component: XmlElement, item: NewsItem, topicNames: TopicNames): void {
  for (const lines of childrenOf(component, 'newslines')) readLines(lines, item)
  const administrative = childOf(component, 'administrativemetadata')
  // TASS writes `DescriptiveMetada`.
  const descriptive =
    childOf(component, 'descriptivemetadata') ??
    childrenOf(component).find(({localName}) => localName.startsWith('descriptivemeta'))
  const party = partyOf(childOf(administrative, 'provider'))
  if (party && !item.derived?.includes('provider')) {
    item.provider = party.replace(/^\/(.+)\/$/, '$1')
    item.derived = [...(item.derived ?? []), 'provider']
  }
  const creator = partyOf(childOf(administrative, 'creator'))
  // A code (`DWM`) names nobody; a name has two words.
  if (creator && /^\p{L}[\p{L}.'’-]+\s+\p{L}/u.test(creator)) item.byline ??= creator
  for (const note of propertiesOf(administrative, 'editorialinfo'))
    item.edNotes.push({role: 'EditorialInfo', text: note, public: false})
  for (const lines of childrenOf(component, 'rightsmetadata')) readRights(lines, item)
  readDescriptive(descriptive, item, topicNames)
  for (const metadata of childrenOf(component, 'metadata')) readKeywordProperties(metadata, item)
}

/** Names of topics in the item's own `TopicSet`s, by formal name: for each its language and its words. */
export type TopicNames = ReadonlyMap<string, {language: string; name: string}[]>

/** Every topic of the item with its names. */
export function topicNamesOf(root: XmlElement): TopicNames {
  const names = new Map<string, {language: string; name: string}[]>()
  for (const topic of descendantsOf(root, 'topic')) {
    const own = childrenOf(topic, 'description').flatMap((description) => {
      const variant = attributeOf(description, 'variant')?.toLowerCase()
      const name = textOf(description)
      if (!name || (variant && variant !== 'name')) return []
      return [{language: attributeOf(description, 'lang')?.toLowerCase() ?? '', name}]
    })
    for (const formal of childrenOf(topic, 'formalname'))
      if (own.length && !names.has(textOf(formal))) names.set(textOf(formal), own)
  }
  return names
}

function readLines(lines: XmlElement, item: NewsItem): void {
  const first = (name: string) => childrenOf(lines, name).map(textOf).find(Boolean)
  item.headline ??= first('headline')
  for (const deck of childrenOf(lines, 'subheadline')) {
    const value = textOf(deck)
    if (!value || item.headlines?.some((known) => known.value === value)) continue
    item.headlines = [
      ...(item.headlines ?? (item.headline ? [{value: item.headline}] : [])),
      {value, role: 'SubHeadLine'},
    ]
  }
  const title = first('bylinetitle')
  const byline = first('byline')
  if (byline) item.byline ??= title ? `${byline}, ${title}` : byline
  const dateline = first('dateline')
  // `4/4/2018`, `20010907`: a date by itself is no dateline.
  if (dateline && !/^\d/.test(dateline)) item.dateline ??= dateline
  const slugline = first('slugline')
  if (slugline) item.slugline = slugline
  item.creditLine ??= first('creditline')
  item.copyrightNotice ??= first('copyrightline')
  item.usageTerms ??= first('rightsline')
  for (const keyword of childrenOf(lines, 'keywordline'))
    for (const word of textOf(keyword).split(/\s*[,;]\s*/)) addKeyword(item, word)
  for (const line of childrenOf(lines, 'newsline')) readNewsLine(line, item)
  addSignals(item, findSignals(item.slugline ?? ''))
}

/** Lines of an agency's own kind (advisory, product, slug …) are for the desk. */
function readNewsLine(line: XmlElement, item: NewsItem): void {
  const role = formalName(childOf(line, 'newslinetype'))
  for (const element of childrenOf(line, 'newslinetext')) {
    const text = textOf(element)
    if (!text || /^https?:\S+$/.test(text) || item.edNotes.some((note) => note.text === text)) continue
    item.edNotes.push({...(role ? {role} : {}), text, public: false})
    if (/advis|correct|update/i.test(role ?? '')) {
      addSignals(
        item,
        findSignals(text).filter(
          (signal) => signal === 'kill' || signal === 'correction' || signal === 'update',
        ),
      )
    }
  }
}

function partyOf(element: XmlElement | undefined): string | undefined {
  return childrenOf(element, 'party').map(formalName).find(Boolean)
}

function readRights(rights: XmlElement, item: NewsItem): void {
  const copyright = childOf(rights, 'copyright')
  const holder = textOf(childOf(copyright, 'copyrightholder'))
  const date = textOf(childOf(copyright, 'copyrightdate'))
  if (holder) item.copyrightNotice ??= ['©', date, holder].filter(Boolean).join(' ')
  const usage = childrenOf(rights, 'usagerights').map(textOf).filter(Boolean).join(' ')
  if (usage) item.usageTerms ??= usage
}

function readDescriptive(metadata: XmlElement | undefined, item: NewsItem, topicNames: TopicNames): void {
  if (!metadata) return
  for (const genre of childrenOf(metadata, 'genre')) {
    const name = formalName(genre)
    if (name && !item.genres.some((known) => known.name === name)) item.genres.push({name})
    if (/^update$/i.test(name ?? '')) addSignals(item, ['update'])
    if (/^correcti/i.test(name ?? '')) addSignals(item, ['correction'])
  }
  for (const element of descendantsOf(
    metadata,
    'subject',
    'subjectmatter',
    'subjectdetail',
    'subjectqualifier',
  )) {
    readSubject(element, item, topicNames)
  }
  const properties = childrenOf(metadata, 'property').filter(
    (property) => formalName(property)?.toLowerCase() === 'location',
  )
  for (const location of [...childrenOf(metadata, 'location'), ...properties]) setLocated(location, item)
  setLocated(metadata, item)
  readKeywordProperties(metadata, item)
}

function readSubject(element: XmlElement, item: NewsItem, topicNames: TopicNames): void {
  const code = formalName(element)
  if (!code || item.subjects.some((known) => known.code === code)) return
  const vocabulary = attributeOf(element, 'scheme') ?? attributeOf(element, 'vocabulary')
  const isIptc = /^\d{8}$/.test(code) && (!vocabulary || /iptc|subject/i.test(vocabulary))
  const names = topicNames.get(code)
  const base = item.language?.toLowerCase().split('-', 1)[0]
  const name = (names?.find(({language}) => language.split('-', 1)[0] === base) ?? names?.[0])?.name
  item.subjects.push(toSubject({code, name, scheme: isIptc ? 'subj' : vocabulary}))
}

function setLocated(holder: XmlElement, item: NewsItem): void {
  if (item.located) return
  const [city] = propertiesOf(holder, 'city')
  const [country] = [...propertiesOf(holder, 'country'), ...propertiesOf(holder, 'countryname')]
  const place = city ?? (country && !/^[A-Z]{2,3}$/.test(country) ? country : undefined)
  if (place) item.located = place
}

function readKeywordProperties(holder: XmlElement, item: NewsItem): void {
  for (const property of childrenOf(holder, 'property')) {
    if (!/keywords?$/i.test(formalName(property) ?? '')) continue
    for (const word of (attributeOf(property, 'value') ?? '').split(';')) addKeyword(item, word.trim())
  }
}

function addKeyword(item: NewsItem, word: string): void {
  if (word && !item.keywords.includes(word)) item.keywords.push(word)
}
