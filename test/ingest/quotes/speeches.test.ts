import {describe, expect, it} from 'vitest'
import {findLawful, inShort} from './quote-laws.ts'

describe('one speech', () => {
  it('is one quote when its attribution breaks it', () => {
    expect(inShort('Joan Pell runs the yard.\n“We are open,” said Ms Pell. “We were never shut.”')).toEqual([
      ['direct', 'Joan Pell', 'We are open, We were never shut.'],
    ])
  })

  it('is one quote when it runs over paragraphs that each open it again', () => {
    const [quote, ...more] = findLawful(
      'Joan Pell said: "We are open.\n"We were never shut.\n"And we are not for sale."\nThe yard is old.',
    )
    expect(more).toEqual([])
    expect(quote).toMatchObject({
      kind: 'direct',
      speakerName: 'Joan Pell',
      named: true,
      paragraphs: ['We are open.', 'We were never shut.', 'And we are not for sale.'],
    })
    expect(quote!.segments).toHaveLength(3)
  })

  it('ends where its mark closes, though the same person goes on', () => {
    expect(inShort('Joan Pell runs the yard.\n"We are open," she said.\n"We were never shut."')).toEqual([
      ['direct', 'Joan Pell', 'We are open,'],
      ['direct', 'Joan Pell', 'We were never shut.'],
    ])
  })

  it('is told from a phrase inside a sentence', () => {
    expect(inShort('Joan Pell called the offer an "insult" and said: "We are not for sale."')).toEqual([
      ['partial', 'Joan Pell', 'insult'],
      ['direct', 'Joan Pell', 'We are not for sale.'],
    ])
  })

  it('is neither a nickname nor the title of a work', () => {
    expect(inShort('Frank “Buddy” Marsh, who played the drums on the album “Low Water”, was there.')).toEqual(
      [],
    )
  })

  it('is left open with a finding when nobody could have said it', () => {
    const [quote] = findLawful('“Well, here we are again and I do not like it one bit.”')
    expect(quote).toMatchObject({kind: 'direct', speakerName: null, mention: null, confidence: 0})
  })

  it('does not run on over a crosshead', () => {
    const sources = [
      {text: '"We are open.', start: 0, kind: 'paragraph' as const},
      {text: 'The yard', start: 20, kind: 'crosshead' as const},
      {text: '"We were never shut," said Joan Pell.', start: 40, kind: 'paragraph' as const},
    ]
    const text = '"We are open.'.padEnd(20) + 'The yard'.padEnd(20) + '"We were never shut," said Joan Pell.'
    expect(findLawful(text, sources)).toHaveLength(2)
  })
})
