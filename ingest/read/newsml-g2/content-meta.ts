import type {Finding} from '../../model/finding.ts'
import type {NewsItem, Subject} from '../../model/news-item.ts'
import {toSubject} from '../subjects/to-subject.ts'
import {addSignals, findSignals} from '../wire-text/find-notices.ts'
import {attributeOf, childOf, childrenOf, textOf, type XmlElement} from '../xml/xml-tree.ts'
import {byLanguage, nameOf, namedOf, roleOf} from './qcode.ts'

/** Roles of `description` that hold a summary for the reader (IPTC `drol`; others as agencies write them). */
const summaryRoles = new Set(['summary', 'abstract', 'teaser', 'standfirst', 'lead', 'lede'])

/** Says nothing; agencies write it where the schema wants a value. */
const noData = /^(?:no-data-available\b.*|n\/?a|unknown|none)$/i

/** What the content is about: `contentMeta` of an item (or what an `itemRef` has of it). */
export function readContentMeta(meta: XmlElement, item: NewsItem, _findings: Finding[]): void {
  const language = item.language
  const urgency = Number(textOf(childOf(meta, 'urgency')))
  if (urgency >= 1 && urgency <= 9) item.urgency ??= urgency
  readHeadlines(meta, item)
  setText(item, 'slugline', childrenOf(meta, 'slugline'))
  setBylines(item, childrenOf(meta, 'by'))
  setText(item, 'creditLine', childrenOf(meta, 'creditline'))
  const dateline = childrenOf(meta, 'dateline').map(textOf).find(Boolean)
  // A machine's time stamp is no dateline.
  if (dateline && !/^\d{4}-\d\d-\d\d[T ]\d\d:/.test(dateline)) item.dateline ??= dateline
  readLocated(meta, item, language)
  for (const description of childrenOf(meta, 'description')) {
    const text = textOf(description)
    if (
      text &&
      (summaryRoles.has(roleOf(description)) ||
        (!attributeOf(description, 'role') && item.itemClass === 'text'))
    )
      item.standfirst ??= text
  }
  for (const subject of childrenOf(meta, 'subject')) readSubject(subject, item.subjects, language)
  for (const genre of childrenOf(meta, 'genre')) readSubject(genre, item.genres, language)
  for (const keyword of childrenOf(meta, 'keyword')) {
    const word = textOf(keyword)
    if (word && !item.keywords.includes(word)) item.keywords.push(word)
  }
  for (const element of childrenOf(meta, 'altid')) {
    const value = textOf(element) || attributeOf(element, 'id')
    if (value) (item.altIds ??= []).push({role: attributeOf(element, 'type') ?? 'altId', value})
  }
  addSignals(item, findSignals(item.slugline ?? ''))
}

function readHeadlines(meta: XmlElement, item: NewsItem): void {
  const headlines = childrenOf(meta, 'headline').flatMap((element) => {
    const value = textOf(element)
    const role = roleOf(element)
    const language = attributeOf(element, 'lang')
    return value ? [{value, ...(role ? {role} : {}), ...(language ? {language} : {})}] : []
  })
  const main =
    headlines.find(({role, language}) => !role && language !== undefined && language === item.language) ??
    headlines.find(({role}) => !role || role === 'main' || role === 'headline') ??
    headlines.find(({role}) => !/sub|kicker|over|short/.test(role!)) ??
    headlines[0]
  if (main) item.headline ??= main.value
  if (headlines.length > 1) item.headlines = [...(item.headlines ?? []), ...headlines]
}

function setText(
  item: NewsItem,
  field: 'slugline' | 'byline' | 'creditLine',
  elements: readonly XmlElement[],
): void {
  const text = elements.map(textOf).find((value) => value && !noData.test(value))
  if (text) item[field] ??= text
}

/** Several in one language are as many authors, in several languages one author. */
function setBylines(item: NewsItem, elements: readonly XmlElement[]): void {
  const words = elements.filter((element) => textOf(element) && !noData.test(textOf(element)))
  const first = byLanguage(words, item.language)
  if (!first) return
  const same = words.filter((element) => attributeOf(element, 'lang') === attributeOf(first, 'lang'))
  item.byline ??= [...new Set(same.map((element) => textOf(element)))].join(', ')
}

function readLocated(meta: XmlElement, item: NewsItem, language: string | undefined): void {
  for (const located of childrenOf(meta, 'located')) {
    const name = namedOf(located, language) ?? attributeOf(located, 'literal')
    const place = name && name !== 'poiID' && !noData.test(name) ? name : undefined
    if (place) item.located ??= place
  }
}

function readSubject(element: XmlElement, into: Subject[], language: string | undefined): void {
  const code = attributeOf(element, 'qcode') ?? attributeOf(element, 'uri')
  const literal = attributeOf(element, 'literal')
  const subject = toSubject({code, name: namedOf(element, language) ?? (code ? undefined : literal)})
  if (subject.code || subject.name) into.push(subject)
  // The same concept in the IPTC's own vocabulary: what other copy is found by.
  for (const same of childrenOf(element, 'sameas')) {
    const other = attributeOf(same, 'qcode')
    if (!other || !/^(?:medtop|subj):\d{8}$/.test(other) || into.some((known) => known.code === other))
      continue
    into.push(toSubject({code: other, name: namedOf(same, language)}))
  }
}

/** Who made a picture: `by`, else the creator that is a photographer, else any named creator. */
export function photographerOf(meta: XmlElement | undefined): string | undefined {
  const by = childrenOf(meta, 'by')
    .map(textOf)
    .find((value) => value && !noData.test(value))
  if (by) return by
  const creators = childrenOf(meta, 'creator')
  const photographer = creators.find((creator) => /phot/.test(roleOf(creator))) ?? creators[0]
  return photographer && (namedOf(photographer) ?? nameFromLiteral(photographer))
}

function nameFromLiteral(element: XmlElement): string | undefined {
  return attributeOf(element, 'qcode') ? undefined : nameOf(element)
}
