import type {BodyBlock, NewsItem} from '../../model/news-item.ts'
import {columnBlock, isColumnLine} from '../wire-text/column-block.ts'
import type {CopyLine} from '../wire-text/copy-lines.ts'
import {isCrossheadLine} from '../wire-text/crosshead.ts'
import {linesBlock} from '../wire-text/paragraphs.ts'
import {wireWidth} from '../wire-text/wrap-width.ts'
import type {Iptc7901Header} from './read-header.ts'
import {findDateline} from '../wire-text/find-dateline.ts'
import {bullet} from '../press-release/lines.ts'
import {listItems} from '../press-release/list-items.ts'
import {readLeadBlocks} from './lead-blocks.ts'
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
  const blocks = readLeadBlocks(readParagraphs(story.slice(0, notebookAt), item.provider), item)
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
    if (text.trim() === '' && marksItsEnd(lines.slice(at, first + 8))) continue
    if (text.trim() === '' || (at > first && (/^ {2,}/.test(text) || findDateline(text) !== null))) {
      // Only short lines make a heading; a story that starts at once has none.
      const heads = lines.slice(first, at)
      return heads.every((line) => line.text.length < 100 && !/[.!?]\s*$/.test(line.text)) ? at : above
    }
  }
  return above
}

/** A second headline may stand below a blank line; the mark behind it ends the heading. */
function marksItsEnd(lines: readonly CopyLine[]): boolean {
  const next = lines.findIndex(({text}) => text.trim() !== '')
  const group = lines.slice(next)
  const end = group.findIndex(({text}) => text.trim() === '' || /^ {2,}/.test(text))
  const heads = end === -1 ? group : group.slice(0, end)
  return (
    next !== -1 &&
    heads.length <= 3 &&
    /\S\s*[=+]\s*$/.test(heads.at(-1)?.text ?? '') &&
    !heads.some(({text}) => findDateline(text) !== null)
  )
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
  const width = wireWidth(lines.map(({text}) => text))
  const blocks: BodyBlock[] = []
  let paragraph: CopyLine[] = []
  const endParagraph = () => {
    if (paragraph.length > 1 && paragraph.every(({text}) => isColumnLine(text)))
      blocks.push(columnBlock(paragraph))
    else if (isList(paragraph, blocks.length === 0))
      for (const item of listItems(paragraph, width))
        blocks.push({kind: 'listItem', list: 'bullet', level: 1, text: item.text, at: {line: item.line}})
    else if (paragraph.length > 0)
      blocks.push(kindOf(linesBlock('paragraph', paragraph, width), blocks.length > 0))
    paragraph = []
  }
  const signOff = lastWords(lines)
  // Where lines run on unindented, an indent starts a paragraph.
  const opensByIndent = lines.some(({text}, at) => {
    const before = lines[at - 1]?.text ?? ''
    if (bullet.test(before) || isColumnLine(text)) return false
    return (/^\S/.test(text) && isIndented(before)) || (isIndented(text) && /^\S/.test(before))
  })
  const runsUnindented = lines.some(({text}) => /^\S.{40}/.test(text) && !isColumnLine(text))
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
        (bullet.test(paragraph[0]!.text)
          ? !goesOnUnder(previous.text, line.text)
          : opensByIndent ||
            !isIndented(previous.text) ||
            endsEarly(previous.text, runsUnindented ? null : width))
      )
        endParagraph()
      paragraph.push(line)
    }
  }
  endParagraph()
  return blocks.map((block, at) =>
    isStandingHead(blocks[at - 1], block, blocks[at + 1]) ? {...block, kind: 'crosshead', level: 2} : block,
  )
}

/** A short line without an end, alone between a paragraph that has ended and one that runs on. */
function isStandingHead(
  above: BodyBlock | undefined,
  block: BodyBlock,
  below: BodyBlock | undefined,
): boolean {
  const isStory = (other: BodyBlock | undefined) =>
    other?.kind === 'paragraph' && other.furniture === undefined
  return (
    isStory(above) &&
    isStory(block) &&
    isStory(below) &&
    block.text.length <= 60 &&
    /^[\p{Lu}«„"].*[\p{L}»“"]$/su.test(block.text) &&
    /\p{Ll}{3}/u.test(block.text) &&
    !block.text.includes('\n') &&
    /[.!?]["”’»)]?$/.test(above!.text) &&
    above!.text.length > 60 &&
    below!.text.length > 80
  )
}

/** A line of a list's item stands as far in as its words. */
function goesOnUnder(above: string, line: string): boolean {
  const indent = (text: string) => text.length - text.trimStart().length
  return !bullet.test(line) && indent(line) > indent(above) - (bullet.test(above) ? 0 : 1)
}

/** Two dashes alone may be two speakers, or an aside; stars and points are a list, as is what stands above the story. */
function isList(lines: readonly CopyLine[], opens: boolean): boolean {
  if (!bullet.test(lines[0]?.text ?? '')) return false
  return (
    lines.filter(({text}) => bullet.test(text)).length >= (/^\s*[-–—]/.test(lines[0]!.text) && !opens ? 3 : 1)
  )
}

/** Ends a sentence, with a `width` well before the line is full. */
function endsEarly(line: string, width: number | null): boolean {
  return /[.!?]["”’»)]?\s*$/.test(line) && (width === null || line.trimEnd().length < width - 15)
}

/** `=`, `./.`, `(END)`, `(Schluss)`, `(Forts. mögl.)`, with or without the desk's initials behind it. */
function isEndMark(words: string): boolean {
  return /^(?:={1,3}|\.\/\.|(?:\(?(?:END|FIN)\)?|\((?:end|ends|more|fin|[Ss]chluss|[Ff]orts\.?[^()]{0,20}|[Ff]ortsetzung[^()]{0,20})\))(?:\s[\p{L}\d]{1,5}(?:\/[\p{L}\d]{1,5})*)?)$/u.test(
    words,
  )
}

function isIndented(line: string): boolean {
  return /^(?: {2,}|\t)\S/.test(line)
}

/** Said to the desk in brackets of its own, within the story. */
const toDesk =
  /^\((?:(?:achtung|hinweis|attention|atención|atenção|attenzione|let op|zu dieser meldung|eds|editors)(?!\p{L})|(?:berichtigung|korrektur|korrigiert|rectificatif|correctif|correction|corrección|rectificación|correção|rettifica|rectificatie|correctie|rättelse|rettelse|sprostowanie)\s?[:–-]|(?:note|nota) (?:to|aux?|à|a los|aos|ai) )[^()]{1,400}\)$/iu

function kindOf(block: BodyBlock, inStory: boolean): BodyBlock {
  if (/^(?:[_*=-] ?){2,}$/.test(block.text)) return {...block, kind: 'separator'}
  if (/^\(\(.*\)\)(?:\s+Keywords?: .*)?$|^Keywords?: \P{Ll}+$/su.test(block.text))
    return {...block, furniture: 'editors-note'}
  if (toDesk.test(block.text)) return {...block, furniture: 'editors-note'}
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
  const width = wireWidth(lines.map(({text}) => text))
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
