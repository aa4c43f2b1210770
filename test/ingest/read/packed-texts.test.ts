import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {PackedTexts} from '../../../ingest/read/wxr/packed-texts.ts'

describe('packed texts', () => {
  it('gives each text at its place, in whatever order they are read', () => {
    const texts = fc.array(fc.string({unit: 'binary', maxLength: 6}), {maxLength: 900})
    fc.assert(
      fc.property(texts, fc.array(fc.nat(899), {maxLength: 40}), (all, reads) => {
        const packed = new PackedTexts()
        const places = all.map((text) => packed.add(text))
        expect(packed.length).toBe(all.length)
        for (const read of reads.filter((at) => at < all.length))
          expect(packed.get(places[read]!)).toBe(all[read])
      }),
      {numRuns: 60},
    )
  })

  it('refuses a place that it has not given', () => {
    const packed = new PackedTexts()
    packed.add('a')
    expect(() => packed.get(1)).toThrow(RangeError)
    expect(() => packed.get(5000)).toThrow('There are 1 texts, and none at 5000.')
  })
})
