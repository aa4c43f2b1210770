import {readFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {findQuotes} from '../../../ingest/quotes/index.ts'
import type {QuoteSource} from '../../../ingest/model/quote.ts'

// The sample that `npm start` imports. Lead's note: "the (transport) minister" and "The harbour master … He said" must be worked out
// from the article (who else could hold the office; a dead man in the object of the sentence before does not speak). Solve the kind.
const sample = path.resolve(import.meta.dirname, '../../../cli/sample/harbour-plan.txt')

function readBody(): QuoteSource[] {
  const text = readFileSync(sample, 'utf8')
  const sources: QuoteSource[] = []
  let start = 0
  for (const line of text.split('\n')) {
    if (line.length > 60 && !line.startsWith('Ferry workers (left)') && !line.startsWith('Get the day'))
      sources.push({text: line, start, kind: 'paragraph'})
    else if (line.endsWith('"')) sources.push({text: line, start, kind: 'paragraph'})
    start += line.length + 1
  }
  return sources
}

describe('the bundled sample', () => {
  const {value} = findQuotes(readBody())

  it('has every speech as one quote, with who said it', () => {
    expect(value.map((quote) => [quote.kind, quote.paragraphs.length, quote.speakerName])).toEqual([
      ['partial', 1, 'Morag Sinclair'],
      ['partial', 1, 'Morag Sinclair'],
      ['direct', 4, 'Tomas Reidy'],
      ['partial', 1, 'Morag Sinclair'],
      ['partial', 1, 'Morag Sinclair'],
      ['direct', 1, 'Morag Sinclair'],
      ['direct', 4, 'Morag Sinclair'],
      ['direct', 2, 'Morag Sinclair'],
      ['partial', 1, 'Morag Sinclair'],
      ['direct', 2, 'Morag Sinclair'],
      ['direct', 1, 'Tomas Reidy'],
      ['direct', 2, 'Ailsa Burnett'],
      ['direct', 1, 'A ferry company source'],
      ['direct', 3, 'Tomas Reidy'],
    ])
  })
})
