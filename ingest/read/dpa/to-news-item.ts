import type {Finding} from '../../model/finding.ts'
import type {ItemClass, NewsItem, ReadItem, Signal} from '../../model/news-item.ts'
import {listOf, numberOf, objectsOf, own, ownText, textOf, type JsonObject} from '../json/access.ts'
import {setDate} from '../json/set-date.ts'
import {setTexts, toUrgency} from '../json/set-text.ts'
import {toSubject} from '../json/to-subject.ts'
import {toBlocks} from '../markup/index.ts'
import {deriveDateline} from '../wire-text/derive-dateline.ts'
import {settleBody} from '../xml/settle-body.ts'
import {findDateline} from '../wire-text/find-dateline.ts'
import {newItem} from '../wire-text/new-item.ts'
import {noteSignals} from '../wire-text/note-signals.ts'
import {readDpaAssociations} from './associations.ts'
import {dpaFindingCodes} from './codes.ts'
import {readDpaBody} from './read-body.ts'

/** One digitalwires entry as a news item. */
export function toNewsItem(entry: JsonObject, encoding: NewsItem['encoding']): ReadItem {
  const findings: Finding[] = []
  const news = newItem('dpa', encoding)
  const categories = objectsOf(own(entry, 'categories'))
  readIdentity(entry, categories, news)
  readManagement(entry, categories, news, findings)
  readDescription(entry, categories, news)
  news.associations = readDpaAssociations(entry)
  news.itemClass = classOf(entry, news)
  readDpaBody(entry, news, findings)
  readDateline(entry, news)
  settleBody(news)
  if (news.headline === undefined && !news.blocks?.length && news.associations.length === 0) {
    findings.push({
      severity: 'error',
      code: dpaFindingCodes.noContent,
      message: 'The entry holds neither headline nor words nor media.',
    })
  }
  return {item: news, findings}
}

function readIdentity(entry: JsonObject, categories: readonly JsonObject[], news: NewsItem): void {
  setTexts(news, {
    uri: ownText(entry, 'urn'),
    version: ownText(entry, 'version'),
    provider: namesOf(categories, 'provider')[0],
    language: ownText(entry, 'language'),
  })
  const entryId = ownText(entry, 'entry_id')
  if (entryId !== undefined) news.altIds = [{role: 'entry', value: entryId}]
}

/** Signals by the word after the prefix of their code (`sig:correction`, `dpasig:…`). */
const signals: Readonly<Record<string, Signal>> = {
  update: 'update',
  correction: 'correction',
  kill: 'kill',
  hold: 'hold',
  advisory: 'advisory',
  writethru: 'writethru',
  sameas: 'sameAs',
  berichtigung: 'correction',
  achtung: 'advisory',
}

function readManagement(
  entry: JsonObject,
  categories: readonly JsonObject[],
  news: NewsItem,
  findings: Finding[],
): void {
  const status = ownText(entry, 'pubstatus')?.replace(/^stat:/, '')
  if (status === 'canceled' || status === 'withheld') news.pubStatus = status
  else if (status !== undefined && status !== 'usable') {
    news.pubStatus = 'withheld'
    findings.push({
      severity: 'warning',
      code: dpaFindingCodes.status,
      message: `"pubstatus" is "${status.slice(0, 40)}"; known are usable, withheld and canceled. The entry is held until you decide.`,
    })
  }
  setDate(news, 'versionCreated', own(entry, 'version_created'), findings)
  setDate(news, 'firstCreated', own(entry, 'first_created'), findings)
  setDate(news, 'embargoedUntil', own(entry, 'embargoed'), findings)
  const urgency = toUrgency(numberOf(own(entry, 'urgency')))
  if (urgency !== undefined) news.urgency = urgency
  const found = [...listOf(own(entry, 'signal')).map(textOf), ...namesOf(categories, 'signal')].map(
    (name) => signals[(name ?? '').replace(/^\w*sig\w*:/, '').toLowerCase()],
  )
  for (const note of objectsOf(own(entry, 'ednotes'))) {
    const text = ownText(note, 'ednote')
    if (text === undefined) continue
    const role = ownText(note, 'role')?.replace(/^\w+:/, '')
    news.edNotes.push({...(role ? {role} : {}), text, public: own(note, 'is_publishable') === true})
    if (role === undefined || !/contact|picture|closing/i.test(role)) found.push(...noteSignals(text))
  }
  if (news.edNotes.length === 0) readNotepad(own(entry, 'notepad'), news)
  if (news.pubStatus === 'canceled') found.push('kill')
  if (news.pubStatus === 'withheld') found.push('hold')
  for (const signal of found) if (signal && !news.signals.includes(signal)) news.signals.push(signal)
}

/** The notepad says in markup what the notes say one by one; it is read only where there are none. */
function readNotepad(notepad: unknown, news: NewsItem): void {
  for (const [key, isPublic] of [
    ['public_html', true],
    ['nonpublic_html', false],
  ] as const) {
    const markup = ownText(notepad, key)
    const text =
      markup === undefined
        ? ''
        : toBlocks(markup)
            .blocks.map((block) => block.text)
            .filter(Boolean)
            .join('\n')
    if (text) news.edNotes.push({role: 'notepad', text, public: isPublic})
  }
}

function readDescription(entry: JsonObject, categories: readonly JsonObject[], news: NewsItem): void {
  const headline = ownText(entry, 'headline')
  setTexts(news, {
    headline,
    standfirst: ownText(entry, 'teaser'),
    byline: ownText(entry, 'byline'),
    section: namesOf(categories, 'desk')[0],
    creditLine: ownText(entry, 'creditline'),
    copyrightNotice: ownText(entry, 'copyrightnotice'),
    usageTerms: ownText(entry, 'usageterms'),
    located: namesOf(categories, 'located')[0],
  })
  const others = (['kicker', 'subhead'] as const).flatMap((role) => {
    const value = ownText(entry, role)
    return value === undefined ? [] : [{value, role}]
  })
  if (others.length > 0)
    news.headlines = [...(headline === undefined ? [] : [{value: headline, role: 'main'}]), ...others]
  for (const category of categories) {
    const type = ownText(category, 'type')?.replace(/^\w+:/, '')
    if (type === 'dpasubject' || type === 'subject' || type === 'geosubject') {
      const subject = toSubject(category)
      if (subject) news.subjects.push(subject)
    } else if (type === 'genre') {
      const genre = toSubject(category)
      if (genre) news.genres.push(genre)
    }
  }
  for (const keyword of namesOf(categories, 'keyword'))
    if (!news.keywords.includes(keyword)) news.keywords.push(keyword)
}

function namesOf(categories: readonly JsonObject[], type: string): string[] {
  return categories.flatMap((category) => {
    if (ownText(category, 'type')?.replace(/^\w+:/, '') !== type) return []
    const name = ownText(category, 'name')
    return name === undefined ? [] : [name]
  })
}

/** dpa calls every entry a composite; what it is tells its content. */
function classOf(entry: JsonObject, news: NewsItem): ItemClass {
  if (ownText(entry, 'article_html') !== undefined) return 'text'
  return news.associations[0]?.itemClass ?? 'text'
}

function readDateline(entry: JsonObject, news: NewsItem): void {
  const printed = ownText(entry, 'dateline')
  if (printed === undefined) {
    deriveDateline(news)
    return
  }
  news.dateline = printed.replace(/\s*[-–—]+$/, '')
  const found = findDateline(`${news.dateline} - `)
  if (found && news.located === undefined) {
    news.located = found.located
    news.derived = [...(news.derived ?? []), 'located']
  }
}
