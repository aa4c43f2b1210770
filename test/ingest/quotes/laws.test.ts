import fc from 'fast-check'
import {describe, it} from 'vitest'
import {findLawful} from './quote-laws.ts'

const piece = fc.constantFrom(
  '"',
  '“',
  '”',
  '‘',
  '’',
  "'",
  '«',
  '»',
  '„',
  "''",
  '``',
  'said',
  'Joan Pell',
  'Pell',
  'she',
  'the mayor',
  'Mr Marsh',
  ',',
  '.',
  ':',
  '?',
  ' ',
  ' ',
  ' ',
  '\n',
  '(',
  ')',
  '—',
  '…',
  'called it',
  'a mess',
  'according to',
  'who',
  'PELL:',
  '5',
  '\u00A0',
  '𝒜',
  '\uD800',
  'é',
  'Ünal',
  "don't",
  'council spokeswoman',
  'and',
  'Inc.',
  'p.m.',
)

describe('whatever the copy', () => {
  it('segments are in order, never overlap, and point at the very characters', () => {
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 120}), (pieces) => void findLawful(pieces.join(' '))),
      {numRuns: 400},
    )
  })

  it('holds for pieces run together', () => {
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 120}), (pieces) => void findLawful(pieces.join(''))),
      {numRuns: 400},
    )
  })

  it('holds for any text', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary', maxLength: 300}), (text) => void findLawful(text)),
      {numRuns: 300},
    )
  })
})
