import {stableApAddress} from '../json/ap-address.ts'
import type {Association, ItemClass, NewsItem, PictureCaption, Rendition} from '../../model/news-item.ts'
import {cleanLink} from '../markup/clean-link.ts'
import {toBlocks} from '../markup/index.ts'
import {
  foldKeys,
  isObject,
  numberOf,
  objectsOf,
  own,
  ownText,
  textOf,
  type JsonObject,
} from '../json/access.ts'
import {itemTypes} from './properties.ts'
import {isMarkup, roledTexts} from './localised.ts'

const maxDepth = 8

/**
 * The parts that an item names, and the parts of those: an object by name in ninjs 1, a list in 2 and 3. `tooDeep` is true
 * when parts nested deeper than eight levels were left out.
 */
export function readAssociations(value: unknown): {associations: Association[]; tooDeep: boolean} {
  const associations: Association[] = []
  let tooDeep = false
  const walk = (parts: unknown, depth: number) => {
    for (const [name, part] of namedParts(parts)) {
      if (depth > maxDepth) {
        tooDeep = true
        return
      }
      const item = foldKeys(part)
      associations.push(toAssociation(item, name))
      if (item.associations) walk(item.associations, depth + 1)
    }
  }
  walk(value, 1)
  return {associations, tooDeep}
}

/** An item that is a picture (or other media) as the association that holds its captions and renditions. */
export function ownAssociation(item: JsonObject, news: NewsItem): Association {
  const association = toAssociation(item, undefined)
  association.itemClass = news.itemClass
  return association
}

function toAssociation(item: JsonObject, name: string | undefined): Association {
  const type = ownText(item, 'type')
  const itemClass: ItemClass =
    type !== undefined && itemTypes.has(type) ? (type as ItemClass) : guessClass(item)
  const descriptions = roledTexts(item, 'description', 'descriptions')
  const isMedia = itemClass !== 'text' && itemClass !== 'composite'
  const captions: PictureCaption[] = []
  for (const text of isMedia ? descriptions : []) {
    if (text.role !== undefined && (/credit/i.test(text.role) || isAltRole(text.role))) continue
    const words =
      isMarkup(text) || /^\s*</.test(text.value)
        ? toBlocks(text.value)
            .blocks.map((block) => block.text)
            .join('\n')
        : text.value
    if (words === '' || captions.some((caption) => squeeze(caption.text) === squeeze(words))) continue
    captions.push({text: words, role: 'caption', ...(text.language ? {language: text.language} : {})})
  }
  const uri = ownText(item, 'uri', 'guid')
  const association: Association = {itemClass, captions, renditions: readRenditions(item.renditions)}
  if (uri !== undefined) association.uri = uri
  const identity = stableApAddress(uri)
  if (identity) association.identity = identity
  const ownName = name ?? ownText(item, 'name')
  if (ownName !== undefined) association.name = ownName
  const headline = roledTexts(item, 'headline', 'headlines')[0]?.value
  if (headline !== undefined) association.headline = headline
  // Superdesk sends a picture's alternative text as its body.
  const altText =
    ownText(item, 'alttext', 'alt_text') ??
    descriptions.find(({role}) => isAltRole(role ?? ''))?.value ??
    (itemClass === 'picture' ? textOf(item.body_text) : undefined)
  if (altText !== undefined && altText.length < 1000) association.altText = altText
  const credit =
    ownText(item, 'creditline') ?? descriptions.find(({role}) => /credit/i.test(role ?? ''))?.value
  if (credit !== undefined) association.creditLine = credit
  const byline = ownText(item, 'byline', 'by')
  if (byline !== undefined) association.byline = byline
  const copyright = ownText(item, 'copyrightnotice', 'copyrightholder')
  if (copyright !== undefined) association.copyrightNotice = copyright
  const usage = ownText(item, 'usageterms')
  if (usage !== undefined) association.usageTerms = usage
  const located = ownText(item, 'located')
  if (located !== undefined) association.located = located
  if (isMedia && association.renditions.length === 0) association.missing = true
  return association
}

/** `alttext`, `alt-text`, `altText`, `alternativeText`, `accessibility`. */
function isAltRole(role: string): boolean {
  return /(?:^|:)(?:alt(?:ernative)?[ _-]?(?:text)?|accessibility)$/i.test(role)
}

/** Renditions by name (ninjs 1) or as a list (2 and 3). Addresses that are no web address are left out. */
export function readRenditions(value: unknown): Rendition[] {
  return namedParts(value).flatMap(([name, part]) => {
    const rendition = foldKeys(part)
    const href = cleanLink(ownText(rendition, 'href', 'url') ?? '')
    if (href === undefined || href === null || href === '') return []
    const role = name ?? ownText(rendition, 'name', 'rel')
    const mimeType = ownText(rendition, 'mimetype', 'contenttype')
    const width = numberOf(rendition.width)
    const height = numberOf(rendition.height)
    return [
      {
        href,
        ...(mimeType ? {mimeType} : {}),
        ...(width ? {width} : {}),
        ...(height ? {height} : {}),
        ...(role ? {role} : {}),
      },
    ]
  })
}

/** The objects under a list or an object, with their names. */
export function namedParts(value: unknown): [string | undefined, JsonObject][] {
  if (Array.isArray(value)) return objectsOf(value).map((part) => [ownText(part, 'name'), part])
  if (!isObject(value)) return []
  return Object.keys(value).flatMap((name): [string, JsonObject][] => {
    const part = own(value, name)
    return isObject(part) ? [[name, part]] : []
  })
}

function guessClass(item: JsonObject): ItemClass {
  const mimeType = ownText(item, 'mimetype') ?? ''
  if (mimeType.startsWith('video')) return 'video'
  if (mimeType.startsWith('audio')) return 'audio'
  if (mimeType.startsWith('image') || item.renditions) return 'picture'
  return 'text'
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '')
}
