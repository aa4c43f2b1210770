import type {Association, BodyBlock, NewsItem} from '../../model/news-item.ts'
import {cleanLink} from '../markup/clean-link.ts'
import {toCopyLines, type CopyLine} from '../wire-text/copy-lines.ts'
import {columnBlock, isColumnLine} from '../wire-text/column-block.ts'
import {isCrossheadLine} from '../wire-text/crosshead.ts'
import {findDateline, type FoundDateline} from '../wire-text/find-dateline.ts'
import {groupLines, joinLines, linesBlock} from '../wire-text/paragraphs.ts'
import {isFilledBreak, wrapWidth} from '../wire-text/wrap-width.ts'
import {
  aboutLine,
  addressLine,
  bullet,
  contactLine,
  endLine,
  notesLine,
  pictureLine,
  releaseLabel,
  releaseNumber,
  sourceLine,
} from './lines.ts'

/** A release taken apart. Header fields go straight to the item. */
export interface ReadRelease {
  dateline: FoundDateline | null
  /** Words of an embargo, as they came. */
  embargo?: string
}

/**
 * Reads the lines of a release into `item`: source and release number above the headline, the headline, the dateline (which
 * may stand alone), subheads, paragraphs, lists, addresses of pictures, boilerplate, contacts and the source line.
 */
export function readRelease(copy: string, item: NewsItem): ReadRelease {
  const lines = toCopyLines(copy)
  const width = wrapWidth(lines.map(({text}) => text))
  const groups = groupLines(lines)
  const blocks: BodyBlock[] = []
  item.blocks = blocks
  const release: ReadRelease = {dateline: null}
  let at = 0
  for (; at < groups.length; at++) {
    const group = groups[at] ?? []
    const opened = findDateline(joinLines(group, width))
    if (opened && (item.headline !== undefined || at > 0 || opened.end < joinLines(group, width).length - 40))
      break
    readHead(group, width, item, release)
    if (item.headline !== undefined && at >= 7) {
      at++
      break
    }
    const next = groups[at + 1]
    if (
      item.headline !== undefined &&
      next &&
      isRunningText(next, width) &&
      !headAhead(groups, at + 1, width)
    ) {
      at++
      break
    }
  }
  let contact = false
  let first = true
  let isOver = false
  const notes: string[] = []
  for (; at < groups.length; at++) {
    const group = groups[at] ?? []
    const text = joinLines(group, width)
    const found = first ? findDateline(text) : null
    if (found) {
      release.dateline = found
      first = false
      if (text.slice(found.end).replace(/[-–—\s]/g, '') === '') continue
    } else if (
      release.dateline &&
      blocks.length === 0 &&
      item.standfirst === undefined &&
      bullet.test(group[0]?.text ?? '')
    ) {
      item.standfirst = listItems(group, width)
        .map((line) => line.text)
        .join('\n')
      continue
    }
    const opening = group[0]?.text.trim() ?? ''
    const isEnd = group.length === 1 && endLine.test(opening)
    if (!isEnd && (isOver || notesLine.test(opening)) && isForNewsrooms(group, item, contact)) {
      notes.push(text)
      isOver = true
      contact = false
      continue
    }
    isOver ||= isEnd
    contact = readGroup(group, width, item, blocks, contact)
  }
  if (notes.length > 0) item.edNotes.push({role: 'editors', text: notes.join('\n\n'), public: false})
  return release
}

/** Behind the end of a story all is for newsrooms: what has no place of its own (contacts, pictures, the source) is a note. */
function isForNewsrooms(group: CopyLine[], item: NewsItem, contact: boolean): boolean {
  const first = group[0]?.text.trim() ?? ''
  return (
    (item.blocks ?? []).length > 0 &&
    !isContact(group, contact) &&
    !group.every(({text}) => pictureLine.test(text.trim()) || addressLine.test(text.trim())) &&
    !(group.length === 1 && sourceLine.test(first))
  )
}

/** A line under one that ended long before it was full, with a capital, is the deck and not the rest of the headline. */
function isDeck(above: string, line: string, width: number | null): boolean {
  const room = (width ?? 0) - above.trim().length
  const [firstWord = ''] = line.trim().split(/\s/, 1)
  return (
    room > firstWord.length + 25 &&
    above.trim().length > 20 &&
    /^\p{Lu}/u.test(firstWord) &&
    !/[,:;–-]$/.test(above.trim())
  )
}

/** True when a dateline comes within the next few groups: what stands before it is still the head. */
function headAhead(groups: readonly CopyLine[][], from: number, width: number | null): boolean {
  return groups.slice(from, from + 4).some((group) => findDateline(joinLines(group, width)) !== null)
}

function isRunningText(group: readonly CopyLine[], width: number | null): boolean {
  const text = joinLines(group, width)
  return text.length > 140 || /[.!?]["”]?$/.test(text)
}

function readHead(
  group: readonly CopyLine[],
  width: number | null,
  item: NewsItem,
  release: ReadRelease,
): void {
  const rest: CopyLine[] = []
  for (const line of group) {
    const words = line.text.trim()
    const source = sourceLine.exec(words)?.[1]
    const number = releaseNumber.exec(words)?.[1]
    if (source !== undefined) item.creditLine ??= source.trim()
    else if (number !== undefined) (item.altIds ??= []).push({role: 'release', value: number})
    else if (
      /\b(?:embargo|not for release|for release|hold for|sperrfrist)/i.test(words) &&
      !/immediate/i.test(words)
    ) {
      release.embargo ??= words
      item.edNotes.push({role: 'embargo', text: words, public: false})
    } else if (releaseLabel.test(words))
      (item.leftOut ??= []).push({text: words, reason: 'section-label', line: line.line})
    else rest.push(line)
  }
  if (rest.length === 0) return
  if (item.headline === undefined) {
    // Senders break headlines where they like; only a line that starts as a list item is no part of one.
    const under = rest.findIndex(
      ({text}, at) => at > 0 && (bullet.test(text) || isDeck(rest[at - 1]!.text, text, width)),
    )
    const lines = under === -1 ? rest : rest.slice(0, under)
    item.headline = lines.map(({text}) => text.trim()).join(' ')
    if (under !== -1)
      item.standfirst = listItems(rest.slice(under), width)
        .map((line) => line.text)
        .join('\n')
  } else {
    const more = pieceLines(rest, width).map((piece) =>
      joinLines(piece, width).replace(/^(?:[•·●▪*]|-{1,2}|–|—)\s+/, ''),
    )
    item.standfirst = [item.standfirst, ...more].filter(Boolean).join('\n')
  }
}

/** Lines of a group cut where a line ended before it was full. */
function pieceLines(lines: readonly CopyLine[], width: number | null): CopyLine[][] {
  const pieces: CopyLine[][] = []
  for (const [at, line] of lines.entries()) {
    const previous = lines[at - 1]
    const open = pieces[pieces.length - 1]
    if (open && previous && width !== null && isFilledBreak(previous.text, line.text, width)) open.push(line)
    else pieces.push([line])
  }
  return pieces
}

/** Reads one group of the story; gives whether the next one still belongs to the contacts. */
function readGroup(
  group: CopyLine[],
  width: number | null,
  item: NewsItem,
  blocks: BodyBlock[],
  contact: boolean,
): boolean {
  const first = group[0]?.text.trim() ?? ''
  if (readPictures(group, item, blocks)) return contact
  if (group.length === 1 && sourceLine.test(first)) {
    const source = sourceLine.exec(first)?.[1]
    if (source) item.creditLine ??= source.trim()
    blocks.push({...linesBlock('paragraph', group, width), furniture: 'sign-off'})
    return contact
  }
  if (group.length === 1 && endLine.test(first)) {
    blocks.push({...linesBlock('separator', group, null), furniture: 'sign-off'})
    return true
  }
  if (isContact(group, contact)) {
    blocks.push({...linesBlock('paragraph', group, width), furniture: 'contact'})
    return true
  }
  if (item.headline !== undefined && isSame(joinLines(group, width), item.headline)) {
    blocks.push({...linesBlock('paragraph', group, width), furniture: 'repeated-headline'})
    return false
  }
  readStoryGroup(group, width, blocks)
  return false
}

function readStoryGroup(group: CopyLine[], width: number | null, blocks: BodyBlock[]): void {
  if (group.length > 1 && group.every(({text}) => isColumnLine(text))) {
    blocks.push(columnBlock(group))
    return
  }
  const [head, second] = group
  if (head && second && !bullet.test(head.text)) {
    const third = group[2]?.text
    const heads =
      isHeadOf(head.text, second.text, width) ||
      (third !== undefined &&
        isShortHead(head.text, width) &&
        isShortHead(second.text, width) &&
        isHeadOf(second.text, third, width))
    if (heads) {
      blocks.push({...linesBlock('crosshead', [head], null), level: 2})
      readStoryGroup(group.slice(1), width, blocks)
      return
    }
  }
  if (group.some(({text}) => bullet.test(text)) && bullet.test(head?.text ?? '')) {
    for (const item of listItems(group, width))
      blocks.push({kind: 'listItem', list: 'bullet', level: 1, text: item.text, at: {line: item.line}})
    return
  }
  const block = linesBlock('paragraph', group, width)
  if (group.length === 1 && (isCrossheadLine(block.text) || isStandingHead(block.text)))
    blocks.push({...block, kind: 'crosshead', level: 2})
  else blocks.push(block)
}

/** A short first line over text that fills its lines heads it. */
function isHeadOf(line: string, next: string, width: number | null): boolean {
  if (width === null || isFilledBreak(line, next, width)) return false
  if (aboutLine.test(line.trim()) && line.trim().length <= 70) return true
  if (!isShortHead(line, width)) return false
  return bullet.test(next)
    ? line.trim().length < 50
    : next.trim().length > width * 0.7 && next.trim().length > line.trim().length
}

function isShortHead(line: string, width: number | null): boolean {
  const words = line.trim()
  return (
    width !== null &&
    words.length <= 70 &&
    !reach.test(words) &&
    !/https?:\/\//.test(words) &&
    !/[.!?,;]["”)]?$/.test(words)
  )
}

/** A line alone between blank ones, in title case and without an end of a sentence. */
function isStandingHead(text: string): boolean {
  if (aboutLine.test(text) && text.length <= 70) return true
  if (text.length > 60 || /[.!?:;,”"')]$/.test(text) || /https?:|@|\d{4}/.test(text)) return false
  const words = text.split(/\s+/)
  return (
    words.length >= 2 &&
    /^\p{Lu}/u.test(text) &&
    words.filter((word) => /^\p{Lu}/u.test(word)).length >= words.length / 2
  )
}

function listItems(group: readonly CopyLine[], width: number | null): {text: string; line: number}[] {
  const items: CopyLine[][] = []
  for (const line of group) {
    const own = bullet.exec(line.text)?.[1]
    const open = items[items.length - 1]
    if (own !== undefined || !open) items.push([{...line, text: own ?? line.text}])
    else open.push(line)
  }
  return items.map((lines) => ({
    text: lines.map(({text}) => text.trim()).join(width === null ? '\n' : ' '),
    line: lines[0]?.line ?? 0,
  }))
}

const reach = /@[\w-]+\.\w|(?:\+|\b0)[\d\s().-]{6,}\d|\b(?:tel|phone|mobile|fax|e-?mail)\b/i

function isContact(group: readonly CopyLine[], within: boolean): boolean {
  const first = group[0]?.text.trim() ?? ''
  const short = group.every(({text}) => text.trim().length < 72)
  if (contactLine.test(first) && (group.length > 1 ? short : first.length < 120)) return true
  // A block of short lines with ways to reach someone, after the contacts have started.
  return (
    within &&
    short &&
    (group.length > 1 || first.length < 60) &&
    group.some(({text}) => reach.test(text) || /\d{5}/.test(text))
  )
}

/** Lines that are nothing but addresses of pictures become pictures of the item; gives whether the group was that. */
function readPictures(group: readonly CopyLine[], item: NewsItem, blocks: BodyBlock[]): boolean {
  const found: {kind: string; href: string; lines: CopyLine[]}[] = []
  for (let at = 0; at < group.length; at++) {
    const line = group[at]
    const match = line === undefined ? null : pictureLine.exec(line.text.trim())
    if (!line || !match) return false
    const next = group[at + 1]
    const href = match[2] ?? (next && addressLine.exec(next.text.trim())?.[1])
    if (!href) return false
    const lines = match[2] || !next ? [line] : [line, next]
    at += lines.length - 1
    found.push({kind: (match[1] ?? 'photo').toLowerCase(), href: href.replace(/\)$/, ''), lines})
  }
  for (const {kind, href, lines} of found) {
    const address = cleanLink(href)
    if (!address) continue
    const association: Association = {
      itemClass: kind.startsWith('video')
        ? 'video'
        : kind.startsWith('logo') || kind.startsWith('infographic')
          ? 'graphic'
          : 'picture',
      name: kind,
      captions: [],
      renditions: [{href: address}],
    }
    item.associations.push(association)
    const line = lines[0]?.line ?? 1
    blocks.push({
      kind: 'image',
      text: joinLines(lines, null).replace('\n', ' '),
      association: item.associations.length - 1,
      at: {line},
    })
  }
  return found.length > 0
}

function isSame(text: string, headline: string): boolean {
  return text.length < headline.length * 2 && squeeze(text) === squeeze(headline)
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase()
}
