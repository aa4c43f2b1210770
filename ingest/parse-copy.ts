import {arrange} from './arrange/index.ts'
import type {ArrangedItem} from './model/arranged-item.ts'
import type {Finding, Staged} from './model/finding.ts'
import type {ReadItem} from './model/news-item.ts'
import type {FoundQuote, QuoteSource} from './model/quote.ts'
import {findQuotes} from './quotes/index.ts'
import {readCopy} from './read/index.ts'
import {hashBytes} from './text/hash.ts'

/** A piece of copy as it arrives. */
export interface Copy {
  bytes: Uint8Array
  fileName?: string
  contentType?: string
  /** Reads it as this format whatever it looks like (for copy stored with its format). */
  format?: string
}

/** One item, told apart and its quotations found. */
export interface ParsedItem {
  arranged: ArrangedItem
  /** In order. `segments[].paragraph` is an index into `arranged.body`. Direct and partial ones only. */
  quotes: FoundQuote[]
  findings: Finding[]
}

/** What the importer understood of one piece of copy. */
export interface ParsedCopy {
  fileName?: string
  /** Of the bytes as received. */
  sha256: string
  size: number
  format: string
  /** The decoded text, for copy that is text; null for binary copy. */
  raw: string | null
  items: ParsedItem[]
  findings: Finding[]
}

/** bytes -> read -> arrange -> quotes. Never throws on bad copy: what is wrong with it is in the findings. */
export async function parseCopy(copy: Copy): Promise<ParsedCopy> {
  const read = await readCopy(copy.bytes, copy)
  return {
    ...(copy.fileName ? {fileName: copy.fileName} : {}),
    sha256: hashBytes(copy.bytes),
    size: copy.bytes.byteLength,
    format: read.format,
    raw: read.raw,
    items: read.items.map(parseItem),
    findings: read.findings,
  }
}

/** Arranges one item and finds its quotations. */
export function parseItem({item, findings}: ReadItem): ParsedItem {
  const arranged = arrange(item)
  const quotes = findItemQuotes(arranged.value)
  return {
    arranged: arranged.value,
    quotes: quotes.value,
    findings: [...findings, ...arranged.findings, ...quotes.findings],
  }
}

/** The quotations in an item's body; the paragraph of a segment is its block's index. Who the standfirst names can have said them. */
export function findItemQuotes(item: ArrangedItem): Staged<FoundQuote[]> {
  const {sources, blocks} = toQuoteSources(item)
  const quotes = findQuotes(sources)
  const value = quotes.value.flatMap((quote) => {
    const segments = quote.segments.map((segment) => ({...segment, paragraph: blocks[segment.paragraph]!}))
    return segments.some(({paragraph}) => paragraph === standfirstPlace) ? [] : [{...quote, segments}]
  })
  return {value, findings: quotes.findings}
}

/** In the place of a block's index, of a source that is no block. */
const standfirstPlace = -1

/**
 * The standfirst and the parts of a body in which people can speak, and the index of each in the body. Offsets are into the copy where the copy
 * has these very characters, else into the parts joined by blank lines.
 */
function toQuoteSources(item: ArrangedItem): {sources: QuoteSource[]; blocks: number[]} {
  const sources: QuoteSource[] = []
  const blocks: number[] = []
  let offset = 0
  if (item.standfirst) {
    sources.push({text: item.standfirst, start: 0, kind: 'headline'})
    blocks.push(standfirstPlace)
  }
  item.body.forEach((block, index) => {
    if (block.furniture) return
    const kind = block.kind === 'preformatted' ? 'blockQuote' : block.kind
    if (kind === 'table' || kind === 'embed' || kind === 'image' || kind === 'separator') return
    sources.push({text: block.text, start: block.at?.offset ?? offset, kind})
    blocks.push(index)
    offset += block.text.length + 2
  })
  return {sources, blocks}
}
