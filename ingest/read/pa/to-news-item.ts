import type {Finding} from '../../model/finding.ts'
import type {ItemClass, NewsItem, ReadItem} from '../../model/news-item.ts'
import {isObject, listOf, numberOf, own, ownText, textOf, type JsonObject} from '../json/access.ts'
import {bodyBlocks} from '../json/body-blocks.ts'
import {setDate} from '../json/set-date.ts'
import {setTexts, toUrgency} from '../json/set-text.ts'
import {readAssociations} from '../ninjs/associations.ts'
import {settleBody} from '../xml/settle-body.ts'
import {addSignals, findEmbargo, findSignals} from '../wire-text/find-notices.ts'
import {setEmbargo} from '../wire-text/set-embargo.ts'
import {newItem} from '../wire-text/new-item.ts'
import {noteSignals} from '../wire-text/note-signals.ts'
import {plainBlocks} from '../wire-text/plain-blocks.ts'
import {paFindingCodes} from './codes.ts'

const itemClasses: ReadonlySet<string> = new Set([
  'text',
  'picture',
  'video',
  'audio',
  'graphic',
  'composite',
])

/** One PA item as a news item. Empty strings, which PA sends for whatever it does not have, are nothing. */
export function toNewsItem(entry: JsonObject, encoding: NewsItem['encoding']): ReadItem {
  const findings: Finding[] = []
  const news = newItem('pa', encoding)
  const type = ownText(entry, 'type')
  if (type !== undefined && itemClasses.has(type)) news.itemClass = type as ItemClass
  readIdentity(entry, news)
  readManagement(entry, news, findings)
  readDescription(entry, news)
  news.associations.push(...readAssociations(own(entry, 'associations')).associations)
  readBody(entry, news, findings)
  if (news.headline === undefined && !news.blocks?.length) {
    findings.push({
      severity: 'error',
      code: paFindingCodes.noContent,
      message: 'The item holds neither headline nor words.',
    })
  }
  return {item: news, findings}
}

function readIdentity(entry: JsonObject, news: NewsItem): void {
  setTexts(news, {
    uri: ownText(entry, 'uri', 'usn'),
    version: ownText(entry, 'version'),
    provider: ownText(entry, 'provider', 'source-feed'),
    language: ownText(entry, 'language'),
  })
  const usn = ownText(entry, 'usn')
  // The uri ends in the version and its time; the USN stays.
  if (usn !== undefined && news.uri !== usn) news.identity = `${news.provider ?? 'PA'}:${usn}`
  const altIds = (['usn', 'unique-name'] as const).flatMap((role) => {
    const value = ownText(entry, role)
    return value === undefined || value === news.uri ? [] : [{role, value}]
  })
  const original = ownText(entry, 'originalUrn')
  if (original !== undefined && original !== '0') altIds.push({role: 'unique-name', value: original})
  if (altIds.length > 0) news.altIds = altIds
}

function readManagement(entry: JsonObject, news: NewsItem, findings: Finding[]): void {
  const status = ownText(entry, 'status', 'pubstatus')
  if (status !== undefined && !/^(?:usable|live|published|new)$/i.test(status)) {
    const found = findSignals(status)
    addSignals(news, found)
    if (/^(?:cancell?ed|withdrawn|killed|deleted)$/i.test(status)) addSignals(news, ['kill'])
    else if (/^withheld$/i.test(status)) addSignals(news, ['hold'])
    else if (/^embargoed$/i.test(status)) news.pubStatus = 'withheld'
    else if (found.length === 0) {
      news.pubStatus = 'withheld'
      findings.push({
        severity: 'warning',
        code: paFindingCodes.status,
        message: `"status" is "${status.slice(0, 40)}", which is not known. The item is held until you decide.`,
      })
    }
  }
  setDate(news, 'firstCreated', own(entry, 'firstVersion', 'firstcreated'), findings)
  setDate(news, 'versionCreated', own(entry, 'versionCreated', 'versioncreated'), findings)
  setDate(news, 'embargoedUntil', own(entry, 'embargoed', 'embargo', 'embargoedUntil'), findings)
  const urgency = toUrgency(numberOf(own(entry, 'priority')) ?? numberOf(own(entry, 'urgency')))
  if (urgency !== undefined) news.urgency = urgency
  const note = ownText(entry, 'ednote')
  if (note === undefined) return
  news.edNotes.push({text: note, public: false})
  addSignals(news, noteSignals(note))
  const embargo = findEmbargo(note)
  if (embargo === null || news.embargoedUntil !== undefined) return
  const finding: Finding = {
    severity: 'warning',
    code: paFindingCodes.embargo,
    message: `The note speaks of an embargo: "${embargo.slice(0, 120)}". Its time was kept as text; set it before publishing.`,
  }
  setEmbargo(news, embargo, finding, findings)
}

function readDescription(entry: JsonObject, news: NewsItem): void {
  const abstract = ownText(entry, 'abstract')
  setTexts(news, {
    headline: ownText(entry, 'headline'),
    // PA's abstract is a desk code (`POL`) far more often than words.
    standfirst:
      ownText(entry, 'subhead') ??
      (abstract !== undefined && /\s\S+\s/.test(abstract) ? abstract : undefined),
    slugline: ownText(entry, 'slug', 'slugline'),
    byline: ownText(entry, 'byline'),
    located: ownText(entry, 'location', 'located'),
    copyrightNotice: ownText(entry, 'copyrightNotice', 'copyrightHolder'),
    usageTerms: ownText(entry, 'usage', 'usageTerms'),
  })
  for (const code of codesOf(own(entry, 'subjects'))) news.subjects.push({code, scheme: 'pa-subject'})
  for (const code of codesOf(own(entry, 'mediaCatCodes')))
    news.subjects.push({code, scheme: 'pa-media-category'})
  const keywords = own(entry, 'keywords')
  const words = typeof keywords === 'string' ? keywords.split(/[,;+]/) : listOf(keywords)
  for (const keyword of words) {
    const word = textOf(keyword)
    if (word !== undefined && !news.keywords.includes(word)) news.keywords.push(word)
  }
}

function codesOf(value: unknown): string[] {
  const list = isObject(value) ? listOf(own(value, 'code')) : listOf(value)
  return list.flatMap((code) => textOf(code) ?? [])
}

function readBody(entry: JsonObject, news: NewsItem, findings: Finding[]): void {
  const body = ownText(entry, 'body_html', 'body_text', 'bodyText')
  if (body === undefined) return
  if (/<(?:p|div|br|h\d|table|ul|ol|section)\b[^>]*>/i.test(body)) {
    const read = bodyBlocks(body, news.associations)
    news.blocks = read.blocks
    findings.push(...read.findings)
  } else {
    news.blocks = plainBlocks(body)
  }
  settleBody(news)
}
