import {readFileSync} from 'node:fs'
import {zipSync} from 'fflate'
import {describe, expect, it} from 'vitest'
import {readWire} from './wire-readers.ts'

const load = (path: string) =>
  new Uint8Array(readFileSync(new URL(`../../fixtures/wire/${path}`, import.meta.url)))
const base64 = (bytes: Uint8Array) =>
  Buffer.from(bytes)
    .toString('base64')
    .replaceAll(/(.{76})/g, '$1\r\n')

function mailWith(...parts: {name: string; type: string; bytes: Uint8Array}[]): Uint8Array {
  const head =
    'From: a@nb.example\r\nTo: b@nb.example\r\nSubject: With parts\r\nMessage-ID: <p@nb.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nThe words of the message.\r\n'
  const body = parts.map(
    ({name, type, bytes}) =>
      `--x\r\nContent-Type: ${type}; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(bytes)}\r\n`,
  )
  return new TextEncoder().encode(`${head}${body.join('')}--x--\r\n`)
}

describe('copy in copy', () => {
  it('gives the caption inside an attached photograph to the message', async () => {
    const {items} = await readWire(
      mailWith({name: 'divers.jpg', type: 'image/jpeg', bytes: load('photo/divers.jpg')}),
    )
    expect(items).toHaveLength(1)
    const [picture] = items[0]?.item.associations ?? []
    expect(picture).toMatchObject({
      name: 'divers.jpg',
      byline: 'Sanna Holm',
      altText: 'Two divers on a quay.',
    })
    expect(picture?.captions).toHaveLength(1)
    expect(picture?.bytes).toEqual(load('photo/divers.jpg'))
  })

  it('gives attached stories as items of their own, after the message', async () => {
    const {items} = await readWire(
      mailWith(
        {name: 'story.bin', type: 'application/octet-stream', bytes: load('ninjs/story-3.0.json')},
        {
          name: 'wire.zip',
          type: 'application/zip',
          bytes: zipSync({
            'a/lead.txt': load('iptc7901/mill-lead.txt'),
            'b/form.eml': load('email/form.eml'),
          }),
        },
      ),
    )
    expect(items.map(({item}) => item.format)).toEqual(['email', 'ninjs', 'iptc7901', 'email'])
  })

  it('reads every file of a zip though one is broken', async () => {
    const {items} = await readWire(
      zipSync({
        '1.json': new Uint8Array([0x7b]),
        '2.tst': load('anpa1312/tide-table.tst'),
        '__MACOSX/._2.tst': new Uint8Array(9),
        '3.jpg': load('photo/divers.jpg'),
      }),
    )
    expect(items.map(({item}) => item.format)).toEqual(['ninjs', 'anpa1312', 'photo'])
  })

  it('knows one story in two formats by one uri and version', async () => {
    const one = await readWire(load('ninjs/story-1.4.json'))
    const two = await readWire(
      new TextEncoder().encode(
        JSON.stringify({
          uri: 'urn:news:nb.example:story-17',
          type: 'text',
          version: '3',
          headlines: [{value: 'Ferries halted'}],
          bodies: [{contentType: 'text/plain', value: 'Words.'}],
        }),
      ),
    )
    expect([one.items[0]?.item.uri, one.items[0]?.item.version]).toEqual([
      two.items[0]?.item.uri,
      two.items[0]?.item.version,
    ])
  })

  it('reads every message of a mailbox, and no sentence that starts with From as one', async () => {
    const message = (id: number, words: string) =>
      `From a@nb.example Tue Mar  5 15:00:00 2019\nFrom: a@nb.example\nTo: b@nb.example\nSubject: Number ${id}\nMessage-ID: <${id}@nb>\nMIME-Version: 1.0\n\n${words}\n\n`
    const mailbox = message(1, 'One.\n\nFrom here on boats sail.') + message(2, 'Two.')
    for (const text of [mailbox, mailbox.replaceAll('\n', '\r\n')]) {
      const {items} = await readWire(new TextEncoder().encode(text))
      expect(items.map(({item}) => item.headline)).toEqual(['Number 1', 'Number 2'])
      expect(items[0]?.item.blocks?.map((block) => block.text)).toEqual(['One.', 'From here on boats sail.'])
    }
  })
})
