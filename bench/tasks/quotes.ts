import type {FoundQuote, QuoteSource} from '../../ingest/model/quote.ts'
import {findQuotes} from '../../ingest/quotes/index.ts'

/** One quote in the form of the quote benchmark. */
export interface PredictedQuote {
  start: number
  end: number
  text: string
  kind: 'direct' | 'mixed' | 'indirect'
  speaker: string | null
  segments?: [number, number][]
}

const kinds: Record<FoundQuote['kind'], PredictedQuote['kind']> = {
  direct: 'direct',
  partial: 'mixed',
  indirect: 'indirect',
}

/** Splits plain copy into its headline (the first line) and paragraphs, one a line. */
export function toQuoteSources(text: string): QuoteSource[] {
  const sources: QuoteSource[] = []
  let start = 0
  for (const line of text.split('\n')) {
    if (line.trim() !== '')
      sources.push({text: line, start, kind: sources.length === 0 ? 'headline' : 'paragraph'})
    start += line.length + 1
  }
  return sources
}

/** Predicts the quotes of one article with the importer's own functions. Offsets are into `text`. */
export function predictQuotes(
  {id, text}: {id: string; text: string},
  find = findQuotes,
): {id: string; quotes: PredictedQuote[]} {
  const sources = toQuoteSources(text)
  const quotes = find(sources, {indirect: true}).value.map((quote): PredictedQuote => {
    const segments = quote.segments.map(({paragraph, start, end}): [number, number] => [
      sources[paragraph]!.start + start,
      sources[paragraph]!.start + end,
    ])
    return {
      start: quote.start,
      end: quote.end,
      text: text.slice(quote.start, quote.end),
      kind: kinds[quote.kind],
      speaker: quote.speakerName,
      ...(quote.kind === 'indirect' ? {} : {segments}),
    }
  })
  return {id, quotes}
}
