import {describe, expect, it} from 'vitest'
import {findQuotes} from '../../../ingest/quotes/index.ts'
import {toSources} from './quote-laws.ts'

const copy =
  'Joan Pell said that the yard was open for trade.\nThe crews will be paid by May, according to Frank Marsh.\n“We are open,” said Pell.'

describe('speech without marks', () => {
  it('is not looked for unless it is asked for', () => {
    expect(findQuotes(toSources(copy)).value.map((quote) => quote.kind)).toEqual(['direct'])
  })

  it('is what the verb of saying reports', () => {
    expect(
      findQuotes(toSources(copy), {indirect: true}).value.map((quote) => [
        quote.kind,
        quote.speakerName,
        quote.paragraphs[0],
      ]),
    ).toEqual([
      ['indirect', 'Joan Pell', 'the yard was open for trade'],
      ['indirect', 'Frank Marsh', 'The crews will be paid by May'],
      ['direct', 'Joan Pell', 'We are open,'],
    ])
  })
})
