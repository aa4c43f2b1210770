import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import type {ReadItem} from '../../../../ingest/model/news-item.ts'
import {ItemSplitter} from '../../../../ingest/read/wxr/split-items.ts'
import {wxrReader} from '../../../../ingest/read/wxr/index.ts'

const bytes = new Uint8Array(readFileSync(new URL('../../../fixtures/wire/wxr/export.xml', import.meta.url)))

async function readInChunks(size: number): Promise<ReadItem[]> {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
  const items: ReadItem[] = []
  for await (const item of wxrReader.readStream!(chunks(), {})) items.push(item)
  return items
}

/** A stream gives a post as soon as its pictures are there; a whole file gives its items in its own order. */
function sorted(items: readonly ReadItem[]): ReadItem['item'][] {
  return items
    .map(({item}) => item)
    .toSorted((a, b) => JSON.stringify(a.altIds).localeCompare(JSON.stringify(b.altIds)))
}

describe('an export', () => {
  it('in one piece gives its posts in the order of the file', async () => {
    const items = await wxrReader.read(bytes, {})
    const posts = items.flatMap(({item}) =>
      item.itemClass === 'text'
        ? [Number(/item\[(\d+)\]/.exec(item.blocks?.[0]?.at?.xpath ?? '')?.[1] ?? 1)]
        : [],
    )
    expect(posts).toEqual(posts.toSorted((a, b) => a - b))
  })

  it.each([1, 2, 3, 7, 64, 1000, 1_000_000])(
    'in chunks of %i bytes gives the same items as in one piece',
    async (size) => {
      expect(sorted(await readInChunks(size))).toEqual(sorted(await wxrReader.read(bytes, {})))
    },
  )

  it('of no bytes is a finding', async () => {
    const items: ReadItem[] = []
    for await (const item of wxrReader.readStream!((async function* () {})(), {})) items.push(item)
    expect(items[0]?.findings.map(({code}) => code)).toEqual(['wxr-no-items'])
  })
})

describe('the splitter', () => {
  it('passes over sections and comments and keeps every character', () => {
    const text = '<a><!-- <item> --><item>1<![CDATA[</item>]]></item> <item>2<!-- </item> --></item>\n</a>'
    for (const size of [1, 3, 10, 100]) {
      const splitter = new ItemSplitter()
      const pieces = []
      for (let at = 0; at < text.length; at += size) pieces.push(...splitter.add(text.slice(at, at + size)))
      pieces.push(...splitter.end())
      expect(pieces.filter(({kind}) => kind === 'item').map((piece) => piece.text)).toEqual([
        '<item>1<![CDATA[</item>]]></item>',
        '<item>2<!-- </item> --></item>',
      ])
    }
  })
})
