import {describe, expect, it} from 'vitest'
import {toDocuments} from '../../../ingest/documents/index.ts'
import {toSlug} from '../../../ingest/documents/slug.ts'
import {findBylineNames} from '../../../ingest/documents/byline.ts'
import type {ArrangedItem} from '../../../ingest/model/arranged-item.ts'
import type {FoundQuote} from '../../../ingest/model/quote.ts'
import type {ParsedCopy} from '../../../ingest/parse-copy.ts'

const speech = '“We will mend it,” she said, “and soon.”'

function makeItem(overrides: Partial<ArrangedItem> = {}): ArrangedItem {
  return {
    format: 'text',
    itemClass: 'text',
    pubStatus: 'usable',
    signals: [],
    edNotes: [],
    subjects: [],
    genres: [],
    keywords: [],
    associations: [],
    encoding: {used: 'utf-8'},
    headline: 'Wall to be mended',
    body: [
      {kind: 'paragraph', text: 'The wall fell on Monday.', at: {line: 3}},
      {kind: 'paragraph', text: speech, at: {line: 5}, marks: [{start: 1, end: 3, kind: 'strong'}]},
      {kind: 'paragraph', text: 'The wall fell on Monday.', at: {line: 9}},
    ],
    captions: [
      {
        text: 'The wall',
        creditLine: 'A Press',
        byline: null,
        altText: null,
        occurrences: 2,
        lines: [2, 4],
        alsoSeen: [],
        association: null,
      },
      {
        text: 'The gate',
        creditLine: null,
        byline: null,
        altText: null,
        occurrences: 1,
        lines: [6],
        alsoSeen: [],
        association: null,
      },
    ],
    newsletters: [
      {
        title: 'The Post',
        pitch: 'All the news',
        emailLabel: null,
        submitLabel: null,
        requiredMessage: null,
        consent: null,
        other: [],
        lines: [10],
      },
    ],
    furniture: [{text: 'Top stories', reason: 'navigation', line: 11}],
    lines: {headline: [1]},
    ...overrides,
  }
}

const quote: FoundQuote = {
  kind: 'direct',
  start: 0,
  end: 40,
  segments: [
    {paragraph: 1, start: 0, end: 18},
    {paragraph: 1, start: 28, end: 40},
  ],
  paragraphs: ['We will mend it, and soon.'],
  speakerName: 'Ann Lee',
  named: true,
  mention: {text: 'she', start: 19, end: 22},
  speakerRole: null,
  cue: {text: 'said', start: 23, end: 27},
  confidence: 0.9,
}

function makeCopy(item: ArrangedItem, quotes: FoundQuote[] = [quote]): ParsedCopy {
  return {
    sha256: 'ab'.repeat(32),
    size: 100,
    format: 'text',
    raw: 'raw',
    items: [{arranged: item, quotes, findings: []}],
    findings: [],
  }
}

const received = {receivedAt: '2026-01-02T03:04:05.000Z'}

describe('toDocuments', () => {
  it('gives the same documents for the same copy', () => {
    expect(toDocuments(makeCopy(makeItem()), received)).toEqual(toDocuments(makeCopy(makeItem()), received))
  })

  it('keeps the key of a paragraph when another is put in before it', () => {
    const before = toDocuments(makeCopy(makeItem()), received).articles[0]!
    const item = makeItem()
    item.body.unshift({kind: 'paragraph', text: 'New first paragraph.'})
    const after = toDocuments(makeCopy(item, []), received).articles[0]!
    const keys = new Set(after.body.map((block) => block._key))
    for (const block of before.body) expect(keys).toContain(block._key)
  })

  it('gives the same words in two places two keys', () => {
    const keys = toDocuments(makeCopy(makeItem()), received).articles[0]!.body.map((block) => block._key)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('marks both pieces of a broken quotation with one quote, and keeps the words', () => {
    const {articles, supporting} = toDocuments(makeCopy(makeItem()), received)
    const block = articles[0]!.body.find(
      (element) => element._type === 'block' && element.markDefs.length > 0,
    )
    if (block?._type !== 'block') throw new Error('no marked block')
    expect(block.children.map((span) => span.text).join('')).toBe(speech)
    const quoteDocument = supporting.find((document) => document._type === 'quote')!
    expect(block.markDefs.map((mark) => mark._type === 'quotation' && mark.quote._ref)).toEqual([
      quoteDocument._id,
      quoteDocument._id,
    ])
    expect(block.children.filter((span) => span.marks.includes('strong')).map((span) => span.text)).toEqual([
      speech.slice(1, 3),
    ])
    expect(quoteDocument).toMatchObject({
      kind: 'direct',
      speakerName: 'Ann Lee',
      article: {_ref: articles[0]!._id, _weak: true},
    })
  })

  it('puts the first caption on the lead image and the others where they were printed', () => {
    const {articles} = toDocuments(makeCopy(makeItem()), received)
    const article = articles[0]!
    expect(article.leadImage?.caption?._ref).toMatch(/^imageCaption-/)
    expect(article.body.map((element) => element._type)).toEqual([
      'block',
      'block',
      'captionedImage',
      'block',
      'newsletterSignup',
    ])
  })

  it('keeps what was left out on the wire copy, with its reason and line', () => {
    const {wireCopy} = toDocuments(makeCopy(makeItem()), received)
    expect(wireCopy.furniture).toMatchObject([{text: 'Top stories', reason: 'navigation', line: 11}])
    expect(wireCopy.captions.map((caption) => caption.occurrences)).toEqual([2, 1])
    expect(wireCopy._id).toBe(`wireCopy-${'ab'.repeat(12)}`)
  })

  it('knows copy with a uri by the uri, over its versions', () => {
    const first = toDocuments(makeCopy(makeItem({provider: 'PA', uri: 'urn:x:1', version: '1'})), received)
    const second = toDocuments(
      makeCopy(makeItem({provider: 'PA', uri: 'urn:x:1', version: '2', headline: 'Other'}), []),
      received,
    )
    expect(second.articles[0]!._id).toBe(first.articles[0]!._id)
  })

  it('knows a NewsML 1 item over its revisions, which its identifier ends in', () => {
    const toId = (uri: string, version: string) =>
      toDocuments(makeCopy(makeItem({provider: 'X', uri, version}), []), received).articles[0]!._id
    expect(toId('urn:newsml:example.org:20260101:STORY:2U', '2')).toBe(
      toId('urn:newsml:example.org:20260101:STORY:1N', '1'),
    )
    expect(toId('urn:newsml:example.org:20260101:STORY:9', '2')).not.toBe(
      toId('urn:newsml:example.org:20260101:STORY:1', '1'),
    )
  })

  it('makes no article of copy that has neither headline nor body, and says that it failed', () => {
    const {articles, wireCopy} = toDocuments(
      makeCopy(makeItem({headline: undefined, body: [], captions: [], newsletters: []}), []),
      received,
    )
    expect(articles).toEqual([])
    expect(wireCopy.outcome).toBe('failed')
    expect(wireCopy.furniture).toHaveLength(1)
  })

  it('makes captions and no article of a picture', () => {
    const {articles, supporting} = toDocuments(
      makeCopy(makeItem({itemClass: 'picture', body: [], newsletters: []}), []),
      received,
    )
    expect(articles).toEqual([])
    expect(supporting.map((document) => document._type)).toEqual(['imageCaption', 'imageCaption'])
  })
})

describe('toSlug', () => {
  it('drops accents and punctuation, keeps other scripts, and ends in the article id', () => {
    expect(toSlug('Don’t panic: Zürich’s café is open!', 'article-0123456789abcdef')).toBe(
      'dont-panic-zurichs-cafe-is-open-abcdef',
    )
    expect(toSlug('Ελλάδα 2026', 'article-aaaaaa')).toBe('ελλαδα-2026-aaaaaa')
    expect(toSlug(undefined, 'article-aaaaaa')).toBe('article-aaaaaa')
  })

  it('cuts a long headline at a word', () => {
    const slug = toSlug('word '.repeat(60), 'article-aaaaaa')
    expect(slug.length).toBeLessThanOrEqual(88)
    expect(slug).toMatch(/^(word-)+aaaaaa$/)
  })
})

describe('findBylineNames', () => {
  it.each([
    ['By JANE ROE, AP Science Writer', ['Jane Roe']],
    ['By JANE ROE AP Science Writer', ['Jane Roe']],
    ['By JANE ROE\nAP Science Writer', ['Jane Roe']],
    ['By JANE ROE, AP National Writer, and JOHN DOE', ['Jane Roe', 'John Doe']],
    ['By JANE ROE of The Associated Press', ['Jane Roe']],
    ['Jane Roe (AFP)', ['Jane Roe']],
    ['Par Jean DUPONT et Anne LAMBRECHT', ['Jean Dupont', 'Anne Lambrecht']],
    ['Text: Kit Dow', ['Kit Dow']],
    ['By The Associated Press', []],
  ])('tells the person from the title in %j', (byline, names) => {
    expect(findBylineNames(byline)).toEqual(names)
  })

  it('finds people and leaves agencies, desks and titles out', () => {
    expect(findBylineNames('By Helen Moss and Iain O’Neill, Political Editor')).toEqual([
      'Helen Moss',
      'Iain O’Neill',
    ])
    expect(findBylineNames('HELEN MOSS')).toEqual(['Helen Moss'])
    expect(findBylineNames('By our own correspondent')).toEqual([])
    expect(findBylineNames('Von Hans van der Berg')).toEqual(['Hans van der Berg'])
    expect(findBylineNames('Press Association')).toEqual([])
  })
})
