import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {detect} from '../../../ingest/read/detect.ts'
import {toWords} from '../../../ingest/text/words.ts'
import type {ReadItem} from '../../../ingest/model/news-item.ts'
import {readWire, wireReaders} from './wire-readers.ts'

const fixtures = new URL('../../fixtures/wire/', import.meta.url)
const formats = [
  'anpa1312',
  'iptc7901',
  'zczc',
  'press-release',
  'ninjs',
  'ap',
  'dpa',
  'pa',
  'email',
  'photo',
]
const files = formats.flatMap((format) =>
  readdirSync(new URL(`${format}/`, fixtures))
    .filter((name) => !name.endsWith('.expected.json'))
    .map((name): [string, string] => [format, name]),
)

const load = (path: string) => new Uint8Array(readFileSync(new URL(path, fixtures)))

/** The item without what a test cannot print: bytes as their number. */
function printable(items: readonly ReadItem[]): unknown {
  return JSON.parse(
    JSON.stringify(items, (key, value) => (key === 'bytes' ? Object.keys(value).length : value)),
  )
}

describe('look-alike wire copy', () => {
  it.each(files)('of %s (%s) gives exactly the item written down beside it', async (format, name) => {
    const {format: found, items} = await readWire(load(`${format}/${name}`), {fileName: name})
    expect(found).toBe(format)
    const expected = JSON.parse(readFileSync(new URL(`${format}/${name}.expected.json`, fixtures), 'utf8'))
    expect(printable(items)).toEqual(expected)
  })

  it.each(files)('of %s (%s) is told by its content, whatever its name says', (format, name) => {
    for (const hints of [
      {},
      {fileName: 'a.xml', contentType: 'text/xml'},
      {fileName: 'a.jpg', contentType: 'image/jpeg'},
    ]) {
      expect(detect(load(`${format}/${name}`), wireReaders, hints)?.format).toBe(format)
    }
  })

  it.each(files.filter(([format]) => ['anpa1312', 'iptc7901', 'zczc', 'press-release'].includes(format)))(
    'of %s (%s) keeps every word of its text',
    async (format, name) => {
      const bytes = load(`${format}/${name}`)
      const {items} = await readWire(bytes)
      const utf8 = new TextDecoder().decode(bytes)
      const copy = utf8.includes('\uFFFD') ? new TextDecoder('windows-1252').decode(bytes) : utf8
      // Header lines are fields, not words of the text; the stamp at the end is a date.
      const start = Math.max(copy.indexOf('\u0002'), 0)
      const end = copy.lastIndexOf('\u0003')
      const text = copy
        .slice(start, end === -1 ? undefined : end)
        .replaceAll(/\u0003[^\u0002]*\u0002/g, ' ')
        .replaceAll(/[A-Z]{2}-[A-Z]{2}-\d\d-\d\d-\d\d \d{4}[A-Z]{3}/g, ' ')
        .replaceAll(/[\u0000-\u001F]/g, ' ')
      const kept = new Set(
        toWords(
          items
            .map(({item}) => JSON.stringify({...item, encoding: ''}))
            .join(' ')
            .replaceAll(/\\[nt"]/g, ' '),
        ),
      )
      const frame = new Set(['zczc', 'nnnn', 'source', 'media', 'release', 'by', 'utl'])
      expect(
        toWords(text).filter((word) => !kept.has(word) && !frame.has(word) && !/^\d+$/.test(word)),
      ).toEqual([])
    },
  )
})

describe('a note to the desk in IPTC 7901', () => {
  const message = (text: string) =>
    new TextEncoder().encode(
      `\u0001bdt0456 3 pl 90  npa 0456\r\n\r\nHafen/\u0002\r\n${text}\r\n\u0003\r\n041116 GMT Mar 26\r\n`,
    )
  const story = '   Havnby (npa) - Der Hafen ist am Freitag gesperrt worden.'

  it.each([
    ['Hafen gesperrt =\r\n\r\n   (Bitte ersatzlos streichen)\r\n\r\n' + story, 'canceled', ['kill']],
    ['Hafen gesperrt =\r\n(Korrektur: Zahl)\r\n\r\n' + story, 'usable', ['correction']],
    [
      `Hafen gesperrt =\r\n\r\n${story}\r\n\r\n   (Berichtigung: Im ersten Satz muss es heißen: Freitag)`,
      'usable',
      ['correction'],
    ],
  ])('%j makes it what it says', async (text, pubStatus, signals) => {
    expect((await readWire(message(text))).items[0]?.item).toMatchObject({
      pubStatus,
      signals,
      headline: 'Hafen gesperrt',
    })
  })
})
