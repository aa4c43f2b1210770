import {deriveDateline, derivePlace} from '../wire-text/derive-dateline.ts'
import {addSignals} from '../wire-text/find-notices.ts'
import {isByline} from '../wire-text/is-byline.ts'
import type {BodyBlock, NewsItem} from '../../model/news-item.ts'

/** Lines that end a story and say nothing (agency habit: PA and AAP `ends`, press releases `###`, `-30-`). */
const endMark =
  /^(?:[-–—*#•\s]*)(?:ends?|\(ends?\)|-\s*30\s*-|###+|mfl?|\(more\)|more follows|fin|ende|slutt?|loppu)(?:[-–—*#•.\s]*)$/i

/** A line of signs between parts of a story. */
const signs = /^[\s_*=~#•·.–—-]{2,}$|^[_*]$/

/** Who wrote it, in the agency's own signs: `AAP gfr`, `dpa pre yyhe n1 deg`, `(BusinessDesk)`, `(ANSA).` */
const signOff =
  /^(?:\p{Lu}{2,6}|dpa)(?:\s+(?:\p{Ll}{2,4}|\p{Lu}{2,4}|[a-z]\d))(?:[\s/]+(?:\p{Ll}{2,4}|\p{Lu}{2,4}|[a-z]\d)){0,5}$|^\(\p{Lu}[\p{L}&.-]{1,24}(?:\s\p{Lu}[\p{L}&.-]{1,24})?\)\.?$|^\/\p{L}{2,20}\/$|^\p{Ll}{2,4}(?:[/-]\p{Ll}{2,4})+\.?$/u
/** Agencies of Spanish and Portuguese write behind their initials what else they send: `sh/bs (foto)(vídeo)`. */
const alsoSent =
  /(?:\s?\((?:fotos?|fotograf[ií]as?|v[ií]deos?|audios?|gr[aá]ficos?|infograf[ií]as?|photos?|infographies?|son)\)){1,6}\.?$/iu
const copyrightLine = /^(?:©|\(c\)|copyright\b)/i

/** A note to the desk at the top of a story, by the words that agencies open it with. */
const deskNote =
  /^\(?(?:N\s?i\s?e\s?u\s?w\s+bericht\b|vervangt\b|ersetzt\b|remplace la d[ée]p[êe]che|replaces (?:story|item|earlier|previous)|(?:eds|editors|note to (?:editors|desks)|attn editors|achtung redaktionen|aan de redactie|redactie|à l['’]attention des r[ée]dactions)\s?[:.–—-])/i
const replacesNote = /vervangt|ersetzt|remplace|replaces/i

/** A byline that names nobody: the one in the copy itself is better. */
const genericByline = /\bstaff (?:reporters?|writers?)\b|\bcorrespondent$/i

const wordsOnly = /[\p{L}\p{N}]+/gu

/**
 * Tells apart what is no part of the story in the body of a structured format: the headline or byline printed again at its
 * top, an end mark at its foot; lines of signs become separators. Nothing is dropped: such a block keeps its text and
 * says why in `furniture`. A dateline that only the story's first paragraph has is read off it, a place off the dateline.
 */
export function settleBody(item: NewsItem): void {
  derivePlace(item)
  const blocks = item.blocks
  if (!blocks?.length) return
  for (const block of blocks) {
    if (block.kind === 'paragraph' && signs.test(block.text)) block.kind = 'separator'
  }
  const story = blocks.filter((block) => block.furniture === undefined && block.kind !== 'separator')
  settleEnd(story)
  settleTop(item, story)
  deriveDateline(item)
}

/** At most this many of a story's last lines are looked at. */
const lastLines = 4

function settleEnd(story: BodyBlock[]): void {
  for (let at = story.length - 1; at > 0 && at >= story.length - lastLines; at--) {
    const block = story[at]!
    const reason = block.kind === 'paragraph' ? endReason(block.text) : undefined
    if (reason === undefined) return
    block.furniture = reason
  }
}

function endReason(text: string): string | undefined {
  if (endMark.test(text)) return 'separator'
  if (signOff.test(text)) return 'author-note'
  const bare = text.length < 80 ? text.replace(alsoSent, '').trim() : text
  if (bare === '') return 'editors-note'
  if (bare !== text && signOff.test(bare)) return 'author-note'
  if (/^\d{5,9}$/.test(text)) return 'counter'
  // How to reach the desk, in brackets twice: for newsrooms only.
  if (/^\(\([^()]{3,300}\)\)$/.test(text)) return 'contact'
  // A desk's keywords, in capitals: `Keywords: PORTS-STRIKE/ (UPDATE 2)`.
  if (/^keywords:\s+[\p{Lu}\d][\p{Lu}\d\s/()&,.-]+$/u.test(text.replace(/^K/, 'k'))) return 'tags'
  return copyrightLine.test(text) && text.length < 400 ? 'copyright' : undefined
}

/** So many blocks may stand above a story's first words: the points it makes, notes, bylines. */
const topLines = 10
const keyPoint = /^[*•]\s+(?=\S)/

/** One of several points at the top, each a paragraph with a star. */
function isKeyPoint(story: readonly BodyBlock[], at: number): boolean {
  const {text = '', kind} = story[at] ?? {}
  const isPoint = (block: BodyBlock | undefined) => block?.kind === 'paragraph' && keyPoint.test(block.text)
  return (
    kind === 'paragraph' &&
    keyPoint.test(text) &&
    (isPoint(story[at + 1]) || story[at - 1]?.kind === 'listItem')
  )
}

function settleTop(item: NewsItem, story: BodyBlock[]): void {
  const headline = wordsOf(item.headline)
  const byline = wordsOf(item.byline)
  const notes = new Set(item.edNotes.map(({text}) => wordsOf(text)))
  for (const [index, block] of story.slice(0, topLines).entries()) {
    if (story.length <= index + 1) return
    const words = wordsOf(block.text)
    if (block.kind === 'paragraph' && words && notes.has(words)) {
      block.furniture = 'editors-note'
      continue
    }
    if (block.kind === 'paragraph' && isKeyPoint(story, index)) {
      const {text} = block
      Object.assign(block, {kind: 'listItem', list: 'bullet', level: 1, text: text.replace(keyPoint, '')})
      continue
    }
    if (block.kind === 'listItem') continue
    if (block.kind === 'paragraph' && deskNote.test(block.text)) {
      block.furniture = 'editors-note'
      item.edNotes.push({role: 'note', text: block.text, public: false})
      if (replacesNote.test(block.text)) addSignals(item, ['update'])
      continue
    }
    const isLabel = block.kind === 'paragraph' && item.genres.some(({name}) => wordsOf(name) === words)
    if (isLabel) {
      block.furniture = 'section-label'
    } else if (headline && words === headline && (block.kind === 'crosshead' || block.kind === 'paragraph')) {
      block.furniture = 'repeated-headline'
    } else if (
      block.kind === 'paragraph' &&
      byline &&
      (words === byline || words === wordsOf(`by ${item.byline}`))
    ) {
      block.furniture = 'repeated-text'
    } else if (
      (!item.byline || genericByline.test(item.byline)) &&
      block.kind === 'paragraph' &&
      isByline(block.text)
    ) {
      item.byline = block.text
      item.derived = [...(item.derived ?? []), 'byline']
      block.furniture = 'repeated-text'
    } else if (block.kind !== 'crosshead') return
  }
}

function wordsOf(text: string | undefined): string {
  return (text?.slice(0, 400).match(wordsOnly) ?? []).join(' ').toLowerCase()
}
