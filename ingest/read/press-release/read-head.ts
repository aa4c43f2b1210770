import type {NewsItem} from '../../model/news-item.ts'
import type {CopyLine} from '../wire-text/copy-lines.ts'
import {joinLines} from '../wire-text/paragraphs.ts'
import {isFilledBreak} from '../wire-text/wrap-width.ts'
import {isContact} from './is-contact.ts'
import {bullet, noticeNumber, releaseLabel, releaseNumber, sourceLine} from './lines.ts'
import {listItems} from './list-items.ts'
import type {ReadRelease} from './release.ts'

/** Reads lines above the story: source, number, embargo and labels, else the headline, and below it the standfirst. */
export function readHead(
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
  const isLetterhead = group.length <= 4 && rest.some(({text}) => noticeNumber.test(text.trim()))
  if (item.headline === undefined && (isLetterhead || isContact(group, false))) {
    const reason = isLetterhead ? 'section-label' : 'contact'
    for (const {text, line} of rest) (item.leftOut ??= []).push({text: text.trim(), reason, line})
    return
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
