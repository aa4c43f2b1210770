import type {Association, Rendition} from '../../model/news-item.ts'
import {cleanLink} from './clean-link.ts'
import {attributeOf, elementName, nextNode, type MarkupNode} from './markup-node.ts'

/** Where pages that load pictures late keep the real address, in the order of trust. */
const lateAttributes = [
  'data-src',
  'data-original',
  'data-lazy-src',
  'data-lazy',
  'data-image',
  'data-hi-res-src',
  'data-url',
]

/** A picture inside the copy larger than this many base64 characters is left to the reader of attachments. */
const maxInlineCharacters = 16_000_000

/**
 * What an `<img>` (or `amp-img`) shows: its renditions, its alternative text, or its bytes when they are written in the
 * address. `refused` tells that there was an address which may not be kept. `sources` are the
 * sets of the `<source>`s around it. Null for counters and spacers.
 */
export function toPicture(
  node: MarkupNode,
  base?: string,
  sources: readonly string[] = [],
): {association: Association; refused: boolean} | null {
  const width = pixels(attributeOf(node, 'width'))
  const height = pixels(attributeOf(node, 'height'))
  if ((width !== undefined && width <= 2) || (height !== undefined && height <= 2)) return null
  const association: Association = {itemClass: 'picture', captions: [], renditions: []}
  const altText = attributeOf(node, 'alt').replaceAll(/\s+/g, ' ').trim()
  if (altText) association.altText = altText
  let refused = false
  const addresses: Rendition[] = []
  const source = attributeOf(node, 'src')
  const late = lateAttributes
    .map((name) => attributeOf(node, name))
    .find((value) => /^(?:https?:)?\/|\.\w{3,4}(?:$|\?)/i.test(value))
  if (late) addresses.push({href: late})
  if (source && !/^data:/i.test(source.trim())) addresses.push({href: source, width, height})
  const set = largestOfSet(attributeOf(node, 'srcset') || attributeOf(node, 'data-srcset'))
  if (set) addresses.push(set)
  const offered = sources.map((candidates) => largestOfSet(candidates)).find(Boolean)
  if (offered) addresses.push(offered)
  for (const rendition of addresses) {
    const href = cleanLink(rendition.href, base)
    if (!href) {
      refused ||= href === null
      continue
    }
    if (association.renditions.some((kept) => kept.href === href)) continue
    association.renditions.push(withoutUndefined({...rendition, href}))
  }
  if (!association.renditions.length && /^\s*data:image\//i.test(source)) {
    const bytes = inlineBytes(source)
    if (bytes) association.bytes = bytes
    else if (!altText) return null
  } else if (!association.renditions.length && !refused && !altText) return null
  return {association, refused}
}

/** The largest picture a `srcset` (or the `<source>`s of a `<picture>`) offers. */
export function largestOfSet(set: string): Rendition | null {
  let best: Rendition | null = null
  for (const candidate of set.slice(0, 20_000).split(/,\s+/)) {
    const [href, size] = candidate.trim().split(/\s+/)
    if (!href || /^data:/i.test(href)) continue
    const width = size?.endsWith('w') ? Number.parseInt(size, 10) || undefined : undefined
    if (!best || (width ?? 0) > (best.width ?? 0)) best = withoutUndefined({href, width})
  }
  return best
}

/** True when a picture stands in `root`; looks at the first nodes only, so that nesting costs nothing. */
export function holdsPicture(root: MarkupNode, maxNodes = 80): boolean {
  let node: MarkupNode | null = root
  for (let seen = 0; node && seen < maxNodes; seen++) {
    const name = elementName(node)
    if (name === 'img' || name === 'amp-img' || name === 'picture') return true
    node = nextNode(node, root)
  }
  return false
}

function inlineBytes(address: string): Uint8Array<ArrayBuffer> | null {
  const comma = address.indexOf(',')
  if (comma < 0 || !/;base64$/i.test(address.slice(0, comma).trimEnd())) return null
  const characters = address.length - comma
  // Below this it is a placeholder that a script replaces, not a picture.
  if (characters < 1200 || characters > maxInlineCharacters) return null
  try {
    return Uint8Array.from(atob(address.slice(comma + 1).replaceAll(/\s/g, '')), (character) =>
      character.charCodeAt(0),
    )
  } catch {
    return null
  }
}

function pixels(value: string): number | undefined {
  const number = /^\s*(\d{1,5})(?:\.\d+)?\s*(?:px)?\s*$/.exec(value)?.[1]
  return number === undefined ? undefined : Number(number)
}

function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as T
}
