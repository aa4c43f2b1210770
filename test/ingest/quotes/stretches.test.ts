import {describe, expect, it} from 'vitest'
import {findStretches} from '../../../ingest/quotes/marks/stretches.ts'
import {toSources} from './quote-laws.ts'

function stretchesOf(text: string): string[] {
  const sources = toSources(text)
  return findStretches(sources).map(({paragraph, start, end}) => sources[paragraph]!.text.slice(start, end))
}

describe('quotation marks', () => {
  it.each([
    ['straight double', 'She said: "The tide is early." Then she left.', ['"The tide is early."']],
    ['curly double', 'She said: “The tide is early.” Then she left.', ['“The tide is early.”']],
    ['straight single', "'The tide is early,' she said.", ["'The tide is early,'"]],
    ['curly single', '‘The tide is early,’ she said.', ['‘The tide is early,’']],
    ['guillemets', '« The tide is early », she said. «It is.»', ['« The tide is early »', '«It is.»']],
    ['low-high', '„The tide is early“, she said.', ['„The tide is early“']],
    ['the wire’s backticks', "``The tide is early,'' she said.", ["``The tide is early,''"]],
    ['curly opened, straight closed', '“The tide is early," she said.', ['“The tide is early,"']],
    [
      'nested the American way',
      '“He told me ‘no’ and ‘never’,” she said.',
      ['“He told me ‘no’ and ‘never’,”'],
    ],
    [
      'nested the British way',
      '\'He told me "no" and "never",\' she said.',
      ['\'He told me "no" and "never",\''],
    ],
    [
      'nested in one style',
      '“He read out “The Whale” twice,” she said.',
      ['“He read out “The Whale” twice,”'],
    ],
  ])('are read in the style %s', (_style, text, expected) => {
    expect(stretchesOf(text)).toEqual(expected)
  })

  it('are told from apostrophes', () => {
    expect(stretchesOf("It was the voters' choice, the '90s rock 'n' roll of it; they don't mind.")).toEqual(
      [],
    )
    expect(stretchesOf("'The voters' anger isn't new,' she said. 'It's the members' too.'")).toEqual([
      "'The voters' anger isn't new,'",
      "'It's the members' too.'",
    ])
    expect(stretchesOf('‘The crews’ wives don’t sleep,’ he said.')).toEqual([
      '‘The crews’ wives don’t sleep,’',
    ])
  })

  it('are told from feet and inches', () => {
    expect(stretchesOf('The bench is 5\'10" long and "far too low", he said.')).toEqual(['"far too low"'])
  })

  it('end with their paragraph when they are left open', () => {
    expect(stretchesOf('"The tide is early.\n"And it is high."\nShe left.')).toEqual([
      '"The tide is early.',
      '"And it is high."',
    ])
    expect(stretchesOf("'The tide is early and it is high.\n'And it is cold.'\nShe left.")).toEqual([
      "'The tide is early and it is high.",
      "'And it is cold.'",
    ])
  })

  it('of guillemets may have a space inside, and point either way', () => {
    expect(stretchesOf('Elle dit « la mer », puis « la digue tient ». Il répond «non».')).toEqual([
      '« la mer »',
      '« la digue tient »',
      '«non»',
    ])
    expect(stretchesOf('»Das Meer kommt«, sagte sie. »Es kommt.«')).toEqual([
      '»Das Meer kommt«',
      '»Es kommt.«',
    ])
  })

  it('leave the dashes of dialogue alone', () => {
    expect(stretchesOf('— The tide is early, she said.\n– It is.')).toEqual([])
  })

  it('leave two apostrophes that open nothing alone', () => {
    expect(stretchesOf("He typed '' and nothing came.")).toEqual([])
  })
})
