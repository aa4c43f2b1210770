/**
 * Speed of the XML readers, in MB a second of processor time, beside the bare parse by the library underneath
 * (htmlparser2). `node bench/read/xml.ts [seconds]`. Copy: the project's own fixtures, one long copy of a megabyte made from
 * them, and the development samples where they are there. `--stream` streams a WordPress export of a gigabyte instead and
 * tells the memory it took.
 */
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {parseDocument} from 'htmlparser2'
import {newsmlG2Reader} from '../../ingest/read/newsml-g2/index.ts'
import {newsml1Reader} from '../../ingest/read/newsml1/index.ts'
import {nitfReader} from '../../ingest/read/nitf/index.ts'
import type {Reader} from '../../ingest/read/reader.ts'
import {ritzauReader} from '../../ingest/read/ritzau/index.ts'
import {rssReader} from '../../ingest/read/rss/index.ts'
import {wxrReader} from '../../ingest/read/wxr/index.ts'

const seconds = Number(process.argv.find((argument) => /^\d/.test(argument) && !argument.includes('/')) ?? 1)
const root = new URL('../../', import.meta.url)
const encoder = new TextEncoder()

/** A reader, its folders, and the tag that is repeated to make a long copy. */
const cases: [Reader, string[], RegExp][] = [
  [nitfReader, ['nitf'], /<p>[\s\S]*?<\/p>/],
  [newsmlG2Reader, ['newsml-g2'], /<newsItem[\s\S]*?<\/newsItem>/],
  [newsml1Reader, ['newsml1'], /<NewsItem[\s\S]*<\/NewsItem>/],
  [rssReader, ['rss', 'rss-atom'], /<(item|entry)\b[\s\S]*?<\/\1>/],
  [wxrReader, ['wxr'], /<item>[\s\S]*?<\/item>/],
  [ritzauReader, ['ritzau'], /&lt;p&gt;[\s\S]*?&lt;\/p&gt;/],
]

if (process.argv.includes('--stream')) await stream()
else await speed()

async function speed(): Promise<void> {
  console.log('format     copy        MB/s   bare htmlparser2 MB/s   ratio')
  for (const [reader, folders, tag] of cases) {
    const fixtures = folders.flatMap((folder) => filesIn(new URL(`test/fixtures/wire/${folder}/`, root)))
    const samples = folders.flatMap((folder) => filesIn(new URL(`../shared/samples/wire/${folder}/`, root)))
    const kinds: [string, Uint8Array[]][] = [
      ['fixtures', fixtures],
      ['one long', fixtures.slice(0, 1).map((copy) => lengthen(copy, tag))],
      ['samples', samples],
    ]
    for (const [kind, copies] of kinds) {
      if (!copies.length) continue
      const own = await measure(copies, (bytes) => reader.read(bytes, {}))
      const bare = await measure(copies, (bytes) =>
        parseDocument(new TextDecoder().decode(bytes), {xmlMode: true}),
      )
      console.log(
        [
          reader.format.padEnd(11),
          kind.padEnd(9),
          own.toFixed(1).padStart(7),
          bare.toFixed(1).padStart(16),
          (own / bare).toFixed(3).padStart(16),
        ].join(''),
      )
    }
  }
}

/** Processor time, not the clock: other work on the machine must not count. */
async function measure(copies: readonly Uint8Array[], run: (bytes: Uint8Array) => unknown): Promise<number> {
  const total = copies.reduce((sum, copy) => sum + copy.length, 0)
  const round = async () => {
    for (const copy of copies) await run(copy)
  }
  for (const started = performance.now(); performance.now() - started < 500;) await round()
  let rounds = 0
  const before = process.cpuUsage()
  for (const started = performance.now(); performance.now() - started < seconds * 1000; rounds++)
    await round()
  const {user, system} = process.cpuUsage(before)
  return (total * rounds) / (user + system)
}

function lengthen(copy: Uint8Array, tag: RegExp): Uint8Array {
  const text = new TextDecoder().decode(copy)
  const piece = tag.exec(text)?.[0] ?? ''
  const times = Math.ceil(1_000_000 / Math.max(1, piece.length))
  return encoder.encode(text.replace(tag, () => `${piece}\n`.repeat(times)))
}

async function stream(): Promise<void> {
  const paragraph =
    'Boats lay in the basin while the harbour office counted them <em>once</em> more. '.repeat(20)
  let bytes = 0
  async function* archive(): AsyncGenerator<Uint8Array> {
    yield encoder.encode(
      '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Big</title>',
    )
    for (let index = 1; bytes < 1024 ** 3; index++) {
      const chunk = encoder.encode(
        `<item><title>Post ${index}</title><guid>https://blog.example/?p=${index}</guid><content:encoded><![CDATA[${`${paragraph}\n\n`.repeat(8)}]]></content:encoded><wp:post_id>${index}</wp:post_id><wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item>\n`,
      )
      bytes += chunk.length
      yield chunk
    }
    yield encoder.encode('</channel></rss>')
  }
  const before = process.cpuUsage()
  let items = 0
  let most = 0
  for await (const {item} of wxrReader.readStream!(archive(), {})) {
    items += item.headline ? 1 : 0
    if (items % 500 === 0) most = Math.max(most, process.memoryUsage().rss)
  }
  const {user, system} = process.cpuUsage(before)
  console.log(
    `${(bytes / 1e6).toFixed(0)} MB, ${items} items, ${(bytes / (user + system)).toFixed(1)} MB/s, at most ${(most / 1024 ** 2).toFixed(0)} MiB`,
  )
}

function filesIn(folder: URL): Uint8Array[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => !name.endsWith('.expected.json'))
    .map((name) => new Uint8Array(readFileSync(new URL(encodeURIComponent(name), folder))))
}
