/**
 * Speed of the wire readers, in MB a second of processor time (so that other work on the machine does not count), beside the
 * bare parse by the library underneath (JSON.parse, TextDecoder, postal-mime, exifr). `node bench/read/wire.ts [seconds]`.
 * Copy: the project's own fixtures, and the development samples where they are there.
 */
import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs'
import exifr from 'exifr'
import PostalMime from 'postal-mime'
import {anpa1312Reader} from '../../ingest/read/anpa1312/anpa1312-reader.ts'
import {apReader} from '../../ingest/read/ap/ap-reader.ts'
import {dpaReader} from '../../ingest/read/dpa/dpa-reader.ts'
import {emailReader} from '../../ingest/read/email/email-reader.ts'
import {iptc7901Reader} from '../../ingest/read/iptc7901/iptc7901-reader.ts'
import {ninjsReader} from '../../ingest/read/ninjs/ninjs-reader.ts'
import {paReader} from '../../ingest/read/pa/pa-reader.ts'
import {photoReader} from '../../ingest/read/photo/photo-reader.ts'
import {pressReleaseReader} from '../../ingest/read/press-release/press-release-reader.ts'
import type {Reader} from '../../ingest/read/reader.ts'
import {zczcReader} from '../../ingest/read/zczc/zczc-reader.ts'

const seconds = Number(process.argv[2] ?? 1)
const root = new URL('../../', import.meta.url)
const parseJson = (bytes: Uint8Array) => void JSON.parse(new TextDecoder().decode(bytes))
const decode = (bytes: Uint8Array) => void new TextDecoder('windows-1252').decode(bytes)

const cases: [Reader, string[], string, (bytes: Uint8Array) => unknown][] = [
  [ninjsReader, ['ninjs'], 'JSON.parse', parseJson],
  [apReader, ['ap', 'ap-media-api'], 'JSON.parse', parseJson],
  [dpaReader, ['dpa', 'dpa-digitalwires'], 'JSON.parse', parseJson],
  [paReader, ['pa', 'pa-api'], 'JSON.parse', parseJson],
  [anpa1312Reader, ['anpa1312'], 'TextDecoder', decode],
  [iptc7901Reader, ['iptc7901'], 'TextDecoder', decode],
  [pressReleaseReader, ['press-release', 'plaintext'], 'TextDecoder', decode],
  [zczcReader, ['zczc'], 'TextDecoder', decode],
  [emailReader, ['email'], 'postal-mime', (bytes) => PostalMime.parse(bytes)],
  [
    photoReader,
    ['photo', 'image-iptc'],
    'exifr',
    (bytes) => exifr.parse(bytes, {iptc: true, xmp: true}).catch(() => null),
  ],
]

console.log('format          copy      MB/s   bare parse  MB/s   ratio')
for (const [reader, folders, name, bare] of cases) {
  for (const [kind, base] of [
    ['fixtures', 'test/fixtures/wire/'],
    ['samples', '../shared/samples/wire/'],
  ] as const) {
    const copies = folders.flatMap((folder) => filesIn(new URL(`${base}${folder}/`, root)))
    if (copies.length === 0) continue
    const own = await measure(copies, (bytes) => reader.read(bytes, {}))
    const other = await measure(copies, bare)
    console.log(
      [
        reader.format.padEnd(15),
        kind.padEnd(9),
        own.toFixed(1).padStart(6),
        `  ${name.padEnd(11)}`,
        other.toFixed(1).padStart(6),
        (own / other).toFixed(3).padStart(8),
      ].join(''),
    )
  }
}

async function measure(copies: readonly Uint8Array[], run: (bytes: Uint8Array) => unknown): Promise<number> {
  const total = copies.reduce((sum, copy) => sum + copy.length, 0)
  const round = async () => {
    for (const copy of copies) await run(copy)
  }
  for (const started = performance.now(); performance.now() - started < 300;) await round()
  let rounds = 0
  const start = process.cpuUsage()
  for (const started = performance.now(); performance.now() - started < seconds * 1000; rounds++)
    await round()
  const {user, system} = process.cpuUsage(start)
  return (total * rounds) / (user + system)
}

function filesIn(folder: URL): Uint8Array[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => !name.endsWith('.expected.json') && statSync(new URL(name, folder)).isFile())
    .map((name) => new Uint8Array(readFileSync(new URL(encodeURIComponent(name), folder))))
}
