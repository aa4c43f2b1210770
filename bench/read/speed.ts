/**
 * Speed of every reader, in MB a second of processor time (so that other work on the machine does not count), beside the bare
 * parse by the library underneath in the same run, as a ratio. "As copy" is the whole way in: telling the format, reading, telling
 * the language. `node bench/read/speed.ts [format…] [--seconds=1]`. Copy: the
 * project's own fixtures; one long copy of a megabyte made from them; and the development samples where they are there. The goal
 * is 5 MB/s.
 */
import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs'
import exifr from 'exifr'
import {parseDocument} from 'htmlparser2'
import PostalMime from 'postal-mime'
import {readCopy} from '../../ingest/read/index.ts'
import type {Reader} from '../../ingest/read/reader.ts'
import {readers} from '../../ingest/read/readers.ts'

type Bare = (bytes: Uint8Array) => unknown

interface Case {
  format: string
  /** Folders of fixtures and samples. */
  folders: string[]
  library: string
  bare: Bare
  /** The piece that is repeated to make a long copy. */
  piece?: RegExp
}

const goal = 5
const seconds = Number(/--seconds=([\d.]+)/.exec(process.argv.join(' '))?.[1] ?? 1)
const only = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const root = new URL('../../', import.meta.url)
const encoder = new TextEncoder()

const parseJson: Bare = (bytes) => void JSON.parse(new TextDecoder().decode(bytes))
const decode: Bare = (bytes) => void new TextDecoder('windows-1252').decode(bytes)
const parseXml: Bare = (bytes) => parseDocument(new TextDecoder().decode(bytes), {xmlMode: true})
const parseHtml: Bare = (bytes) => parseDocument(new TextDecoder().decode(bytes))

const cases: Case[] = [
  {format: 'ninjs', folders: ['ninjs'], library: 'JSON.parse', bare: parseJson},
  {format: 'ap', folders: ['ap', 'ap-media-api'], library: 'JSON.parse', bare: parseJson},
  {format: 'dpa', folders: ['dpa', 'dpa-digitalwires'], library: 'JSON.parse', bare: parseJson},
  {format: 'pa', folders: ['pa', 'pa-api'], library: 'JSON.parse', bare: parseJson},
  {
    format: 'newsml-g2',
    folders: ['newsml-g2'],
    library: 'htmlparser2',
    bare: parseXml,
    piece: /<newsItem[\s\S]*?<\/newsItem>/,
  },
  {
    format: 'newsml1',
    folders: ['newsml1'],
    library: 'htmlparser2',
    bare: parseXml,
    piece: /<NewsItem[\s\S]*<\/NewsItem>/,
  },
  {format: 'nitf', folders: ['nitf'], library: 'htmlparser2', bare: parseXml, piece: /<p>[\s\S]*?<\/p>/},
  {
    format: 'ritzau',
    folders: ['ritzau'],
    library: 'htmlparser2',
    bare: parseXml,
    piece: /&lt;p&gt;[\s\S]*?&lt;\/p&gt;/,
  },
  {format: 'wxr', folders: ['wxr'], library: 'htmlparser2', bare: parseXml, piece: /<item>[\s\S]*?<\/item>/},
  {
    format: 'rss',
    folders: ['rss', 'rss-atom'],
    library: 'htmlparser2',
    bare: parseXml,
    piece: /<(item|entry)\b[\s\S]*?<\/\1>/,
  },
  {format: 'anpa1312', folders: ['anpa1312'], library: 'TextDecoder', bare: decode},
  {format: 'iptc7901', folders: ['iptc7901'], library: 'TextDecoder', bare: decode},
  {format: 'zczc', folders: ['zczc'], library: 'TextDecoder', bare: decode},
  {format: 'press-release', folders: ['press-release', 'plaintext'], library: 'TextDecoder', bare: decode},
  {format: 'email', folders: ['email'], library: 'postal-mime', bare: (bytes) => PostalMime.parse(bytes)},
  {
    format: 'photo',
    folders: ['photo', 'image-iptc'],
    library: 'exifr',
    bare: (bytes) => exifr.parse(bytes, {iptc: true, xmp: true}).catch(() => null),
  },
  {format: 'html', folders: ['html'], library: 'htmlparser2', bare: parseHtml},
]

console.log('format         copy       MB/s  as copy  bare parse    MB/s   ratio  goal')
for (const one of cases) {
  const reader = readers.find(({format}) => format === one.format)
  if (!reader) throw new Error(`There is no reader "${one.format}".`)
  if (only.length === 0 || only.includes(one.format)) await run(one, reader)
}

async function run(one: Case, reader: Reader): Promise<void> {
  const fixtures = one.folders.flatMap((folder) => filesIn(new URL(`test/fixtures/wire/${folder}/`, root)))
  const samples = one.folders.flatMap((folder) => filesIn(new URL(`../shared/samples/wire/${folder}/`, root)))
  const kinds: [string, Uint8Array[]][] = [
    ['fixtures', fixtures],
    ['one long', one.piece ? fixtures.slice(0, 1).map((copy) => lengthen(copy, one.piece!)) : []],
    ['samples', samples],
  ]
  for (const [kind, copies] of kinds) {
    if (copies.length === 0) continue
    const own = await measure(copies, (bytes) => reader.read(bytes, {}))
    const whole = await measure(copies, (bytes) => readCopy(bytes))
    const bare = await measure(copies, one.bare)
    console.log(
      [
        one.format.padEnd(14),
        kind.padEnd(9),
        own.toFixed(1).padStart(7),
        whole.toFixed(1).padStart(9),
        `  ${one.library.padEnd(11)}`,
        bare.toFixed(1).padStart(7),
        (own / bare).toFixed(3).padStart(8),
        own >= goal ? '  met' : '  missed',
      ].join(''),
    )
  }
}

/** Processor time, not the clock; the first rounds warm up and do not count. */
async function measure(copies: readonly Uint8Array[], read: Bare): Promise<number> {
  const total = copies.reduce((sum, copy) => sum + copy.length, 0)
  const round = async () => {
    for (const copy of copies) await read(copy)
  }
  for (const started = performance.now(); performance.now() - started < seconds * 500;) await round()
  let rounds = 0
  const before = process.cpuUsage()
  for (const started = performance.now(); performance.now() - started < seconds * 1000; rounds++)
    await round()
  const {user, system} = process.cpuUsage(before)
  return (total * rounds) / (user + system)
}

function lengthen(copy: Uint8Array, piece: RegExp): Uint8Array {
  const text = new TextDecoder().decode(copy)
  const found = piece.exec(text)?.[0] ?? ''
  return encoder.encode(
    text.replace(piece, () => `${found}\n`.repeat(Math.ceil(1_000_000 / Math.max(1, found.length)))),
  )
}

function filesIn(folder: URL): Uint8Array[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter(
      (name) =>
        !name.endsWith('.expected.json') && statSync(new URL(encodeURIComponent(name), folder)).isFile(),
    )
    .map((name) => new Uint8Array(readFileSync(new URL(encodeURIComponent(name), folder))))
}
