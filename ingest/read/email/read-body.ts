import {setEmbargo} from '../wire-text/set-embargo.ts'
import type {Finding} from '../../model/finding.ts'
import type {Association, BodyBlock, NewsItem} from '../../model/news-item.ts'
import {toBlocks} from '../markup/index.ts'
import {embargoLine} from '../press-release/lines.ts'
import {markBehindEnd} from '../press-release/mark-end.ts'
import {findEmbargo} from '../wire-text/find-notices.ts'
import {plainBlocks} from '../wire-text/plain-blocks.ts'
import {embargoFinding} from './embargo-finding.ts'
import {markLetterParts} from './letter-parts.ts'
import {markQuotedText, withoutQuoteMarks} from './quoted-text.ts'
import {takePictureLines} from '../markup/picture-lines.ts'
import {readForm} from './read-form.ts'

/** A host that cannot exist (RFC 6761, section 6.4), for pictures that the message carries itself. */
const insideMessage = 'https://inside-the-message.invalid/'

const legalNotice =
  /(?:\b(?:confidential|privileged|vertraulich|confidentiel|confidencial)\b[^]{0,400}\b(?:e-?mail|message|nachricht|mensaje|courriel|recipient|empf[aä]nger)\b)|(?:\b(?:e-?mail|message|nachricht)\b[^]{0,300}\b(?:confidential|intended (?:only|solely|recipient)|received (?:this|it|an? \w+) in error))/i

/**
 * The words of a message as blocks of the item: a form's answers, else the HTML alternative, else the plain one. Signatures,
 * legal notices, quoted messages and embargo lines are marked as not the story; `isAnswer` says that it
 * answers another message. Gives the pictures that the HTML shows, by content id.
 */
export function readEmailBody(
  html: string | undefined,
  text: string | undefined,
  item: NewsItem,
  findings: Finding[],
  isAnswer = false,
): Map<string, Association> {
  const inline = new Map<string, Association>()
  if (text !== undefined && readForm(text, item)) return inline
  let blocks: BodyBlock[] = []
  if (html !== undefined) {
    const read = toBlocks(html.replace(/\b(src\s*=\s*["']?)cid:/gi, `$1${insideMessage}`), {
      associations: item.associations,
    })
    blocks = read.blocks
    findings.push(...read.findings)
    for (const association of item.associations) collectInline(association, inline)
  }
  const bare = text === undefined ? undefined : withoutQuoteMarks(text.replaceAll('\r\n', '\n'))
  if (bare && hasFewerWords(blocks, bare)) blocks = [...plainParagraphs(bare), ...blocks.filter(isPicture)]
  else markSignature(blocks, bare)
  item.blocks = blocks
  markQuotedText(blocks, isAnswer)
  markNotices(blocks, item, findings)
  markBehindEnd(blocks)
  markClosing(blocks)
  takePictureLines(item)
  markLetterParts(item)
  takeByline(item)
  return inline
}

const isPicture = ({kind}: BodyBlock): boolean => kind === 'image'

/** Some programs send an HTML part with the beginning of the words only, or with none. */
function hasFewerWords(blocks: readonly BodyBlock[], text: string): boolean {
  const inHtml = blocks.reduce((count, block) => count + countWords(block.text), 0)
  return inHtml < 0.6 * countWords(text)
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]{2,}/gu)?.length ?? 0
}

const deviceLine =
  /^(?:sent from (?:my|mail for|outlook)\b.{0,40}|get outlook for \w+|von meinem .{2,20} gesendet|envoyé (?:de|depuis) mon .{2,20}|enviado desde mi .{2,20}|inviato da(?:l mio)? .{2,20}|verzonden vanaf mijn .{2,20})$/i

function collectInline(association: Association, inline: Map<string, Association>): void {
  const kept = association.renditions.filter(({href}) => {
    if (!href.startsWith(insideMessage)) return true
    const id = href.slice(insideMessage.length)
    inline.set(safeDecode(id), association)
    return false
  })
  if (kept.length < association.renditions.length) {
    association.renditions = kept
    association.missing = kept.length === 0
    association.name ??= 'inline'
  }
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Plain words up to the signature's mark (RFC 3676, section 4.3), then the signature. */
function plainParagraphs(text: string): BodyBlock[] {
  const mark = /(?:^|\n)-- ?(?:\n|$)/.exec(text)
  if (!mark) return plainBlocks(text)
  const signature = plainBlocks(text.slice(mark.index + mark[0].length))
  return [
    ...plainBlocks(text.slice(0, mark.index)),
    ...signature.map((block) => ({...block, furniture: 'contact'})),
  ]
}

/** Marks the blocks of an HTML body that the plain alternative has below its signature's mark. */
function markSignature(blocks: BodyBlock[], text: string | undefined): void {
  const mark = text === undefined ? null : /(?:^|\n)-- ?(?:\n|$)/.exec(text)
  const at = blocks.findIndex((block) => /^--$/.test(block.text.trim()))
  const from = at !== -1 ? at : -1
  if (from !== -1) for (const block of blocks.slice(from)) block.furniture ??= 'contact'
  else if (mark && text !== undefined) {
    const words = new Set(
      text
        .slice(mark.index + mark[0].length)
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    )
    for (const block of blocks)
      if (block.text.split('\n').every((line) => words.has(line.trim()))) block.furniture ??= 'contact'
  }
}

function markNotices(blocks: readonly BodyBlock[], item: NewsItem, findings: Finding[]): void {
  for (const [at, block] of blocks.entries()) {
    if (block.furniture !== undefined || block.text === '') continue
    if (deviceLine.test(block.text.trim())) block.furniture = 'contact'
    if (at >= blocks.length - 6 && legalNotice.test(block.text.slice(0, 1500))) block.furniture = 'copyright'
    const embargo = at < 8 && block.text.length < 200 ? findEmbargo(block.text) : null
    if (embargo === null) continue
    // The same that the subject says already.
    if (item.embargoedUntil === undefined || embargoLine.test(block.text)) block.furniture = 'editors-note'
    if (item.embargoedUntil !== undefined) continue
    setEmbargo(item, embargo, embargoFinding('line', embargo), findings)
  }
}

const reach =
  /@[\w-]+\.\w|(?:\+|\b0)[\d\s().-]{6,}\d|^\W*(?:tel|phone|ph|mobile|mob|fax|e-?mail|skype|twitter|www)\b/i

/** Marks the short lines that end a message as its sender's signature, when one of them says how to reach someone. */
function markClosing(blocks: readonly BodyBlock[]): void {
  let from = blocks.length
  let reachable = false
  for (let at = blocks.length - 1; at >= 0; at--) {
    const block = blocks[at]
    if (!block || block.furniture !== undefined || block.text === '') continue
    if (block.kind !== 'paragraph' || block.text.length > 90 || /[.!?]["”’)]?$/.test(block.text)) break
    reachable ||= reach.test(block.text)
    from = at
  }
  if (!reachable) return
  for (const block of blocks.slice(from)) if (block.text !== '') block.furniture ??= 'contact'
}

/** A line near the top that is nothing but a byline becomes the item's. */
function takeByline(item: NewsItem): void {
  const at =
    item.blocks
      ?.slice(0, 8)
      .findIndex(
        (block) =>
          /^by (?:\p{Lu}[\p{L}.'’-]+\s?){2,5}(?:,? (?:and|in) .{2,60})?$/iu.test(block.text) &&
          /^[Bb][Yy]\s\p{Lu}/u.test(block.text),
      ) ?? -1
  if (at === -1 || item.byline !== undefined) return
  item.byline = item.blocks?.[at]?.text ?? ''
  item.blocks?.splice(at, 1)
}
