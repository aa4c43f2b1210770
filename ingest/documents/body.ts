import type {BodyBlock, TextMark} from '../model/news-item.ts'
import {createKeys} from './ids.ts'
import type {BodyElement, BodyObject, MarkDef, Span, TextBlock} from './types.ts'

const decorators: Record<Exclude<TextMark['kind'], 'link'>, string> = {
  strong: 'strong',
  em: 'em',
  underline: 'underline',
  code: 'code',
  sub: 'sub',
  sup: 'sup',
  strike: 'strike-through',
}

/** A stretch of a block that a quote document holds. */
export interface QuotedStretch {
  block: number
  start: number
  end: number
  quoteId: string
}

/** Body blocks as Portable Text, index for index: a block that has no place in the body (furniture) gives null. */
export function toBodyElements(
  blocks: BodyBlock[],
  keys: string[],
  stretches: QuotedStretch[],
  toImage: (block: BodyBlock, key: string) => BodyObject | null,
): (BodyElement | null)[] {
  const byBlock = Map.groupBy(stretches, (stretch) => stretch.block)
  return blocks.map((block, index) => {
    const key = keys[index] ?? ''
    if (block.furniture) return null
    if (block.kind === 'image') return toImage(block, key)
    if (block.kind === 'separator') return {_type: 'separator', _key: key, style: 'rule'}
    if (block.kind === 'embed')
      return {
        _type: 'embed',
        _key: key,
        ...(block.url ? {url: block.url} : {}),
        ...(block.html ? {html: block.html} : {}),
      }
    if (block.kind === 'table' && block.rows) return toTable(block.rows, key)
    return toTextBlock(block, key, byBlock.get(index) ?? [])
  })
}

/** The `_key` of each block: the same words in the same place get the same key at every import. */
export function toBlockKeys(blocks: BodyBlock[]): string[] {
  const nextKey = createKeys('block')
  return blocks.map((block) =>
    nextKey([block.kind, block.text, block.url ?? '', block.association ?? ''].join('\n')),
  )
}

function toTable(rows: {header: boolean; cells: string[]}[], key: string): BodyObject {
  const nextKey = createKeys(key)
  return {
    _type: 'table',
    _key: key,
    rows: rows.map((row) => ({
      _type: 'tableRow',
      _key: nextKey(row.cells.join('\t')),
      header: row.header,
      cells: row.cells,
    })),
  }
}

function toTextBlock(block: BodyBlock, key: string, stretches: QuotedStretch[]): TextBlock {
  const markDefs: MarkDef[] = []
  const runs: {start: number; end: number; mark: string}[] = []
  for (const mark of block.marks ?? []) {
    if (mark.kind !== 'link') runs.push({start: mark.start, end: mark.end, mark: decorators[mark.kind]})
    else if (mark.href) {
      const markKey = `${key}l${markDefs.length}`
      markDefs.push({_type: 'link', _key: markKey, href: mark.href})
      runs.push({start: mark.start, end: mark.end, mark: markKey})
    }
  }
  for (const stretch of stretches) {
    const markKey = `${key}q${markDefs.length}`
    markDefs.push({_type: 'quotation', _key: markKey, quote: {_type: 'reference', _ref: stretch.quoteId}})
    runs.push({start: stretch.start, end: stretch.end, mark: markKey})
  }
  return {
    _type: 'block',
    _key: key,
    style: toStyle(block),
    ...(block.kind === 'listItem' ? {listItem: block.list ?? 'bullet', level: block.level ?? 1} : {}),
    markDefs,
    children: toSpans(block.text, runs, key),
  }
}

function toStyle(block: BodyBlock): TextBlock['style'] {
  if (block.kind === 'crosshead') {
    const level = Math.min(6, Math.max(2, block.level ?? 2))
    return `h${level}` as TextBlock['style']
  }
  if (block.kind === 'blockQuote') return 'blockquote'
  if (block.kind === 'preformatted' || block.kind === 'table') return 'preformatted'
  return 'normal'
}

/** The text cut at every edge of a run; a span carries the marks of all the runs that cover it. */
function toSpans(text: string, runs: {start: number; end: number; mark: string}[], key: string): Span[] {
  const edges = new Set([0, text.length])
  for (const run of runs) {
    edges.add(Math.max(0, Math.min(text.length, run.start)))
    edges.add(Math.max(0, Math.min(text.length, run.end)))
  }
  const cuts = [...edges].sort((one, other) => one - other)
  const spans: Span[] = []
  const opening = [...runs].sort((one, other) => one.start - other.start)
  let active: typeof runs = []
  let next = 0
  for (let index = 0; index + 1 < cuts.length; index++) {
    const start = cuts[index] ?? 0
    const end = cuts[index + 1] ?? text.length
    while (next < opening.length && (opening[next]?.start ?? 0) <= start) active.push(opening[next++]!)
    active = active.filter((run) => run.end > start)
    spans.push({
      _type: 'span',
      _key: `${key}s${spans.length}`,
      text: text.slice(start, end),
      marks: [...new Set(active.map((run) => run.mark))],
    })
  }
  return spans.length > 0 ? spans : [{_type: 'span', _key: `${key}s0`, text: '', marks: []}]
}
