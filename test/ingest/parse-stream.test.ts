import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {parseCopy} from '../../ingest/parse-copy.ts'
import {parseStream} from '../../ingest/parse-stream.ts'

const load = (path: string) =>
  new Uint8Array(readFileSync(new URL(`../fixtures/wire/${path}`, import.meta.url)))

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

describe('copy that streams', () => {
  it.each([100, 5000])(
    'gives the same items in pieces of %i bytes as when it is read whole',
    async (size) => {
      const bytes = load('wxr/blocks.xml')
      const stream = parseStream(bytes.subarray(0, 4000), inPieces(bytes, size))
      const items = []
      for await (const item of stream!.items) items.push(item.arranged)
      const whole = (await parseCopy({bytes})).items.map(({arranged}) => arranged)
      const byHeadline = (a: {headline?: string}, b: {headline?: string}) =>
        (a.headline ?? '').localeCompare(b.headline ?? '')
      expect(items.toSorted(byHeadline)).toEqual(whole.toSorted(byHeadline))
    },
  )

  it('is none of the formats that are read whole', () => {
    const bytes = load('nitf/ferry.xml')
    expect(parseStream(bytes, inPieces(bytes, 100))).toBeNull()
    expect(parseStream(new Uint8Array(), inPieces(new Uint8Array(), 1))).toBeNull()
  })
})
