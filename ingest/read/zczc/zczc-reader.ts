import type {Finding} from '../../model/finding.ts'
import type {BodyBlock, NewsItem, ReadItem} from '../../model/news-item.ts'
import {decodeBytes} from '../encoding/decode-bytes.ts'
import type {Probe, Reader} from '../reader.ts'
import {toSubject} from '../subjects/to-subject.ts'
import {toCopyLines, type CopyLine} from '../wire-text/copy-lines.ts'
import {deriveDateline} from '../wire-text/derive-dateline.ts'
import {addSignals} from '../wire-text/find-notices.ts'
import {newItem} from '../wire-text/new-item.ts'
import {headlineSignals} from '../wire-text/note-signals.ts'
import {groupLines, linesBlock} from '../wire-text/paragraphs.ts'
import {wrapWidth} from '../wire-text/wrap-width.ts'
import {zczcFindingCodes} from './codes.ts'

/**
 * Wire text in the frame of the telex network (ITU-T F.1: ZCZC … NNNN), with a header of one-character tags as AAP sends
 * its bulletins. One file may hold several messages.
 */
export const zczcReader: Reader = {
  format: 'zczc',
  title: 'ZCZC-framed wire text (AAP bulletins)',
  detect: detectZczc,
  read(bytes) {
    const {text, encoding, findings} = decodeBytes(bytes)
    const messages = splitMessages(toCopyLines(text))
    const items = messages.map((lines) => readMessage(lines, encoding))
    items[0]?.findings.unshift(...findings)
    return items
  },
}

function detectZczc({text}: Probe): {score: number; why: string} | null {
  if (!/^\s*ZCZC\b/.test(text.slice(0, 200))) return null
  const tags = text.slice(0, 600).match(/^[%#$:*~@^=?&!].{1,100}$/gm)?.length ?? 0
  if (tags >= 2) return {score: 0.93, why: `a ZCZC frame with ${tags} tagged header lines`}
  return {score: 0.6, why: 'a ZCZC frame'}
}

function splitMessages(lines: readonly CopyLine[]): CopyLine[][] {
  const messages: CopyLine[][] = []
  for (const line of lines) {
    if (/^\s*ZCZC\b/.test(line.text) || messages.length === 0) messages.push([])
    messages[messages.length - 1]?.push(line)
  }
  return messages.filter((message) => message.some(({text}) => text.trim() !== ''))
}

function readMessage(lines: readonly CopyLine[], encoding: NewsItem['encoding']): ReadItem {
  const findings: Finding[] = []
  const item = newItem('zczc', encoding)
  const provider = /^\s*ZCZC\s+(\p{L}{2,12})\s*$/u.exec(lines[0]?.text ?? '')?.[1]
  if (provider) item.provider = provider
  const end = lines.findIndex(({text}) => /^\s*NNNN\s*$/.test(text))
  if (end === -1) {
    findings.push({
      severity: 'warning',
      code: zczcFindingCodes.noEnd,
      message: 'The message has no closing NNNN: it may be cut. Compare it with the sender’s.',
    })
  }
  let at = /^\s*ZCZC\b/.test(lines[0]?.text ?? '') ? 1 : 0
  for (; at < lines.length; at++) {
    const line = lines[at]
    if (line === undefined || !readTag(line, item)) break
  }
  item.blocks = readStory(lines.slice(at, end === -1 ? undefined : end))
  deriveDateline(item)
  addSignals(item, headlineSignals(item.headline ?? ''))
  if (item.headline === undefined) {
    findings.push({
      severity: 'warning',
      code: zczcFindingCodes.noHeadline,
      message: 'No tag of the message gives a headline. Write one before publishing.',
    })
  }
  return {item, findings}
}

/** AAP's tags: `%` category, `#` slugline, `$` headline, `*` IPTC subject code, `~` service, `@` region, `:` time of the bulletin. */
function readTag(line: CopyLine, item: NewsItem): boolean {
  const found = /^([%#$:*~@^=?&!])(?! )(\S.*)$/.exec(line.text.trimEnd())
  const value = found?.[2]?.trim()
  if (!found || !value) return false
  if (found[1] === '$') item.headline ??= value
  else if (found[1] === '#') item.slugline ??= value
  else if (found[1] === '*' && /^\d{8}$/.test(value))
    item.subjects.push(toSubject({code: value, scheme: 'iptc-subject-code'}))
  else if (found[1] === '%') item.subjects.push({code: value, scheme: 'aap-category'})
  else if (found[1] === '~') item.section ??= value
  else if (found[1] === '@') item.keywords.push(value)
  else (item.leftOut ??= []).push({text: line.text.trim(), reason: 'timestamp', line: line.line})
  return true
}

function readStory(lines: readonly CopyLine[]): BodyBlock[] {
  const width = wrapWidth(lines.map(({text}) => text))
  return groupLines(lines).flatMap((group): BodyBlock[] => {
    const block = linesBlock('paragraph', group, width)
    const item = /^[*•-] (\S[^]*)$/.exec(block.text)?.[1]
    if (item !== undefined)
      return [{kind: 'listItem', list: 'bullet', level: 1, text: item, at: {line: block.at?.line ?? 0}}]
    return [
      block.text.endsWith('...') && block.text.length < 80 ? {...block, kind: 'crosshead', level: 2} : block,
    ]
  })
}
