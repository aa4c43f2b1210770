import type {Association, NewsItem, PictureCaption, Rendition} from '../../model/news-item.ts'
import {attributeOf, childOf, childrenOf, descendantsOf, textOf, type XmlElement} from '../xml/xml-tree.ts'
import {photographerOf} from './content-meta.ts'
import {namedOf, roleOf, toItemClass} from './qcode.ts'

/** Descriptions that are data for machines, not words for readers. */
const notWords = new Set(['semantics', 'tags', 'json'])

/** A picture (video, audio, graphic) item as the association that a story shows. */
export function toMediaAssociation(element: XmlElement, item: NewsItem): Association {
  const meta = childOf(element, 'contentmeta')
  const association: Association = {
    itemClass: item.itemClass,
    captions: captionsOf(meta),
    renditions: renditionsOf(childOf(element, 'contentset')),
  }
  if (item.uri) association.uri = item.uri
  if (item.headline) association.headline = item.headline
  const creditLine = childrenOf(meta, 'creditline').map(textOf).find(Boolean)
  const byline = photographerOf(meta)
  const altText = descendantsOf(meta, 'description')
    .filter((found) => /alt/.test(roleOf(found)))
    .map(textOf)
    .find(Boolean)
  if (creditLine) association.creditLine = creditLine
  if (byline) association.byline = byline
  if (altText) association.altText = altText
  if (item.copyrightNotice) association.copyrightNotice = item.copyrightNotice
  if (item.usageTerms) association.usageTerms = item.usageTerms
  if (item.located) association.located = item.located
  return association
}

/** Every printed wording under a picture; the same words once. */
export function captionsOf(meta: XmlElement | undefined): PictureCaption[] {
  const captions: PictureCaption[] = []
  for (const description of childrenOf(meta, 'description')) {
    const role = roleOf(description) || 'caption'
    const text = textOf(description)
    if (!text || notWords.has(role) || /alt/.test(role) || captions.some((known) => known.text === text))
      continue
    const language = attributeOf(description, 'lang')
    captions.push({text, role, ...(language ? {language} : {})})
  }
  return captions
}

/** `remoteContent` as renditions: addresses as they are written, nothing is fetched. */
export function renditionsOf(set: XmlElement | undefined): Rendition[] {
  return childrenOf(set, 'remotecontent').flatMap((remote) => {
    const href =
      attributeOf(remote, 'href') ?? attributeOf(remote, 'residref') ?? attributeOf(remote, 'residRef')
    if (!href) return []
    const rendition: Rendition = {href}
    const mimeType = attributeOf(remote, 'contenttype')
    const width = Number.parseInt(attributeOf(remote, 'width') ?? '', 10)
    const height = Number.parseInt(attributeOf(remote, 'height') ?? '', 10)
    const role = attributeOf(remote, 'rendition')
    if (mimeType) rendition.mimeType = mimeType
    if (width > 0) rendition.width = width
    if (height > 0) rendition.height = height
    if (role) rendition.role = role.slice(role.indexOf(':') + 1)
    return [rendition]
  })
}

/** An `itemRef` or a `link` to media as far as it tells about the part that it names. */
export function toReferredAssociation(reference: XmlElement): Association {
  const mimeType = attributeOf(reference, 'contenttype')
  const itemClass = toItemClass(childOf(reference, 'itemclass'), mimeType) ?? 'text'
  const association: Association = {itemClass, captions: [], renditions: []}
  const uri = attributeOf(reference, 'residref') ?? attributeOf(reference, 'guidref')
  const href = attributeOf(reference, 'href')
  if (uri ?? href) association.uri = uri ?? href!
  if (href)
    association.renditions.push({href, ...(mimeType && !/\bvnd\.iptc\b/.test(mimeType) ? {mimeType} : {})})
  for (const title of [...childrenOf(reference, 'headline'), ...childrenOf(reference, 'title')]) {
    const text = textOf(title)
    if (text && roleOf(title) === 'caption') association.captions.push({text, role: 'caption'})
    else if (text) association.headline ??= text
  }
  if (itemClass === 'text') return association
  for (const caption of captionsOf(reference)) association.captions.push(caption)
  const credit = childrenOf(reference, 'creditline').map(textOf).find(Boolean)
  if (credit) association.creditLine = credit
  const creator = childrenOf(reference, 'creator')
    .map((found) => namedOf(found))
    .find(Boolean)
  if (creator) association.byline = creator
  return association
}
