import type {TextMark} from '../../model/news-item.ts'
import type {MarkupNode} from './markup-node.ts'

export type MarkKind = TextMark['kind']

/** The text of one block with its marks, as `take` gives it. */
export interface InlineText {
  text: string
  marks: TextMark[]
  /** Characters inside links. */
  linkLength: number
  /** The text nodes it came from. */
  nodes: MarkupNode[]
}

/**
 * Gathers the text of one block as a browser lays it out: white space collapsed, none at the ends, `<br>` a line break.
 * Marks that are open when a block ends go on in the next one.
 */
export class InlineBuffer {
  #pieces: string[] = []
  #length = 0
  #lastIsBreak = false
  #spaceWaits = false
  #marks: TextMark[] = []
  #open = new Map<MarkKind, {depth: number; start: number}>()
  #links: {href: string; start: number}[] = []
  #nodes: MarkupNode[] = []

  get isEmpty(): boolean {
    return this.#length === 0
  }

  get endsWithBreak(): boolean {
    return this.#lastIsBreak
  }

  add(raw: string, node: MarkupNode | null, preserve: boolean): void {
    if (preserve) {
      if (raw) this.#push(raw.replaceAll(/\r\n?/g, '\n'), node)
      return
    }
    const collapsed = raw.replaceAll(/[ \t\n\r\f]+/g, ' ')
    const from = collapsed.startsWith(' ') ? 1 : 0
    const to = collapsed.length > from && collapsed.endsWith(' ') ? collapsed.length - 1 : collapsed.length
    if (from && this.#length && !this.#lastIsBreak) this.#spaceWaits = true
    if (to > from) this.#push(collapsed.slice(from, to), node)
    if (to < collapsed.length) this.#spaceWaits = true
  }

  lineBreak(): void {
    this.#spaceWaits = false
    if (!this.#length) return
    this.#pieces.push('\n')
    this.#length++
    this.#lastIsBreak = true
  }

  openMark(kind: MarkKind): void {
    const open = this.#open.get(kind)
    if (open && open.depth > 0) open.depth++
    else this.#open.set(kind, {depth: 1, start: this.#length})
  }

  closeMark(kind: MarkKind): void {
    const open = this.#open.get(kind)
    if (!open || --open.depth > 0) return
    this.#open.delete(kind)
    this.#mark(kind, open.start)
  }

  /** Only the innermost link counts, as in a browser. */
  openLink(href: string): void {
    this.#endLink()
    this.#links.push({href, start: this.#length})
  }

  closeLink(): void {
    this.#endLink()
    this.#links.pop()
    const outer = this.#links.at(-1)
    if (outer) outer.start = this.#length
  }

  take(preserve: boolean): InlineText | null {
    for (const [kind, open] of this.#open) {
      this.#mark(kind, open.start)
      open.start = 0
    }
    this.#endLink()
    const last = this.#links.at(-1)
    if (last) last.start = 0
    const whole = this.#pieces.join('')
    const marks = this.#marks
    const nodes = this.#nodes
    this.#pieces = []
    this.#marks = []
    this.#nodes = []
    this.#length = 0
    this.#lastIsBreak = false
    this.#spaceWaits = false
    const text = preserve ? whole.replace(/^\n/, '').trimEnd() : whole.trim()
    if (!text.trim() || !hasVisible(text)) return null
    const shift = preserve ? (whole.startsWith('\n') ? 1 : 0) : whole.length - whole.trimStart().length
    return {text, ...fitMarks(marks, text, shift), nodes}
  }

  #push(text: string, node: MarkupNode | null): void {
    if (this.#spaceWaits) {
      this.#pieces.push(' ')
      this.#length++
      this.#spaceWaits = false
    }
    this.#pieces.push(text)
    this.#length += text.length
    this.#lastIsBreak = false
    if (node) this.#nodes.push(node)
  }

  #endLink(): void {
    const link = this.#links.at(-1)
    if (link && link.href && link.start < this.#length) {
      this.#marks.push({start: link.start, end: this.#length, kind: 'link', href: link.href})
    }
  }

  #mark(kind: MarkKind, start: number): void {
    if (start < this.#length) this.#marks.push({start, end: this.#length, kind})
  }
}

/** Marks moved to the trimmed text, without white space at their ends; equal neighbours are one. */
function fitMarks(marks: TextMark[], text: string, shift: number): {marks: TextMark[]; linkLength: number} {
  const fitted: TextMark[] = []
  const lastOfKind = new Map<string, TextMark>()
  let linkLength = 0
  for (const mark of marks) {
    let start = Math.max(0, mark.start - shift)
    let end = Math.min(text.length, mark.end - shift)
    while (start < end && isSpace(text.charCodeAt(start))) start++
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--
    if (start >= end) continue
    if (mark.kind === 'link') linkLength += end - start
    const before = lastOfKind.get(mark.kind)
    if (
      before &&
      before.href === mark.href &&
      before.end <= start &&
      !/\S/.test(text.slice(before.end, start))
    ) {
      before.end = end
      continue
    }
    const kept = {...mark, start, end}
    lastOfKind.set(mark.kind, kept)
    fitted.push(kept)
  }
  fitted.sort((a, b) => a.start - b.start || b.end - a.end)
  return {marks: fitted, linkLength}
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 160 || code === 9
}

/** True when a character of `text` shows: not white space and none of the zero-width ones. */
function hasVisible(text: string): boolean {
  return /[^\s\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/u.test(text)
}
