import PostalMime, {type Email} from 'postal-mime'
import type {Finding} from '../../model/finding.ts'
import type {NewsItem, ReadItem} from '../../model/news-item.ts'
import {readDate} from '../dates/read-date.ts'
import {decodeBytes} from '../encoding/decode-bytes.ts'
import type {Probe, ReadContext, Reader} from '../reader.ts'
import {deriveDateline, markRepeatedHeadline} from '../wire-text/derive-dateline.ts'
import {addSignals, findEmbargo, findSignals} from '../wire-text/find-notices.ts'
import {setEmbargo} from '../wire-text/set-embargo.ts'
import {newItem} from '../wire-text/new-item.ts'
import {plainBlocks} from '../wire-text/plain-blocks.ts'
import {emailFindingCodes} from './codes.ts'
import {readAttachments} from './read-attachments.ts'
import {readEmailBody} from './read-body.ts'
import {embargoFinding} from './embargo-finding.ts'
import {relabel} from './relabel.ts'
import {repairMislabelled} from './repair-mislabelled.ts'
import {splitMailbox} from './split-mailbox.ts'
import {startOfMessage} from './start-of-message.ts'

/** E-mail (RFC 5322 with MIME): the message is one item, its pictures belong to it, copy attached to it gives items of its own. */
export const emailReader: Reader = {
  format: 'email',
  title: 'E-mail (RFC 822 with MIME)',
  detect: detectEmail,
  async read(bytes, context) {
    const items: ReadItem[] = []
    for (const message of splitMailbox(bytes)) items.push(...(await readEmail(message, context)))
    return items
  },
}

const headerNames =
  /^(?:from|to|cc|subject|date|message-id|received|mime-version|delivered-to|return-path|content-type|sender|reply-to|x-[a-z-]{2,40}|dkim-signature|content-transfer-encoding|in-reply-to|references|arc-seal):/i

function detectEmail({text}: Probe): {score: number; why: string} | null {
  const head = text
    .slice(0, 20_000)
    .replace(/^[\uFEFF\s]+/, '')
    .replace(/^From .*\r?\n/, '')
  const end = head.search(/\r?\n\r?\n/)
  const lines = (end === -1 ? head : head.slice(0, end)).split(/\r?\n/)
  if (!/^[A-Za-z][A-Za-z0-9-]{1,60}:/.test(lines[0] ?? '')) return null
  const broken = lines.some((line) => line !== '' && !/^[\x21-\x39\x3b-\x7e]{1,80}:|^[ \t]/.test(line))
  const names = new Set(lines.flatMap((line) => headerNames.exec(line)?.[0].toLowerCase() ?? []))
  const transport = ['received:', 'mime-version:', 'message-id:', 'return-path:', 'content-type:'].filter(
    (name) => names.has(name),
  ).length
  const known = ['from:', 'to:', 'subject:', 'date:', 'delivered-to:'].filter((name) =>
    names.has(name),
  ).length
  if (transport >= 2 && known >= 2)
    return {
      score: broken ? 0.85 : 0.96,
      why: `the headers of an e-mail (${[...names].slice(0, 4).join(' ')} …)`,
    }
  if (!broken && known >= 2 && (names.has('from:') || names.has('subject:')) && known + transport >= 3)
    return {score: 0.75, why: 'the headers of an e-mail'}
  return null
}

async function readEmail(bytes: Uint8Array, context: ReadContext): Promise<ReadItem[]> {
  const findings: Finding[] = []
  const charset = charsetOf(bytes)
  const item = newItem('email', charset ? {declared: charset, used: charset} : {used: 'utf-8'})
  let email: Email
  try {
    email = await parse(bytes)
    if (hasLost(email)) email = (await readRelabelled(bytes, charset, item, findings)) ?? email
  } catch (error) {
    return [readBare(bytes, error as Error)]
  }
  readHeaders(email, item, findings)
  const html = repair(email.html, item, findings)
  const text = repair(email.text, item, findings)
  const inline = readEmailBody(html, text, item, findings, answerMark.test(email.subject ?? ''))
  markRepeatedHeadline(item)
  deriveDateline(item)
  const attached = await readAttachments(email.attachments, inline, item, findings, context)
  if (!item.blocks?.length && attached.length > 0 && item.associations.length === 0) return attached
  if (!item.blocks?.length && item.associations.length === 0) {
    findings.push({
      severity: 'warning',
      code: emailFindingCodes.noBody,
      message: 'The message has no words and no pictures.',
    })
  }
  return [{item, findings}, ...attached]
}

function parse(bytes: Uint8Array): Promise<Email> {
  return PostalMime.parse(startOfMessage(bytes), {
    maxNestingDepth: 64,
    maxHeadersSize: 1024 * 1024,
    maxRfc822NestingDepth: 3,
    // A message sent along is copy of its own, not words of the one that carries it.
    forceRfc822Attachments: true,
  })
}

/** True when a part's label does not fit its bytes, so that letters were lost. */
function hasLost({text, html}: Email): boolean {
  return Boolean(text?.includes('\uFFFD') || html?.includes('\uFFFD'))
}

async function readRelabelled(
  bytes: Uint8Array,
  charset: string | undefined,
  item: NewsItem,
  findings: Finding[],
): Promise<Email | null> {
  const relabelled = relabel(bytes, charset)
  if (relabelled === null) return null
  const email = await parse(relabelled.bytes)
  if (hasLost(email)) return null
  item.encoding = {...item.encoding, used: relabelled.used}
  findings.push({
    severity: 'info',
    code: emailFindingCodes.mislabelled,
    message: `The message labels its words ${charset ?? 'with no character set'}, which they are not; they were read as ${relabelled.used}.`,
  })
  return email
}

/** What mail programs put before the subject of an answer or of what is sent on. */
const replyMarks = /^(?:(?:re|fwd?|aw|wg|tr|rv|antw|doorst|sv|vs)(?:\s?\[\d+\])?\s?:\s*)+(?=\S)/i

const answerMark = /^\s*(?:re|aw|antw|sv|vs)(?:\s?\[\d+\])?\s?:/i

function readHeaders(email: Email, item: NewsItem, findings: Finding[]): void {
  const header = (name: string) => email.headers.find(({key}) => key === name)?.value.trim()
  const subject = email.subject?.replace(/\s+/g, ' ').trim().replace(replyMarks, '')
  if (subject) item.headline = repairMislabelled(subject) ?? subject
  const embargo = findEmbargo(item.headline ?? '')
  if (embargo !== null) {
    setEmbargo(item, embargo, embargoFinding('subject', embargo), findings)
  }
  const id = email.messageId?.trim().replace(/^<|>$/g, '')
  if (id) item.uri = id
  const from = email.from?.address ?? email.sender?.address
  if (from) item.provider = from
  if (email.from?.name) item.creditLine = email.from.name
  const date = readDate(header('date'), 'Date')
  if (date) {
    item.versionCreated = date.value
    if (date.finding) findings.push(date.finding)
  }
  const language = header('content-language')
  if (language && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language)) item.language = language
  // Only what stands before the colon or in brackets is a label: "CORRECTION: …", "[Advisory] …".
  const label = /^\W*(\p{L}[\p{L} ]{2,24})(?=[:\]])/u.exec(item.headline ?? '')?.[1]
  if (label) addSignals(item, findSignals(label))
}

/** The character set that the message, or its first part of text that names one, declares; the decoder followed each part's own. */
function charsetOf(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 128 * 1024))
  return /^content-type:[ \t]*text\/[^\r\n]{0,200}(?:\r?\n[ \t][^\r\n]{0,200}){0,3}?charset\s*=\s*"?([\w.:-]{2,40})/im
    .exec(head)?.[1]
    ?.toLowerCase()
}

function repair(text: string | undefined, item: NewsItem, findings: Finding[]): string | undefined {
  const repaired = text === undefined ? null : repairMislabelled(text)
  if (repaired === null) return text
  item.encoding = {...item.encoding, used: 'utf-8'}
  if (!findings.some(({code}) => code === emailFindingCodes.mislabelled)) {
    findings.push({
      severity: 'info',
      code: emailFindingCodes.mislabelled,
      message: `The words are UTF-8 although the message labels them ${item.encoding.declared ?? 'otherwise'}; they were read as UTF-8.`,
    })
  }
  return repaired
}

/** A message that cannot be taken apart: its text as it stands. */
function readBare(bytes: Uint8Array, error: Error): ReadItem {
  const {text, encoding, findings} = decodeBytes(bytes.subarray(0, 4 * 1024 * 1024))
  const item = newItem('email', encoding)
  const end = text.search(/\r?\n\r?\n/)
  const subject = /^subject:\s*(.{1,300})$/im.exec(text.slice(0, Math.max(end, 0)))?.[1]
  if (subject) item.headline = subject.trim()
  item.blocks = plainBlocks(end === -1 ? text : text.slice(end))
  findings.push({
    severity: 'error',
    code: emailFindingCodes.unreadable,
    message: `The message could not be taken apart (${error.message}). Its text was read as it stands; attachments are lost.`,
  })
  return {item, findings}
}
