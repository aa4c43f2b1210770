import type {BodyBlock} from '../../model/news-item.ts'

const forwardMark =
  /^(?:[-_=\s]*(?:forwarded message|original message|weitergeleitete nachricht|urspr(?:ü|ue)ngliche nachricht|message (?:transféré|d['’]origine)|mensaje reenviado|doorgestuurd bericht|messaggio inoltrato)[-_=\s]*|begin forwarded message:|anfang der weitergeleiteten (?:e-mail|nachricht):)$/i
const forwardedHeader =
  /^\W{0,3}(?:from|sent|date|subject|to|cc|reply-to|von|gesendet|datum|betreff|an|de|envoyé|objet|à|para|asunto|fecha|enviado|da|inviato|oggetto|aan|onderwerp)\s?:/i

/** The line that an answer puts above the words it answers: `On Tue, 18 Mar 2025 at 20:11, Ann Ree <ann@…> wrote:`. */
const answerLine =
  /^(?:on|am|le|el|il|op|den)\s[^]{8,200}\b(?:wrote|schrieb(?:\s[^]{2,80})?|a écrit|escribió|ha scritto|schreef(?:\s[^]{2,80})?|skrev(?:\s[^]{2,80})?)\s?:$/i

const firstLine = (text: string): string => text.split('\n', 1)[0]!.trim()

/**
 * Plain words of a message without the `>` of text that is sent on. Where what is quoted has no headers above it, it is the
 * message that is answered and the signs stay.
 */
export function withoutQuoteMarks(text: string): string {
  const lines = text.split('\n')
  const quoted = lines.filter((line) => line.startsWith('>'))
  const headers = quoted.filter((line) => forwardedHeader.test(line.replace(/^>\s?/, '')))
  if (quoted.length < 4 || headers.length < 3) return text
  return lines.map((line) => line.replace(/^>\s?/, '')).join('\n')
}

/**
 * Marks what is not the story in a message that is sent on or answers another: above a forwarded one the words of whoever
 * sends it on, and its headers; below an answer the words that it answers.
 */
export function markQuotedText(blocks: readonly BodyBlock[], isAnswer: boolean): void {
  const answerAt = blocks.findIndex(({text}) => answerLine.test(text.trim()))
  if (answerAt > 0) {
    for (const block of blocks.slice(answerAt)) block.furniture ??= 'editors-note'
    return
  }
  const at = blocks.findIndex((block) => forwardMark.test(firstLine(block.text)) || isHeaders(block.text, 3))
  if (at === -1) return
  if (isAnswer && at > 0) {
    for (const block of blocks.slice(at)) block.furniture ??= 'editors-note'
    return
  }
  for (const block of blocks.slice(0, at)) block.furniture ??= 'editors-note'
  for (const block of blocks.slice(at)) {
    if (!isHeaders(block.text, 0)) return
    block.furniture ??= 'editors-note'
  }
}

/** True for lines that are all headers of a message or the mark above them, at least `least` of them headers. */
function isHeaders(text: string, least: number): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const headers = lines.filter((line) => forwardedHeader.test(line)).length
  return (
    headers >= least && lines.every((line) => forwardMark.test(line.trim()) || forwardedHeader.test(line))
  )
}
