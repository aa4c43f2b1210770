import {describe, expect, it} from 'vitest'
import {captionFingerprint, compareCaptions, isSameCaption} from '../../../ingest/captions/index.ts'
import {captions, otherEdits, readPairs, sameEdits} from './caption-pairs.ts'

/** The laws of a comparison: it does not depend on the order, it says why, and one fingerprint means the same caption. */
function judge(a: string, b: string): boolean {
  const comparison = compareCaptions(a, b)
  expect(compareCaptions(b, a).same).toBe(comparison.same)
  expect(comparison.why).not.toBe('')
  expect(comparison.same || captionFingerprint(a) !== captionFingerprint(b)).toBe(true)
  return comparison.same
}

/** The pairs that are not judged as they should be, for a message that shows them. */
function misjudged(pairs: {a: string; b: string; same: boolean}[]): {a: string; b: string; why: string}[] {
  return pairs
    .filter(({a, b, same}) => judge(a, b) !== same)
    .map(({a, b}) => ({a, b, why: compareCaptions(a, b).why}))
}

describe('a caption is the same photograph’s after', () => {
  it.each(Object.entries(sameEdits))('%s', (_, edit) => {
    expect(misjudged(captions.map((caption) => ({a: caption, b: edit(caption), same: true})))).toEqual([])
  })
})

describe('a caption is another photograph’s after', () => {
  it.each(Object.entries(otherEdits))('%s', (_, edit) => {
    const pairs = captions
      .map((caption) => ({a: caption, b: edit(caption) ?? caption, same: false}))
      .filter((pair) => pair.a !== pair.b)
    const credit = ' (AP Photo/Jon Weddell)'
    expect(pairs.length).toBeGreaterThan(0)
    expect(misjudged(pairs)).toEqual([])
    expect(misjudged(pairs.map((pair) => ({...pair, a: pair.a + credit, b: pair.b + credit})))).toEqual([])
  })
})

describe('pairs as pages print them', () => {
  it('are judged as a reader judges them', () => {
    expect(misjudged(readPairs)).toEqual([])
  })
})

describe('two different captions', () => {
  it('never are the same, whatever their credit', () => {
    const credit = ' (Photo by Mira Castellane/Getty Images)'
    const pairs = captions.flatMap((a, index) => captions.slice(index + 1).map((b) => ({a, b, same: false})))
    expect(misjudged(pairs)).toEqual([])
    expect(misjudged(pairs.map((pair) => ({...pair, a: pair.a + credit, b: pair.b + credit})))).toEqual([])
  })
})

describe('a doubtful pair', () => {
  it('is not joined and says so', () => {
    expect(
      compareCaptions(
        'A tram turns in the old square of Lind below the broad cathedral steps.',
        'A tram turns in the old square of Lind below the cathedral steps.',
      ),
    ).toEqual({same: false, why: 'other words: broad', unsure: true})
  })

  it('is joined but marked when one name is misspelt in otherwise equal words', () => {
    expect(
      compareCaptions(
        'Minister Kevin Weekes (left) and his colleague at the new laboratory',
        'Minister Kevin Weeks (left) and his colleague at the new laboratory',
      ),
    ).toEqual({
      same: true,
      why: 'spelling',
      unsure: true,
    })
  })
})

describe('long input', () => {
  it('is compared in time that grows with its length', () => {
    const words = (count: number, seed: number): string =>
      Array.from({length: count}, (_, index) => `word${(index * seed) % 9973}`).join(' ')
    const time = (count: number): number => {
      const start = performance.now()
      isSameCaption(words(count, 7), words(count, 11))
      isSameCaption(words(count, 7), `${words(count, 7)} (Photo: x)`)
      return performance.now() - start
    }
    time(1000)
    expect(time(80_000)).toBeLessThan(Math.max(4000, time(10_000) * 40))
  })

  it.each([
    '('.repeat(50_000),
    'Photo by '.repeat(20_000),
    '"'.repeat(100_000),
    '&amp;'.repeat(30_000),
    '. A'.repeat(40_000),
    '<b '.repeat(30_000),
    'A/'.repeat(40_000),
    ' '.repeat(200_000),
    'a.'.repeat(50_000),
  ])('of one thing over and over is read without harm', (text) => {
    const start = performance.now()
    expect(isSameCaption(text, `${text}x`)).toBeTypeOf('boolean')
    expect(performance.now() - start).toBeLessThan(6000)
  })
})
