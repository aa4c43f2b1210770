/**
 * `node bench/html-speed.ts [--rounds N]`: the time of reading saved pages beside that of the bare extraction library (linkedom and
 * @mozilla/readability on the same decoded text), in one run, in turns page by page; prints pages a second and the ratio.
 * The pages are the development pages of the extraction set where they are at hand, else the project's own fixtures.
 */
import {existsSync, globSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {parseArgs} from 'node:util'
import {gunzipSync} from 'node:zlib'
import {Readability} from '@mozilla/readability'
import {parseHTML} from 'linkedom'
import {htmlReader} from '../ingest/read/html/index.ts'

const {values} = parseArgs({options: {rounds: {type: 'string', default: '3'}}})
const root = path.resolve(import.meta.dirname, '..')
const samples = path.resolve(root, '../shared/samples/extraction/html')
const files = existsSync(samples)
  ? globSync(path.join(samples, '*.html.gz'))
  : globSync(path.join(root, 'test/ingest/read/html/fixtures/*.html'))
const pages = files.map((file) => {
  const stored = readFileSync(file)
  return new Uint8Array(file.endsWith('.gz') ? gunzipSync(stored) : stored)
})
if (!pages.length) throw new Error('There are no pages to measure with.')

let library = 0
let ours = 0
const rounds = Number(values.rounds)
for (let round = 0; round <= rounds; round++) {
  // The first round only warms up.
  if (round === 1) library = ours = 0
  for (const [index, bytes] of pages.entries()) {
    // Taking turns at going first: the second one finds the memory warm.
    const first = (index + round) % 2 === 0
    if (first) library += time(() => bare(bytes))
    ours += await timeOf(async () => void (await htmlReader.read(bytes, {})))
    if (!first) library += time(() => bare(bytes))
  }
}
const count = pages.length * rounds
const megabytes = (pages.reduce((sum, {byteLength}) => sum + byteLength, 0) * rounds) / 1e6
console.table({
  'linkedom + Readability': {
    'pages/s': perSecond(count, library),
    'MB/s': perSecond(megabytes, library),
    ratio: 1,
  },
  'htmlReader.read': {
    'pages/s': perSecond(count, ours),
    'MB/s': perSecond(megabytes, ours),
    ratio: Math.round((ours / library) * 1000) / 1000,
  },
})

function bare(bytes: Uint8Array): void {
  const {document} = parseHTML(new TextDecoder().decode(bytes))
  new Readability(document).parse()
}

function time(run: () => void): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

async function timeOf(run: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await run()
  return performance.now() - start
}

function perSecond(count: number, milliseconds: number): number {
  return Math.round((count / milliseconds) * 10_000) / 10
}
