import type {BodyBlock} from '../../model/news-item.ts'
import {cleanLink} from './clean-link.ts'
import type {InlineText} from './inline-buffer.ts'
import {attributeOf, elementName, elementNode, type MarkupNode} from './markup-node.ts'

/**
 * Classes that the platforms' own embed codes put on their quotation (their public embed documentation: X/Twitter,
 * Instagram, TikTok, Facebook, Bluesky, Threads, Reddit, Mastodon). They are part of the format, as `<blockquote>` is.
 */
const quotedPost =
  /(?:^|\s)(?:twitter-(?:tweet|video)|instagram-media|tiktok-embed|fb-(?:post|video)|bluesky-embed|text-post-media|reddit-(?:card|embed-bq)|mastodon-embed|imgur-embed-pub)(?:\s|$)/

/** True for the quotation of a post on a social network as its embed code writes it. */
export function isQuotedPost(node: MarkupNode): boolean {
  return quotedPost.test(attributeOf(node, 'class'))
}

/**
 * A quoted post as an embed: its words, and the address its element says or else that of the last link in it, which is the
 * post's own. Null when there is neither.
 */
export function toQuotedPost(
  node: MarkupNode,
  pieces: readonly InlineText[],
  base?: string,
): BodyBlock | null {
  const declared =
    attributeOf(node, 'data-instgrm-permalink') || attributeOf(node, 'data-href') || attributeOf(node, 'cite')
  const links = pieces.flatMap(({marks}) => marks).filter(({kind}) => kind === 'link')
  const url = cleanLink(declared || (links.at(-1)?.href ?? ''), base)
  const text = pieces.map((piece) => piece.text).join('\n')
  return text || url ? {kind: 'embed', text, ...(url ? {url} : {})} : null
}

/** AMP's embeds carry an id where HTML has an address (amp.dev, component reference). */
const ampAddress: Readonly<Record<string, [attribute: string, prefix: string]>> = {
  'amp-youtube': ['data-videoid', 'https://www.youtube.com/watch?v='],
  'amp-twitter': ['data-tweetid', 'https://twitter.com/i/status/'],
  'amp-instagram': ['data-shortcode', 'https://www.instagram.com/p/'],
  'amp-vimeo': ['data-videoid', 'https://vimeo.com/'],
  'amp-facebook': ['data-href', ''],
  'amp-iframe': ['src', ''],
}

/** The address that an embedding element shows, or null when the element embeds nothing. */
export function embedAddress(node: MarkupNode): string | null {
  const name = elementName(node)
  if (name === 'iframe' || name === 'embed') {
    const tiny = (attribute: string) => /^[01](?:px)?$/.test(attributeOf(node, attribute))
    if (tiny('width') || tiny('height')) return ''
    const address = attributeOf(node, 'src')
    return !address || address.startsWith('about:') ? attributeOf(node, 'data-src') : address
  }
  const amp = ampAddress[name]
  if (!amp) return null
  const value = attributeOf(node, amp[0])
  return value ? amp[1] + value : ''
}

/** The address of a `<video>` or `<audio>`: its own or its first source's. */
export function mediaAddress(node: MarkupNode): string {
  let address = attributeOf(node, 'src')
  for (let child = node.firstChild; child && !address; child = child.nextSibling) {
    if (child.nodeType === elementNode && elementName(child) === 'source') address = attributeOf(child, 'src')
  }
  return address
}

/** The words that a form's field shows: a button's own, or the hint in an empty field. */
export function fieldLabel(node: MarkupNode): string {
  const type = attributeOf(node, 'type').toLowerCase()
  if (/^(?:submit|button|reset)$/.test(type)) return attributeOf(node, 'value')
  return type === 'hidden' ? '' : attributeOf(node, 'placeholder')
}
