import type {BodyBlock, NewsItem} from '../../model/news-item.ts'
import {columnBlock, isColumnLine} from '../wire-text/column-block.ts'
import type {CopyLine} from '../wire-text/copy-lines.ts'
import {isCrossheadLine} from '../wire-text/crosshead.ts'
import {findDateline} from '../wire-text/find-dateline.ts'
import {findEmbargo} from '../wire-text/find-notices.ts'
import {linesBlock} from '../wire-text/paragraphs.ts'
import {wireWidth} from '../wire-text/wrap-width.ts'
import {isControlRow, isSemicolonRow, tableBlock, toControlRow, toSemicolonRow} from './table-rows.ts'

/** The text of a message: its blocks, and what of its header lines is no field of an item. */
export interface AnpaText {
  slug?: string
  blocks: BodyBlock[]
  leftOut: NonNullable<NewsItem['leftOut']>
}

const writerRole = /\b(?:writers?|correspondents?|editors?|reporters?|columnists?|analysts?|staff|chief)\b/i
const pictureNumbers = /^(?:\w{1,12} )?(?:photos?|graphics?|video|audio)\b/i
const editorsNote =
  /^(?:eds?|editors?|note|advisory)\b[^:]{0,30}:|^editors?['’]s?'? note\b|^(?:with|moving|stands)\b.*\b(?:photos?|graphics?)\b/i

const copyrightLine = /^(?:c\.?\s?|\(c\)\s?|©\s?|copyright\s)(?:19|20)\d{2}\b/i
/** Said to the desk in the middle of a story, in brackets and capitals. */
const inStoryNote =
  /^\((?:STORY CAN END|OPTIONAL|BEGIN OPTIONAL|END OPTIONAL|MORE|EDITORS?\b|EDS\b|STORY MAY)\P{Ll}*\)$|^(?:Eds|EDS|Editors):\s/u

/**
 * Reads the lines between start and end of text. Header lines start with a caret and end in `<` or `=`: the slugline first,
 * then headline, picture numbers, notes to editors, a summary, the byline and the writer's title (AP's order, which other
 * members keep). The first indented line or table row opens the story. Headline, byline, notes and summary go to `item`.
 */
export function readAnpaText(lines: readonly CopyLine[], item: NewsItem): AnpaText {
  const text: AnpaText = {blocks: [], leftOut: []}
  let at = 0
  for (; at < lines.length; at++) {
    const line = lines[at]
    if (line === undefined || line.text.trim() === '') continue
    if (opensStory(line, item)) break
    readHeaderLine(line, text, item)
  }
  readStory(lines.slice(at), text)
  const opening = text.blocks.find(({kind}) => kind === 'paragraph')?.text ?? ''
  if (item.standfirst !== undefined && repeats(item.standfirst, opening)) {
    text.leftOut.push({text: item.standfirst, reason: 'repeated-text'})
    delete item.standfirst
  }
  return text
}

function opensStory(line: CopyLine, item: NewsItem): boolean {
  if (isControlRow(line.text) || isSemicolonRow(line.text)) return true
  if (/^(?:\t| {3})/.test(line.text)) return true
  const {words, mark} = splitMark(line.text)
  return (
    mark === '=' && item.byline !== undefined && !/^by\s/i.test(words) && !isWriterTitle(words, item.byline)
  )
}

function readHeaderLine(line: CopyLine, text: AnpaText, item: NewsItem): void {
  const {words, mark} = splitMark(line.text)
  if (words === '') return
  if (text.slug === undefined) text.slug = words
  else if (/^by\s+\p{L}/iu.test(words) && words.length < 160) item.byline = words
  else if (pictureNumbers.test(words)) item.edNotes.push({role: 'pictures', text: words, public: false})
  else if (editorsNote.test(words)) item.edNotes.push({role: 'editors', text: words, public: false})
  else if (words.length < 160 && findEmbargo(words) !== null)
    item.edNotes.push({role: 'embargo', text: words, public: false})
  else if (/^\([^()]{1,150}\)$/.test(words)) item.edNotes.push({role: 'editors', text: words, public: false})
  else if (copyrightLine.test(words)) item.copyrightNotice ??= words
  else if (item.byline !== undefined && isWriterTitle(words, item.byline)) {
    if (!writerRole.test(words)) item.creditLine ??= words
    else text.leftOut.push({text: words, reason: 'author-note', line: line.line})
  } else if (item.headline === undefined && isFlag(words))
    item.edNotes.push({role: 'flag', text: words, public: false})
  else if (item.headline === undefined && isPickup(words, text.slug))
    item.edNotes.push({role: 'pickup', text: words, public: false})
  else if (isAsked(words)) item.edNotes.push({role: 'editors', text: words, public: false})
  else if (item.headline === undefined) item.headline = words
  else if (mark === '=') text.blocks.push({kind: 'paragraph', text: words, at: {line: line.line}})
  else if (item.standfirst === undefined) item.standfirst = words
  else text.leftOut.push({text: words, reason: 'outside-the-story', line: line.line})
}

/** What editors are asked to do with other copy: a message to the desk, not a headline. */
function isAsked(words: string): boolean {
  return /^attention (?:news |all |sports )?editors?\b|^(?:please )?(?:withhold|kill|hold|disregard)\b.*\b[a-z]{0,2}\d{3,5}\b/i.test(
    words,
  )
}

/** Words that only say how much hurry there is, or what has become of the story: no headline. */
function isFlag(words: string): boolean {
  return /^(?:\W*\b(?:urgent|bulletin|flash|news ?alert|ap ?newsalert|mandatory|kill|advisory|correction|withhold)\b\W*)+$/i.test(
    words.slice(0, 60),
  )
}

/** An add or insert names the last words of the part that it follows: `HULL: 5 p.m.` */
function isPickup(words: string, slug: string | undefined): boolean {
  return (
    /,\s*(?:\d+(?:st|nd|rd|th)\s+)?(?:add|insert|sub)\b/i.test(slug ?? '') &&
    /^\P{Ll}{2,40}(?:, [\p{L}. ]{2,20})?: .*[.!?"”']$/u.test(words)
  )
}

/** The line under a byline: the writer's role, or whom the writer works for. A byline of the agency itself has none. */
function isWriterTitle(words: string, byline: string): boolean {
  if (writerRole.test(words)) return true
  if (/^by the\s/i.test(byline)) return false
  return /\p{Ll}/u.test(words) || /^THE \P{Ll}{3,30} (?:PRESS|NEWS|SERVICE|AGENCY)$/u.test(words)
}

function splitMark(line: string): {words: string; mark: string} {
  const trimmed = line.trim()
  const mark = /[<=+]$/.exec(trimmed)?.[0] ?? ''
  const words = trimmed.slice(trimmed.startsWith('^') ? 1 : 0, trimmed.length - mark.length)
  return {words: withoutControls(words), mark}
}

function withoutControls(words: string): string {
  return words.replace(/[\u0000-\u0008\u000B-\u001F\s]+/g, ' ').trim()
}

function readStory(lines: readonly CopyLine[], text: AnpaText): void {
  const width = wireWidth(lines.map((line) => line.text))
  let paragraph: CopyLine[] = []
  const endParagraph = () => {
    if (paragraph.length > 0) pushParagraph(paragraph, width, text)
    paragraph = []
  }
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    if (line === undefined) continue
    const rows = tableRun(lines, at)
    const columns = rows > 0 ? 0 : columnRun(lines, at)
    if (columns > 0) {
      endParagraph()
      text.blocks.push(columnBlock(lines.slice(at, at + columns)))
      at += columns - 1
    } else if (rows > 0) {
      endParagraph()
      const run = lines.slice(at, at + rows)
      text.blocks.push(
        tableBlock(
          run.map(({text: row}) => (isControlRow(row) ? toControlRow(row) : toSemicolonRow(row))),
          line,
        ),
      )
      at += rows - 1
    } else if (line.text.trim() === '' || line.text.startsWith('\u000C')) {
      endParagraph()
    } else if (line.text.startsWith('^')) {
      endParagraph()
      pushParagraph([line], width, text, /=\s*$/.test(line.text))
    } else {
      if (/^(?:\t| {2})/.test(line.text)) endParagraph()
      paragraph.push(line)
    }
  }
  endParagraph()
}

/** How many lines from `at` on are rows of one table; a single row between semicolons is no table. */
function tableRun(lines: readonly CopyLine[], at: number): number {
  const isRow = isControlRow(lines[at]?.text ?? '') ? isControlRow : isSemicolonRow
  let end = at
  while (end < lines.length && isRow(lines[end]?.text ?? '')) end++
  return isRow === isControlRow || end - at > 1 ? end - at : 0
}

/** How many lines from `at` on are set in columns by spaces; one alone is no table. */
function columnRun(lines: readonly CopyLine[], at: number): number {
  let end = at
  while (end < lines.length && !lines[end]!.text.startsWith('^') && isColumnLine(lines[end]!.text)) end++
  return end - at > 1 ? end - at : 0
}

function pushParagraph(
  lines: readonly CopyLine[],
  width: number | null,
  text: AnpaText,
  headed = false,
): void {
  const clean = lines.map((line) => ({...line, text: cleanLine(line.text)}))
  const block = linesBlock('paragraph', clean, width)
  if (lines.length === 1) block.at = placeOf(block.text, lines[0])
  if (block.text === '') return
  if (/^[_*=-]{2,}$/.test(block.text)) block.kind = 'separator'
  else if (/^(?:end|\(?more\)?|-30-|30|#{2,})$/i.test(block.text)) block.furniture = 'sign-off'
  else if (inStoryNote.test(block.text)) block.furniture = 'editors-note'
  else if (headed || (text.blocks.length > 0 && isCrossheadLine(block.text) && !findDateline(block.text))) {
    block.kind = 'crosshead'
    block.level = 2
  }
  text.blocks.push(block)
}

function cleanLine(line: string): string {
  const indent = /^\s*/.exec(line)?.[0] ?? ''
  const {words} = splitMark(line)
  return indent.replace(/[^\t ]/g, '') + words
}

function placeOf(words: string, line: CopyLine | undefined): NonNullable<BodyBlock['at']> {
  const found = line?.text.indexOf(words) ?? -1
  return line === undefined
    ? {}
    : found === -1
      ? {line: line.line}
      : {line: line.line, offset: line.offset + found}
}

/** True when a summary says in the same words how the story opens. */
function repeats(summary: string, opening: string): boolean {
  const start = opening
    .slice(findDateline(opening)?.end ?? 0)
    .trim()
    .slice(0, 60)
  return start.length >= 20 && summary.startsWith(start)
}
