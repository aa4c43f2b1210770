import type {Finding} from '../../model/finding.ts'
import type {ItemClass, NewsItem, ReadItem, Signal, Subject} from '../../model/news-item.ts'
import {isObject, listOf, numberOf, objectsOf, own, ownText, textOf, type JsonObject} from '../json/access.ts'
import {bodyBlocks} from '../json/body-blocks.ts'
import {stableApAddress} from '../json/ap-address.ts'
import {ownWords} from '../json/own-words.ts'
import {setDate} from '../json/set-date.ts'
import {setTexts, toUrgency} from '../json/set-text.ts'
import {toSubject} from '../json/to-subject.ts'
import {settleBody} from '../xml/settle-body.ts'
import {findSignals} from '../wire-text/find-notices.ts'
import {newItem} from '../wire-text/new-item.ts'
import {noteSignals} from '../wire-text/note-signals.ts'
import type {ApEntry} from './ap-reader.ts'
import {readApAssociations, toApAssociation} from './associations.ts'
import {apFindingCodes} from './codes.ts'

const itemClasses: Readonly<Record<string, ItemClass>> = {
  text: 'text',
  picture: 'picture',
  photo: 'picture',
  graphic: 'graphic',
  video: 'video',
  audio: 'audio',
  composite: 'composite',
}

/** `editorialtypes` of the AP Media API, by the signal that they give. */
const editorialTypes: Readonly<Record<string, Signal>> = {
  lead: 'update',
  update: 'update',
  writethru: 'writethru',
  corrective: 'correction',
  correction: 'correction',
  clarification: 'correction',
  kill: 'kill',
  withhold: 'hold',
  holdforrelease: 'hold',
  advisory: 'advisory',
  daybook: 'advisory',
}

/** One item of an AP answer as a news item. */
export function toNewsItem({item, nitf, associations}: ApEntry, encoding: NewsItem['encoding']): ReadItem {
  const findings: Finding[] = []
  const news = newItem('ap', encoding)
  news.itemClass = itemClasses[ownText(item, 'type') ?? 'text'] ?? 'text'
  readIdentity(item, news)
  readManagement(item, news, findings)
  readDescription(item, nitf, news)
  if (news.itemClass !== 'text' && news.itemClass !== 'composite') {
    news.associations.push({...toApAssociation(item, undefined), itemClass: news.itemClass})
  }
  news.associations.push(...readApAssociations(own(item, 'associations'), associations))
  for (const part of news.associations) {
    if (!part.missing || part.captions.length > 0) continue
    findings.push({
      severity: 'info',
      code: apFindingCodes.partMissing,
      message: `The ${part.itemClass} "${part.headline ?? part.uri ?? ''}" is named without its caption and renditions; fetch ${part.uri ?? 'it'} to complete the story.`,
      ...(part.uri ? {part: part.identity ?? part.uri} : {}),
    })
  }
  readBody(item, nitf, news, findings)
  return {item: news, findings}
}

function readIdentity(item: JsonObject, news: NewsItem): void {
  setTexts(news, {
    uri: ownText(item, 'uri'),
    version: ownText(item, 'version'),
    provider: ownText(item, 'provider'),
    language: ownText(item, 'language'),
  })
  const id = ownText(own(item, 'altids'), 'itemid')
  const identity = stableApAddress(id ? `https://api.ap.org/media/v/content/${id}` : news.uri)
  if (identity) news.identity = identity
  const altIds = own(item, 'altids')
  if (isObject(altIds)) {
    news.altIds = Object.keys(altIds).flatMap((role) => {
      const value = ownText(altIds, role)
      return value === undefined ? [] : [{role, value}]
    })
  }
}

function readManagement(item: JsonObject, news: NewsItem, findings: Finding[]): void {
  const status = ownText(item, 'pubstatus')
  if (status === 'canceled' || status === 'withheld') news.pubStatus = status
  else if (status === 'embargoed') news.pubStatus = 'withheld'
  else if (status !== undefined && status !== 'usable') {
    news.pubStatus = 'withheld'
    findings.push({
      severity: 'warning',
      code: apFindingCodes.status,
      message: `"pubstatus" is "${status.slice(0, 40)}"; known are usable, embargoed, withheld and canceled. The item is held until you decide.`,
    })
  }
  setDate(news, 'firstCreated', own(item, 'firstcreated'), findings)
  setDate(news, 'versionCreated', own(item, 'versioncreated'), findings)
  setDate(news, 'embargoedUntil', own(item, 'embargoed'), findings)
  const urgency = toUrgency(numberOf(own(item, 'urgency')))
  if (urgency !== undefined) news.urgency = urgency
  const signals: (Signal | undefined)[] = listOf(own(item, 'editorialtypes')).map(
    (type) => editorialTypes[(textOf(type) ?? '').toLowerCase()],
  )
  const note = ownText(item, 'ednote')
  if (note !== undefined) {
    news.edNotes.push({text: note, public: false})
    signals.push(...noteSignals(note))
  }
  signals.push(...findSignals(/,(.{0,60})$/.exec(ownText(item, 'slugline') ?? '')?.[1] ?? ''))
  if (news.pubStatus === 'canceled') signals.push('kill')
  for (const signal of signals) if (signal && !news.signals.includes(signal)) news.signals.push(signal)
  if (news.signals.includes('kill')) news.pubStatus = 'canceled'
  else if (news.signals.includes('hold') && news.pubStatus === 'usable') news.pubStatus = 'withheld'
}

function readDescription(item: JsonObject, nitf: JsonObject | undefined, news: NewsItem): void {
  const headline = ownText(item, 'headline') ?? (nitf && ownText(nitf, 'headline')) ?? ownText(item, 'title')
  const writers = objectsOf(own(item, 'bylines'))
  const bylines = writers
    .map((entry) => ownText(entry, 'by', 'name'))
    .filter((by) => by !== undefined)
    .map((by, at) => (at === 0 ? by : by.replace(/^by\s+(?=\p{Lu})/iu, '')))
  // What the writer is, or for whom: printed under the byline.
  const titles = writers.flatMap((entry) => ownText(entry, 'title') ?? [])
  if (titles.length > 0)
    news.leftOut = [...(news.leftOut ?? []), ...titles.map((text) => ({text, reason: 'author-note'}))]
  const photographer = own(item, 'photographer')
  const place = own(item, 'datelinelocation')
  setTexts(news, {
    headline,
    standfirst: ownWords(item, 'description_summary'),
    slugline: ownText(item, 'slugline'),
    byline:
      bylines.join(', ').replaceAll(', and ', ' and ') ||
      (ownText(photographer, 'name') ?? (nitf && ownText(nitf, 'byline'))),
    located: ownText(item, 'located') ?? ownText(place, 'city', 'countryareaname', 'countryname'),
    creditLine: ownText(item, 'description_creditline'),
    copyrightNotice: ownText(item, 'copyrightnotice'),
    usageTerms: listOf(own(item, 'usageterms')).map(textOf).filter(Boolean).join('\n'),
    link: objectsOf(own(item, 'links'))
      .filter((link) => ownText(link, 'rel') === 'canonical')
      .map((link) => ownText(link, 'href'))[0],
  })
  const extended = ownText(item, 'headline_extended')
  if (headline !== undefined && extended !== undefined) {
    news.headlines = [
      {value: headline, role: 'main'},
      {value: extended, role: 'extended'},
    ]
  }
  news.subjects = readSubjects(own(item, 'subject'))
  for (const keyword of listOf(own(item, 'keywords'))) {
    const word = textOf(keyword)
    if (word !== undefined && !news.keywords.includes(word)) news.keywords.push(word)
  }
  const profile = ownText(item, 'profile')
  if (profile !== undefined) news.genres.push({name: profile, scheme: 'ap-profile'})
}

/** Subjects, each once; AP's one-letter wire categories have no scheme of their own, so their relation names it. */
function readSubjects(value: unknown): Subject[] {
  const seen = new Set<string>()
  return objectsOf(value).flatMap((entry) => {
    const subject = toSubject(entry)
    if (subject === null) return []
    const relation = listOf(own(entry, 'rels'))
      .map(textOf)
      .find((rel) => rel === 'category' || rel === 'suppcategory')
    if (subject.scheme === undefined && relation) subject.scheme = `ap-${relation}`
    const key = `${subject.scheme} ${subject.code ?? subject.name}`
    if (seen.has(key)) return []
    seen.add(key)
    if (subject.name !== undefined && subject.name === subject.code) delete subject.name
    return [subject]
  })
}

function readBody(item: JsonObject, nitf: JsonObject | undefined, news: NewsItem, findings: Finding[]): void {
  const body =
    (nitf && ownText(nitf, 'body_html', 'body_nitf', 'body')) ??
    ownText(item, 'body_html', 'body_nitf', 'body')
  if (body !== undefined) {
    const read = bodyBlocks(body, news.associations)
    news.blocks = read.blocks
    findings.push(...read.findings)
    settleBody(news)
  } else if (news.itemClass === 'text') {
    const address = ownText(own(own(item, 'renditions'), 'nitf'), 'href')
    findings.push({
      severity: 'warning',
      code: apFindingCodes.bodyElsewhere,
      message: `The answer describes the story but does not hold its words${address ? `; they are at ${address.slice(0, 120)}` : ''}. Import the NITF rendition to complete it.`,
    })
  }
}
