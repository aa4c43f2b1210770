import type {Finding} from '../../model/finding.ts'
import type {ReadItem} from '../../model/news-item.ts'
import type {Probe, Reader} from '../reader.ts'
import {type CopyLine, toCopyLines} from '../wire-text/copy-lines.ts'
import {decodeWire} from '../wire-text/decode-wire.ts'
import {deriveIdentity} from '../wire-text/derive-identity.ts'
import {findDateline} from '../wire-text/find-dateline.ts'
import {addSignals, findEmbargo, findSignals} from '../wire-text/find-notices.ts'
import {splitMessages} from '../wire-text/split-messages.ts'
import {setEmbargo} from '../wire-text/set-embargo.ts'
import {newItem} from '../wire-text/new-item.ts'
import {headlineSignals, noteSignals} from '../wire-text/note-signals.ts'
import {readAnpaStamp} from '../wire-text/read-stamp.ts'
import {anpaCategoryNames, anpaUrgency} from './category-names.ts'
import {anpaFindingCodes} from './codes.ts'
import {readAnpaHeader, type AnpaHeader} from './read-header.ts'
import {readAnpaText} from './read-text.ts'
import {readSlugLine} from './read-slug-line.ts'

const startOfText = '\u0002'
const endOfText = '\u0003'

/**
 * ANPA 1312, the format of North American wires: a transmission header, header lines that start with a caret, indented
 * paragraphs, tables set by control bytes or semicolons, and a stamped end. One file may hold several messages.
 */
export const anpa1312Reader: Reader = {
  format: 'anpa1312',
  title: 'ANPA 1312 wire messages',
  detect: detectAnpa,
  read(bytes) {
    const {text, encoding} = decodeWire(bytes)
    return splitMessages(text).map(({start, end, line}) => readMessage(text, start, end, line, encoding))
  },
}

function detectAnpa({text}: Probe): {score: number; why: string} | null {
  const head = text.slice(0, 2000)
  const at = head.indexOf('\u0001')
  if (at === -1 || at > 200) return null
  const hasTransmission = /^[A-Za-z]\d{2,5}\S{0,12}\u001F/.test(head.slice(at + 1, at + 40))
  const hasLevel = /(?:^|[\r\n])[a-zA-Z] [a-zA-Z]{1,3} ?[\u0011-\u0014]/.test(head)
  const hasCaretLines = /\u0002\s*\^|[\r\n]\^[^\r\n]*[<=]/.test(head)
  if (hasLevel && hasCaretLines)
    return {score: 0.97, why: 'an ANPA 1312 header (SOH, level marks) and caret lines'}
  if (hasTransmission && hasCaretLines)
    return {score: 0.9, why: 'an ANPA 1312 transmission number and caret lines'}
  if (hasLevel && hasTransmission) return {score: 0.6, why: 'an ANPA 1312 transmission header'}
  return null
}

function readMessage(
  copy: string,
  start: number,
  end: number,
  firstLine: number,
  encoding: {declared?: string; used: string},
): ReadItem {
  const findings: Finding[] = []
  const item = newItem('anpa1312', encoding)
  const textStart = indexWithin(copy, startOfText, start, end)
  const headerEnd = textStart ?? headerLinesEnd(copy, start, end)
  const header = readAnpaHeader(copy.slice(start, headerEnd))
  if (header.category === undefined && header.keyword === undefined) {
    findings.push({
      severity: 'warning',
      code: anpaFindingCodes.headerUnreadable,
      message:
        'The ANPA header has no priority, category and keyword that can be read; those fields were left empty.',
      at: {line: firstLine},
    })
  }
  if (textStart === null) {
    findings.push({
      severity: 'warning',
      code: anpaFindingCodes.noStartOfText,
      message:
        'The ANPA message has no start-of-text mark (STX); every line after the header was taken as the text.',
      at: {line: firstLine},
    })
  }
  const textEnd = indexWithin(copy, endOfText, headerEnd, end)
  const bodyStart = textStart === null ? headerEnd : textStart + 1
  const bodyLine = firstLine + countLines(copy, start, bodyStart)
  const lines = toCopyLines(copy, bodyStart, textEnd ?? end, bodyLine)
  const after = textEnd === null ? null : copy.slice(textEnd + 1, Math.min(end, textEnd + 200))
  // The stamp belongs after the end of text; some senders put it before.
  const stamp = /\d{4}/.test(after ?? '') ? null : takeStampLine(lines)
  const text = readAnpaText(lines, item)
  readEnd(after === null ? null : (stamp ?? after), item, findings)
  if (after === null && stamp !== null) applyStamp(stamp, item)
  item.blocks = text.blocks
  applyHeader(header, text.slug, item)
  deriveIdentity(item)
  if (text.leftOut.length > 0) item.leftOut = text.leftOut
  if (item.headline === undefined) {
    findings.push({
      severity: 'warning',
      code: anpaFindingCodes.noHeadline,
      message: `The message has no headline line; its slugline is "${item.slugline ?? ''}". Write a headline before publishing.`,
    })
  }
  for (const note of item.edNotes) {
    const embargo = findEmbargo(note.text)
    if (embargo === null) continue
    const finding: Finding = {
      severity: 'warning',
      code: anpaFindingCodes.embargo,
      message: `A note speaks of an embargo: "${embargo.slice(0, 120)}". Its time was kept as text; set it before publishing.`,
    }
    setEmbargo(item, embargo, finding, findings)
  }
  return {item, findings}
}

function applyHeader(header: AnpaHeader, slugText: string | undefined, item: ReadItem['item']): void {
  const slug = slugText === undefined ? undefined : readSlugLine(slugText)
  const slugline = slug?.slugline || header.keyword
  if (slugline) item.slugline = slugline
  const version = slug?.version ?? header.version
  if (version) item.version = version
  if (header.message) item.altIds = [{role: 'transmission', value: header.message}]
  if (header.category) {
    const name = anpaCategoryNames[header.category]
    item.subjects.push({code: header.category, scheme: 'anpa-category', ...(name ? {name} : {})})
  }
  const urgency = anpaUrgency[header.priority ?? '']
  if (urgency !== undefined) item.urgency = urgency
  addSignals(item, [
    ...findSignals([version ?? '', header.version ?? ''].join(' ')),
    ...item.edNotes.flatMap(({role, text}) => (role === 'flag' ? findSignals(text) : noteSignals(text))),
    ...headlineSignals(item.headline ?? ''),
  ])
  const opening = item.blocks?.find(({kind}) => kind === 'paragraph') ?? undefined
  const dateline = opening === undefined ? null : findDateline(opening.text)
  if (dateline) {
    item.dateline = dateline.dateline
    item.located = dateline.located
    item.provider ??= dateline.agency
    item.derived = ['dateline', 'located']
  }
}

/** Takes the stamp off the end of the text when it stands there. */
function takeStampLine(lines: CopyLine[]): string | null {
  let at = lines.length - 1
  while (at >= 0 && lines[at]?.text.trim() === '') at--
  const line = lines[at]?.text ?? ''
  if (!/^\s*[A-Z]{2,8}-[A-Z]{2,3}-\d\d-\d\d-\d{2,4}\s+\d{2}:?\d{2}\s*[A-Z]{0,4}\s*<?\s*$/.test(line))
    return null
  lines.splice(at)
  return line
}

function applyStamp(end: string, item: ReadItem['item']): {zoned: boolean} | null {
  const provider = /^\s*([A-Z]{2,8})-/.exec(end)?.[1]
  if (provider) item.provider = provider
  const stamp = readAnpaStamp(end)
  if (stamp) item.versionCreated = stamp.date
  return stamp
}

function readEnd(end: string | null, item: ReadItem['item'], findings: Finding[]): void {
  if (end === null) {
    findings.push({
      severity: 'warning',
      code: anpaFindingCodes.noEnd,
      message: 'The message has no end-of-text mark (ETX): it may be cut. Compare it with the sender’s.',
    })
    return
  }
  const stamp = applyStamp(end, item)
  if (!stamp?.zoned) {
    findings.push({
      severity: 'warning',
      code: anpaFindingCodes.stamp,
      message: `The stamp at the end of the message (${JSON.stringify(end.trim().slice(0, 60))}) gives no time with a zone.`,
    })
  }
}

function indexWithin(copy: string, mark: string, start: number, end: number): number | null {
  const at = copy.slice(start, end).indexOf(mark)
  return at === -1 ? null : start + at
}

/** Where the first two lines of a message end, for one that does not mark the start of its text. */
function headerLinesEnd(copy: string, start: number, end: number): number {
  const first = copy.indexOf('\n', start)
  if (first === -1 || first >= end) return start
  const second = copy.indexOf('\n', first + 1)
  return second === -1 || second >= end ? start : second + 1
}

function countLines(copy: string, start: number, end: number): number {
  let lines = 0
  for (let at = copy.indexOf('\n', start); at !== -1 && at < end; at = copy.indexOf('\n', at + 1)) lines++
  return lines
}
