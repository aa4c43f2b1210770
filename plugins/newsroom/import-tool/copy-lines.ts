import type {ArrangedItem} from '../../../ingest/model/arranged-item.ts'
import type {BlockKind} from '../../../ingest/model/news-item.ts'
import type {ParsedItem} from '../../../ingest/parse-copy.ts'

/** What a line of copy became. */
export type LineKind =
  | Exclude<BlockKind, 'image'>
  | 'image'
  | 'headline'
  | 'byline'
  | 'dateline'
  | 'standfirst'
  | 'caption'
  | 'newsletter'
  | 'furniture'
  | 'blank'

/** A stretch of a line that somebody said. Offsets are into the line's text, end exclusive. */
export interface SpokenStretch {
  start: number
  end: number
  speakerName: string | null
  kind: 'direct' | 'partial' | 'indirect'
}

/** One line of the copy, from 1. */
export interface CopyLine {
  line: number
  text: string
  kind: LineKind
  /** Why it was left out. */
  reason?: string
  spoken: SpokenStretch[]
}

const roles = ['headline', 'byline', 'dateline', 'standfirst'] as const

/** The copy line by line with what each became, for all its items together. A line that a part runs on over is of that part's kind. */
export function toCopyLines(raw: string, items: ParsedItem[]): CopyLine[] {
  const lines = splitLines(raw).map((text, index): CopyLine => ({
    line: index + 1,
    text,
    kind: text.trim() === '' ? 'blank' : 'furniture',
    spoken: [],
  }))
  const known = new Set<number>()
  const set = (line: number | undefined, kind: LineKind, reason?: string) => {
    const row = line === undefined ? undefined : lines[line - 1]
    if (!row || row.kind === 'blank') return
    row.kind = kind
    if (reason) row.reason = reason
    known.add(row.line)
  }
  for (const {arranged} of items) {
    for (const {text, reason, line} of arranged.furniture)
      for (let index = 0; index < countLines(text); index++)
        set(line === undefined ? line : line + index, 'furniture', reason)
    for (const block of arranged.body)
      for (let index = 0; index < countLines(block.text); index++)
        set(
          block.at?.line === undefined ? undefined : block.at.line + index,
          block.furniture ? 'furniture' : block.kind,
          block.furniture,
        )
    for (const box of arranged.newsletters) for (const line of box.lines) set(line, 'newsletter')
    for (const caption of arranged.captions) for (const line of caption.lines) set(line, 'caption')
    for (const role of roles) for (const line of arranged.lines[role] ?? []) set(line, role)
  }
  fillContinued(lines, known)
  for (const item of items) markSpoken(lines, item)
  return lines
}

/** The lines of a text, whatever ends them. */
export function splitLines(raw: string): string[] {
  return raw.split(/\r\n|\r|\n/)
}

export function countLines(text: string): number {
  return splitLines(text).length
}

/** A line that no part names belongs to the part whose lines it directly follows. */
function fillContinued(lines: CopyLine[], known: Set<number>): void {
  lines.forEach((row, index) => {
    const before = lines[index - 1]
    if (row.kind === 'blank' || known.has(row.line) || !before || before.kind === 'blank') return
    row.kind = before.kind
    if (before.reason) row.reason = before.reason
  })
}

function markSpoken(lines: CopyLine[], {arranged, quotes}: ParsedItem): void {
  for (const quote of quotes)
    for (const segment of quote.segments) {
      const block = arranged.body[segment.paragraph]
      if (block?.at?.line === undefined) continue
      const place = toLinePlace(block, segment.start)
      const row = lines[place.line - 1]
      if (!row) continue
      const at = row.text.indexOf(place.lineText)
      if (at === -1) continue
      const start = at + place.start
      row.spoken.push({
        start,
        end: Math.min(row.text.length, start + segment.end - segment.start),
        speakerName: quote.speakerName,
        kind: quote.kind,
      })
    }
  for (const row of lines) row.spoken.sort((one, other) => one.start - other.start)
}

function toLinePlace(block: ArrangedItem['body'][number], offset: number) {
  const before = splitLines(block.text.slice(0, offset))
  const index = before.length - 1
  return {
    line: (block.at?.line ?? 1) + index,
    lineText: splitLines(block.text)[index] ?? '',
    start: before[index]?.length ?? 0,
  }
}
