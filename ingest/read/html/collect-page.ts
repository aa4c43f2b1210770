import {parseHTML} from 'linkedom'
import {toWords} from '../../text/words.ts'
import {BlockWalker} from '../markup/block-walker.ts'
import {elementNode, textNode, type MarkupNode} from '../markup/markup-node.ts'
import {parseMarkup} from '../markup/parse-markup.ts'
import type {Association} from '../../model/news-item.ts'
import type {Finding} from '../../model/finding.ts'
import {furnitureOf} from '../../arrange/furniture/furniture-words.ts'
import type {FurnitureReason} from '../../arrange/furniture/furniture-reasons.ts'
import {readPlaces, toFeatures, type BlockPlace} from './block-features.ts'
import {libraryVotes} from './library-vote.ts'
import {nestingOf} from './nesting.ts'
import type {PageBlock} from './page-block.ts'
import {readPageHead, type PageHead} from './page-head.ts'
import {toPageWords} from './page-words.ts'
import {readTextSignals} from './text-signals.ts'
import type {PageWords} from './block-features.ts'

/** A page taken apart: every visible block in order, with the features it is judged by. */
export interface CollectedPage {
  head: PageHead
  words: PageWords
  blocks: PageBlock[]
  /** Where each block stood before the library took the tree apart. */
  places: BlockPlace[]
  /** A row a block, see `featureNames`. */
  features: Float32Array[]
  associations: Association[]
  findings: Finding[]
  /** False when the page was too large or too deep for the extraction library. */
  usedLibrary: boolean
}

/** The library's work grows faster than the page; past these it is not asked. */
const maxNesting = 400
const maxElements = 60_000
const maxLength = 8_000_000

/** Parses a page once and reads everything there is to know of its blocks. `address` resolves relative links. */
export function collectPage(html: string, address?: string): CollectedPage {
  const small = html.length <= maxLength && nestingOf(html, maxNesting + 1) <= maxNesting
  const document = small ? toDocument(html) : null
  const roots = document ? rootsOf(document) : [parseMarkup(html)]
  const head = readPageHead(roots)
  const walker = new BlockWalker({controls: 'blocks', base: baseOf(head, address)})
  for (const root of roots) walker.walk(root)
  const collected = walker.finish()
  const blocks: PageBlock[] = collected.map((block) => {
    const words = toWords(block.block.text)
    const {text} = block.block
    return {
      ...block,
      words: words.join(' '),
      wordCount: countWords(words, text),
      vote: 0,
      signals: readTextSignals(text),
      furniture: labelOf(text),
    }
  })
  const places = readPlaces(blocks)
  const usedLibrary = document !== null && head.elementCount <= maxElements
  if (usedLibrary) {
    const votes = libraryVotes(document, collected)
    for (const [index, block] of blocks.entries()) block.vote = votes[index]!
  }
  const words = toPageWords(head, blocks)
  if (blocks.length > 20_000) words.declaredBody = ''
  return {
    head,
    words,
    blocks,
    places,
    features: toFeatures(blocks, places, words),
    associations: walker.associations,
    findings: walker.findings,
    usedLibrary,
  }
}

/** The extraction library looks for a body; pages may leave its tags out, and fragments have none. */
function toDocument(html: string): MarkupNode | null {
  let page = html
  if (!/<(?:body|frameset)[\s>]/i.test(html)) {
    const head = /<\/head\s*>/i.exec(html) ?? /<html[^>]{0,500}>/i.exec(html)
    const at = head ? head.index + head[0].length : 0
    page = head ? `${html.slice(0, at)}<body>${html.slice(at)}` : `<html><body>${html}</body></html>`
  }
  try {
    return parseHTML(page).document
  } catch {
    // linkedom gives up on some documents that htmlparser2 alone takes.
    return null
  }
}

/** What a document holds besides its type (from which linkedom does not lead on), the html element for one. */
function rootsOf(document: MarkupNode): MarkupNode[] {
  const {childNodes} = document as unknown as {childNodes: Iterable<MarkupNode>}
  return [...childNodes].filter(({nodeType}) => nodeType === elementNode || nodeType === textNode)
}

/** What relative links are relative to. A page without any address keeps them as they are. */
function baseOf(head: PageHead, address?: string): string | undefined {
  for (const candidate of [
    head.base,
    address,
    head.canonical,
    head.meta.get('og:url')?.[0],
    head.structured?.url,
  ]) {
    if (candidate && /^https?:\/\/[^/]/i.test(candidate.trim())) return candidate.trim()
  }
  return undefined
}

/** Labels are short; longer text is a sentence or more and is judged by more than its words. */
const maxLabelLength = 200

function labelOf(text: string): FurnitureReason | null {
  return text && text.length <= maxLabelLength ? furnitureOf(text, true, true) : null
}

/** Scripts that are written without spaces: two characters make about a word. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu

function countWords(words: readonly string[], text: string): number {
  return Math.max(words.length, Math.round((text.match(unspaced)?.length ?? 0) / 2))
}
