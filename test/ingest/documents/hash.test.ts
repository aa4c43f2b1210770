import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {hashQuickly, hashText} from '../../../ingest/text/hash.ts'

describe('hashQuickly', () => {
  it('is the same on every machine', () => {
    expect(hashQuickly('')).toMatch(/^[0-9a-f]{16}$/)
    expect(hashQuickly('The quay')).toBe(hashQuickly(['The', 'quay'].join(' ')))
  })

  it('keeps a million similar texts apart', () => {
    const seen = new Set<string>()
    for (let index = 0; index < 1_000_000; index++)
      seen.add(hashQuickly(`block\n0\nparagraph\nLine ${index}`).slice(0, 12))
    expect(seen.size).toBe(1_000_000)
  })

  it('tells texts apart that differ in one place', () => {
    fc.assert(
      fc.property(fc.string({minLength: 1}), fc.nat(), (text, at) => {
        const place = at % text.length
        const changed = `${text.slice(0, place)}${String.fromCharCode(text.charCodeAt(place) ^ 1)}${text.slice(place + 1)}`
        expect(hashQuickly(changed)).not.toBe(hashQuickly(text))
      }),
    )
  })
})

describe('hashText', () => {
  it('keeps the parts apart', () => {
    expect(hashText(['ab', 'c'])).not.toBe(hashText(['a', 'bc']))
  })
})
