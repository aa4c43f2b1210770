import type {Finding} from '../model/finding.ts'
import type {FoundQuote, QuoteSource} from '../model/quote.ts'
import {readArticle} from './article.ts'
import type {Article} from './article.ts'
import {attribute, labelOf} from './attribution/attribution.ts'
import type {Attribution, AttributionWeights} from './attribution/attribution.ts'
import {quoteFindingCodes} from './codes.ts'
import {toFounded} from './attribution/founded.ts'
import {findIndirect} from './indirect.ts'
import {isQuotation} from './quotation.ts'
import {resolvePronouns} from './attribution/reference.ts'
import type {PreviousChoice} from './attribution/source-features.ts'
import {toSpeaker} from './attribution/speaker.ts'
import {kindOf, runsOn, toParagraphs, toSegments, toSpeeches} from './speeches.ts'
import type {Piece, Speech} from './speeches.ts'

/** How `findQuotes` looks for quotations. */
export interface QuoteOptions {
  /** Also what is reported without quotation marks. Off by default: an import stores words in marks only. */
  indirect?: boolean
  /** Attributions less sure than this are left open with a finding. See docs/quotes.md for the curve. */
  threshold?: number
}

/** Below this confidence the speaker is left open. */
export const defaultThreshold = 0.4

/** Finds quotations with the given weights (see `findQuotes`); apart so that training can measure on held-out folds. */
export function findQuotesWith(
  weights: AttributionWeights,
  sources: readonly QuoteSource[],
  options: QuoteOptions = {},
): {value: FoundQuote[]; findings: Finding[]} {
  const {threshold = defaultThreshold} = options
  const article = readArticle(sources)
  const findings: Finding[] = []
  const value = toSpeeches(article, attributeAll(article, weights)).map((speech) =>
    toQuote(article, speech, threshold, findings),
  )
  if (!options.indirect) return {value, findings}
  resolvePronouns(article, article.sources.length - 1, null, weights.reference)
  return {value: inOrder([...value, ...findIndirect(article, weights)]), findings}
}

function inOrder(quotes: FoundQuote[]): FoundQuote[] {
  return quotes.toSorted((a, b) => a.start - b.start)
}

function attributeAll(article: Article, used: AttributionWeights): Piece[] {
  const pieces: Piece[] = []
  let previous: PreviousChoice | null = null
  let last: Piece | null = null
  for (let stretch = 0; stretch < article.stretches.length; stretch++) {
    const here = article.stretches[stretch]!
    const isContinued: boolean =
      last !== null && runsOn(article.sources, article.stretches[last.stretch]!, here)
    if (
      !isContinued &&
      !opensSpeech(article, stretch) &&
      !isQuotation(article, stretch, used.quotation) &&
      !labelOf(article, stretch)
    )
      continue
    const attribution: Attribution | null =
      isContinued && last ? last.attribution : attribute(article, stretch, previous, used)
    if (attribution)
      previous = {mention: attribution.mention, person: attribution.personId, paragraph: here.paragraph}
    last = {stretch, kind: isContinued && last ? last.kind : kindOf(article, stretch), attribution}
    pieces.push(last)
  }
  return pieces
}

/** A paragraph that opens with a mark, never closes it, and is followed by one that opens it again: nothing but speech is set so. */
function opensSpeech({sources, stretches}: Article, index: number): boolean {
  const here = stretches[index]!
  const next = stretches[index + 1]
  if (!next || !here.opened || here.closed || !runsOn(sources, here, next)) return false
  return here.start <= sources[here.paragraph]!.text.search(/\S/)
}

function toQuote(article: Article, speech: Speech, threshold: number, findings: Finding[]): FoundQuote {
  const stretches = speech.map((piece) => article.stretches[piece.stretch]!)
  const first = stretches[0]!
  const last = stretches.at(-1)!
  const start = article.sources[first.paragraph]!.start + first.start
  const end = article.sources[last.paragraph]!.start + last.end
  const likeliest = speech.find((piece) => piece.attribution)?.attribution ?? null
  const founded = likeliest ? toFounded(article, likeliest, first.paragraph) : null
  const attribution = founded ?? likeliest
  const paragraphs = toParagraphs(article.sources, stretches)
  const confidence = attribution ? Math.round(attribution.confidence * 1000) / 1000 : 0
  const speaker = attribution ? toSpeaker(article, attribution) : null
  const isOpen = !speaker || speaker.name === null || confidence < threshold || founded === null
  if (isOpen) {
    findings.push({
      severity: 'info',
      code: quoteFindingCodes.speakerOpen,
      message: `It is not clear who said “${cut(paragraphs[0]!)}”${speaker?.name ? ` (perhaps ${speaker.name})` : ''}: the speaker was left open.`,
      at: {offset: start},
    })
  }
  if (!last.closed && last.paragraph + 1 < article.sources.length) {
    findings.push({
      severity: 'info',
      code: quoteFindingCodes.unclosed,
      message: `The quotation “${cut(paragraphs.at(-1)!)}” has no closing mark: it was taken to end with its paragraph.`,
      at: {offset: end},
    })
  }
  return {
    kind: speech.some((piece) => piece.kind === 'direct') ? 'direct' : 'partial',
    start,
    end,
    segments: toSegments(stretches),
    paragraphs,
    speakerName: isOpen ? null : speaker.name,
    named: !isOpen && speaker.named,
    mention: speaker?.mention ?? null,
    speakerRole: isOpen ? null : speaker.role,
    cue: speaker?.cue ?? null,
    confidence,
  }
}

function cut(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
