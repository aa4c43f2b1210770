import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import {describe, expect, it} from 'vitest'
import {predictArticleHtml} from '../../../../bench/tasks/article-html.ts'
import {toWords} from '../../../../ingest/text/words.ts'
import type {NewsItem} from '../../../../ingest/model/news-item.ts'
import {htmlReader} from '../../../../ingest/read/html/index.ts'
import {toProbe} from '../../../../ingest/read/detect.ts'
import {pages} from './pages.ts'

const samples = path.resolve(import.meta.dirname, '../../../../../shared/samples/extraction')

async function read(html: string | Uint8Array): Promise<NewsItem> {
  const bytes = typeof html === 'string' ? new TextEncoder().encode(html) : html
  const [item] = await htmlReader.read(bytes, {})
  return item!.item
}

/** Every word of an item: its body, captions, sign-up boxes, the parts named and what was left out. */
function allWords(item: NewsItem): string[] {
  const {
    headline = '',
    byline = '',
    standfirst = '',
    blocks = [],
    leftOut = [],
    signups = [],
    associations,
  } = item
  return toWords(
    [
      headline,
      byline,
      standfirst,
      ...blocks.map(({text}) => text),
      ...leftOut.map(({text}) => text),
      ...signups.flatMap((box) => [
        box.title,
        box.pitch,
        box.emailLabel,
        box.submitLabel,
        box.requiredMessage,
        box.consent,
        ...box.other,
      ]),
      ...associations.flatMap(({captions, creditLine}) => [
        ...captions.map(({text}) => text),
        creditLine ?? '',
      ]),
    ].join(' '),
  )
}

describe.each(pages)('$kind', (page) => {
  it('gives the story and nothing else', async () => {
    const item = await read(page.html)
    expect(item.headline).toBe(page.headline)
    expect(item.blocks!.filter(({text}) => text).map(({text}) => text)).toEqual(page.body)
    expect(item.associations.flatMap(({captions}) => captions.map(({text}) => text))).toEqual(page.captions)
    if (page.byline) expect(item.byline).toBe(page.byline)
  })

  it('gives everything else as left out, and runs nothing', async () => {
    const item = await read(page.html)
    const left = item.leftOut!.map(({text}) => text).join('\n')
    for (const words of page.leftOut) expect(left).toContain(words)
    expect(JSON.stringify(item)).not.toContain('never run this')
  })

  it('loses no word that the page shows', async () => {
    const item = await read(page.html)
    const kept = new Set(allWords(item))
    const visible = page.html
      .replace(/<head>[^]*?<\/head>/, ' ')
      .replaceAll(/<script[^]*?<\/script>/g, ' ')
      .replaceAll(/<[^>]*>/g, ' ')
    expect(toWords(visible.replaceAll('&nbsp;', ' ')).filter((word) => !kept.has(word))).toEqual([])
  })
})

describe('a saved page', () => {
  it('says when, where and in what language as its data does', async () => {
    const item = await read(pages[0]!.html)
    expect(item).toMatchObject({
      firstCreated: '2023-03-08T06:10:00+00:00',
      versionCreated: '2023-03-08T09:00:00Z',
      uri: 'https://gazette.example/news/fish-market',
      provider: 'Quayside Gazette',
      section: 'Town',
      keywords: ['harbour', 'market'],
      language: 'en-GB',
    })
    expect(item.associations[0]).toMatchObject({
      creditLine: 'Photo: R. Oyelaran',
      altText: 'The market hall',
      renditions: [{href: 'https://gazette.example/img/market.jpg'}],
    })
    expect(item.signups?.[0]?.title).toBe('The Quayside Briefing')
  })

  it('keeps a short list behind a colon, and the sentence under every heading', async () => {
    const item =
      await read(`<title>Ferry firm fined</title><article><h1>Ferry firm fined after gangway fall</h1>
<p>A ferry company has been fined after a gangway collapsed under nine passengers at Port Ellery.</p>
<aside class="related"><h3>More on this story</h3><ul><li><a href="/1">Ferry firm sorry after fall</a></li></ul></aside>
<h2>Rust report ignored</h2><p>The court heard that:</p><ul><li>two engineers had warned of rust;</li><li>the report was filed as waste.</li></ul>
<form class="newsletter"><h3>The Firth Briefing</h3><p>Our morning email, with all the news from the islands.</p><label>Email</label><input type="email"><button>Sign up</button></form>
<h2>What happens next</h2><p>The sheriff will sit again in May.</p></article>`)
    const texts = item.blocks?.map(({text}) => text) ?? []
    expect(texts).toContain('two engineers had warned of rust;')
    expect(texts).toContain('the report was filed as waste.')
    expect(texts).toContain('The sheriff will sit again in May.')
    expect(texts).not.toContain('Ferry firm sorry after fall')
    expect(item.signups).toMatchObject([
      {
        title: 'The Firth Briefing',
        pitch: 'Our morning email, with all the news from the islands.',
        emailLabel: 'Email',
      },
    ])
  })

  it('assumes no zone for a date without one', async () => {
    const [result] = await htmlReader.read(
      new TextEncoder().encode(
        '<html><head><meta property="article:published_time" content="2020-01-02 10:00"></head><body><p>Some words of a story that stands alone here.</p></body></html>',
      ),
      {},
    )
    expect(result!.item.firstCreated).toBe('2020-01-02 10:00')
    expect(result!.findings.map(({code}) => code)).toContain('date-without-zone')
  })

  it('reads bytes by evidence before label', async () => {
    const html =
      '<html><head><meta charset="iso-8859-1"></head><body><h1>Café</h1><p>Une phrase entière où rien n’est perdu, écrite pour cet essai.</p></body></html>'
    expect((await read(html)).headline).toBe('Café')
  })

  it('is told by its content, and feeds and wire XML are not taken for it', () => {
    const claim = (text: string) =>
      htmlReader.detect(toProbe(new TextEncoder().encode(text), {fileName: 'x.html'}))
    expect(claim('<!-- note --><!DOCTYPE html><title>x')?.score).toBeGreaterThan(0.9)
    expect(claim('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">')?.score).toBeGreaterThan(
      0.9,
    )
    expect(claim('<?xml version="1.0"?><rss version="2.0">')).toBeNull()
    expect(claim('<nitf><head/></nitf>')).toBeNull()
    expect(claim('Plain words')).toBeNull()
  })

  it.each([
    '',
    '<',
    '<html>',
    '<!doctype html><frameset><frame></frameset>',
    '<p>One line.',
    '<body><script>x',
    '\u0000<html>',
    '<table><tr><td>',
  ])('takes %j without failing', async (html) => {
    expect((await read(html)).format).toBe('html')
  })

  it('keeps the words of a page of one line', async () => {
    expect((await read('<h1>T</h1><p>Short para.</p>')).blocks).toEqual([
      {kind: 'paragraph', text: 'Short para.'},
    ])
  })

  it('takes ten thousand elements one in the other', async () => {
    const [result] = await htmlReader.read(
      new TextEncoder().encode(`<body>${'<div>'.repeat(10_000)}words deep inside`),
      {},
    )
    expect(allWords(result!.item)).toEqual(['words', 'deep', 'inside'])
  })
})

describe.runIf(existsSync(samples))('the development pages', () => {
  it('reach the figure that was set', async () => {
    const gold = readFileSync(path.join(samples, 'dev.gold.ndjson'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as {id: string; html_path: string})
    const predicted = new Map<string, unknown>()
    for (const page of gold) {
      const prediction = await predictArticleHtml(page, {base: samples})
      predicted.set(page.id, {...prediction, articleBody: prediction.articleBody.join('\n\n')})
    }
    const {score} = (await import(pathToFileURL(path.join(samples, 'score-extraction.mjs')).href)) as {
      score: (
        gold: Map<string, unknown>,
        predicted: Map<string, unknown>,
        boot: number,
      ) => {res: {f1: number}}
    }
    expect(score(new Map(gold.map((page) => [page.id, page])), predicted, 0).res.f1).toBeGreaterThanOrEqual(
      0.965,
    )
  }, 180_000)
})
