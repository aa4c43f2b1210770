import {isObject, listOf, own, ownText, type JsonObject} from '../json/access.ts'
import {parseLenientJson} from '../json/parse-lenient-json.ts'

/** What a page's JSON-LD says of its article (schema.org). Only what is there. */
export interface StructuredData {
  headline?: string
  alternativeHeadline?: string
  description?: string
  authors: string[]
  published?: string
  modified?: string
  section?: string
  keywords: string[]
  language?: string
  url?: string
  publisher?: string
  copyright?: string
  body?: string
  /** Names of further pictures the data lists: address and caption. */
  pictures: {href: string; caption?: string; credit?: string}[]
}

const articleType =
  /(?:^|[/:])(?:\w*Article|BlogPosting|LiveBlogPosting|SocialMediaPosting|\w*Report|Review|ReviewNewsArticle|OpinionNewsArticle|Recipe|CreativeWork)$/
const pageType = /(?:^|[/:])(?:WebPage|ItemPage)$/

/** Structured data of a page is small; past this it is not looked at. */
const maxObjects = 4000

/** Reads the texts of all JSON-LD scripts of a page. Damaged JSON is read as far as it goes; nothing throws. */
export function readStructuredData(scripts: readonly string[]): StructuredData | null {
  let best: JsonObject | null = null
  let bestScore = 0
  for (const script of scripts) {
    for (const object of objectsIn(script)) {
      const score = scoreOf(object)
      if (score > bestScore) [best, bestScore] = [object, score]
    }
  }
  if (!best) return null
  const data: StructuredData = {
    authors: namesOf(own(best, 'author') ?? own(best, 'creator')),
    keywords: listOf(own(best, 'keywords')).flatMap((value) =>
      typeof value === 'string' ? splitKeywords(value) : [],
    ),
    pictures: listOf(own(best, 'image')).flatMap(toPictureData),
  }
  const body = ownText(best, 'articleBody', 'reviewBody', 'text')
  Object.assign(
    data,
    withoutUndefined({
      headline: ownText(best, 'headline', 'name'),
      alternativeHeadline: ownText(best, 'alternativeHeadline'),
      description: ownText(best, 'description'),
      published: ownText(best, 'datePublished', 'dateCreated'),
      modified: ownText(best, 'dateModified'),
      section: listOf(own(best, 'articleSection')).find(
        (value): value is string => typeof value === 'string',
      ),
      language: ownText(best, 'inLanguage') ?? ownText(own(best, 'inLanguage'), 'alternateName', 'name'),
      url:
        ownText(own(best, 'mainEntityOfPage'), '@id', 'url') ??
        ownText(best, 'mainEntityOfPage', 'url', '@id'),
      publisher: namesOf(own(best, 'publisher'))[0],
      copyright: ownText(best, 'copyrightNotice'),
      body,
    }),
  )
  return data
}

function* objectsIn(script: string): Generator<JsonObject> {
  let values: unknown[]
  const text = script
    .trim()
    .replace(/^<!--|^\/\*\s*<!\[CDATA\[\s*\*\/|^<!\[CDATA\[/, '')
    .replace(/-->$|\]\]>$/, '')
  try {
    values = [JSON.parse(text)]
  } catch {
    values = parseLenientJson(text).values
  }
  const waiting: unknown[] = values.toReversed()
  for (let count = 0; waiting.length && count < maxObjects; count++) {
    const value = waiting.pop()
    if (Array.isArray(value)) waiting.push(...value.slice(0, maxObjects).toReversed())
    else if (isObject(value)) {
      yield value
      for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement']) {
        const inner = own(value, key)
        if (typeof inner === 'object') waiting.push(inner)
      }
    }
  }
}

function scoreOf(object: JsonObject): number {
  const types = listOf(own(object, '@type')).filter((type): type is string => typeof type === 'string')
  const isArticle = types.some((type) => articleType.test(type))
  if (!isArticle && !types.some((type) => pageType.test(type))) return 0
  const has = (name: string) => Number(own(object, name) !== undefined)
  return (
    (isArticle ? 10 : 1) +
    has('headline') * 4 +
    has('articleBody') * 4 +
    has('datePublished') * 2 +
    has('author')
  )
}

function namesOf(value: unknown): string[] {
  return listOf(value).flatMap((entry) => {
    const name =
      typeof entry === 'string' ? entry.trim() : (ownText(entry, 'name') ?? namesOf(own(entry, 'name')))
    return typeof name === 'string' ? (name && !/^https?:/i.test(name) ? [name] : []) : name
  })
}

function toPictureData(value: unknown): {href: string; caption?: string; credit?: string}[] {
  if (typeof value === 'string') return [{href: value}]
  const href = ownText(value, 'url', 'contentUrl', '@id')
  if (!href) return []
  return [
    withoutUndefined({href, caption: ownText(value, 'caption'), credit: ownText(value, 'creditText')}) as {
      href: string
    },
  ]
}

/** Keywords come as a list or as one string with commas. */
export function splitKeywords(text: string): string[] {
  return text
    .split(/[,;|]/)
    .map((word) => word.replaceAll(/\s+/g, ' ').trim())
    .filter((word) => word !== '' && word.length < 100)
}

function withoutUndefined<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as Partial<T>
}
