import {describe, expect, it} from 'vitest'
import {detect, toProbe} from '../../../ingest/read/detect.ts'
import type {Reader} from '../../../ingest/read/reader.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const claiming = (format: string, score: number): Reader => ({
  format,
  title: format,
  detect: () => (score > 0 ? {score, why: `because of ${format}`} : null),
  read: () => [],
})

describe('detect', () => {
  it('takes the surest claim and lists the others, best first', () => {
    const found = detect(bytesOf('x'), [
      claiming('a', 0.2),
      claiming('b', 0.9),
      claiming('c', 0.5),
      claiming('d', 0),
    ])
    expect(found).toEqual({
      format: 'b',
      score: 0.9,
      why: 'because of b',
      also: [
        {format: 'c', score: 0.5, why: 'because of c'},
        {format: 'a', score: 0.2, why: 'because of a'},
      ],
    })
  })

  it('takes the earlier of two that are as sure', () => {
    expect(detect(bytesOf('x'), [claiming('a', 0.5), claiming('b', 0.5)])?.format).toBe('a')
  })

  it('passes over a reader that throws', () => {
    const broken: Reader = {
      ...claiming('broken', 1),
      detect: () => {
        throw new Error('bug')
      },
    }
    expect(detect(bytesOf('x'), [broken, claiming('a', 0.1)])?.format).toBe('a')
  })

  it('gives null when nobody claims the copy', () => {
    expect(detect(bytesOf('x'), [claiming('a', 0)])).toBeNull()
    expect(detect(new Uint8Array(0), [])).toBeNull()
  })
})

describe('toProbe', () => {
  it('decodes UTF-8, UTF-16 with and without a mark, and Latin-1 for looking at', () => {
    expect(toProbe(bytesOf('Ærø')).text).toBe('Ærø')
    expect(toProbe(new Uint8Array([0xff, 0xfe, 0x41, 0, 0x42, 0])).text).toBe('AB')
    expect(toProbe(new Uint8Array([0x41, 0, 0x42, 0])).text).toBe('AB')
    expect(toProbe(new Uint8Array([0xfe, 0xff, 0, 0x41])).text).toBe('A')
    expect(toProbe(new Uint8Array([0x41, 0xe6, 0x42])).text).toBe('AæB')
  })

  it('looks at 64 KiB and no more, also when that cuts a letter', () => {
    const probe = toProbe(bytesOf(`x${'é'.repeat(50_000)}`))
    expect(probe.head.length).toBe(65_536)
    expect(probe.size).toBe(100_001)
    expect(probe.text.startsWith('xééé')).toBe(true)
  })
})
