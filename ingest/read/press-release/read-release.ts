import type {BodyBlock, NewsItem} from '../../model/news-item.ts'
import {toCopyLines, type CopyLine} from '../wire-text/copy-lines.ts'
import {findDateline} from '../wire-text/find-dateline.ts'
import {groupLines, joinLines, linesBlock} from '../wire-text/paragraphs.ts'
import {wrapWidth} from '../wire-text/wrap-width.ts'
import {isContact, reach} from './is-contact.ts'
import {addressLine, bullet, endLine, notesLine, pictureLine, sourceLine} from './lines.ts'
import {cleanSource, holdHeadline, isLetterhead, sourceNames} from './letterhead.ts'
import {listItems} from './list-items.ts'
import {readHead} from './read-head.ts'
import {readPictures} from './read-pictures.ts'
import {readStoryGroup} from './read-story-group.ts'
import type {ReadRelease} from './release.ts'

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
  const release: ReadRelease = {dateline: null, sources: sourceNames(lines), copy}
  let at = 0
  for (; at < groups.length; at++) {
    const group = groups[at] ?? []
    const opened = findDateline(joinLines(group, width))
    if (opened && (item.headline !== undefined || at > 0 || opened.end < joinLines(group, width).length - 40))
      break
    if (release.letterhead !== undefined && item.headline === undefined && isRunningText(group, width)) break
    if (
      item.headline === undefined &&
      isLetterhead(group) &&
      holdHeadline(headBelow(groups, at + 1, width))
    ) {
      for (const {text, line} of group)
        (item.leftOut ??= []).push({
          text: text.trim(),
          reason: reach.test(text) ? 'contact' : 'section-label',
          line,
        })
      continue
    }
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
  if (release.letterhead !== undefined) {
    if (item.headline === undefined) item.headline = release.letterhead.text
    else (item.leftOut ??= []).push({...release.letterhead, reason: 'section-label'})
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

/** The groups from one on that stand above the story. */
function headBelow(groups: readonly CopyLine[][], from: number, width: number | null): CopyLine[][] {
  const below = groups.slice(from, from + 6)
  const story = below.findIndex(
    (group) => isRunningText(group, width) || findDateline(joinLines(group, width)),
  )
  return story === -1 ? below : below.slice(0, story)
}

/** True when a dateline comes within the next few groups: what stands before it is still the head. */
function headAhead(groups: readonly CopyLine[][], from: number, width: number | null): boolean {
  return groups.slice(from, from + 4).some((group) => findDateline(joinLines(group, width)) !== null)
}

function isRunningText(group: readonly CopyLine[], width: number | null): boolean {
  const text = joinLines(group, width)
  return text.length > 140 || /[.!?]["”]?$/.test(text)
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
    if (source) item.creditLine ??= cleanSource(source)
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

function isSame(text: string, headline: string): boolean {
  return text.length < headline.length * 2 && squeeze(text) === squeeze(headline)
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase()
}
