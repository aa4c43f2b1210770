import type {BodyBlock, NewsItem} from '../../model/news-item.ts'
import {columnBlock, isColumnLine} from '../wire-text/column-block.ts'
import type {CopyLine} from '../wire-text/copy-lines.ts'
import {isCrossheadLine} from '../wire-text/crosshead.ts'
import {linesBlock} from '../wire-text/paragraphs.ts'
import {wrapWidth} from '../wire-text/wrap-width.ts'
import type {Iptc7901Header} from './read-header.ts'
import {findDateline} from '../wire-text/find-dateline.ts'
import {applyHeading, isAboveHeadline, readHeading} from './read-heading.ts'

const notForPublication =
  /\b(?:not (?:intended )?for publication|nicht (?:zur|f[uü]r die) ver[oö]ffentlichung)\b/i

/**
 * Reads the lines between start and end of text: the heading up to the line that ends in `=` (or `+`), the paragraphs, the
 * notebook (headed with `#`, as dpa sends it) and the sign-off. Heading and notes go to `item`, all else is returned as
 * blocks, those that are not the story with a reason.
 */
export function readIptc7901Text(
  lines: readonly CopyLine[],
  header: Pick<Iptc7901Header, 'keyword' | 'rest'>,
  item: NewsItem,
): BodyBlock[] {
  const storyAt = readHeadingLines(lines, header, item)
  const story = lines.slice(storyAt)
  const notebookAt = findNotebook(story)
  const blocks = readParagraphs(story.slice(0, notebookAt), item.provider)
  if (notebookAt < story.length) blocks.push(...readNotebook(story.slice(notebookAt), item))
  return blocks
}

function readHeadingLines(
  lines: readonly CopyLine[],
  {keyword, rest = []}: Pick<Iptc7901Header, 'keyword' | 'rest'>,
  item: NewsItem,
): number {
  const start = keyword === undefined ? readKeywordLine(lines, item) : 0
  const end = start + headingEnd(lines.slice(start))
  const words = lines.slice(start, end).map(({text}) => text)
  if (words.length > 1 && keyword !== undefined && words[0]?.trim() === keyword.trim()) words.shift()
  applyHeading(readHeading([...rest, ...words]), item)
  return end
}

/** Senders that mark the start of text early have the keyword line below it. Returns the line to go on at. */
function readKeywordLine(lines: readonly CopyLine[], item: NewsItem): number {
  const at = lines.findIndex(({text}) => text.trim() !== '')
  const words = lines[at]?.text.trim() ?? ''
  if (words.length > 80 || !/^[^\s/][^/]*(?:\/[^/]+)*\/$/.test(words)) return 0
  item.slugline = words.replace(/\/$/, '')
  return at + 1
}

function headingEnd(lines: readonly CopyLine[]): number {
  const first = lines.findIndex(({text}) => text.trim() !== '')
  if (first === -1) return lines.length
  let above = first
  while (isAboveHeadline(lines[above]?.text ?? '')) above++
  for (let at = first; at < Math.min(lines.length, first + 8); at++) {
    const text = lines[at]?.text ?? ''
    if (/[=+]\s*$/.test(text) && text.trim().length > 1) return at + 1
    if (text.trim() === '' || (at > first && (/^ {2,}/.test(text) || findDateline(text) !== null))) {
      // Only short lines make a heading; a story that starts at once has none.
      const heads = lines.slice(first, at)
      return heads.every((line) => line.text.length < 100 && !/[.!?]\s*$/.test(line.text)) ? at : above
    }
  }
  return above
}

/** Where the notebook starts: at its heading or at the line that says what follows is not for publication. */
function findNotebook(lines: readonly CopyLine[]): number {
  const at = lines.findIndex(
    ({text}, order) =>
      /^#{1,3}\s*\S/.test(text) ||
      notForPublication.test(text) ||
      (/^\s*(?:\* ?){3,}\s*$/.test(text) &&
        lines.slice(order + 1, order + 4).some((line) => notForPublication.test(line.text))),
  )
  return at === -1 ? lines.length : at
}

function readParagraphs(lines: readonly CopyLine[], provider: string | undefined): BodyBlock[] {
  const width = wrapWidth(lines.map(({text}) => text))
  const blocks: BodyBlock[] = []
  let paragraph: CopyLine[] = []
  const endParagraph = () => {
    if (paragraph.length > 1 && paragraph.every(({text}) => isColumnLine(text)))
      blocks.push(columnBlock(paragraph))
    else if (paragraph.length > 0)
      blocks.push(kindOf(linesBlock('paragraph', paragraph, width), blocks.length > 0))
    paragraph = []
  }
  const signOff = lastWords(lines)
  // Where lines run on unindented, an indent starts a paragraph.
  const opensByIndent = lines.some(({text}, at) => /^\S/.test(text) && isIndented(lines[at - 1]?.text ?? ''))
  for (const [at, line] of lines.entries()) {
    const words = line.text.trim()
    if (words === '') endParagraph()
    else if (isEndMark(words)) {
      endParagraph()
      blocks.push({...linesBlock('paragraph', [line], null), furniture: 'sign-off'})
    } else if (at === signOff && isSignOff(words, provider)) {
      endParagraph()
      blocks.push({...linesBlock('paragraph', [line], null), furniture: 'sign-off'})
    } else {
      const previous = paragraph[paragraph.length - 1]
      if (previous && isColumnLine(previous.text) !== isColumnLine(line.text)) endParagraph()
      else if (
        previous &&
        isIndented(line.text) &&
        !isColumnLine(line.text) &&
        (opensByIndent || !isIndented(previous.text) || endsEarly(previous.text, width))
      )
        endParagraph()
      paragraph.push(line)
    }
  }
  endParagraph()
  return blocks
}

/** Ends a sentence well before the line is full. */
function endsEarly(line: string, width: number | null): boolean {
  return /[.!?]["”’»)]?\s*$/.test(line) && (width === null || line.trimEnd().length < width - 15)
}

/** `=`, `(END)`, `END`, with or without the desk's initials behind it. */
function isEndMark(words: string): boolean {
  return /^(?:={1,3}|\(?END\)?(?:\s[\p{L}\d]{1,5}(?:\/[\p{L}\d]{1,5})*)?)$/u.test(words)
}

function isIndented(line: string): boolean {
  return /^(?: {2,}|\t)\S/.test(line)
}

function kindOf(block: BodyBlock, inStory: boolean): BodyBlock {
  if (/^(?:[_*=-] ?){2,}$/.test(block.text)) return {...block, kind: 'separator'}
  if (inStory && isCrossheadLine(block.text)) return {...block, kind: 'crosshead', level: 2}
  return block
}

function lastWords(lines: readonly CopyLine[]): number {
  for (let at = lines.length - 1; at >= 0; at--) if (lines[at]?.text.trim() !== '') return at
  return -1
}

/** The agency's name and the desk's initials, or the name after two equals signs. */
function isSignOff(words: string, provider: string | undefined): boolean {
  if (/^={1,3}\s?\p{L}{2,20}\.?$/u.test(words)) return true
  const [first = '', ...initials] = words.split(/[\s/]+/)
  const agency = provider !== undefined && first.toLowerCase() === provider.toLowerCase()
  const short = initials.length <= 10 && initials.every((word) => /^[\p{Ll}\d/-]{1,5}$/u.test(word))
  return short && (agency || (/^\p{Ll}{2,5}$/u.test(first) && initials.length > 0))
}

function readNotebook(lines: readonly CopyLine[], item: NewsItem): BodyBlock[] {
  const width = wrapWidth(lines.map(({text}) => text))
  const blocks: BodyBlock[] = []
  let role = 'notebook'
  let note: string[] = []
  const endNote = () => {
    if (note.length > 0) item.edNotes.push({role, text: note.join('\n'), public: false})
    note = []
  }
  const signOff = lastWords(lines)
  let previous = ''
  for (const [at, line] of lines.entries()) {
    const words = line.text.trim()
    const heading = /^#{1,4}\s*(.+)$/.exec(words)?.[1]
    if (words === '') continue
    if (heading !== undefined || notForPublication.test(words) || /^(?:\* ?){3,}$/.test(words)) {
      endNote()
      if (heading !== undefined) role = heading.toLowerCase().slice(0, 60)
      const kind = heading === undefined ? (/\p{L}/u.test(words) ? 'paragraph' : 'separator') : 'crosshead'
      blocks.push({...linesBlock(kind, [line], null), furniture: 'editors-note'})
    } else if (at === signOff && isSignOff(words, item.provider)) {
      endNote()
      blocks.push({...linesBlock('paragraph', [line], null), furniture: 'sign-off'})
    } else {
      const item = words.replace(/^- /, '')
      const last = note.length - 1
      const runsOn =
        !words.startsWith('- ') &&
        last >= 0 &&
        (/^\s/.test(line.text) || (width !== null && previous.length > width - 12))
      if (runsOn) note[last] += ` ${item}`
      else note.push(item)
    }
    previous = line.text.trimEnd()
  }
  endNote()
  return blocks
}
