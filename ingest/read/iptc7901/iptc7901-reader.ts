import {looksBinary} from '../text/looks-binary.ts'
import type {Finding} from '../../model/finding.ts'
import type {BodyBlock, NewsItem, ReadItem, Signal} from '../../model/news-item.ts'
import {anpaUrgency} from '../anpa1312/category-names.ts'
import type {Probe, Reader} from '../reader.ts'
import {toCopyLines, type CopyLine} from '../wire-text/copy-lines.ts'
import {decodeWire} from '../wire-text/decode-wire.ts'
import {deriveIdentity} from '../wire-text/derive-identity.ts'
import {findDateline} from '../wire-text/find-dateline.ts'
import {addSignals, findEmbargo, findLabelSignals} from '../wire-text/find-notices.ts'
import {setEmbargo} from '../wire-text/set-embargo.ts'
import {newItem} from '../wire-text/new-item.ts'
import {headlineSignals, isKillRequest, noteSignals} from '../wire-text/note-signals.ts'
import {linesBlock} from '../wire-text/paragraphs.ts'
import {splitMessages} from '../wire-text/split-messages.ts'
import {iptc7901FindingCodes} from './codes.ts'
import {openingOf} from './lead-blocks.ts'
import {isIptc7901StampLine, readIptc7901Stamp} from './read-end.ts'
import {readIptc7901Header, type Iptc7901Header} from './read-header.ts'
import {readIptc7901Text} from './read-text.ts'

const startOfText = '\u0002'
const endOfText = '\u0003'

/**
 * IPTC 7901, the text format of European and Asian wires (dpa, Kyodo): a header with priority and category, a keyword line,
 * the heading, filled lines in paragraphs, notes for the desk, a stamped end. One file may hold several messages.
 */
export const iptc7901Reader: Reader = {
  format: 'iptc7901',
  title: 'IPTC 7901 wire messages',
  detect: detectIptc7901,
  read(bytes) {
    const {text, encoding} = decodeWire(bytes)
    return splitMessages(text).map(({start, end, line}) => readMessage(text, start, end, line, encoding))
  },
}

function detectIptc7901({text, head: bytes}: Probe): {score: number; why: string} | null {
  if (looksBinary(bytes)) return null
  const head = text.slice(0, 2000)
  const at = head.indexOf('\u0001')
  if (at === -1 || at > 200) return null
  const hasHeader = /^\s*\S{2,12}\s+[1-9]\s+[a-z]{1,3}\s/i.test(head.slice(at + 1, at + 60))
  const hasText = head.includes(startOfText)
  if (hasHeader && hasText)
    return {score: 0.95, why: 'an IPTC 7901 header (SOH, number, priority, category) and STX'}
  if (hasHeader) return {score: 0.8, why: 'an IPTC 7901 header (SOH, number, priority, category)'}
  if (hasText && !/\u0002\s*\^/.test(head))
    return {score: 0.7, why: 'a wire message between SOH and STX without caret lines'}
  return {score: 0.3, why: 'a start-of-header mark (SOH)'}
}

function readMessage(
  copy: string,
  start: number,
  end: number,
  firstLine: number,
  encoding: NewsItem['encoding'],
): ReadItem {
  const findings: Finding[] = []
  const item = newItem('iptc7901', encoding)
  const message = copy.slice(start, end)
  const stx = message.indexOf(startOfText)
  const headerEnd = stx === -1 ? secondLineEnd(message) : stx
  const header = readIptc7901Header(message.slice(0, headerEnd))
  applyHeader(header, item)
  if (header.category === undefined) {
    findings.push({
      severity: 'warning',
      code: iptc7901FindingCodes.headerUnreadable,
      message: 'The header line with priority and category cannot be read; those fields were left empty.',
      at: {line: firstLine},
    })
  }
  if (stx === -1) {
    findings.push({
      severity: 'warning',
      code: iptc7901FindingCodes.noStartOfText,
      message:
        'The message has no start-of-text mark (STX); every line after the header was taken as the text.',
      at: {line: firstLine},
    })
  }
  const bodyStart = stx === -1 ? headerEnd : stx + 1
  const etx = message.indexOf(endOfText, bodyStart)
  const bodyLine = firstLine + (message.slice(0, bodyStart).split('\n').length - 1)
  const lines = toCopyLines(
    copy,
    start + bodyStart,
    start + (etx === -1 ? message.length : etx),
    bodyLine,
  ).map(withoutControls)
  const after = etx === -1 ? null : message.slice(etx + 1, etx + 200)
  // The stamp belongs after the end of text; some senders put it before.
  const stamps = after !== null && readIptc7901Stamp(after) ? [] : takeStampLines(lines)
  item.blocks = readIptc7901Text(lines, header, item)
  for (const line of stamps)
    item.blocks.push({...linesBlock('paragraph', [line], null), furniture: 'sign-off'})
  const stamp = stamps.at(-1)?.text
  readEnd(after === null ? null : (stamp ?? after), item, findings)
  if (after === null && stamp !== undefined) item.versionCreated = readIptc7901Stamp(stamp)?.date
  finish(item, item.blocks, findings)
  deriveIdentity(item)
  return {item, findings}
}

/** Shift-out and shift-in switch founts, others are left over from lines and tapes: no words of the story. */
function withoutControls(line: CopyLine): CopyLine {
  const text = line.text.replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '')
  return text === line.text ? line : {...line, text}
}

/** Takes the stamps off the end of the text: the format's own, or `APA0298    2025-03-17/14:22`. */
function takeStampLines(lines: CopyLine[]): CopyLine[] {
  const stamps: CopyLine[] = []
  for (;;) {
    while (lines.at(-1)?.text.trim() === '') lines.pop()
    const last = lines.at(-1)
    if (stamps.length === 2 || last === undefined || !isIptc7901StampLine(last.text)) return stamps
    stamps.unshift(lines.pop()!)
  }
}

function applyHeader(header: Iptc7901Header, item: NewsItem): void {
  if (header.message) item.altIds = [{role: 'message', value: header.message}]
  if (header.category) item.subjects.push({code: header.category, scheme: 'iptc7901-category'})
  const urgency = header.priority ?? anpaUrgency[header.letterPriority ?? '']
  if (urgency !== undefined) item.urgency = urgency
  if (header.keyword) item.slugline = header.keyword
  if (header.provider) item.provider = header.provider
}

function readEnd(end: string | null, item: NewsItem, findings: Finding[]): void {
  if (end === null) {
    findings.push({
      severity: 'warning',
      code: iptc7901FindingCodes.noEnd,
      message: 'The message has no end-of-text mark (ETX): it may be cut. Compare it with the sender’s.',
    })
    return
  }
  const stamp = readIptc7901Stamp(end)
  if (stamp) item.versionCreated = stamp.date
  if (!stamp?.zoned) {
    findings.push({
      severity: 'warning',
      code: iptc7901FindingCodes.stamp,
      message: `The stamp at the end of the message (${JSON.stringify(end.trim().slice(0, 60))}) gives no time with a zone.`,
    })
  }
}

function finish(item: NewsItem, blocks: readonly BodyBlock[], findings: Finding[]): void {
  const notes = item.edNotes.filter(({role}) => role === 'heading').map(({text}) => text)
  for (const {text, furniture} of blocks)
    if (furniture === 'editors-note' && /^\([^(]/.test(text)) notes.push(text.slice(1, -1))
  addSignals(item, [
    ...findLabelSignals(item.version ?? ''),
    ...notes.flatMap(headingNoteSignals),
    ...headlineSignals(item.headline ?? ''),
  ])
  const opening = openingOf(blocks)
  const dateline = opening === null ? null : findDateline(opening.text)
  if (dateline) {
    item.dateline = dateline.dateline
    item.located = dateline.located
    item.provider ??= dateline.agency
    item.derived = ['dateline', 'located']
  }
  if (item.headline === undefined) {
    findings.push({
      severity: 'warning',
      code: iptc7901FindingCodes.noHeadline,
      message: `The message has no headline; its slugline is "${item.slugline ?? ''}". Write a headline before publishing.`,
    })
  }
  if (item.signals.includes('advisory')) {
    findings.push({
      severity: 'info',
      code: iptc7901FindingCodes.agencyNotice,
      message: 'The message is marked as a notice to the desk, not as a story. Look at it before publishing.',
    })
  }
  const embargoes = item.edNotes.map(({text}) => findEmbargo(text)).filter((text) => text !== null)
  // "Sperrfrist beachten!" may stand above the note that has the time.
  const embargo = embargoes.find((text) => /\d/.test(text)) ?? embargoes[0]
  if (embargo) {
    const finding: Finding = {
      severity: 'warning',
      code: iptc7901FindingCodes.embargo,
      message: `A note speaks of an embargo: "${embargo.slice(0, 120)}". Its time was kept as text; set it before publishing.`,
    }
    setEmbargo(item, embargo, finding, findings)
  }
}

/** A note for editors does not make its story a notice to them: only a label that is all of the note does. */
function headingNoteSignals(note: string): Signal[] {
  const signals = noteSignals(note).filter(
    (signal) => signal !== 'advisory' || !/\p{L}\P{L}+\p{L}/u.test(note),
  )
  return isKillRequest(note) ? [...signals, 'kill'] : signals
}

function secondLineEnd(message: string): number {
  const first = message.indexOf('\n')
  const second = first === -1 ? -1 : message.indexOf('\n', first + 1)
  return second === -1 ? 0 : second + 1
}
