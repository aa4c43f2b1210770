import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {openKeyIndex} from '../../cli/dataset/key-index.ts'
import {openStore, type StoredDocument} from '../../lake/store/index.ts'

const keysOf = (document: {[name: string]: unknown}) => (document['keys'] ?? []) as string[]
const change = fc.record({
  id: fc.constantFrom('a', 'b', 'drafts.a', 'c'),
  type: fc.constantFrom('imageCaption', 'quote'),
  keys: fc.option(fc.uniqueArray(fc.constantFrom('x', 'y', 'z'), {maxLength: 3})),
})
type Step = typeof change extends fc.Arbitrary<infer Value> ? Value | 'catchUp' | 'find' : never

describe('the index of keys', () => {
  test('finds what a scan finds, however far the index of the store has come', () => {
    const steps = fc.array(
      fc.oneof({weight: 4, arbitrary: change}, fc.constantFrom('catchUp' as const, 'find' as const)),
      {maxLength: 12},
    )
    fc.assert(
      fc.property(steps, fc.integer({min: 0, max: 12}), (sequence: Step[], openedAt) => {
        const store = openStore({path: ':memory:'})
        const release = store.holdIndexes()
        const open = () => openKeyIndex(store, {type: 'imageCaption', path: 'keys[]', limit: 10, keysOf})
        let index = openedAt === 0 ? open() : undefined
        const check = () => {
          const holders = (index ??= open()).find(['x', 'y'])
          expect(toPairs(holders)).toEqual(toPairs(scan([...store.exportDocuments()])))
        }
        for (const [place, step] of sequence.entries()) {
          if (place === openedAt) index ??= open()
          if (step === 'catchUp') store.catchUp(1000, 'values')
          else if (step === 'find') check()
          else store.transact([...many(step.id), ...toMutations(step)])
        }
        check()
        release()
        store.close()
      }),
      {numRuns: 300},
    )
  })

  test('tells long keys from others that begin alike', () => {
    const store = openStore({path: ':memory:'})
    const long = (end: string) => `urn:newsml:quay.example:20260504:${'x'.repeat(60)}:${end}`
    store.transact([
      {create: {_id: 'a', _type: 'imageCaption', keys: [long('a')]}},
      {create: {_id: 'b', _type: 'imageCaption', keys: [long('b'), 'short']}},
    ])
    const index = openKeyIndex(store, {type: 'imageCaption', path: 'keys[]', limit: 10, keysOf})
    expect(index.find([long('a'), 'short'])).toEqual([
      {id: 'a', keys: [long('a')]},
      {id: 'b', keys: ['short']},
    ])
    store.close()
  })

  test('gives no more for one key than it was told, so that one that all have costs nothing', () => {
    const store = openStore({path: ':memory:'})
    const index = openKeyIndex(store, {type: 'imageCaption', path: 'keys[]', limit: 3, keysOf})
    const write = (from: number) =>
      store.transact(
        Array.from({length: 10}, (_, n) => ({
          create: {_id: `${from + n}`, _type: 'imageCaption', keys: ['x', `${from + n}`]},
        })),
      )
    write(0)
    expect(index.find(['x'])).toHaveLength(3)
    write(10)
    expect(index.find(['x']).length).toBeLessThanOrEqual(6)
    expect(index.find(['7', '17']).map(({id}) => id)).toEqual(['7', '17'])
    store.close()
  })
})

function scan(documents: StoredDocument[]) {
  return documents.flatMap((document) => {
    const keys = keysOf(document).filter((key) => key !== 'z')
    return document._type === 'imageCaption' && keys.length > 0 ? {id: document._id, keys} : []
  })
}

function toPairs(holders: {id: string; keys: string[]}[]): string[] {
  return holders.flatMap(({id, keys}) => keys.map((key) => `${id} ${key}`)).sort()
}

function toMutations({id, type, keys}: Exclude<Step, string>) {
  return keys ? [{createOrReplace: {_id: id, _type: type, keys}}] : [{delete: {id}}]
}

/** So many changes that the transaction's documents are left for later by the index of values. */
function many(id: string) {
  return Array.from({length: 25}, (_, n) => ({createOrReplace: {_id: `other-${id}-${n}`, _type: 'article'}}))
}
