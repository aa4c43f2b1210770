import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {parseCopy} from '../../ingest/parse-copy.ts'
import {checkDocumentLaws, checkWordsInDocuments} from './document-laws.ts'

const sample = path.resolve(import.meta.dirname, '../../../shared/samples/raw-article/article.txt')

// The article that this project was asked to handle. It is not ours to ship: the bundled look-alike proves the same without it.
describe.runIf(existsSync(sample))('the raw article', async () => {
  const bytes = existsSync(sample) ? readFileSync(sample) : new Uint8Array()
  const text = new TextDecoder().decode(bytes)
  const lines = text.split('\n')
  const parsed = await parseCopy({bytes})
  const {arranged, quotes, findings} = parsed.items[0]!
  const line = (number: number) => lines[number - 1]

  it('is one item without findings', () => {
    expect(parsed.items).toHaveLength(1)
    expect([...parsed.findings, ...findings]).toEqual([])
  })

  it('has its headline, one caption printed three times, and two lines of furniture', () => {
    expect(arranged.headline).toBe(line(3))
    expect(
      arranged.captions.map(({text: words, occurrences, lines: at}) => ({words, occurrences, at})),
    ).toEqual([{words: line(6), occurrences: 3, at: [6, 8, 10]}])
    expect(arranged.furniture.map((part) => part.line)).toEqual([1, 98])
  })

  it('has forty paragraphs with their words unchanged, in order', () => {
    expect(arranged.body.map((block) => block.text)).toEqual(
      Array.from({length: 40}, (_unused, index) => line(12 + 2 * index)),
    )
  })

  it('has one newsletter block', () => {
    expect(arranged.newsletters).toMatchObject([
      {title: line(92), pitch: line(94), requiredMessage: line(96), lines: [92, 94, 96]},
    ])
  })

  it('has ten speeches and six partial quotes, each with its speaker', () => {
    const obama = 'Barack Obama'
    const cameron = 'David Cameron'
    expect(
      quotes.map((quote) => [
        quote.kind,
        arranged.body[quote.segments[0]!.paragraph]!.at!.line,
        arranged.body[quote.segments.at(-1)!.paragraph]!.at!.line,
        quote.speakerName,
      ]),
    ).toEqual([
      ['partial', 14, 14, obama],
      ['partial', 16, 16, obama],
      ['direct', 30, 36, cameron],
      ['partial', 38, 38, obama],
      ['partial', 38, 38, obama],
      ['direct', 40, 40, obama],
      ['direct', 42, 50, obama],
      ['direct', 52, 56, obama],
      ['partial', 58, 58, obama],
      ['direct', 60, 64, obama],
      ['partial', 66, 66, obama],
      ['direct', 68, 70, obama],
      ['direct', 74, 74, cameron],
      ['direct', 78, 80, 'Bernadette Meehan'],
      ['direct', 82, 82, 'A British government source'],
      ['direct', 86, 90, cameron],
    ])
  })

  it('gives offsets at which the copy has the very words', () => {
    for (const quote of quotes)
      expect(text.slice(quote.start, quote.end)).toContain(quote.paragraphs[0]!.slice(0, 20))
  })

  it('becomes one article, one caption, one newsletter block, sixteen quotes, three people and one wire copy', async () => {
    const made = await checkDocumentLaws({bytes})
    const count = (type: string) => made.supporting.filter((document) => document._type === type).length
    expect([
      made.articles.length,
      count('imageCaption'),
      count('newsletterBlock'),
      count('quote'),
      count('person'),
    ]).toEqual([1, 1, 1, 16, 3])
    expect(
      made.supporting.flatMap((document) => (document._type === 'person' ? document.name : [])).sort(),
    ).toEqual(['Barack Obama', 'Bernadette Meehan', 'David Cameron'])
    expect(
      made.supporting.flatMap((document) =>
        document._type === 'quote' && !document.speaker ? document.speakerName : [],
      ),
    ).toEqual(['A British government source'])
    expect(made.articles[0]!.body.at(-1)).toMatchObject({_type: 'newsletterSignup'})
    checkWordsInDocuments(text, made, [6, 8, 10])
  })
})
