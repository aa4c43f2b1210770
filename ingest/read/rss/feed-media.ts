import type {Association, ItemClass, Rendition} from '../../model/news-item.ts'
import {cleanLink} from '../markup/index.ts'
import {addAssociation} from '../xml/add-association.ts'
import {attributeOf, childrenOf, prefixOf, textOf, type XmlElement} from '../xml/xml-tree.ts'
import {plainOf} from './feed-text.ts'

/**
 * Pictures and other media that an entry carries: Media RSS (`media:content`, `media:group`, `media:thumbnail`, with title,
 * description, credit), enclosures of RSS and Atom, iTunes and WebFeeds covers. Joins them to those of its body.
 */
export function readFeedMedia(entry: XmlElement, associations: Association[], base?: string): void {
  for (const group of mediaChildren(entry, 'group')) {
    const contents = mediaChildren(group, 'content')
    if (areSeveralThings(contents))
      for (const content of contents) addContent(associations, toContent(content, group, base))
    else addMedia(associations, toGroup(group, entry, base))
  }
  for (const content of mediaChildren(entry, 'content'))
    addContent(associations, toContent(content, entry, base))
  const covered = associations.some(({renditions}) => renditions.length > 0)
  const thumbnails = mediaChildren(entry, 'thumbnail')
  if (thumbnails.length && !mediaChildren(entry, 'group').length && !mediaChildren(entry, 'content').length) {
    addMedia(
      associations,
      withWords(
        mediaOf(
          'picture',
          thumbnails.flatMap((one) => toRendition(one, base, 'thumbnail')),
        ),
        [entry],
      ),
    )
  }
  for (const enclosure of childrenOf(entry, 'enclosure')) {
    addMedia(
      associations,
      mediaOf(
        classOf(attributeOf(enclosure, 'type'), attributeOf(enclosure, 'url')),
        toRendition(enclosure, base, 'enclosure'),
      ),
    )
  }
  for (const link of childrenOf(entry, 'link')) {
    if (attributeOf(link, 'rel') !== 'enclosure') continue
    addMedia(
      associations,
      mediaOf(
        classOf(attributeOf(link, 'type'), attributeOf(link, 'href')),
        toRendition(link, base, 'enclosure'),
      ),
    )
  }
  if (covered) return
  for (const image of childrenOf(entry, 'image', 'cover')) {
    const href =
      attributeOf(image, 'href') ??
      attributeOf(image, 'image') ??
      (textOf(childrenOf(image, 'url')[0]) || textOf(image))
    const clean = href && cleanLink(href, base)
    if (clean && /^https?:/.test(clean))
      addMedia(associations, mediaOf('picture', [{href: clean, role: 'cover'}]))
  }
}

/** Media RSS's own elements; Atom has a `content` too. */
function mediaChildren(parent: XmlElement, name: string): XmlElement[] {
  return childrenOf(parent, name).filter(
    (child) => prefixOf(child) === 'media' || attributeOf(child, 'xmlns')?.includes('mrss'),
  )
}

/** Some feeds put a gallery into one group: what is described in words of its own is a thing of its own. */
function areSeveralThings(contents: readonly XmlElement[]): boolean {
  const words = contents.map((content) =>
    ['description', 'text', 'title'].map((name) => plainOf(mediaChildren(content, name)[0])).join('\n'),
  )
  return new Set(words.filter((text) => text.trim())).size > 1
}

/** Versions of one thing (Media RSS, `media:group`). */
function toGroup(group: XmlElement, entry: XmlElement, base?: string): Association {
  const contents = mediaChildren(group, 'content')
  const first = contents.find((content) => attributeOf(content, 'isDefault') === 'true') ?? contents[0]
  const renditions = [
    ...contents.flatMap((content) => toRendition(content, base)),
    ...[group, ...contents]
      .flatMap((holder) => mediaChildren(holder, 'thumbnail'))
      .flatMap((one) => toRendition(one, base, 'thumbnail')),
  ]
  return withWords(mediaOf(first ? contentClass(first) : 'picture', renditions), [
    ...(first ? [first] : []),
    group,
    entry,
  ])
}

function toContent(content: XmlElement, entry: XmlElement, base?: string): Association {
  const renditions = [
    ...toRendition(content, base),
    ...mediaChildren(content, 'thumbnail').flatMap((one) => toRendition(one, base, 'thumbnail')),
  ]
  // What stands beside a single picture describes it; beside several it would be said of each.
  const single = mediaChildren(entry, 'content').length === 1
  return withWords(mediaOf(contentClass(content), renditions), single ? [content, entry] : [content])
}

function withWords(association: Association, holders: readonly XmlElement[]): Association {
  const first = (name: string) =>
    holders
      .flatMap((holder) => mediaChildren(holder, name))
      .map(plainOf)
      .find(Boolean)
  const caption = first('description') ?? first('text')
  const title = first('title')
  const credits = holders.map((holder) => mediaChildren(holder, 'credit')).find((found) => found.length) ?? []
  const photographer = credits.find((credit) =>
    /photograph|author|camera/i.test(attributeOf(credit, 'role') ?? ''),
  )
  const copyright = first('copyright')
  if (caption) association.captions.push({text: caption, role: 'caption'})
  if (title) association.headline = title
  const names = credits
    .filter((credit) => credit !== photographer)
    .map(plainOf)
    .filter(Boolean)
  if (photographer) association.byline = plainOf(photographer)
  if (names.length) association.creditLine = names.join(', ')
  if (copyright) association.copyrightNotice = copyright
  return association
}

/** Sizes of one picture that are one address but for its query (`…/1.jpg?width=140`) are one picture. */
function addContent(associations: Association[], association: Association): void {
  const file = (href: string | undefined) => href?.split('?', 1)[0]
  const wanted = file(association.renditions[0]?.href)
  const known = associations.find(
    (candidate) =>
      candidate.itemClass === 'picture' &&
      association.itemClass === 'picture' &&
      candidate.renditions.some(({href, width}) => width !== undefined && file(href) === wanted),
  )
  if (known && association.renditions[0]?.href.includes('?'))
    association.renditions.push(known.renditions[0]!)
  addMedia(associations, association)
}

function mediaOf(itemClass: ItemClass, renditions: Rendition[]): Association {
  return {itemClass, captions: [], renditions}
}

function addMedia(associations: Association[], association: Association): void {
  if (association.renditions.length) addAssociation(associations, association)
}

function toRendition(element: XmlElement, base?: string, role?: string): Rendition[] {
  const address = attributeOf(element, 'url') ?? attributeOf(element, 'href')
  const href = address && cleanLink(address, base)
  if (!href) return []
  const rendition: Rendition = {href}
  const mimeType = attributeOf(element, 'type')
  const width = Number.parseInt(attributeOf(element, 'width') ?? '', 10)
  const height = Number.parseInt(attributeOf(element, 'height') ?? '', 10)
  if (mimeType) rendition.mimeType = mimeType
  if (width > 0) rendition.width = width
  if (height > 0) rendition.height = height
  if (role) rendition.role = role
  return [rendition]
}

function contentClass(content: XmlElement): ItemClass {
  const medium = attributeOf(content, 'medium')?.toLowerCase()
  if (medium === 'image') return 'picture'
  if (medium === 'video' || medium === 'audio') return medium
  return classOf(attributeOf(content, 'type'), attributeOf(content, 'url'))
}

function classOf(mimeType: string | undefined, address: string | undefined): ItemClass {
  const type = mimeType?.toLowerCase() ?? ''
  if (type.startsWith('image/')) return 'picture'
  if (type.startsWith('video/') || type.includes('shockwave')) return 'video'
  if (type.startsWith('audio/')) return 'audio'
  const extension = /\.(\w{3,4})(?:$|[?#])/.exec(address ?? '')?.[1]?.toLowerCase() ?? ''
  if (/^(?:mp4|mov|webm|m4v|avi)$/.test(extension)) return 'video'
  if (/^(?:mp3|m4a|ogg|wav)$/.test(extension)) return 'audio'
  return type && !/octet/.test(type) ? 'text' : 'picture'
}

/** True when a media element of the entry is a video or sound, which then is what the entry is about. */
export function mainMedia(associations: readonly Association[]): ItemClass | undefined {
  return associations.find(({itemClass}) => itemClass === 'video' || itemClass === 'audio')?.itemClass
}
