import type {NewsItem} from '../../model/news-item.ts'
import type {CopyLine} from '../wire-text/copy-lines.ts'
import {readDateLine} from '../wire-text/date-line.ts'
import {findDateline} from '../wire-text/find-dateline.ts'
import {joinLines} from '../wire-text/paragraphs.ts'
import {isFilledBreak} from '../wire-text/wrap-width.ts'
import {isContact} from './is-contact.ts'
import {cleanSource, looksLikeName} from './letterhead.ts'
import {
  bullet,
  desksLine,
  embargoLine,
  noticeNumber,
  publishedLabel,
  releaseLabel,
  releaseNumber,
  sourceLine,
  transmissionKeys,
  transmissionLine,
} from './lines.ts'
import {listItems} from './list-items.ts'
import type {ReadRelease} from './release.ts'

const embargoOpens =
  /^\W*(?:(?:strictly|under|sous|bajo|sotto|onder)\s+)?(?:embargo|not for release|for release|hold for|sperrfrist)/i
const providedBy = /^(?:(?:news |content |release )?(?:provided|issued|sent) by:?|from:)$/i

/**
 * Reads lines above the story: source, number, embargo, date, labels and the sender's own name, else the headline, and below it
 * byline and standfirst.
 */
export function readHead(
  group: readonly CopyLine[],
  width: number | null,
  item: NewsItem,
  release: ReadRelease,
): void {
  if (item.headline !== undefined && isContact(group, false)) {
    for (const {text, line} of group) leaveOut(item, text.trim(), 'contact', line)
    return
  }
  const rest: CopyLine[] = []
  for (const line of group) {
    const words = line.text.trim()
    if (isLabel(line, item, release)) dropLetterhead(rest, noticeNumber.test(words), item, release)
    else if (!readSender(line, item, release)) rest.push(withoutKeys(line, item))
  }
  if (rest.length === 0) return
  if (item.headline === undefined && isContact(rest, false)) {
    for (const {text, line} of rest) leaveOut(item, text.trim(), 'contact', line)
    return
  }
  const byline = rest.findIndex(
    ({text}, at) =>
      (at > 0 || item.headline !== undefined) && /^By\s+[\p{L}.’' -]{3,80}$/iu.test(text.trim()),
  )
  if (byline !== -1 && item.byline === undefined) {
    item.byline = rest[byline]!.text.trim()
    rest.splice(byline, 1)
    if (rest.length === 0) return
  }
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

function leaveOut(item: NewsItem, text: string, reason: string, line: number): void {
  ;(item.leftOut ??= []).push({text, reason, line})
}

/** Takes a line that says what the copy is: its number, an embargo, "press release". */
function isLabel({text, line}: CopyLine, item: NewsItem, release: ReadRelease): boolean {
  const words = text.trim()
  const number = releaseNumber.exec(words)?.[1]
  if (number !== undefined) (item.altIds ??= []).push({role: 'release', value: number})
  else if (
    words.length < 160 &&
    (embargoLine.test(words) || embargoOpens.test(words)) &&
    !/immediate/i.test(words)
  ) {
    release.embargo ??= words
    item.edNotes.push({role: 'embargo', text: words, public: false})
  } else if (releaseLabel.test(words)) {
    leaveOut(item, words, 'section-label', line)
    const date = readDateLine(words.replace(/^.*?[:,–-]\s+/, ''))
    if (date !== null) release.date ??= date
  } else if (noticeNumber.test(words) || transmissionLine.test(words) || desksLine.test(words))
    leaveOut(item, words, 'section-label', line)
  else if (publishedLabel.test(words)) leaveOut(item, words, 'timestamp', line)
  else return false
  return true
}

/** The line without a distributor's keys in front of it. */
function withoutKeys(line: CopyLine, item: NewsItem): CopyLine {
  const keys = transmissionKeys.exec(line.text.trimStart())?.[0]
  if (keys === undefined) return line
  leaveOut(item, keys.trim(), 'section-label', line.line)
  return {...line, text: line.text.trimStart().slice(keys.length)}
}

/** Takes a line that says who sends the copy, where and when. */
function readSender({text, line}: CopyLine, item: NewsItem, release: ReadRelease): boolean {
  const words = text.trim()
  const source = sourceLine.exec(words)?.[1]
  if (source !== undefined) item.creditLine ??= cleanSource(source)
  else if (providedBy.test(words)) {
    leaveOut(item, words, 'section-label', line)
    release.isSenderNext = true
  } else if (release.isSenderNext || release.sources?.includes(words)) {
    item.creditLine ??= words
    delete release.isSenderNext
    leaveOut(item, words, 'section-label', line)
  } else {
    const date = readDateLine(words)
    const placed = date === null && words.length < 90 ? findDateline(`${words} - `) : null
    if (date !== null) {
      release.date ??= date
      leaveOut(item, words, 'timestamp', line)
      if (release.letterhead === undefined) dropLetterhead([], false, item, release)
    } else if (placed?.date !== undefined && placed.agency === undefined && placed.dateline === words)
      release.dateline ??= placed
    else return false
  }
  return true
}

/** What stood above a label is the sender's name: above a number always, else where the copy has it again. */
function dropLetterhead(rest: CopyLine[], isNumbered: boolean, item: NewsItem, release: ReadRelease): void {
  const only = rest.length === 1 && item.headline === undefined ? rest[0] : undefined
  const name =
    only?.text.trim() ?? (item.standfirst === undefined && rest.length === 0 ? item.headline : undefined)
  if (name === undefined || !looksLikeName(name)) return
  const below = release.copy?.toLowerCase().split(name.toLowerCase()).length ?? 0
  if (!isNumbered && below < 3) return
  release.letterhead ??= {text: name, ...(only ? {line: only.line} : {})}
  if (only) rest.pop()
  else delete item.headline
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

/**
 * A line under one that ended long before it was full, with a capital, is the deck and not the rest of the headline; so is one in small
 * letters under capitals or title case.
 */
function isDeck(above: string, line: string, width: number | null): boolean {
  if (capitalShare(above) > 0.8 && capitalShare(line) < 0.6 && /^\p{Lu}/u.test(line.trim())) return true
  const room = (width ?? 0) - above.trim().length
  const [firstWord = ''] = line.trim().split(/\s/, 1)
  return (
    room > firstWord.length + 25 &&
    above.trim().length > 20 &&
    /^\p{Lu}/u.test(firstWord) &&
    !/[,:;–-]$/.test(above.trim())
  )
}

/** Of the longer words behind the first, the share that has a capital; of fewer than two none. */
function capitalShare(line: string): number {
  const words = (line.match(/\p{L}[\p{L}’'-]{3,}/gu) ?? []).slice(1)
  return words.length < 2 ? Number.NaN : words.filter((word) => /^\p{Lu}/u.test(word)).length / words.length
}
