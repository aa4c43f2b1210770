import fc from 'fast-check'
import {applyPatch} from 'mendoza'
import {expect, test} from 'vitest'
import {toMendozaPatch} from '../../../lake/store/transactions/mendoza-diff.ts'

const text = fc.string({unit: 'grapheme', maxLength: 12})
const name = fc.constantFrom('a', 'b', 'c', 'title', '_type')
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    {maxDepth: 4},
    text,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('any'), {maxLength: 5}),
    fc.array(fc.record({_key: fc.constantFrom('k1', 'k2', 'k3', 'k4'), v: tie('any')}), {maxLength: 5}),
    fc.dictionary(name, tie('any'), {maxKeys: 4}),
  ),
})).any
const document = fc.option(fc.dictionary(name, value, {noNullPrototype: true}))

test('the patch turns the left value into the right one, whatever they are', () => {
  fc.assert(
    fc.property(document, document, (left, right) => {
      expect(applyPatch(left, toMendozaPatch(left, right))).toEqual(right)
    }),
    {numRuns: 2000},
  )
})

test('a change of one word in one block leaves the rest of the document out of the patch', () => {
  const block = (key: string, words: string) => ({
    _key: key,
    _type: 'block',
    children: [{_key: 's', text: words}],
  })
  const left = {_id: 'a', body: [block('1', 'First.'), block('2', 'The cat sat.'), block('3', 'Last.')]}
  const right = {_id: 'a', body: [block('1', 'First.'), block('2', 'The dog sat.'), block('3', 'Last.')]}
  const patch = toMendozaPatch(left, right)
  expect(applyPatch(left, patch)).toEqual(right)
  expect(JSON.stringify(patch)).not.toContain('First')
  expect(patch).toContain('dog')
})

test('slices of strings are counted in UTF-8 bytes and never cut a pair', () => {
  const left = {t: 'é😀é end'}
  const right = {t: 'é😁é end'}
  expect(applyPatch(left, toMendozaPatch(left, right))).toEqual(right)
})
