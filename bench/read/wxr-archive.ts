/**
 * A WordPress archive of a gigabyte: written to a temporary folder, streamed from the disk, deleted. Prints the processor time
 * and the most memory that the process held. With `--import`, `newsroom import` takes the archive into a dataset, in a process of its own.
 * `node bench/read/wxr-archive.ts [--gigabytes=1] [--import]`. The goal is under 512 MB.
 */
import {spawn} from 'node:child_process'
import {createReadStream, createWriteStream, mkdtempSync, readFileSync, rmSync, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {once} from 'node:events'
import {setFlagsFromString} from 'node:v8'
import {wxrReader} from '../../ingest/read/wxr/index.ts'

const goalMegabytes = 512
const gigabytes = Number(/--gigabytes=([\d.]+)/.exec(process.argv.join(' '))?.[1] ?? 1)
const folder = mkdtempSync(join(tmpdir(), 'newsroom-wxr-'))
const file = join(folder, 'archive.xml')

try {
  await writeArchive(gigabytes * 1e9)
  await (process.argv.includes('--import') ? importArchive() : readArchive())
} finally {
  rmSync(folder, {recursive: true, force: true})
}

async function importArchive(): Promise<void> {
  const command = new URL('../../bin/newsroom.js', import.meta.url).pathname
  const started = performance.now()
  const child = spawn(process.execPath, [command, 'import', file, '--data', join(folder, 'data')], {
    stdio: ['ignore', 'inherit', 'ignore'],
  })
  let most = 0
  const look = setInterval(() => (most = Math.max(most, readPeak(child.pid!))), 200)
  const [code] = (await once(child, 'exit')) as [number]
  clearInterval(look)
  console.log(
    [
      `${(statSync(file).size / 1e6).toFixed(0)} MB imported in ${((performance.now() - started) / 1000).toFixed(0)} s, exit code ${code}`,
      toVerdict(most),
    ].join('\n'),
  )
}

/** The most memory that a process has held so far, in MB, as Linux tells it. */
function readPeak(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1000
  } catch {
    return 0
  }
}

function toVerdict(most: number): string {
  return `at most ${most.toFixed(0)} MB of memory (goal ${goalMegabytes}): ${most < goalMegabytes ? 'met' : 'missed'}`
}

async function readArchive(): Promise<void> {
  // As `newsroom parse` does for large files.
  setFlagsFromString('--optimize-for-size')
  const {size} = statSync(file)
  const before = process.cpuUsage()
  const started = performance.now()
  let items = 0
  let words = 0
  for await (const {item} of wxrReader.readStream!(createReadStream(file), {})) {
    items++
    words += item.blocks?.length ?? 0
  }
  const {user, system} = process.cpuUsage(before)
  const most = process.resourceUsage().maxRSS / 1000
  console.log(
    [
      `${(size / 1e6).toFixed(0)} MB, ${items} items, ${words} blocks`,
      `${((performance.now() - started) / 1000).toFixed(0)} s by the clock, ${((user + system) / 1e6).toFixed(0)} s of processor time (${(size / (user + system)).toFixed(1)} MB/s)`,
      toVerdict(most),
    ].join('\n'),
  )
}

/** Posts in the block editor's markup and the classic one, each with a picture that comes a thousand posts later. */
async function writeArchive(bytes: number): Promise<void> {
  const out = createWriteStream(file)
  const send = async (text: string) => {
    if (!out.write(text)) await once(out, 'drain')
    return text.length
  }
  let written = await send(
    '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Harbour</title><language>en-GB</language><wp:wxr_version>1.2</wp:wxr_version>\n',
  )
  for (let number = 1; written < bytes; number++) {
    written += await send(post(number))
    if (number > 1000) written += await send(picture(number - 1000))
  }
  out.end('</channel></rss>')
  await once(out, 'finish')
}

function post(number: number): string {
  const sentence = `Boat ${number} lay in the basin while the harbour office counted it <em>once</em> more. `
  const paragraphs = Array.from({length: 12}, (_, at) =>
    number % 2
      ? `<!-- wp:paragraph -->\n<p>${sentence.repeat(8 + (at % 3))}</p>\n<!-- /wp:paragraph -->\n\n`
      : `${sentence.repeat(8 + (at % 3))}\n\n`,
  )
  return `<item><title>Post ${number}</title><link>https://harbour.example/${number}/</link><pubDate>Sat, 02 Mar 2024 10:00:00 +0000</pubDate><dc:creator><![CDATA[ada]]></dc:creator><guid isPermaLink="false">https://harbour.example/?p=${number}</guid><content:encoded><![CDATA[${paragraphs.join('')}]]></content:encoded><wp:post_id>${number}</wp:post_id><wp:post_date_gmt>2024-03-02 10:00:00</wp:post_date_gmt><wp:post_type>post</wp:post_type><wp:status>publish</wp:status><category domain="post_tag" nicename="boats"><![CDATA[boats]]></category><wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>9${number}</wp:meta_value></wp:postmeta></item>\n`
}

function picture(number: number): string {
  return `<item><title>Basin ${number}</title><excerpt:encoded><![CDATA[Boat ${number} in the basin.]]></excerpt:encoded><wp:post_id>9${number}</wp:post_id><wp:post_parent>${number}</wp:post_parent><wp:post_type>attachment</wp:post_type><wp:status>inherit</wp:status><wp:attachment_url>https://harbour.example/boat-${number}.jpg</wp:attachment_url></item>\n`
}
