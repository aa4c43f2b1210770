import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import type {NewsItem} from '../../../../ingest/model/news-item.ts'
import {wxrReader} from '../../../../ingest/read/wxr/index.ts'

const head = `<?xml version="1.0" encoding="ISO-8859-1"?><rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Harbour Café</title><language>en-GB</language><wp:wxr_version>1.2</wp:wxr_version>
<wp:author><wp:author_login>ada</wp:author_login><wp:author_display_name>Ada Reyes</wp:author_display_name></wp:author><wp:author><wp:author_login>sam</wp:author_login><wp:author_display_name>Sam Okoro</wp:author_display_name></wp:author>
<wp:category><wp:term_id>1</wp:term_id><wp:category_nicename>news</wp:category_nicename></wp:category>`

const makePost = (id: number, content: string, meta = '') =>
  `<item><title>Post ${id}</title><link>https://harbour.example/${id}/</link><dc:creator><![CDATA[${id % 2 ? 'ada' : 'sam'}]]></dc:creator><guid isPermaLink="false">https://harbour.example/?p=${id}</guid><content:encoded><![CDATA[${content}]]></content:encoded><wp:post_id>${id}</wp:post_id><wp:post_date_gmt>2024-03-02 10:00:00</wp:post_date_gmt><wp:post_type>post</wp:post_type><wp:status>publish</wp:status>${meta}</item>`
const makePicture = (id: number, parent = 0) =>
  `<item><title>Picture ${id}</title><excerpt:encoded><![CDATA[Boat ${id} in the basin.]]></excerpt:encoded><wp:post_id>${id}</wp:post_id><wp:post_parent>${parent}</wp:post_parent><wp:post_type>attachment</wp:post_type><wp:status>inherit</wp:status><wp:attachment_url>https://harbour.example/boat-${id}.jpg</wp:attachment_url></item>`
const thumbnail = (id: number) =>
  `<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value><![CDATA[${id}]]></wp:meta_value></wp:postmeta>`

const long = 'The boats lay in the basin, and the office counted them once more. '.repeat(900)
const archive = [
  head,
  makePost(1, `<p>${long}</p>`, thumbnail(901)),
  `<item><title>Menu</title><wp:post_id>5</wp:post_id><wp:post_type>nav_menu_item</wp:post_type></item>`,
  makePost(2, `<p>${long}</p>[gallery ids="902,903"]`),
  makePost(
    3,
    `<p>${long}</p><!-- wp:image {"id":904} --><figure class="wp-block-image"><img src="https://harbour.example/boat-904.jpg" class="wp-image-904"/></figure><!-- /wp:image -->`,
  ),
  makePost(4, `<p>${long}</p>[gallery]`),
  makePicture(901),
  makePicture(902),
  makePicture(903),
  makePicture(904),
  makePicture(905, 4),
  makePicture(906),
  '</channel></rss>',
].join('\n')

async function slicesOf(bytes: Uint8Array, size = 5000): Promise<Uint8Array[]> {
  const slices: Uint8Array[] = []
  const open = async function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
  for await (const slice of wxrReader.slice!(open)) slices.push(slice)
  return slices
}

/** What an item says, wherever in its file it stands. */
function toFacts({uri, headline, byline, language, provider, blocks, associations, altIds}: NewsItem) {
  return {
    key: uri ?? JSON.stringify(associations.map(({renditions}) => renditions)),
    headline,
    byline,
    language,
    provider,
    altIds,
    blocks: blocks?.map(({kind, text}) => ({kind, text})),
    associations,
  }
}

const sorted = (items: NewsItem[]) => items.map(toFacts).toSorted((a, b) => a.key.localeCompare(b.key))
const itemsOf = async (bytes: Uint8Array) => (await wxrReader.read(bytes, {})).map(({item}) => item)

describe('slices of an export', () => {
  it.each([
    ['made here', new Uint8Array(Buffer.from(archive, 'latin1'))],
    [
      'of the fixtures',
      new Uint8Array(readFileSync(new URL('../../../fixtures/wire/wxr/export.xml', import.meta.url))),
    ],
  ])('have all items of the one %s, with their pictures', async (_name, bytes) => {
    const slices = await slicesOf(bytes)
    const items = (await Promise.all(slices.map(itemsOf))).flat()
    expect(sorted(items)).toEqual(sorted(await itemsOf(bytes)))
  })

  it('are short enough to be kept on a record, and well-formed exports in UTF-8', async () => {
    const slices = await slicesOf(new Uint8Array(Buffer.from(archive, 'latin1')))
    expect(slices.length).toBeGreaterThan(1)
    for (const slice of slices) {
      const text = new TextDecoder('utf-8', {fatal: true}).decode(slice)
      expect(slice.length).toBeLessThan(256 * 1024)
      expect(text).toContain('encoding="UTF-8"')
      expect(text).toContain('Harbour Café')
      expect(text).not.toContain('wp:category_nicename')
      expect(text.trimEnd().endsWith('</channel>\n</rss>')).toBe(true)
    }
  })

  it.each([1, 7, 1000])('are the same in whatever chunks of %i bytes the file comes', async (size) => {
    const bytes = new Uint8Array(Buffer.from(archive.replaceAll(long, 'Boats. '), 'latin1'))
    expect(await slicesOf(bytes, size)).toEqual(await slicesOf(bytes))
  })

  it('of an export without items is one copy that says so', async () => {
    const [slice, ...more] = await slicesOf(new TextEncoder().encode(`${head}</channel></rss>`))
    expect(more).toEqual([])
    const [read] = await wxrReader.read(slice!, {})
    expect(read?.findings.map(({code}) => code)).toContain('wxr-no-items')
  })

  it('tell of a post that is longer than any, and keep the posts around it', async () => {
    const encoder = new TextEncoder()
    const filling = encoder.encode('<p>The boats lay in the basin.</p>'.repeat(30_000))
    const open = async function* () {
      yield encoder.encode(
        `${head}${makePost(1, '<p>Before</p>')}<item><title>Log</title><content:encoded><![CDATA[`,
      )
      for (let length = 0; length < 33 * 1024 * 1024; length += filling.length) yield filling
      yield encoder.encode(
        `]]></content:encoded><wp:post_id>2</wp:post_id></item>${makePost(3, '<p>After</p>')}</channel></rss>`,
      )
    }
    const read = []
    for await (const slice of wxrReader.slice!(open))
      read.push(...(await wxrReader.read(slice, {readNested: async () => []})))
    expect(read.map(({item}) => item.headline)).toEqual(['Post 1', 'Post 3'])
    expect(read.flatMap(({findings}) => findings)).toContainEqual(
      expect.objectContaining({
        code: 'wxr-item-too-long',
        message: expect.stringContaining('<item><title>Log'),
      }),
    )
  })
})
