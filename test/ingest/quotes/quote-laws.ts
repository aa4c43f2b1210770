import {expect} from 'vitest'
import {findQuotes} from '../../../ingest/quotes/index.ts'
import type {FoundQuote, QuoteSource} from '../../../ingest/model/quote.ts'

/** Copy as quote sources: every line that is not blank is a paragraph, with its true offset. */
export function toSources(text: string): QuoteSource[] {
  const sources: QuoteSource[] = []
  let start = 0
  for (const line of text.split('\n')) {
    if (line.trim() !== '') sources.push({text: line, start, kind: 'paragraph'})
    start += line.length + 1
  }
  return sources
}

/** Finds the quotes of a text and checks what must hold of every result. */
export function findLawful(text: string, sources = toSources(text)): FoundQuote[] {
  const {value} = findQuotes(sources)
  let lastEnd = -1
  for (const quote of value) {
    expect(quote.segments.length).toBeGreaterThan(0)
    expect(quote.confidence).toBeGreaterThanOrEqual(0)
    expect(quote.confidence).toBeLessThanOrEqual(1)
    expect(quote.paragraphs.every((paragraph) => typeof paragraph === 'string')).toBe(true)
    for (const {paragraph, start, end} of quote.segments) {
      const source = sources[paragraph]!
      expect(start).toBeGreaterThanOrEqual(0)
      expect(end).toBeLessThanOrEqual(source.text.length)
      expect(start).toBeLessThan(end)
      // In order, and never over one another.
      expect(source.start + start).toBeGreaterThanOrEqual(lastEnd)
      lastEnd = source.start + end
    }
    const first = quote.segments[0]!
    const last = quote.segments.at(-1)!
    expect(quote.start).toBe(sources[first.paragraph]!.start + first.start)
    expect(quote.end).toBe(sources[last.paragraph]!.start + last.end)
    expect(new Set(quote.segments.map(({paragraph}) => paragraph)).size).toBe(quote.paragraphs.length)
    // The words are the copy's own.
    const quoted = quote.segments
      .map(({paragraph, start, end}) => sources[paragraph]!.text.slice(start, end))
      .join(' ')
    for (const paragraph of quote.paragraphs)
      for (const word of paragraph.split(/\s+/)) expect(quoted).toContain(word)
    for (const printed of [quote.mention, quote.cue])
      if (printed) expect(text.slice(printed.start, printed.end)).toBe(printed.text)
    if (quote.speakerName === null) expect(quote.named).toBe(false)
  }
  return value
}

/** The quotes as `[kind, speaker, words]`, paragraphs joined by `|`. */
export function inShort(text: string): [string, string | null, string][] {
  return findLawful(text).map((quote) => [quote.kind, quote.speakerName, quote.paragraphs.join('|')])
}
