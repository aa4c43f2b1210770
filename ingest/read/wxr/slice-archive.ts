import {ownString} from '../../text/own-string.ts'
import {decodeStream} from './decode-stream.ts'
import {PackedTexts} from './packed-texts.ts'
import {ItemSplitter, tooLongItem} from './split-items.ts'

/** Of a slice, in bytes: its text stays short enough to be kept on the record of the copy. */
const maxSliceBytes = 160 * 1024
const maxHeadLength = 2_000_000

const encoder = new TextEncoder()

/** The number of a post or picture; a text where it is longer than a number can be. */
type PostId = number | string

/** The pictures of the media library: their items as they stand in the file, and their places there by id and by the post they were put into. */
interface MediaLibrary {
  items: PackedTexts
  byId: Map<PostId, number>
  /** Most posts have one, which needs no list. */
  ofParent: Map<PostId, number | number[]>
}

/**
 * Cuts an export into exports of some posts each, in the order of the file. Each has the head of the whole, with those of its authors that
 * it needs and without the lists of terms, and the items of the pictures that its posts name, wherever those stood; pictures that no post
 * names come last. Goes through the file twice.
 */
export async function* sliceArchive(open: () => AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const {head, library} = await readLibrary(open())
  const {opening, authors} = readHead(head)
  const everShown = new Set<number>()
  let items: string[] = []
  let shown = new Map<number, string>()
  let bytes = 0
  let hasCopy = false
  const close = (): Uint8Array => {
    const all = [...items, ...shown.values()]
    items = []
    shown = new Map()
    bytes = 0
    hasCopy = false
    return encoder.encode(toSlice(opening, authors, all))
  }
  const add = (text: string) => {
    items.push(text)
    bytes += encoder.encode(text).length
  }
  for await (const text of itemsOf(open())) {
    if (isPicture(text)) continue
    if (hasCopy && bytes + text.length > maxSliceBytes) yield close()
    add(text)
    hasCopy ||= isCopyItem(text)
    for (const place of picturesOf(text, library)) {
      if (shown.has(place)) continue
      const picture = library.items.get(place)
      everShown.add(place)
      shown.set(place, picture)
      bytes += picture.length
    }
  }
  for (let place = 0; place < library.items.length; place++) {
    if (everShown.has(place)) continue
    const picture = library.items.get(place)
    if (hasCopy && bytes + picture.length > maxSliceBytes) yield close()
    add(picture)
    hasCopy = true
  }
  if (items.length > 0 || library.items.length === 0) yield close()
}

/** What stands before the first item, and the media library, wherever its items stand. */
async function readLibrary(
  chunks: AsyncIterable<Uint8Array>,
): Promise<{head: string; library: MediaLibrary}> {
  const library: MediaLibrary = {items: new PackedTexts(), byId: new Map(), ofParent: new Map()}
  let head = ''
  let isInHead = true
  for await (const text of itemsOf(chunks, (rest) => {
    if (isInHead && head.length < maxHeadLength) head += rest
  })) {
    isInHead = false
    if (!isPicture(text)) continue
    const place = library.items.add(ownString(text))
    const id = idIn(text, 'post_id')
    if (id !== undefined) library.byId.set(id, place)
    const parent = idIn(text, 'post_parent')
    if (!parent) continue
    const siblings = library.ofParent.get(parent)
    if (typeof siblings === 'object') siblings.push(place)
    else library.ofParent.set(parent, siblings === undefined ? place : [siblings, place])
  }
  return {head, library}
}

async function* itemsOf(
  chunks: AsyncIterable<Uint8Array>,
  onRest: (text: string) => void = () => {},
): AsyncGenerator<string> {
  const splitter = new ItemSplitter()
  const take = function* (pieces: ReturnType<ItemSplitter['add']>) {
    for (const {kind, text} of pieces) {
      if (kind === 'rest') onRest(text)
      else yield kind === 'too-long' ? tooLongItem(text) : text
    }
  }
  for await (const {text} of decodeStream(chunks, undefined)) yield* take(splitter.add(text))
  yield* take(splitter.end())
}

function isPicture(item: string): boolean {
  return /<wp:post_type>\s*(?:<!\[CDATA\[)?\s*attachment\b/.test(item)
}

/** Not what WordPress works with (menus, revisions, styles): a slice of that alone would be no copy. */
function isCopyItem(item: string): boolean {
  return !/<wp:post_type>\s*(?:<!\[CDATA\[)?\s*(?:newsroom-too-long|nav_menu_item|revision|custom_css|customize_changeset|oembed_cache|wp_)/.test(
    item,
  )
}

function idIn(item: string, element: string): PostId | undefined {
  const digits = new RegExp(`<wp:${element}>\\s*(?:<!\\[CDATA\\[)?\\s*(\\d+)`).exec(item)?.[1]
  return digits === undefined ? undefined : toId(digits)
}

function toId(digits: string): PostId {
  return digits.length <= 15 ? Number(digits) : ownString(digits)
}

const named = [
  /<wp:meta_key>\s*(?:<!\[CDATA\[)?\s*_thumbnail_id\s*(?:\]\]>)?\s*<\/wp:meta_key>\s*<wp:meta_value>\s*(?:<!\[CDATA\[)?\s*(\d+)/g,
  /\bwp-image-(\d+)/g,
  /\battachment_(\d+)/g,
  /<!-- wp:[\w/-]+ \{[^}]{0,200}?"(?:id|mediaId)":(\d+)/g,
]
const lists = /\b(?:ids|include)=(?:["']|&quot;|&#8221;|”)([\d, ]{1,2000})/g

/** The pictures that a post names: its featured one, those in its body, those of its galleries; for a gallery without ids all that were put into the post. */
function picturesOf(item: string, {byId, ofParent}: MediaLibrary): number[] {
  const ids = new Set<string>()
  for (const pattern of named) for (const [, id] of item.matchAll(pattern)) ids.add(id!)
  for (const [, list] of item.matchAll(lists)) for (const id of list!.split(/[, ]+/)) ids.add(id)
  const found = [...ids].flatMap((id) => byId.get(toId(id)) ?? [])
  if (!item.includes('[gallery')) return found
  const own = ofParent.get(idIn(item, 'post_id') ?? '') ?? []
  return found.concat(own)
}

/** The head without lists of terms, which items repeat, and its authors by their logins. */
function readHead(head: string): {opening: string; authors: Map<string, string>} {
  const authors = new Map<string, string>()
  const opening = head
    .replace(/<wp:(category|tag|term)>[^]{0,5000}?<\/wp:\1>\s*/g, '')
    .replace(/<wp:author>[^]{0,5000}?<\/wp:author>\s*/g, (author) => {
      const login = /<wp:author_login>\s*(?:<!\[CDATA\[)?\s*([^<\]]*)/.exec(author)?.[1]?.trim()
      if (login) authors.set(login, author.trim())
      return ''
    })
    // The slices are written in UTF-8.
    .replace(/^(\s*<\?xml[^>]*?encoding=)(["'])[^"']*\2/, '$1$2UTF-8$2')
  return {opening: opening.trim(), authors}
}

function toSlice(opening: string, authors: ReadonlyMap<string, string>, items: readonly string[]): string {
  const logins = new Set(
    items.flatMap((item) => /<dc:creator>\s*(?:<!\[CDATA\[)?\s*([^<\]]*)/.exec(item)?.[1]?.trim() ?? []),
  )
  const writers = [...logins].flatMap((login) => authors.get(login) ?? [])
  return [opening, ...writers, ...items, '</channel>', '</rss>', ''].join('\n')
}
