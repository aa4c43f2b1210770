import type {Finding} from '../../model/finding.ts'
import type {NewsItem} from '../../model/news-item.ts'
import {readDate} from '../dates/read-date.ts'
import {cleanLink} from '../markup/clean-link.ts'
import type {PageHead} from './page-head.ts'
import {splitKeywords} from './structured-data.ts'

/** Where pages say when they were published and changed, the most trusted first. */
const publishedNames = [
  'article:published_time',
  'og:published_time',
  'datepublished',
  'date',
  'dc.date',
  'dc.date.issued',
  'dcterms.created',
  'pubdate',
  'publishdate',
  'publish-date',
  'parsely-pub-date',
  'sailthru.date',
  'article.published',
  'cxenseparse:recs:publishtime',
  'ptime',
  'lastmod',
]
const modifiedNames = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'dcterms.modified',
  'last-modified',
  'revised',
  'article.updated',
  'utime',
]
const sectionNames = ['article:section', 'section', 'parsely-section', 'article.section', 'cg', 'dc.subject']
const keywordNames = ['news_keywords', 'article:tag', 'keywords', 'parsely-tags', 'sailthru.tags']

/** What a page says of its article besides its words: dates, address, section, language, rights. */
export function toPageFacts(head: PageHead): {facts: Partial<NewsItem>; findings: Finding[]} {
  const {structured} = head
  const facts: Partial<NewsItem> = {}
  const findings: Finding[] = []
  const first = (names: readonly string[]) => names.flatMap((name) => head.meta.get(name) ?? [])[0]
  const all = (names: readonly string[]) => names.flatMap((name) => head.meta.get(name) ?? [])
  const timed = (role: RegExp) =>
    head.times.filter((time) => role.test(time.role)).map(({datetime}) => datetime)

  facts.firstCreated = bestDate(
    [
      structured?.published,
      ...all(publishedNames),
      ...timed(/publish|created|entry-date/i),
      ...(head.times.length === 1 ? [head.times[0]!.datetime] : []),
    ],
    'the date of publication',
    findings,
  )
  facts.versionCreated = bestDate(
    [structured?.modified, ...all(modifiedNames), ...timed(/modif|updat/i)],
    'the date of the last change',
    findings,
  )

  const link = [head.canonical, first(['og:url']), structured?.url]
    .map((address) => cleanLink(address ?? '', head.base || undefined))
    .find((address) => address && /^https?:/i.test(address))
  if (link) {
    facts.link = link
    facts.uri = link.replace(/#.*$/, '')
  }
  facts.provider = first(['og:site_name']) ?? structured?.publisher
  facts.section = first(sectionNames) ?? structured?.section
  if (structured?.section) facts.section = structured.section
  facts.copyrightNotice = structured?.copyright ?? first(['copyright', 'dc.rights', 'dcterms.rights'])
  facts.language =
    languageTag(head.language) ??
    languageTag(structured?.language) ??
    languageTag(first(['og:locale', 'content-language', 'language', 'dc.language']))
  const keywords = new Map<string, string>()
  for (const keyword of [...(structured?.keywords ?? []), ...all(keywordNames).flatMap(splitKeywords)]) {
    if (!keywords.has(keyword.toLowerCase())) keywords.set(keyword.toLowerCase(), keyword)
  }
  facts.keywords = [...keywords.values()].slice(0, 60)
  for (const key of Object.keys(facts) as (keyof NewsItem)[]) if (facts[key] === undefined) delete facts[key]
  return {facts, findings}
}

/** The first date with a zone; failing that the first that came, as it came, with its finding. */
function bestDate(
  values: readonly (string | undefined)[],
  what: string,
  findings: Finding[],
): string | undefined {
  let kept: ReturnType<typeof readDate> = null
  for (const value of values) {
    const date = value ? readDate(value, what) : null
    if (date?.zoned) return date.value
    kept ??= date
  }
  if (kept?.finding) findings.push(kept.finding)
  return kept?.value
}

/** A BCP 47 tag; `en_US` is how OpenGraph writes `en-US`. */
function languageTag(value: string | undefined): string | undefined {
  const tag = value?.trim().replaceAll('_', '-')
  return tag && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag) ? tag : undefined
}
