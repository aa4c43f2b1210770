import type {ArrangedItem} from '../model/arranged-item.ts'
import type {Association} from '../model/news-item.ts'
import {createKeys} from './ids.ts'
import type {ArticleDocument, ImageCaptionDocument, Keyed, WirePart} from './types.ts'

/** An item with what was made of it: an article, or captions only. */
export interface MadeItem {
  item: ArrangedItem
  article?: ArticleDocument
  captions: ImageCaptionDocument[]
}

/**
 * What the record of a copy keeps so that parts of packages find each other, whichever comes first: the pictures that it holds as items of
 * their own, and what its packages (and stories that show what is not in the copy) name, in their order.
 */
export function toWireParts(items: MadeItem[], wireCopyId: string): Keyed<WirePart>[] {
  const nextKey = createKeys('wirePart')
  return items
    .flatMap((made) => [...toHeld(made), ...toNamed(made, wireCopyId)])
    .map((part) => ({_key: nextKey(`${part.role} ${part.of ?? ''} ${part.uri}`), ...part}))
}

/**
 * What names an item over all its versions, for finding it among parts. The last part of a NewsML 1 `PublicIdentifier` is the revision, with a letter for the
 * kind of update (NewsML 1.2, 5.5.3).
 */
export function toPartUri(of: {uri?: string; identity?: string}): string | undefined {
  const uri = of.identity ?? of.uri
  return uri && /^urn:newsml:/i.test(uri) ? uri.replace(/(?<=:[^:]*:[^:]*:[^:]*:[^:]*):\d+[ANU]?$/, '') : uri
}

function toHeld({item, article, captions}: MadeItem): WirePart[] {
  const uri = toPartUri(item)
  if (!uri) return []
  if (article) {
    // A story is found by its own `wire.uri`, save where that has a revision in it.
    return uri === article.wire.uri ? [] : [{...toPart(item, uri, 'held'), article: refer(article._id)}]
  }
  if (item.itemClass !== 'picture' && item.itemClass !== 'graphic') return []
  const [caption] = captions
  const sourceUrl = item.associations[0]?.renditions[0]?.href
  if (!caption && !sourceUrl) return []
  return [
    {
      ...toPart(item, uri, 'held'),
      ...(caption ? {caption: refer(caption._id)} : {}),
      ...(sourceUrl ? {sourceUrl} : {}),
    },
  ]
}

function toNamed({item, article}: MadeItem, wireCopyId: string): WirePart[] {
  const isPackage = item.itemClass === 'composite'
  const named = item.associations.filter((part) => isPackage || isWanting(part))
  const uris = new Set(named.flatMap((part) => toPartUri(part) ?? []))
  const of = toPartUri(item) ?? wireCopyId
  return [...uris].map((uri) => ({
    ...toPart(item, uri, 'named'),
    of,
    ...(article ? {article: refer(article._id)} : {}),
  }))
}

/** A part that the copy names and neither describes nor holds. */
function isWanting(part: Association): boolean {
  return part.missing === true && part.captions.length === 0
}

function toPart(item: ArrangedItem, uri: string, role: WirePart['role']): WirePart {
  return {
    _type: 'wirePart',
    uri,
    role,
    ...(item.version ? {version: item.version} : {}),
    ...(item.versionCreated ? {versionCreated: item.versionCreated} : {}),
    pubStatus: item.pubStatus,
  }
}

function refer(id: string) {
  return {_type: 'reference' as const, _ref: id, _weak: true}
}
