import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import type {NewsItem} from '../../../ingest/model/news-item.ts'
import {mutate, randomOf} from './mutate.ts'
import {readAs, xmlReaders} from './xml-readers.ts'

const fixtures = new URL('../../fixtures/wire/', import.meta.url)
const load = (path: string) => new Uint8Array(readFileSync(new URL(path, fixtures)))
const formats = Object.keys(xmlReaders)
const files = formats.flatMap((format) =>
  readdirSync(new URL(`${format}/`, fixtures))
    .filter((name) => !name.endsWith('.expected.json'))
    .map((name): [string, string] => [format, name]),
)
const nitf = (body: string, before = '') =>
  `${before}<nitf><head><docdata><doc-id id-string="u"/></docdata></head><body><body.head><hedline><hl1>Head</hl1></hedline></body.head><body.content>${body}</body.content></body></nitf>`

/** Every block that shows a picture points at one of the item's. */
function picturesLieInside(item: NewsItem): boolean {
  return (item.blocks ?? []).every(
    ({association}) => association === undefined || item.associations[association] !== undefined,
  )
}

describe('XML cut off at any byte', () => {
  it.each(files)('of %s (%s) gives an item and a finding and never throws', async (format, name) => {
    const bytes = load(`${format}/${name}`)
    // Every byte of a short copy; of a long one so many that each element is cut at several places.
    const step = Math.ceil(bytes.length / 3000)
    for (let length = 0; length < bytes.length; length += step) {
      const items = await readAs(format, bytes.subarray(0, length))
      expect(items.length).toBeGreaterThan(0)
      expect(items.every(({item}) => picturesLieInside(item))).toBe(true)
    }
  })
})

describe('damaged XML', () => {
  it.each(files)('of %s (%s) never makes its reader throw', async (format, name) => {
    const bytes = load(`${format}/${name}`)
    const random = randomOf(23)
    for (let round = 0; round < 150; round++) {
      expect(await readAs(format, mutate(bytes, random))).toBeInstanceOf(Array)
    }
  })
})

describe('entities', () => {
  it('of a DTD are neither fetched nor expanded, however many times they multiply', async () => {
    const bomb = Array.from(
      {length: 30},
      (_, index) => `<!ENTITY b${index + 1} "&b${index};&b${index};&b${index};">`,
    ).join('')
    const doctype = `<!DOCTYPE nitf SYSTEM "http://127.0.0.1:1/evil.dtd" [<!ENTITY b0 "boom"><!ENTITY x SYSTEM "file:///etc/passwd">${bomb}]>`
    const [read] = await readAs('nitf', nitf('<p>Before &b30; and &x; after.</p>', doctype))
    expect(read?.item.blocks?.map(({text}) => text)).toEqual(['Before &b30; and &x; after.'])
    expect(read?.findings.map(({code}) => code)).toContain('xml-doctype-ignored')
  })

  it('that only HTML knows are read as HTML has them', async () => {
    const [read] = await readAs('nitf', nitf('<p>caf&eacute;&nbsp;bar &amp;eacute; &madeup;</p>'))
    expect(read?.item.blocks?.[0]?.text).toBe('café\u00A0bar &eacute; &madeup;')
  })
})

describe('nesting', () => {
  it.each(['block', 'p', 'ul', 'em', 'x'])(
    'of <%s> ten thousand deep is read without exhausting the stack',
    async (name) => {
      const [read] = await readAs(
        'nitf',
        nitf(`${`<${name}>`.repeat(10_000)}deep words${`</${name}>`.repeat(10_000)}<p>after</p>`),
      )
      expect(read?.item.headline).toBe('Head')
      const text = (read?.item.blocks ?? []).map((block) => block.text).join(' ')
      expect(text).toContain('deep words')
      expect(text).toContain('after')
      expect(read?.findings.map(({code}) => code)).toContain('xml-nested-too-deep')
    },
  )

  it.each(formats)('in %s, open and never closed, ends in a finding', async (format) => {
    const roots: Record<string, string> = {
      nitf: 'nitf',
      'newsml-g2': 'newsItem guid="u"',
      newsml1: 'NewsML',
      rss: 'rss',
      wxr: 'rss',
      ritzau: 'RBNews',
    }
    const started = performance.now()
    const items = await readAs(format, `<${roots[format]}>${'<item><title>'.repeat(20_000)}words`)
    expect(items.flatMap(({findings}) => findings).length).toBeGreaterThan(0)
    expect(performance.now() - started).toBeLessThan(20_000)
  })
})

describe('names', () => {
  it('that would pollute prototypes are names and nothing more', async () => {
    const [read] = await readAs(
      'nitf',
      nitf(
        '<p __proto__="x" constructor="y">Words <__proto__>stay</__proto__> <constructor>here</constructor>.</p>',
      ),
    )
    expect(read?.item.blocks?.[0]?.text).toBe('Words stay here.')
    await readAs(
      'newsml-g2',
      '<newsItem guid="u"><itemMeta><pubStatus qcode="stat:__proto__"/><signal qcode="sig:constructor"/><signal qcode="__proto__:toString"/></itemMeta></newsItem>',
    )
    await readAs(
      'wxr',
      '<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><item><wp:post_id>__proto__</wp:post_id><wp:post_type>attachment</wp:post_type></item></channel></rss>',
    )
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})

describe('scripts', () => {
  it('in escaped HTML are dropped and their links lose their address', async () => {
    const items = await readAs(
      'rss',
      '<rss><channel><item><title>T</title><description>&lt;p onclick="x()"&gt;Words&lt;script&gt;alert(1)&lt;/script&gt; &lt;a href="javascript:alert(1)"&gt;link&lt;/a&gt; &lt;img src="data:text/html,x" onerror="y()"&gt;&lt;/p&gt;</description></item></channel></rss>',
    )
    const json = JSON.stringify(items[0]?.item)
    expect(json).not.toContain('alert')
    expect(json).not.toContain('javascript')
    expect(items[0]?.item.blocks?.[0]?.text).toBe('Words link')
  })
})
