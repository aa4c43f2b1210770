import type {Association, ItemClass, Rendition} from '../../model/news-item.ts'
import {numberOf, objectsOf, own, ownText, type JsonObject} from '../json/access.ts'
import {cleanLink} from '../markup/clean-link.ts'

const itemClasses: Readonly<Record<string, ItemClass>> = {
  image: 'picture',
  picture: 'picture',
  graphic: 'graphic',
  video: 'video',
  audio: 'audio',
  text: 'text',
}

/** The parts of an entry, in order; for a picture that is an entry of its own without parts, the picture itself. */
export function readDpaAssociations(entry: JsonObject): Association[] {
  const parts = objectsOf(own(entry, 'associations')).map(toAssociation)
  const caption = captionOf(entry)
  if (parts.length > 0 || caption === undefined || ownText(entry, 'article_html') !== undefined) return parts
  return [toAssociation({...entry, type: 'image', caption})]
}

function captionOf(entry: JsonObject): string | undefined {
  const descriptions = objectsOf(own(entry, 'descriptions'))
  const caption = descriptions.find((description) => /caption/i.test(ownText(description, 'role') ?? ''))
  return ownText(caption, 'description')
}

function toAssociation(part: JsonObject): Association {
  const caption = ownText(part, 'caption')
  const association: Association = {
    itemClass: itemClasses[ownText(part, 'type') ?? 'image'] ?? 'picture',
    captions: caption === undefined ? [] : [{text: caption, role: 'caption'}],
    renditions: objectsOf(own(part, 'renditions')).flatMap(toRendition),
  }
  const uri = ownText(part, 'urn', 'uri')
  if (uri !== undefined) association.uri = uri
  if (own(part, 'is_featureimage') === true) association.name = 'featuremedia'
  const headline = ownText(part, 'headline')
  if (headline !== undefined) association.headline = headline
  const credit = ownText(part, 'creditline')
  if (credit !== undefined) association.creditLine = credit
  const byline = ownText(part, 'byline')
  if (byline !== undefined) association.byline = byline
  const altText = ownText(part, 'alttext', 'alt_text')
  if (altText !== undefined) association.altText = altText
  const usage = ownText(part, 'usageterms')
  if (usage !== undefined) association.usageTerms = usage
  if (association.renditions.length === 0 && caption === undefined) association.missing = true
  return association
}

function toRendition(rendition: JsonObject): Rendition[] {
  const href = cleanLink(ownText(rendition, 'url', 'href') ?? '')
  if (!href) return []
  const mimeType = ownText(rendition, 'mimetype')
  const width = numberOf(own(rendition, 'width'))
  const height = numberOf(own(rendition, 'height'))
  const role = ownText(rendition, 'role')
  return [
    {
      href,
      ...(mimeType ? {mimeType} : {}),
      ...(width ? {width} : {}),
      ...(height ? {height} : {}),
      ...(role ? {role} : {}),
    },
  ]
}
