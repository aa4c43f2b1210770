import {describe, expect, it} from 'vitest'
import {findLawful} from './quote-laws.ts'

function speakersOf(text: string): (string | null)[] {
  return findLawful(text).map((quote) => quote.speakerName)
}

describe('the speaker', () => {
  it.each([
    ['before the quotation', 'Joan Pell said: “We are open again.”'],
    ['behind it', '“We are open again,” Joan Pell said.'],
    ['behind the verb', '“We are open again,” said Joan Pell.'],
    ['amid it', '“We are open,” said Joan Pell, “and we were never shut.”'],
    ['by “according to”', 'The yard is “open for business”, according to Joan Pell.'],
    ['with a party in brackets', '“We are open again,” Rep. Joan Pell (D-Ore.) said Friday.'],
    [
      'with a phrase between',
      '“We are open again,” said Joan Pell, the daughter of Sir Alan Marsh, who left in May.',
    ],
    ['by a relative clause', 'The meeting heard from Joan Pell, who said the yard was “open for business”.'],
    ['by a participle', 'Joan Pell left early, saying the yard was “open for business”.'],
    [
      'in the sentence before',
      'Joan Pell was having none of it. “We are open again, and we were never shut.”',
    ],
  ])('is found %s', (_where, text) => {
    expect(speakersOf(text)[0]).toBe('Joan Pell')
  })

  it('is the full name for a surname and for a pronoun', () => {
    expect(
      speakersOf(
        'Joan Pell and Frank Marsh met.\n“We are open,” said Pell.\n“You are shut,” Mr Marsh replied.\nHe added: “For good.”',
      ),
    ).toEqual(['Joan Pell', 'Frank Marsh', 'Frank Marsh'])
  })

  it('agrees with the pronoun in gender', () => {
    expect(
      speakersOf(
        'Mrs Joan Pell wrote to Mr Frank Marsh on Monday.\n“It is a disgrace,” she said.\n“It is the law,” he said.',
      ),
    ).toEqual(['Joan Pell', 'Frank Marsh'])
  })

  it('is the right one of a family with one surname', () => {
    expect(
      speakersOf(
        'Frank Marsh and his wife Joan Marsh run the yard.\n“We are open,” said Mrs Marsh.\n“We were never shut,” said Mr Marsh.',
      ),
    ).toEqual(['Joan Marsh', 'Frank Marsh'])
  })

  it('is the person whom the copy gives the role', () => {
    expect(
      speakersOf('Mayor Joan Pell opened the yard, watched by Frank Marsh.\n“It is open,” the mayor said.'),
    ).toEqual(['Joan Pell'])
    expect(
      speakersOf('Joan Pell, the harbour master, met Frank Marsh.\n“It is open,” the harbour master said.'),
    ).toEqual(['Joan Pell'])
  })

  it('is the noun phrase of an unnamed source', () => {
    const [quote] = findLawful('“It will be shut by May,” a spokesman for the harbour trust said.')
    expect(quote).toMatchObject({
      speakerName: 'a spokesman for the harbour trust',
      named: false,
      speakerRole: null,
    })
    expect(
      speakersOf('“It will be shut,” said one of the crew.\nA council source added: “By May.”').at(-1),
    ).toBe('A council source')
  })

  it('keeps the mention, the cue and the role as printed', () => {
    const [quote] = findLawful('“It will be shut by May,” said council spokeswoman Joan Pell.')
    expect(quote).toMatchObject({
      speakerName: 'Joan Pell',
      named: true,
      speakerRole: 'council spokeswoman',
      mention: {text: 'Joan Pell'},
      cue: {text: 'said'},
    })
  })

  it('is read from a transcript’s label inside the marks', () => {
    expect(
      speakersOf('Joan Pell spoke to Frank Marsh.\n“PELL: Is it open, sir?\n“MARSH: It is open.”'),
    ).toEqual(['Joan Pell', 'Frank Marsh'])
  })

  it('is found in single-quote copy as well', () => {
    expect(
      speakersOf(
        "Joan Pell and Frank Marsh met.\n'We're open, and the crews' wives know it,' said Pell.\n'You're shut,' said Marsh.",
      ),
    ).toEqual(['Joan Pell', 'Frank Marsh'])
  })

  it.each([
    [
      'by a title that goes with the given name',
      'Sir Alan Marsh chairs it.\n“The papers were late,” said Sir Alan.',
      'Alan Marsh',
    ],
    [
      'where the surname is a title too',
      'Solicitor General Joan Sheikh spoke. “Nobody is being moved,” Sheikh said.',
      'Joan Sheikh',
    ],
    [
      'where the office has a noun of its own',
      'Minister of State Una Pell promised grants. “Nobody will lose,” she said.',
      'Una Pell',
    ],
    [
      'where the given name is a small word of English',
      '“There is no way,” said Per Aune, who teaches there.',
      'Per Aune',
    ],
    [
      'by a noun set beside the name',
      'Joan Pell, the corner-forward, scored twice.\n“I shut my eyes,” said the corner-forward.',
      'Joan Pell',
    ],
    [
      'behind the phrase that says what the person is',
      'The leader of the opposition, Joan Pell, calls it “a con on us all”.',
      'Joan Pell',
    ],
  ])('is found %s', (_where, text, speaker) => {
    expect(speakersOf(text)).toEqual([speaker])
  })

  it('is no thing that only looks like a name', () => {
    expect(
      speakersOf('Downbeat is published by a small press.\n“Once more, from bar forty, and with feeling.”'),
    ).toEqual([null])
  })

  it('is a whole name or nobody in another language', () => {
    expect(
      speakersOf(
        '« La digue tiendra, et elle tiendra cent ans », assure Jeanne Pell, à la sortie de la réunion du conseil.\nLe maire de la commune dénonce « dix ans de promesses » et demande une enquête sur les travaux.',
      ),
    ).toEqual(['Jeanne Pell', null])
  })

  it('is left open below the threshold', async () => {
    const {findQuotes} = await import('../../../ingest/quotes/index.ts')
    const sources = [{text: '“We are open again,” Joan Pell said.', start: 0, kind: 'paragraph' as const}]
    const {value, findings} = findQuotes(sources, {threshold: 1.1})
    expect(value[0]).toMatchObject({speakerName: null, named: false})
    expect(findings).toMatchObject([{code: 'quote-speaker-open', severity: 'info', at: {offset: 0}}])
  })
})
