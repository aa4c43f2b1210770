import type {Finding} from '../../model/finding.ts'
import type {NewsItem, ReadItem} from '../../model/news-item.ts'
import {feedDefaults} from '../rss/rss-reader.ts'
import {newItem} from '../wire-text/new-item.ts'
import {ownString} from '../../text/own-string.ts'
import {parseXml} from '../xml/parse-xml.ts'
import {childrenOf, descendantOf, descendantsOf} from '../xml/xml-tree.ts'
import {wxrFindingCodes} from './codes.ts'
import {closeNestedCdata} from './nested-cdata.ts'
import {readPost, type Site, toPictureItem} from './read-post.ts'
import {ItemSplitter, type Piece, tooLongType} from './split-items.ts'
import {toAttachment, toPost, valueOf, type WpAttachment, type WpPost} from './wp-post.ts'

/** How much of waiting posts is kept until their pictures come. */
export interface CollectorLimits {
  waitingPosts: number
  /** Every post waits, so that the items come in the order of the file. */
  inOrder?: boolean
  waitingCharacters: number
}

interface ReadPost {
  post: WpPost
  findings: Finding[]
}

type WaitingPost = {length: number} & (ReadPost | {text: string; position: number})

/**
 * Makes news items of an export as its text arrives. A post whose pictures come later in the file waits for them, up to the
 * limits; at the end pictures that no post shows are given as items of their own.
 */
export class WxrCollector {
  #splitter = new ItemSplitter()
  #head = ''
  #site: Site | null = null
  #encoding: NewsItem['encoding']
  #limits: CollectorLimits
  #attachments = new Map<string, WpAttachment>()
  #children = new Map<string, WpAttachment[]>()
  #used = new Set<string>()
  #waiting: WaitingPost[] = []
  #waitingLength = 0
  #skipped = new Map<string, number>()
  #findings: Finding[] = []
  #given = 0
  #position = 0

  constructor(encoding: NewsItem['encoding'], limits: CollectorLimits) {
    this.#encoding = encoding
    this.#limits = limits
  }

  /** Takes decoded text and gives the items that are ready. */
  add(text: string): ReadItem[] {
    return this.#splitter.add(text).flatMap((piece) => this.#piece(piece))
  }

  /** The rest: posts that waited, pictures without a post, and what is to say of the export as a whole. */
  end(): ReadItem[] {
    const items = this.#splitter.end().flatMap((piece) => this.#piece(piece))
    items.push(...this.#waiting.splice(0).map((entry) => this.#read(awaken(entry))))
    for (const attachment of this.#attachments.values()) {
      if (!this.#used.has(attachment.id)) items.push(this.#give(toPictureItem(attachment, this.#siteOf())))
    }
    if (this.#skipped.size) {
      const kinds = [...this.#skipped].map(([type, count]) => `${count} ${type}`)
      this.#findings.push({
        severity: 'info',
        code: wxrFindingCodes.skipped,
        message: `Left out, as they are no copy: ${kinds.slice(0, 5).join(', ')}${kinds.length > 5 ? `, …and ${kinds.length - 5} more kinds` : ''}.`,
      })
    }
    if (!this.#given) {
      this.#findings.push({
        severity: 'error',
        code: wxrFindingCodes.noItems,
        message: 'The export has no post, page or picture.',
      })
      items.push({item: newItem('wxr', this.#encoding), findings: []})
    }
    items.at(-1)?.findings.push(...this.#findings)
    return items
  }

  #piece(piece: Piece): ReadItem[] {
    if (piece.kind === 'rest') {
      if (this.#head.length < 2_000_000) this.#head += piece.text
      return []
    }
    return piece.kind === 'too-long' ? this.#tooLong(piece.text) : this.#item(piece.text)
  }

  #tooLong(beginning: string): ReadItem[] {
    this.#findings.push({
      severity: 'error',
      code: wxrFindingCodes.itemTooLong,
      message: `An item is longer than any post and was left out; it begins "${beginning.slice(0, 60)}".`,
    })
    return []
  }

  #item(text: string): ReadItem[] {
    const parsed = parseXml(closeNestedCdata(text))
    const element = parsed.root
    if (!element) return []
    const post = toPost(element, ++this.#position)
    const findings = parsed.findings
    if (post.type === tooLongType) return this.#tooLong(valueOf(element, 'title'))
    if (post.type === 'attachment') {
      const attachment = toAttachment(post)
      this.#attachments.set(attachment.id, attachment)
      const siblings = this.#children.get(attachment.parent)
      if (siblings) siblings.push(attachment)
      else this.#children.set(attachment.parent, [attachment])
      return []
    }
    if (!isCopy(post)) {
      this.#skipped.set(post.type, (this.#skipped.get(post.type) ?? 0) + 1)
      return []
    }
    if (!this.#waits(post)) return [this.#read({post, findings})]
    this.#waiting.push(
      this.#limits.inOrder
        ? {post, findings, length: text.length}
        : {text: ownString(text), position: post.position, length: text.length},
    )
    this.#waitingLength += text.length
    const items: ReadItem[] = []
    while (
      this.#waiting.length > this.#limits.waitingPosts ||
      this.#waitingLength > this.#limits.waitingCharacters
    ) {
      const first = this.#waiting.shift()!
      this.#waitingLength -= first.length
      items.push(this.#read(awaken(first)))
    }
    return items
  }

  #waits(post: WpPost): boolean {
    if (this.#limits.inOrder) return true
    const thumbnail = post.meta.get('_thumbnail_id')
    if (thumbnail && !this.#attachments.has(thumbnail)) return true
    const content = valueOf(post.element, 'encoded', 'content')
    return content.includes('[gallery')
  }

  #read(entry: ReadPost): ReadItem {
    const library = {byId: this.#attachments, ofParent: (parent: string) => this.#children.get(parent) ?? []}
    const {item, findings, used} = readPost(entry.post, this.#siteOf(), library)
    for (const id of used) this.#used.add(this.#attachments.get(id)?.id ?? ownString(id))
    return this.#give({item, findings: [...entry.findings, ...findings]})
  }

  #give(item: ReadItem): ReadItem {
    this.#given++
    return item
  }

  /** The channel's own words, read once, when the first item needs them: they stand before it. */
  #siteOf(): Site {
    if (this.#site) return this.#site
    const parsed = parseXml(this.#head)
    const authors = new Map<string, string>()
    if (parsed.root) {
      for (const author of descendantsOf(parsed.root, 'author')) {
        const login = valueOf(author, 'author_login')
        const name = valueOf(author, 'author_display_name')
        if (login && name) authors.set(login, name)
      }
    }
    const channel =
      parsed.root && (descendantOf(parsed.root, 'channel') ?? childrenOf(parsed.root)[0] ?? parsed.root)
    this.#site = {...(channel ? feedDefaults(channel, this.#encoding) : {encoding: this.#encoding}), authors}
    return this.#site
  }
}

/** A post taken out of the queue; in a stream it waited as bare text, which is a fraction of its tree. */
function awaken(waiting: WaitingPost): ReadPost {
  if ('post' in waiting) return waiting
  const {root, findings} = parseXml(closeNestedCdata(waiting.text))
  return {post: toPost(root!, waiting.position), findings}
}

/** Types of post that hold copy: posts, pages and a site's own kinds; not WordPress's working parts. */
function isCopy(post: WpPost): boolean {
  return !/^(?:nav_menu_item|revision|custom_css|customize_changeset|oembed_cache|user_request|wp_[a-z_]+|acf-[a-z-]+|mc4wp-form|wpcf7_contact_form|shop_[a-z_]+|jetpack_[a-z_]+|feedback|amp_[a-z_]+)$/.test(
    post.type,
  )
}
