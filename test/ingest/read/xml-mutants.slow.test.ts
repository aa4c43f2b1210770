import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {mutate, randomOf} from './mutate.ts'
import {readAs, xmlReaders} from './xml-readers.ts'

const fixtures = new URL('../../fixtures/wire/', import.meta.url)
const formats = Object.keys(xmlReaders)

describe('ten thousand mutants', () => {
  it.each(formats)('of %s copy neither crash its reader nor hang it', async (format) => {
    const copies = readdirSync(new URL(`${format}/`, fixtures))
      .filter((name) => !name.endsWith('.expected.json'))
      .map((name) => new Uint8Array(readFileSync(new URL(`${format}/${name}`, fixtures))))
    const random = randomOf(4711)
    let slowest = 0
    for (let round = 0; round < 10_000; round++) {
      const started = performance.now()
      await readAs(format, mutate(copies[round % copies.length] ?? new Uint8Array(0), random))
      slowest = Math.max(slowest, performance.now() - started)
    }
    expect(slowest).toBeLessThan(2000)
  })
})

describe('much of one thing', () => {
  const many = 300_000
  it.each([
    ['nitf', 'open tags', `<nitf><body><body.content>${'<p>'.repeat(many)}x`],
    ['nitf', 'end tags without a start', `<nitf>${'<a>'.repeat(many)}${'</b>'.repeat(many)}`],
    [
      'nitf',
      'attributes',
      `<nitf ${Array.from({length: many}, (_, index) => `a${index}="1"`).join(' ')}><body/></nitf>`,
    ],
    [
      'nitf',
      'ampersands',
      `<nitf><body><body.content><p>${'&'.repeat(many * 4)}</p></body.content></body></nitf>`,
    ],
    [
      'nitf',
      'comments',
      `<nitf><body><body.content>${'<!-- a -->'.repeat(many)}<p>x</p></body.content></body></nitf>`,
    ],
    [
      'newsml-g2',
      'items',
      `<newsMessage>${'<newsItem guid="u"><itemMeta/></newsItem>'.repeat(20_000)}</newsMessage>`,
    ],
    [
      'newsml-g2',
      'references',
      `<packageItem guid="u"><groupSet root="a"><group id="a">${'<itemRef residref="x"/><groupRef idref="a"/>'.repeat(50_000)}</group></groupSet></packageItem>`,
    ],
    [
      'newsml1',
      'components',
      `<NewsML><NewsItem>${'<NewsComponent><NewsLines><HeadLine>x</HeadLine></NewsLines>'.repeat(5000)}</NewsItem></NewsML>`,
    ],
    [
      'rss',
      'entries',
      `<rss><channel>${'<item><title>a</title><media:content url="https://x.example/a.jpg"/></item>'.repeat(50_000)}</channel></rss>`,
    ],
    [
      'rss',
      'pictures',
      `<rss><channel><item>${Array.from({length: 3000}, (_, index) => `<media:content url="https://x.example/${index}.jpg"/>`).join('')}</item></channel></rss>`,
    ],
    [
      'wxr',
      'shortcodes',
      `<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><item><wp:post_type>post</wp:post_type><content:encoded><![CDATA[${'[caption]'.repeat(many)}]]></content:encoded></item></channel></rss>`,
    ],
    [
      'wxr',
      'brackets',
      `<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><item><wp:post_type>post</wp:post_type><content:encoded><![CDATA[${'[a '.repeat(many)}]]></content:encoded></item></channel></rss>`,
    ],
    [
      'wxr',
      'sections',
      `<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><item><wp:post_type>post</wp:post_type><content:encoded>${'<![CDATA['.repeat(many)}</content:encoded></item></channel></rss>`,
    ],
    [
      'wxr',
      'starts of items',
      `<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel>${'<item><![CDATA['.repeat(many)}`,
    ],
    ['ritzau', 'words', `<RBNews><content>${'word '.repeat(many * 10)}</content></RBNews>`],
  ])('in %s copy (%s) is read in bounded time', async (format, _, text) => {
    const started = performance.now()
    const items = await readAs(format, text)
    expect(items.length).toBeGreaterThan(0)
    expect(performance.now() - started).toBeLessThan(30_000)
  })
})
