import {describe, expect, it} from 'vitest'
import {wxrReader} from '../../../ingest/read/wxr/index.ts'

// In a file of its own, so that its process holds nothing else.
describe('a WordPress archive larger than any chunk', () => {
  it('streams through in bounded memory', async () => {
    const encoder = new TextEncoder()
    const paragraph = 'Boats lay in the basin while the harbour office counted them once more. '.repeat(40)
    const post = (index: number) =>
      `<item><title>Post ${index}</title><link>https://blog.example/${index}</link><guid>https://blog.example/?p=${index}</guid><pubDate>Wed, 05 Mar 2031 08:15:00 +0000</pubDate><content:encoded><![CDATA[${`${paragraph}\n\n`.repeat(20)}]]></content:encoded><wp:post_id>${index}</wp:post_id><wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item>\n`
    const archiveBytes = 128 * 1024 * 1024
    async function* archive(): AsyncGenerator<Uint8Array> {
      yield encoder.encode(
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Big</title>',
      )
      let size = 0
      for (let index = 1; size < archiveBytes; index++) {
        const chunk = encoder.encode(post(index))
        size += chunk.length
        yield chunk
      }
      yield encoder.encode('</channel></rss>')
    }
    let items = 0
    let most = 0
    for await (const {item} of wxrReader.readStream!(archive(), {})) {
      items++
      if (items % 200 === 0) most = Math.max(most, process.memoryUsage().rss)
      expect(item.blocks?.length).toBe(20)
    }
    expect(items).toBeGreaterThan(2000)
    expect(most).toBeLessThan(512 * 1024 * 1024)
  })
})
