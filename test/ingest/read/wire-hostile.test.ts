import {readdirSync, readFileSync} from 'node:fs'
import {zipSync} from 'fflate'
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
const files = formats.flatMap((format) =>
  readdirSync(new URL(`${format}/`, fixtures))
    .filter((name) => !name.endsWith('.expected.json'))
    .map((name): [string, string] => [format, name]),
)
const bytesOf = (text: string) => new TextEncoder().encode(text)
const codesOf = (items: Awaited<ReturnType<typeof readWire>>['items']) =>
  items.flatMap(({findings}) => findings.map(({code}) => code))

/** Reads copy with one reader, whatever it looks like. */
async function readAs(format: string, bytes: Uint8Array) {
  const reader = wireReaders.find((candidate) => candidate.format === format)
  if (!reader) throw new Error(format)
  return reader.read(bytes, {readNested: async (nested) => (await readWire(nested, {}, 1)).items})
}

describe('copy cut off at any byte', () => {
  it.each(files)('of %s (%s) gives an item or a finding and never throws', async (format, name) => {
    const bytes = load(`${format}/${name}`)
    // Every byte of a short copy; of a long one so many that each element is cut at several places.
    const step = Math.ceil(bytes.length / 3000)
    for (let length = 0; length < bytes.length; length += step) {
      const items = await readAs(format, bytes.subarray(0, length))
      for (const {item, findings} of items) {
        expect(Array.isArray(item.associations)).toBe(true)
        expect(Array.isArray(findings)).toBe(true)
      }
    }
  })
})

describe('damaged copy', () => {
  it.each(files)('of %s (%s) never makes its reader throw', async (format, name) => {
    const bytes = load(`${format}/${name}`)
    const random = randomOf(17)
    for (let round = 0; round < 150; round++) {
      expect(await readAs(format, mutate(bytes, random))).toBeInstanceOf(Array)
    }
  })

  it.each(formats)('is read by the %s reader even when it is of another format', async (format) => {
    for (const [other, name] of files)
      expect(await readAs(format, load(`${other}/${name}`))).toBeInstanceOf(Array)
    for (const text of [
      '',
      ' ',
      '\u0000',
      '{',
      '[',
      '<',
      '\uFEFF',
      '\u0001',
      'PK\u0003\u0004',
      'ÿØÿ',
      '"',
      '\\',
      '\u0001\u0002\u0003\u0004',
    ]) {
      await readAs(format, bytesOf(text))
    }
  })
})

describe('hostile JSON', () => {
  it('with keys that would pollute prototypes changes nothing and says so', async () => {
    const copy =
      '{"uri":"urn:x","headline":"H","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"associations":{"__proto__":{"uri":"p"},"a":{"type":"picture","description_text":"C","renditions":{"__proto__":{"href":"https://x.example"}}}}}'
    for (const text of [copy, copy.slice(0, -1)]) {
      const {items} = await readWire(bytesOf(text))
      expect(items[0]?.item.headline).toBe('H')
      expect(codesOf(items)).toContain('json-unsafe-key')
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  it('nested ten thousand deep gives a finding', async () => {
    const deep = (open: string, close: string) => open.repeat(10_000) + close.repeat(10_000)
    for (const text of [
      deep('[', ']'),
      deep('{"a":', '}').replace('{"a":}', '{"a":1}'),
      `{"uri":"u","headline":"H","associations":${'{"a":{"uri":"x","associations":'.repeat(5000)}null${'}}'.repeat(5000)}}`,
    ]) {
      for (const format of ['ninjs', 'ap', 'dpa', 'pa']) {
        const items = await readAs(format, bytesOf(text))
        expect(items.length).toBeGreaterThan(0)
      }
    }
  })

  it('cut inside deep nesting is read without exhausting the stack', async () => {
    const items = await readAs('ninjs', bytesOf(`{"uri":"u","headline":"H","x":${'[{"a":'.repeat(200_000)}`))
    expect(items[0]?.item.headline).toBe('H')
    expect(codesOf(items)).toEqual(expect.arrayContaining(['json-repaired', 'json-too-deep']))
  })
})

describe('hostile archives', () => {
  it('with paths that lead out are read under their bare names', async () => {
    const zip = zipSync({
      '../../etc/passwd.json': bytesOf('{"uri":"u","headline":"Inside","body_text":"Words."}'),
    })
    const {items} = await readWire(zip)
    expect(items[0]?.item.headline).toBe('Inside')
    expect(codesOf(items)).toContain('zip-unsafe-path')
  })

  it('packed in archives stop at the depth limit', async () => {
    let zip = zipSync({'story.json': bytesOf('{"uri":"u","headline":"Deep","body_text":"Words."}')})
    for (let depth = 0; depth < 8; depth++) zip = zipSync({'inner.zip': zip})
    const {items} = await readWire(zip)
    expect(codesOf(items)).toContain('zip-too-deep')
  })

  it('whose entries are damaged leave the others alone', async () => {
    const zip = zipSync({
      'bad.txt': bytesOf('x'.repeat(5000)),
      'good.json': bytesOf('{"uri":"u","headline":"Good","body_text":"Words."}'),
    })
    zip.fill(0xff, 38, 44)
    const {items} = await readWire(zip)
    expect(items.map(({item}) => item.headline)).toContain('Good')
    expect(codesOf(items)).toContain('zip-entry-unreadable')
  })

  it('join a photograph to the story that names it, with one caption', async () => {
    const story = {
      uri: 'u',
      type: 'text',
      headline: 'H',
      body_text: 'Words.',
      associations: {
        main: {
          type: 'picture',
          uri: 'urn:divers',
          description_text: 'Divers at the basin in Elmestad, Tuesday, March 5, 2019. (NB/Sanna Holm) Ærø',
          renditions: {main: {href: 'https://media.example/a/divers.jpg?x=1'}},
        },
      },
    }
    const {items} = await readWire(
      zipSync({'story.json': bytesOf(JSON.stringify(story)), 'pics/divers.jpg': load('photo/divers.jpg')}),
    )
    expect(items).toHaveLength(1)
    const [picture] = items[0]?.item.associations ?? []
    expect(picture?.captions).toHaveLength(1)
    expect(picture?.byline).toBe('Sanna Holm')
    expect(picture?.bytes?.length).toBe(load('photo/divers.jpg').length)
  })
})

describe('hostile mail', () => {
  it('with parts nested a thousand deep is read as it stands', async () => {
    let body = 'Content-Type: text/plain\r\n\r\nwords at the bottom\r\n'
    for (let depth = 0; depth < 1000; depth++)
      body = `Content-Type: multipart/mixed; boundary="b${depth}"\r\n\r\n--b${depth}\r\n${body}\r\n--b${depth}--\r\n`
    const items = await readAs(
      'email',
      bytesOf(`From: a@b.example\r\nTo: c@d.example\r\nSubject: Deep\r\nMIME-Version: 1.0\r\n${body}`),
    )
    expect(codesOf(items)).toContain('email-unreadable')
    expect(items[0]?.item.headline).toBe('Deep')
  })

  it('with a script keeps the words and drops the script', async () => {
    const {items} = await readWire(load('email/story-with-picture.eml'))
    expect(JSON.stringify(items[0]?.item.blocks)).not.toContain('alert')
  })
})

describe('pictures that lie', () => {
  it('about their size are told from their bytes', async () => {
    const {items} = await readWire(load('photo/liar.jpg'))
    expect(codesOf(items)).toContain('photo-size-implausible')
  })

  it('about the length of a segment keep the caption that came whole', async () => {
    const bytes = load('photo/divers.jpg').slice(0, 900)
    const {items} = await readWire(bytes)
    expect(codesOf(items)).toContain('photo-truncated')
    expect(items[0]?.item.associations[0]?.captions[0]?.text).toContain('Divers at the basin')
  })
})
