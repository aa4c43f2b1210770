import type {BodyBlock, NewsItem} from '../../model/news-item.ts'
import {isContact} from '../press-release/is-contact.ts'
import {embargoLine, noticeNumber, releaseLabel} from '../press-release/lines.ts'
import {readDateLine} from '../wire-text/date-line.ts'
import {findDateline} from '../wire-text/find-dateline.ts'
import {findEmbargo} from '../wire-text/find-notices.ts'
import {bylineShape, isMarked} from './opening-blocks.ts'

/** What the head of a document says besides headline, standfirst and byline. */
export interface WrittenHead {
  /** Words of an embargo, as they came. */
  embargo?: string
  /** The day of a line of its own, ISO 8601 without a zone. */
  date?: string
  /** Place and day of a line of their own. */
  placed?: {dateline: string; located: string}
}

/** How far down a document's headline may stand. */
const reach = 10

/** The level that a document's subtitle is given, to be told from a heading. */
export const subtitleLevel = 6

/**
 * Takes the head off a written document (a Word document): labels, embargoes, dates and contacts above the headline are marked
 * as not the story; the first heading, line in bold or, where there is neither, short first line is the headline; subtitle and
 * byline stand below it. Gives what else the head says.
 */
export function takeWrittenHead(item: NewsItem): WrittenHead {
  const blocks = item.blocks ?? []
  const found: WrittenHead = {}
  const rest = () => blocks.filter(({text, furniture}) => text !== '' && furniture === undefined)
  for (const block of rest().slice(0, reach)) {
    const reason = whyNoHeadline(block, found)
    if (reason === null) break
    block.furniture = reason
  }
  const [first, second, third] = rest()
  if (!first) return found
  const heading = rest()
    .slice(0, 4)
    .find(({kind, level}) => kind === 'crosshead' && level !== subtitleLevel)
  const above = heading === undefined ? [] : rest().slice(0, rest().indexOf(heading))
  // What stands above a heading is the head too only while it is short.
  const headline =
    heading && above.every((block) => block.text.length < 80 && !isSentence(block.text))
      ? heading
      : isMarked(first, 'strong') || isHeadline(first, second, third)
        ? first
        : undefined
  if (headline === undefined) return found
  if (headline === heading)
    for (const block of above) block.furniture = whyNoHeadline(block, found) ?? 'section-label'
  item.headline = headline.text.replaceAll(/\s+/g, ' ')
  take(blocks, headline)
  const below = rest()
  for (const [at, block] of below.slice(0, 4).entries()) {
    if (item.byline === undefined && isByline(block)) {
      item.byline = block.text
      take(blocks, block)
    } else if (item.standfirst === undefined && isStandfirst(block, below[at + 1])) {
      item.standfirst = block.text
      take(blocks, block)
    } else {
      const reason = whyNoHeadline(block, found)
      if (reason === null) break
      block.furniture = reason
    }
  }
  return found
}

function take(blocks: BodyBlock[], block: BodyBlock): void {
  blocks.splice(blocks.indexOf(block), 1)
}

function isSentence(text: string): boolean {
  return /[.!?]["”’»)]?$/.test(text)
}

function isByline({kind, text}: BodyBlock): boolean {
  return kind === 'paragraph' && text.split(/\s+/).length <= 14 && bylineShape.test(text)
}

/** A line of its own over a byline, or over text that is longer and ends as sentences do. */
function isHeadline(block: BodyBlock, next?: BodyBlock, further?: BodyBlock): boolean {
  if (block.kind !== 'paragraph' || block.text.length > 120 || block.text.length < 12) return false
  if (/[.;:,!]$/.test(block.text) || block.text.includes('\n') || findDateline(block.text)) return false
  if (next === undefined) return false
  return (
    isByline(next) ||
    [next, further].some(
      (below) => below?.kind === 'paragraph' && below.text.length > 60 && isSentence(below.text),
    )
  )
}

/** A heading above the byline stands below the headline as its second deck. */
function isStandfirst(block: BodyBlock, next?: BodyBlock): boolean {
  if (block.kind === 'crosshead')
    return block.level === subtitleLevel || (next !== undefined && isByline(next))
  return (
    block.kind === 'paragraph' &&
    block.text.length < 300 &&
    findDateline(block.text) === null &&
    (isMarked(block, 'em', 300) || isMarked(block, 'strong', 300))
  )
}

function whyNoHeadline({kind, text}: BodyBlock, found: WrittenHead): string | null {
  const words = text.trim()
  if (!['paragraph', 'crosshead'].includes(kind) || words.length > 160) return null
  if (releaseLabel.test(words) && words.length < 60 && !isSentence(words)) return 'section-label'
  if (noticeNumber.test(words)) return 'section-label'
  if (embargoLine.test(words) || /^\W*(?:STRICTLY )?EMBARGO/.test(words)) {
    found.embargo ??= findEmbargo(words) ?? words
    return 'editors-note'
  }
  const date = readDateLine(words)
  const placed = date === null ? findDateline(`${words} - `) : null
  if (date !== null) found.date ??= date
  else if (placed?.date !== undefined && placed.dateline === words) {
    found.date ??= placed.date
    found.placed ??= {dateline: placed.dateline, located: placed.located}
  }
  if (date !== null || (placed?.date !== undefined && placed.dateline === words)) return 'timestamp'
  const lines = words.split('\n').map((line, at) => ({text: line, line: at, offset: 0}))
  return isContact(lines, false) ? 'contact' : null
}
