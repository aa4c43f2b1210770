import type {Association, ItemClass, Rendition} from '../../model/news-item.ts'
import {isObject, numberOf, own, ownText, type JsonObject} from '../json/access.ts'
import {ownWords} from '../json/own-words.ts'
import {stableApAddress} from '../json/ap-address.ts'
import {cleanLink} from '../markup/clean-link.ts'

const mediaTypes: ReadonlySet<string> = new Set(['picture', 'video', 'audio', 'graphic', 'text', 'composite'])

/**
 * The parts of an AP item, in the order of their numbers: what the item names, completed from the answers that a fetcher
 * put beside it (`{"1": {data: {item}}}`). A part without caption and renditions is marked as missing.
 */
export function readApAssociations(named: unknown, fetched: unknown): Association[] {
  const numbers = new Set([...keysOf(named), ...keysOf(fetched)])
  return [...numbers].map((number) => {
    const entry = own(fetched, number)
    const whole = own(own(entry, 'data'), 'item') ?? own(entry, 'item') ?? entry
    const part = own(named, number)
    return toApAssociation({...(isObject(part) ? part : {}), ...(isObject(whole) ? whole : {})}, number)
  })
}

/** One AP item (a picture, mostly) as an association. */
export function toApAssociation(item: JsonObject, name: string | undefined): Association {
  const type = ownText(item, 'type')
  const itemClass: ItemClass =
    type === 'photo'
      ? 'picture'
      : type !== undefined && mediaTypes.has(type)
        ? (type as ItemClass)
        : 'picture'
  const caption = ownWords(item, 'description_caption')
  const association: Association = {
    itemClass,
    captions: caption === undefined ? [] : [{text: caption, role: 'caption'}],
    renditions: readRenditions(own(item, 'renditions')),
  }
  const set = <
    Key extends 'uri' | 'headline' | 'creditLine' | 'byline' | 'copyrightNotice' | 'located' | 'altText',
  >(
    key: Key,
    value: string | undefined,
  ) => {
    if (value !== undefined) association[key] = value
  }
  set('uri', ownText(item, 'uri'))
  const id = ownText(own(item, 'altids'), 'itemid')
  const identity = stableApAddress(id ? `https://api.ap.org/media/v/content/${id}` : association.uri)
  if (identity) association.identity = identity
  set('headline', ownText(item, 'headline', 'title'))
  set('creditLine', ownText(item, 'description_creditline'))
  set('byline', ownText(own(item, 'photographer'), 'name'))
  set('copyrightNotice', ownText(item, 'copyrightnotice'))
  set('located', ownText(own(item, 'datelinelocation'), 'city', 'countryareaname', 'countryname'))
  set('altText', ownText(item, 'alt_text', 'alttext', 'accessibility_text'))
  if (name !== undefined) association.name = name
  if (itemClass !== 'text' && caption === undefined && association.renditions.length === 0)
    association.missing = true
  return association
}

function readRenditions(value: unknown): Rendition[] {
  return keysOf(value).flatMap((role) => {
    const entry = own(value, role)
    const href = cleanLink(ownText(entry, 'href') ?? '')
    const mimeType = ownText(entry, 'mimetype')
    // The captions and stories that AP sends beside a picture are text.
    if (!href || mimeType?.startsWith('text/') || ownText(entry, 'type') === 'text') return []
    const width = numberOf(own(entry, 'width'))
    const height = numberOf(own(entry, 'height'))
    return [
      {href, ...(mimeType ? {mimeType} : {}), ...(width ? {width} : {}), ...(height ? {height} : {}), role},
    ]
  })
}

function keysOf(value: unknown): string[] {
  return isObject(value) ? Object.keys(value).filter((key) => isObject(own(value, key))) : []
}
