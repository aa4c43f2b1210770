import type {Finding} from '../../model/finding.ts'
import type {ItemClass, NewsItem, PubStatus, ReadItem, Signal} from '../../model/news-item.ts'
import {
  foldKeys,
  isObject,
  listOf,
  numberOf,
  objectsOf,
  own,
  ownText,
  textOf,
  type JsonObject,
} from '../json/access.ts'
import {stableApAddress} from '../json/ap-address.ts'
import {setDate} from '../json/set-date.ts'
import {setTexts, toUrgency} from '../json/set-text.ts'
import {toSubjects} from '../json/to-subject.ts'
import {bodyBlocks} from '../json/body-blocks.ts'
import {toBlocks} from '../markup/index.ts'
import {settleBody} from '../xml/settle-body.ts'
import {noteSignals} from '../wire-text/note-signals.ts'
import {newItem} from '../wire-text/new-item.ts'
import {plainBlocks} from '../wire-text/plain-blocks.ts'
import {namedParts, ownAssociation, readAssociations} from './associations.ts'
import {checkItem, takenStatus} from './check-item.ts'
import {ninjsFindingCodes} from './codes.ts'
import {isMarkup, roledTexts, type RoledText} from './localised.ts'
import {itemTypes} from './properties.ts'

/** One ninjs object of any version (1.0 to 3.3, and Superdesk's dialect) as a news item with its findings. */
export function toNewsItem(object: JsonObject, encoding: NewsItem['encoding']): ReadItem {
  const item = foldKeys(object)
  const findings = checkItem(item)
  const news = newItem('ninjs', encoding)
  readIdentity(item, news)
  readManagement(item, news, findings)
  readDescription(item, news, findings)
  readParts(item, news, findings)
  readBody(item, news, findings)
  if (!hasContent(news)) {
    findings.push({
      severity: 'error',
      code: ninjsFindingCodes.noContent,
      message: 'The item has neither headline nor words nor picture. Check that the whole file came.',
    })
  }
  return {item: news, findings}
}

function readIdentity(item: JsonObject, news: NewsItem): void {
  const identity = stableApAddress(ownText(item, 'uri'))
  if (identity) news.identity = identity
  const type = textOf(item.type)
  if (type !== undefined && itemTypes.has(type)) news.itemClass = type as ItemClass
  const source = objectsOf(item.infosources ?? item.infosource)
  const provider = source.find((entry) => ownText(entry, 'role', 'rel') === 'provider') ?? source[0]
  setTexts(news, {
    uri: ownText(item, 'uri', 'guid'),
    version: ownText(item, 'version'),
    provider: ownText(item, 'provider', 'source') ?? (provider && ownText(provider, 'name', 'literal')),
    language: ownText(item, 'language'),
  })
  const altIds = isObject(item.altids)
    ? Object.entries(item.altids).map(([role, value]) => ({role, value: textOf(value)}))
    : objectsOf(item.altids).map((entry) => ({
        role: ownText(entry, 'role') ?? 'id',
        value: ownText(entry, 'value'),
      }))
  if (item.uri && item.guid && item.uri !== item.guid) altIds.push({role: 'guid', value: textOf(item.guid)})
  const found = altIds.flatMap(({role, value}) => (value === undefined ? [] : [{role, value}]))
  if (found.length > 0) news.altIds = found
}

function readManagement(item: JsonObject, news: NewsItem, findings: Finding[]): void {
  const status = textOf(item.pubstatus)
  if (status !== undefined) news.pubStatus = toStatus(status)
  setDate(news, 'firstCreated', item.firstcreated, findings)
  setDate(news, 'versionCreated', item.versioncreated, findings)
  setDate(news, 'embargoedUntil', item.embargoeduntil ?? item.embargoed, findings)
  setDate(news, 'expires', item.expires, findings)
  const urgency = toUrgency(numberOf(item.urgency) ?? numberOf(item.priority))
  if (urgency !== undefined) news.urgency = urgency
  for (const note of listOf(item.ednote)) {
    const text = textOf(note)
    if (text === undefined) continue
    news.edNotes.push({text, public: false})
    addNew(news.signals, noteSignals(text))
  }
  for (const signal of listOf(item.signals ?? item.signal)) {
    const name = (textOf(signal) ?? ownText(signal, 'name', 'code', 'qcode', 'literal') ?? '').replace(
      /^sig:/,
      '',
    )
    const known = signalNames[name.toLowerCase()]
    if (known) addNew(news.signals, [known])
  }
  if (/^advisory$/i.test(textOf(item.type) ?? '')) addNew(news.signals, ['advisory'])
  if (news.pubStatus === 'canceled') addNew(news.signals, ['kill'])
  if (news.pubStatus === 'withheld') addNew(news.signals, ['hold'])
}

/** The IPTC's signals (https://cv.iptc.org/newscodes/signal/) and common spellings. */
const signalNames: Readonly<Record<string, Signal>> = {
  update: 'update',
  correction: 'correction',
  kill: 'kill',
  hold: 'hold',
  withhold: 'hold',
  advisory: 'advisory',
  writethru: 'writethru',
  sameas: 'sameAs',
}

function toStatus(status: string): PubStatus {
  return status === 'usable' || status === 'withheld' || status === 'canceled' ? status : takenStatus(status)
}

function addNew(signals: Signal[], found: readonly Signal[]): void {
  for (const signal of found) if (!signals.includes(signal)) signals.push(signal)
}

function readDescription(item: JsonObject, news: NewsItem, findings: Finding[]): void {
  const headlines = roledTexts(item, 'headline', 'headlines').map((text) => ({...text, value: plain(text)}))
  const main =
    headlines.find(({role}) => role === 'main') ??
    headlines.find(({role}) => role === undefined) ??
    headlines.find(({role}) => !/sub|kicker|over|short|deck/i.test(role!)) ??
    headlines[0]
  const descriptions = roledTexts(item, 'description', 'descriptions')
  const summary =
    descriptions.find(({role}) =>
      /^(?:summary|abstract|standfirst|teaser|lead|text|html)$/i.test(role ?? ''),
    ) ??
    (textOf(item.abstract) === undefined ? undefined : {value: textOf(item.abstract)!}) ??
    descriptions.find(({role}) => !/caption|credit/i.test(role ?? ''))
  const isMedia = news.itemClass !== 'text' && news.itemClass !== 'composite'
  setTexts(news, {
    headline: main?.value,
    standfirst: isMedia || summary === undefined ? undefined : plain(summary),
    slugline: ownText(item, 'slugline'),
    byline: bylineOf(item),
    located: ownText(item, 'located'),
    creditLine:
      ownText(item, 'creditline') ?? descriptions.find(({role}) => /credit/i.test(role ?? ''))?.value,
    copyrightNotice: ownText(item, 'copyrightnotice') ?? ownText(item, 'copyrightholder'),
    usageTerms: ownText(item, 'usageterms'),
    link: listOf(item.links ?? item.link)
      .map((link) => textOf(link) ?? ownText(link, 'href'))
      .find((href) => /^https?:/.test(href ?? '')),
  })
  if (headlines.length > 1) {
    news.headlines = headlines.map(({value, role, language}) => ({
      value,
      ...(role ? {role} : {}),
      ...(language ? {language} : {}),
    }))
  }
  news.subjects.push(...toSubjects(item.subjects ?? item.subject))
  for (const service of toSubjects(item.service))
    news.subjects.push({...service, scheme: service.scheme ?? 'service'})
  news.genres.push(...toSubjects(item.genres ?? item.genre))
  const keywords = typeof item.keywords === 'string' ? item.keywords.split(/[,;]/) : listOf(item.keywords)
  for (const keyword of keywords) {
    const word = textOf(keyword) ?? ownText(keyword, 'name')
    if (word !== undefined && !news.keywords.includes(word)) news.keywords.push(word)
  }
  if (descriptions.length > 200) findings.push(tooMany('descriptions', descriptions.length))
}

/** Editors that write bylines as rich text send them so. */
export function bylineOf(item: JsonObject): string | undefined {
  const byline = ownText(item, 'byline', 'by')
  return byline && plain({value: byline}).replaceAll('\n', ', ')
}

function tooMany(what: string, count: number): Finding {
  return {
    severity: 'warning',
    code: ninjsFindingCodes.valueNotAllowed,
    message: `The item has ${count} ${what}; look whether it was put together by mistake.`,
  }
}

function readParts(item: JsonObject, news: NewsItem, findings: Finding[]): void {
  const isMedia = news.itemClass !== 'text' && news.itemClass !== 'composite'
  if (isMedia) news.associations.push(ownAssociation(item, news))
  const {associations, tooDeep} = readAssociations(item.associations)
  news.associations.push(...associations)
  for (const {missing, captions, uri, identity, itemClass} of associations) {
    if (!missing || captions.length > 0 || !uri) continue
    findings.push({
      severity: 'warning',
      code: ninjsFindingCodes.partMissing,
      message: `The item names the ${itemClass} ${uri}, which is not in this copy; it is joined when it arrives.`,
      part: identity ?? uri,
    })
  }
  // Superdesk's galleries: {"gallery": {"items": […]}}.
  for (const [name, extra] of namedParts(item.extra_items)) {
    const gallery = readAssociations(own(extra, 'items')).associations
    news.associations.push(
      ...gallery.map((part) => (part.name === undefined && name !== undefined ? {...part, name} : part)),
    )
  }
  if (tooDeep) {
    findings.push({
      severity: 'warning',
      code: ninjsFindingCodes.tooDeep,
      message: 'The item has associations nested more than eight levels deep; those were left out.',
    })
  }
}

function readBody(item: JsonObject, news: NewsItem, findings: Finding[]): void {
  const bodies = roledTexts(item, 'body', 'bodies')
  const isPicture = news.itemClass === 'picture' || news.itemClass === 'graphic'
  const markup = bodies.filter(isMarkup)
  const best =
    markup.find(({role}) => /html5|xhtml/i.test(role ?? '')) ??
    markup[0] ??
    (isPicture ? undefined : bodies[0])
  if (best === undefined) return
  if (isMarkup(best)) {
    const read = bodyBlocks(best.value, news.associations)
    news.blocks = read.blocks
    findings.push(...read.findings)
  } else {
    news.blocks = plainBlocks(best.value)
  }
  settleBody(news)
}

function plain(text: RoledText): string {
  if (!isMarkup(text) && !/^\s*<\w+[^>]*>/.test(text.value)) return text.value
  return toBlocks(text.value)
    .blocks.map((block) => block.text)
    .join('\n')
}

function hasContent(news: NewsItem): boolean {
  return (
    news.headline !== undefined ||
    (news.blocks?.length ?? 0) > 0 ||
    news.associations.some(({captions, renditions}) => captions.length + renditions.length > 0)
  )
}
