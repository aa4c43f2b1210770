import type {QuoteSource, QuoteSegment} from '../model/quote.ts'
import type {Article} from './article.ts'
import type {Attribution} from './attribution/attribution.ts'
import {wordClass} from './words/lexicon.ts'
import {transcriptLabel} from './marks/stretches.ts'
import type {Stretch} from './marks/stretches.ts'
import {lastSign} from './words/tokens.ts'
import type {Sheet} from './words/tokens.ts'

/** A quotation as found by its marks, judged and attributed. */
export interface Piece {
  stretch: number
  kind: 'direct' | 'partial'
  attribution: Attribution | null
}

/** The pieces of one speech, in order. */
export type Speech = Piece[]

/** Whether a quotation is full speech or a phrase inside somebody else's sentence. */
export function kindOf(article: Article, index: number): 'direct' | 'partial' {
  const stretch = article.stretches[index]!
  if (!stretch.opened) return 'direct'
  const text = article.sources[stretch.paragraph]!.text
  const sheet = article.sheets[stretch.paragraph]!
  const token = article.tokenOf[index]!
  const first = /[\p{L}\p{N}]/u.exec(text.slice(stretch.start, stretch.end))?.[0] ?? ''
  const startsLower = first !== '' && first === first.toLowerCase() && first !== first.toUpperCase()
  const previous = sheet[token - 1]
  const sign = lastSign(text, stretch)
  const ends =
    sign === '.' ||
    sign === ',' ||
    sign === '?' ||
    sign === '!' ||
    sign === '…' ||
    sign === '-' ||
    sign === '—'
  if (!previous || previous.sentence !== sheet[token]!.sentence) {
    if (token + 1 >= sheet.length && !previous) return 'direct'
    return ends || !stretch.closed ? 'direct' : 'partial'
  }
  if (previous.text === ':') return 'direct'
  if (startsLower)
    return previous.text === ',' && resumes(article, index, sheet, token) ? 'direct' : 'partial'
  if (
    previous.text === ',' ||
    previous.text === '—' ||
    previous.text === '-' ||
    previous.text === '–' ||
    previous.kind === 'quotation' ||
    previous.text === '('
  )
    return ends || !stretch.closed ? 'direct' : 'partial'
  if (previous.classes & wordClass.say && ends) return 'direct'
  return !stretch.closed && stretch.end - stretch.start > 60 ? 'direct' : 'partial'
}

/** Whether the quotation goes on with the one before it, which its attribution broke off: `"A," he said, "and b."` */
function resumes(article: Article, index: number, sheet: Sheet, token: number): boolean {
  const before = article.stretches[index - 1]
  const stretch = article.stretches[index]!
  if (!before || before.paragraph !== stretch.paragraph || !before.closed) return false
  return (
    token - article.tokenOf[index - 1]! < 14 &&
    sheet[token]!.sentence === sheet[article.tokenOf[index - 1]!]!.sentence &&
    lastSign(article.sources[before.paragraph]!.text, before) === ','
  )
}

/** Joins pieces into speeches: pieces of one paragraph that an attribution broke, and paragraphs that run on. */
export function toSpeeches(article: Article, pieces: readonly Piece[]): Speech[] {
  const speeches: Speech[] = []
  for (const piece of pieces) {
    const speech = speeches.at(-1)
    const before = speech?.at(-1)
    if (speech && before && belongsTo(article, before, piece)) speech.push(piece)
    else speeches.push([piece])
  }
  return speeches
}

function belongsTo(article: Article, before: Piece, piece: Piece): boolean {
  const left = article.stretches[before.stretch]!
  const right = article.stretches[piece.stretch]!
  if (runsOn(article.sources, left, right)) return true
  if (left.paragraph !== right.paragraph || before.kind !== 'direct' || piece.kind !== 'direct') return false
  if (!sameSpeaker(before, piece)) return false
  const from = article.tokenOf[before.stretch]!
  const to = article.tokenOf[piece.stretch]!
  const sheet = article.sheets[left.paragraph]!
  const mention = before.attribution?.mention
  const isAmid =
    mention !== undefined && mention.paragraph === left.paragraph && mention.from > from && mention.from < to
  if (to - from === 1) return true
  return isAmid && sheet[to]!.sentence - sheet[from]!.sentence <= 1
}

/** Whether `right` is the next paragraph of a quotation that `left` leaves open. */
export function runsOn(sources: readonly QuoteSource[], left: Stretch, right: Stretch): boolean {
  if (left.closed || right.paragraph !== left.paragraph + 1 || left.family !== right.family) return false
  const {text} = sources[right.paragraph]!
  return right.start <= text.search(/\S/) && !transcriptLabel.test(text.slice(right.start, right.start + 60))
}

function sameSpeaker(one: Piece, other: Piece): boolean {
  const left = one.attribution
  const right = other.attribution
  if (!left || !right) return left === right
  return left.mention === right.mention || (left.personId >= 0 && left.personId === right.personId)
}

/** The words of a speech without its outer marks, one string a paragraph; pieces of one paragraph joined by a space. */
export function toParagraphs(sources: readonly QuoteSource[], stretches: readonly Stretch[]): string[] {
  const paragraphs: string[] = []
  let last = -1
  for (const stretch of stretches) {
    const words = bareWords(sources[stretch.paragraph]!.text, stretch)
    if (stretch.paragraph === last) paragraphs[paragraphs.length - 1] += ` ${words}`
    else paragraphs.push(words)
    last = stretch.paragraph
  }
  return paragraphs
}

function bareWords(text: string, stretch: Stretch): string {
  let words = text.slice(stretch.start, stretch.end)
  if (stretch.opened) words = words.replace(/^(?:''|``|["“”„‟«»‹›‘’‚'])\s*/, '')
  if (stretch.closed) words = words.replace(/\s*(?:''|’’|["“”„‟«»‹›‘’'])$/, '')
  return words
}

/** The segments of a speech. */
export function toSegments(stretches: readonly Stretch[]): QuoteSegment[] {
  return stretches.map(({paragraph, start, end}) => ({paragraph, start, end}))
}
