import {ownString} from '../../text/own-string.ts'
import {childrenOf, prefixOf, rawTextOf, textOf, type XmlElement} from '../xml/xml-tree.ts'

/** An `<item>` of the export as WordPress means it. */
export interface WpPost {
  element: XmlElement
  /** Its place among the items of the export, from 1. */
  position: number
  id: string
  type: string
  status: string
  parent: string
  title: string
  meta: ReadonlyMap<string, string>
}

/** A picture (or file) of the media library. */
export interface WpAttachment {
  id: string
  parent: string
  guid: string
  title: string
  url: string
  caption: string
  description: string
  altText: string
  credit: string
  copyright: string
  date: string
}

/** The text of a child in one namespace, as it stands; CDATA is taken off. */
export function valueOf(element: XmlElement, name: string, prefix?: string): string {
  const child = childrenOf(element, name).find((found) => prefix === undefined || prefixOf(found) === prefix)
  return child ? rawTextOf(child).trim() : ''
}

export function toPost(element: XmlElement, position: number): WpPost {
  const meta = new Map<string, string>()
  for (const entry of childrenOf(element, 'postmeta')) {
    const key = valueOf(entry, 'meta_key')
    if (key) meta.set(key, valueOf(entry, 'meta_value'))
  }
  return {
    element,
    position,
    id: valueOf(element, 'post_id'),
    type: valueOf(element, 'post_type') || 'post',
    status: valueOf(element, 'status'),
    parent: valueOf(element, 'post_parent'),
    title: titleOf(element),
    meta,
  }
}

/** A damaged title may hold the elements after it; its own words come first. */
function titleOf(element: XmlElement): string {
  const title = childrenOf(element, 'title')[0]
  const first = title?.children[0]
  const own = first && 'data' in first ? String(first.data).replaceAll(/\s+/g, ' ').trim() : ''
  return own || textOf(title)
}

/** An attachment is kept until the end of the export, so it must not keep the text around it. */
export function toAttachment(post: WpPost): WpAttachment {
  const {element, meta} = post
  const attachment: WpAttachment = {
    id: post.id,
    parent: post.parent,
    guid: valueOf(element, 'guid'),
    title: post.title,
    url: valueOf(element, 'attachment_url') || valueOf(element, 'guid'),
    caption: valueOf(element, 'encoded', 'excerpt'),
    description: valueOf(element, 'encoded', 'content'),
    altText: meta.get('_wp_attachment_image_alt') ?? '',
    ...imageMeta(meta.get('_wp_attachment_metadata') ?? ''),
    date: valueOf(element, 'post_date_gmt'),
  }
  const names = Object.keys(attachment) as (keyof WpAttachment)[]
  for (const name of names) attachment[name] = ownString(attachment[name])
  return attachment
}

/** Credit and copyright that WordPress read from the file, out of its serialised PHP. */
function imageMeta(serialised: string): {credit: string; copyright: string} {
  const value = (name: string) =>
    new RegExp(`s:\\d+:"${name}";s:\\d+:"([^"]{0,300})";`).exec(serialised.slice(0, 100_000))?.[1]?.trim() ??
    ''
  return {credit: value('credit'), copyright: value('copyright')}
}
