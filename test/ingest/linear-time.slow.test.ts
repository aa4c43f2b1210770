import {describe, expect, it} from 'vitest'
import {arrange} from '../../ingest/arrange/index.ts'
import {isSameCaption, joinCaptions} from '../../ingest/captions/index.ts'
import type {NewsItem} from '../../ingest/model/news-item.ts'
import {findQuotes} from '../../ingest/quotes/index.ts'
import {htmlReader} from '../../ingest/read/html/index.ts'
import {decodeText} from '../../ingest/read/text/index.ts'
import {toSources} from './quotes/quote-laws.ts'

/** Copy of about `size` thousand characters of one kind. */
type Make = (size: number) => string

const lines =
  (line: (at: number) => string, perThousand: number, end = '\n'): Make =>
  (size) =>
    Array.from({length: size * perThousand}, (_unused, at) => line(at)).join(end)
const again =
  (part: string): Make =>
  (size) =>
    part.repeat(Math.ceil((size * 1000) / part.length))

const texts: [string, Make][] = [
  [
    'one line of sentences',
    again('The council met again on Tuesday, and nothing came of it, members said. '),
  ],
  ['one line without spaces', again('a')],
  ['blank lines', again('\n')],
  ['tabs', again('one\ttwo\tthree\n')],
  ['short lines', again('News\n')],
  ['headlines alike', lines((at) => `Harbour trust votes on quay number ${at}`, 25)],
  [
    'paragraphs',
    lines((at) => `The trust, which met for the ${at}th time, said that it would stay.`, 15, '\n\n'),
  ],
  [
    'captions',
    lines(
      (at) =>
        `Boat ${at} leaves on Monday (Photo: A. Person/Agency)\nA long paragraph about boat ${at} follows it.`,
      10,
    ),
  ],
  ['credits', again('Photo: A. Person/AFP via Getty Images © 2026 ')],
  ['sign-up boxes', again('Sign up to our newsletter\nEmail address\nSubscribe\n')],
  ['comments', lines((at) => `reader${at} says:\nI do not think so at all.\nReply`, 20)],
  [
    'entries of a live report',
    lines((at) => `14:${at % 60}\nA title\nThe trust met for the ${at}th time, it said.`, 15),
  ],
  ['quantities', again('150g butter\n3 eggs\nFor the cake\n')],
  ['labels', lines((at) => `${letters(at).replace(/^./u, (first) => first.toUpperCase())}: what it is`, 40)],
  [
    'numbered headings',
    again('1. A heading\nThe trust met on Tuesday, it said.\n2. Another\nNothing came of it.\n'),
  ],
  [
    'insets',
    lines((at) => `Trust ${at} met Pell again, members said.\nREAD MORE\nHarbour votes on quay ${at}`, 12),
  ],
  ['questions', again('When did it begin?\nOn Tuesday.\n\n')],
  ['wrapped lines', again('the quick brown fox jumps over the lazy dog and runs into the woods\n')],
  ['capital words', again('Joan Pell Frank Marsh Harbour Trust ')],
  ['commas', again(', and, ')],
  ['brackets', again('([(said, ')],
  ['stops', again('A. B! C? ')],
  ['quotation marks alone', again('"“‘')],
  ['pairs of marks', again('"a" ')],
  ['marks never closed', again('“a ')],
  ['single marks', again("'a ")],
  ['possessives', again("the crews' ")],
  ['attributed quotes in one line', again('Joan Pell said "no" to Frank Marsh. ')],
  ['quoted paragraphs', again('"We are open," he said.\n')],
  ['pronouns', again('she said "he". ')],
  ['relative clauses', again('the man, who said, ')],
  ['offices', again('Mr Marsh met the mayor. ')],
  [
    'another language in one line',
    again('Die Stadt wartet, « dix ans » und „so geht es nicht“, sagte Jeanne Pell dem Blatt. '),
  ],
  ['titles as surnames', again('Joan Sheikh met Sheikh said the Judge Frank Judge said. ')],
  ['ever new names', lines((at) => `Joan P${letters(at)} said "no".`, 25, ' ')],
  ['ever new namesakes', lines((at) => `J${letters(at)} Pell said "no". Pell left.`, 20, ' ')],
]

const pages: [string, Make][] = [
  ['nested elements', (size) => '<div>'.repeat(size * 90) + 'words '.repeat(9) + '</div>'.repeat(size * 90)],
  ['elements never closed', again('<b><i><p>words ')],
  ['paragraphs', again('<p>The council met again on Tuesday, and nothing came of it.</p>')],
  ['one paragraph', (size) => `<p>${'The council met again on Tuesday. '.repeat(size * 30)}</p>`],
  ['links', again('<li><a href="/a">Harbour trust votes</a></li>')],
  ['table rows', (size) => `<table>${'<tr><td>one<td>two</tr>'.repeat(size * 40)}</table>`],
  ['figures', again('<figure><img src="a.jpg" alt="Boat"><figcaption>Boat leaves</figcaption></figure>')],
  ['attributes', (size) => `<p ${'a="b" '.repeat(size * 160)}>words</p>`],
  ['entities', again('&amp;&nbsp;&#8217;')],
  ['signs of tags', again('<<>')],
  ['comments of markup', again('<!-- no words -->')],
  [
    'structured data',
    (size) =>
      `<script type="application/ld+json">{"a":[${'{"b":1},'.repeat(size * 110)}0]}</script><p>words</p>`,
  ],
]

function letters(index: number): string {
  return Array.from({length: 4}, (_unused, place) =>
    String.fromCharCode(97 + (Math.floor(index / 26 ** place) % 26)),
  ).join('')
}

function toItem(text: string): NewsItem {
  return {
    format: 'text',
    itemClass: 'text',
    pubStatus: 'usable',
    signals: [],
    edNotes: [],
    subjects: [],
    genres: [],
    keywords: [],
    text,
    associations: [],
    encoding: {used: 'utf-8'},
  }
}

function toCaptions(text: string): {text: string}[] {
  return text.split('\n').map((line) => ({text: line}))
}

/** Milliseconds of this process's own time: what else the machine does must not count. */
async function ownMs(work: () => unknown): Promise<number> {
  const start = process.cpuUsage()
  await work()
  const {user, system} = process.cpuUsage(start)
  return (user + system) / 1000
}

const limit = 8
const fewestRounds = 2
const mostRounds = 6

/**
 * Doubled twice, so that what grows in proportion (fourfold) and what grows with the square (sixteenfold) are far apart; the few
 * milliseconds added make short runs say little. Of each size the least of its rounds counts, since a collection of garbage, a
 * compilation or a slow machine can only add to a time: rounds go on while the ratio is over the limit.
 */
async function expectInProportion(make: Make, size: number, step: (copy: string) => unknown): Promise<void> {
  const small = make(size / 2)
  const large = make(size * 2)
  await step(small)
  let [smallMs, largeMs] = [Infinity, Infinity]
  const ratio = () => (largeMs + 10) / (smallMs + 10)
  for (let round = 0; round < fewestRounds || (round < mostRounds && ratio() >= limit); round++) {
    largeMs = Math.min(largeMs, await ownMs(() => step(large)))
    smallMs = Math.min(smallMs, await ownMs(() => step(small)))
  }
  expect(ratio()).toBeLessThan(limit)
}

describe('twice the copy, and twice again, takes in proportion as long', () => {
  it.each(texts)('to arrange: %s', async (_name, make) => {
    await expectInProportion(make, 60, (copy) => arrange(toItem(copy)))
  })

  it.each(texts)('to find quotes in: %s', async (_name, make) => {
    await expectInProportion(make, 60, (copy) => findQuotes(toSources(copy)))
  })

  it.each(texts)('to join as captions: %s', async (_name, make) => {
    await expectInProportion(make, 60, (copy) => joinCaptions(toCaptions(copy)))
  })

  it.each(texts)('to compare as captions: %s', async (_name, make) => {
    await expectInProportion(make, 30, (copy) => isSameCaption(copy, `${copy} (AP Photo/A. Person)`))
  })

  it.each(pages)('to read a page of: %s', async (_name, make) => {
    const encoder = new TextEncoder()
    await expectInProportion(make, 40, (copy) =>
      htmlReader.read(encoder.encode(`<html><body><h1>A headline over it</h1>${copy}</body></html>`), {}),
    )
  })
})

describe('the largest copy finishes', () => {
  const largest: [string, string][] = [
    ['a line of 10 MB', 'Joan Pell said the yard was open and the crews were paid. '.repeat(180_000)],
    ['100,000 quotation marks', '"a" and '.repeat(50_000)],
    [
      'a million blank lines',
      `A headline over nothing\n${'\n'.repeat(1_000_000)}The end of it all came late.`,
    ],
  ]

  it.each(largest)('%s', async (_name, text) => {
    const item = arrange(toItem(text)).value
    findQuotes(item.body.map((block) => ({text: block.text, start: 0, kind: 'paragraph'})))
    joinCaptions(toCaptions(text.slice(0, 2_000_000)))
    expect(item.body.length).toBeGreaterThan(0)
  })

  it('10 MB of bytes of no known encoding', () => {
    expect(decodeText(new Uint8Array(10_000_000).fill(0xe9)).text.length).toBeGreaterThan(0)
  })

  it('a page of 10 MB in one line', async () => {
    const html = `<html><body><h1>A headline over it</h1><p>${'The yard was open. '.repeat(550_000)}</p></body></html>`
    const [read] = await htmlReader.read(new TextEncoder().encode(html), {})
    expect(read?.item.blocks?.length).toBeGreaterThan(0)
  })
})
