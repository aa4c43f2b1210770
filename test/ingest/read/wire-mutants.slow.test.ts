import {readdirSync, readFileSync} from 'node:fs'
import {deflateSync, zipSync} from 'fflate'
import {describe, expect, it} from 'vitest'
import {mutate, randomOf} from './mutate.ts'
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
const load = (path: string) => new Uint8Array(readFileSync(new URL(path, fixtures)))

describe('ten thousand mutants', () => {
  it.each(formats)('of %s copy neither crash its reader nor hang it', async (format) => {
    const reader = wireReaders.find((candidate) => candidate.format === format)
    const names = readdirSync(new URL(`${format}/`, fixtures)).filter(
      (name) => !name.endsWith('.expected.json'),
    )
    const copies = names.map((name) => load(`${format}/${name}`))
    const random = randomOf(4711)
    let slowest = 0
    for (let round = 0; round < 10_000; round++) {
      const copy = copies[round % copies.length] ?? new Uint8Array(0)
      const started = performance.now()
      await reader?.read(mutate(copy, random), {})
      slowest = Math.max(slowest, performance.now() - started)
    }
    expect(slowest).toBeLessThan(2000)
  })
})

describe('bombs', () => {
  it('in a zip are unpacked no further than the limit', async () => {
    const zip = zipSync(
      {
        'bomb.txt': new Uint8Array(140 * 1024 * 1024),
        'story.json': new TextEncoder().encode('{"uri":"u","headline":"Beside","body_text":"Words."}'),
      },
      {level: 6},
    )
    expect(zip.length).toBeLessThan(400_000)
    const {items} = await readWire(zip)
    expect(items.map(({item}) => item.headline)).toContain('Beside')
    expect(items.flatMap(({findings}) => findings.map(({code}) => code))).toContain('zip-too-large')
  })

  it('in a zip whose directory lies about sizes are counted as they come out', async () => {
    const zip = zipSync({'bomb.txt': new Uint8Array(140 * 1024 * 1024)}, {level: 6})
    // The sizes in the local header and in the central directory claim three bytes.
    const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
    view.setUint32(22, 3, true)
    for (let at = zip.length - 200; at < zip.length - 4; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 3, true)
    const {items} = await readWire(zip)
    expect(items.flatMap(({findings}) => findings.map(({code}) => code))).toContain('zip-too-large')
  })
})

describe('much of one thing', () => {
  const megabytes = 20
  const long: [string, string, string][] = [
    [
      'anpa1312',
      'one line',
      `\u0001W1\u001Fx\nu i\u0013\u0011 BC-X 01-01 0100\n\u0002^BC-X,1<\n^Head<\n\t   ${'word '.repeat((megabytes * 1024 * 1024) / 5)}`,
    ],
    [
      'anpa1312',
      'carets',
      `\u0001W1\u001Fx\nu i\u0013\u0011 BC-X 01-01 0100\n\u0002${'^a=\n'.repeat((megabytes * 1024 * 1024) / 4)}`,
    ],
    ['iptc7901', 'spaces', `\u0001eca1 3 i 1\r\n\u0002Head =\r\n${' '.repeat(megabytes * 1024 * 1024)}x`],
    [
      'iptc7901',
      'short lines',
      `\u0001eca1 3 i 1\r\n\u0002Head =\r\n${'ab cd\r\n'.repeat((megabytes * 1024 * 1024) / 7)}`,
    ],
    [
      'press-release',
      'one line',
      `Source: X\nMEDIA RELEASE PR1234\nHead\n\n${'word '.repeat((megabytes * 1024 * 1024) / 5)}`,
    ],
    [
      'press-release',
      'dashes',
      `Source: X\nMEDIA RELEASE PR1234\nHead\n\n${'-- a\n'.repeat((megabytes * 1024 * 1024) / 5)}`,
    ],
    [
      'ninjs',
      'one string',
      `{"uri":"u","headline":"H","body_text":"${'word '.repeat((megabytes * 1024 * 1024) / 5)}"}`,
    ],
    [
      'ninjs',
      'a broken string',
      `{"uri":"u","headline":"H","body_text":"${'\\"'.repeat((megabytes * 1024 * 1024) / 2)}`,
    ],
    [
      'email',
      'one line',
      `From: a@b.example\nTo: c@d.example\nSubject: x\nMessage-ID: <1@b>\n\n${'word '.repeat((megabytes * 1024 * 1024) / 5)}`,
    ],
    ['zczc', 'one line', `ZCZC X\n#S\n$H\n${'word '.repeat((megabytes * 1024 * 1024) / 5)}`],
  ]

  it.each(long)('in %s copy (%s) is read in linear time', async (format, _, text) => {
    const reader = wireReaders.find((candidate) => candidate.format === format)
    const started = performance.now()
    const items = await reader?.read(new TextEncoder().encode(text), {})
    expect(items?.length).toBeGreaterThan(0)
    expect(performance.now() - started).toBeLessThan(30_000)
  })

  it('in deflated bytes that are no archive gives a finding', async () => {
    const {items} = await readWire(
      new Uint8Array([0x50, 0x4b, 3, 4, ...deflateSync(new Uint8Array(100_000))]),
    )
    expect(items[0]?.findings[0]?.code).toBe('zip-unreadable')
  })
})
