import type {BodyBlock, NewsItem} from '../../model/news-item.ts'
import {releaseLabel} from '../press-release/lines.ts'

/** How letters open, by language: English, German, French, Spanish, Italian, Dutch, Portuguese, Scandinavian. */
const greeting =
  /^(?:dear|hi|hello|hey|good (?:morning|afternoon|evening|day)|sehr geehrte[rs]?|liebe[rs]?|hallo|guten (?:tag|morgen)|bonjour|madame|monsieur|mesdames|chers?|chères?|estimad[oa]s?|querid[oa]s?|buen(?:os|as) (?:d[ií]as|tardes)|gentil[ei]|egregi[oa]?|buongiorno|beste|geachte|prezad[oa]s?|bom dia|hej|kære|kjære|hei)\b[^.?]{0,70}[,!:–-]?$/iu

/** How letters close. */
const closing =
  /^(?:(?:with )?(?:kind|best|warm|many)(?:est)? (?:regards|wishes|thanks)|regards|best|thanks|thank you|many thanks|cheers|sincerely|yours (?:sincerely|faithfully|truly)|(?:mit )?(?:freundlichen?|besten?|herzlichen?|vielen) (?:gr(?:ü|ue)(?:ß|ss)en?|dank)|mfg|(?:bien )?cordialement|bien à vous|(?:un )?(?:cordial )?saludos?|atentamente|cordiali saluti|distinti saluti|met vriendelijke groet(?:en)?|atenciosamente|cumprimentos|(?:med )?v[äe]nlig(?:a)? h[äi]ls(?:ning(?:ar)?|en)|vennlig hilsen|mvh)\b[\p{L}\s]{0,20}[,.!]?$/iu

/** Links of mailings that are there for the one who reads the mail. */
const mailingLink =
  /^(?:view (?:this|in|it)\b|(?:having )?trouble (?:viewing|reading)|can['’]t see this|unsubscribe|click here to|online ansehen|im browser|newsletter abbestellen|abmelden|voir (?:ce|la|le|cet|en)\b.*(?:ligne|navigateur)|se désabonner|ver (?:este|en el)\b.*navegador|darse de baja|bekijk (?:deze|in|online)|uitschrijven|visualizza)[^]{0,80}$/i

/** Marks greeting, closing and what is there for the reader of the mail alone; bullets that a program drew become a list. */
export function markLetterParts(item: NewsItem): void {
  const blocks = item.blocks ?? []
  for (const block of blocks) drawnBullet(block)
  const before = blocks.map(({furniture}) => furniture)
  markParts(blocks, item.headline)
  // A message of nothing but such parts is copy all the same.
  if (blocks.every(({furniture, text}) => furniture !== undefined || text === ''))
    for (const [at, block] of blocks.entries()) block.furniture = before[at]
}

function markParts(blocks: readonly BodyBlock[], headline: string | undefined): void {
  const story = () => blocks.filter(({furniture, text}) => furniture === undefined && text !== '')
  for (const block of story())
    if (block.kind !== 'listItem' && block.text.length < 120 && mailingLink.test(block.text.trim()))
      block.furniture = 'navigation'
  for (const block of story().slice(0, 3)) {
    if (!greeting.test(block.text.trim()) && !(releaseLabel.test(block.text) && block.text.length < 50)) break
    block.furniture = greeting.test(block.text.trim()) ? 'editors-note' : 'section-label'
  }
  const first = story()[0]
  if (first && headline !== undefined && isSameHeadline(first.text, headline))
    first.furniture = 'repeated-headline'
  markClosingLines(blocks)
}

/** The closing words and the short lines below them; a long block below them is no signature. */
function markClosingLines(blocks: readonly BodyBlock[]): void {
  const at = blocks.findLastIndex(
    ({text, furniture}) => furniture === undefined && closing.test(text.split('\n', 1)[0]!.trim()),
  )
  if (at < 1) return
  const below = blocks.slice(at).filter(({furniture}) => furniture === undefined)
  if (
    below.some(({text, kind}) => kind === 'paragraph' && text.split('\n').some((line) => line.length > 100))
  )
    return
  for (const block of below) if (block.text !== '') block.furniture = 'contact'
}

/** The subject may have a label before the headline that the message opens with. */
function isSameHeadline(text: string, subject: string): boolean {
  const words = squeeze(text)
  const all = squeeze(subject)
  if (words.length < 12 || !all.endsWith(words)) return false
  const label = all.slice(0, all.length - words.length).trim()
  return label === '' || (label.length < 60 && /[:–|-]$/.test(label))
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase()
}

/** Word's lists in HTML: the bullet is a character of its own, set off by spaces that do not break. */
function drawnBullet(block: BodyBlock): void {
  if (block.kind !== 'paragraph') return
  const mark = /^(?:[·•▪§o\uF0B7\uF0A7\uF0D8]|(\d{1,2}[.)]))[ \t]*\u00A0[\s\u00A0]*/u.exec(block.text)
  if (!mark) return
  const cut = mark[0].length
  block.kind = 'listItem'
  block.list = mark[1] === undefined ? 'bullet' : 'number'
  block.level = 1
  block.text = block.text.slice(cut)
  if (block.marks)
    block.marks = block.marks
      .map((part) => ({...part, start: Math.max(0, part.start - cut), end: part.end - cut}))
      .filter(({start, end}) => end > start)
}
