import {describe, expect, it} from 'vitest'
import {findBlockers, findExpiry} from '../../../plugins/newsroom/state/article-state.ts'
import {compareBodies} from '../../../plugins/newsroom/state/compare-bodies.ts'
import {toReferenceMoves} from '../../../plugins/newsroom/state/move-references.ts'
import {findQuotations, toQuotationState, type BodyBlock} from '../../../plugins/newsroom/state/quotations.ts'
import {restoreWords} from '../../../plugins/newsroom/state/restore-words.ts'
import {toWordRuns} from '../../../plugins/newsroom/state/word-changes.ts'

const now = new Date('2026-05-01T12:00:00Z')

describe('what blocks publishing', () => {
  it.each([
    [{}, []],
    [{pubStatus: 'usable'}, []],
    [{pubStatus: 'canceled'}, ['killed']],
    [{pubStatus: 'withheld', embargoedUntil: '2026-05-01T14:30:00+02:00'}, ['held', 'embargoed']],
    [{embargoedUntil: '2026-05-01T13:30:00+02:00'}, []],
    [{embargoedUntil: '2026-05-01T14:30:00'}, ['embargo-unreadable']],
    [{embargoedUntil: 'the morning papers'}, ['embargo-unreadable']],
  ])('is %j -> %j', (wire, kinds) => {
    expect(findBlockers({wire}, now).map(({kind}) => kind)).toEqual(kinds)
  })
})

const block = (
  key: string,
  spans: [string, string[]][],
  quoteId = 'quote-1',
  mark: object = {},
): BodyBlock => ({
  _key: key,
  _type: 'block',
  markDefs: [{_key: 'q', _type: 'quotation', quote: {_ref: quoteId}, ...mark}],
  children: spans.map(([text, marks], index) => ({_key: `${key}${index}`, _type: 'span', text, marks})),
})

const stateOf = (body: BodyBlock[], paragraphs: string[] | undefined) => {
  const [quotation] = findQuotations(body)
  if (!quotation) throw new Error('no quotation')
  return toQuotationState(quotation, paragraphs)
}

describe('a marked quotation', () => {
  it('says the same when only quotation marks, punctuation or spacing differ', () => {
    expect(
      stateOf(
        [
          block('a', [
            ['He said: ', []],
            ['“We’ll  go, now.”', ['q']],
          ]),
        ],
        ["We'll go now"],
      ),
    ).toBe('same')
  })

  it('is one over bold words, an attribution and several paragraphs', () => {
    const body = [
      block('a', [
        ['"We will ', ['q']],
        ['not', ['q', 'strong']],
        [' go," ', ['q']],
        ['she said. ', []],
        ['"Never.', ['q']],
      ]),
      block('b', [['"And that is all."', ['q']]]),
    ]
    expect(stateOf(body, ['We will not go, Never.', 'And that is all.'])).toBe('same')
  })

  it('is changed when a word is, in one letter or in its case', () => {
    expect(stateOf([block('a', [['"We can go"', ['q']]])], ["We can't go"])).toBe('changed')
    expect(stateOf([block('a', [['"We can go"', ['q']]])], ['we can go'])).toBe('changed')
  })

  it('is accepted only as long as it says the words that were accepted', () => {
    const accepted = {acceptedReason: 'slip of the tongue', acceptedWords: 'We can go'}
    expect(stateOf([block('a', [['"We can go"', ['q']]], 'quote-1', accepted)], ['We could go'])).toBe(
      'accepted',
    )
    expect(stateOf([block('a', [['"We must go"', ['q']]], 'quote-1', accepted)], ['We could go'])).toBe(
      'changed',
    )
  })

  it('is missing when there is no such quote', () => {
    expect(stateOf([block('a', [['"We can go"', ['q']]])], undefined)).toBe('missing')
  })
})

describe('putting words back', () => {
  const restore = (body: BodyBlock[], paragraphs: string[]) =>
    restoreWords(body, findQuotations(body)[0]!, paragraphs)

  it('keeps the quotation marks and the words around', () => {
    const body = [
      block('a', [
        ['She said: ', []],
        ['“We cannot', ['q']],
        [' go.”', ['q', 'em']],
        [' Then she left.', []],
      ]),
    ]
    const [restored] = restore(body, ['We will not go.']) ?? []
    expect(restored?.children.map(({text}) => text)).toEqual([
      'She said: ',
      '“We will not go.”',
      ' Then she left.',
    ])
  })

  it('is not done when the paragraphs cannot be told apart', () => {
    expect(restore([block('a', [['"One"', ['q']]])], ['One', 'Two'])).toBeNull()
  })
})

describe('article and copy', () => {
  const text = (key: string, words: string) => ({_key: key, _type: 'block', children: [{text: words}]})
  const image = {_key: 'i', _type: 'captionedImage'}

  it('differ in what was edited, taken out and added', () => {
    const base = [text('a', 'One'), image, text('b', 'Two'), text('c', 'Three')]
    const article = [text('a', 'One'), text('c', 'Three!'), text('d', 'Four')]
    expect(compareBodies(base, article)).toEqual([
      {kind: 'removed', key: 'i', before: '', base: image, after: 'a'},
      {kind: 'removed', key: 'b', before: 'Two', base: base[2], after: 'a'},
      {kind: 'edited', key: 'c', before: 'Three', now: 'Three!', base: base[3]},
      {kind: 'added', key: 'd', now: 'Four'},
    ])
  })

  it('do not differ in marks', () => {
    expect(
      compareBodies([text('a', 'One two')], [{...text('a', ''), children: [{text: 'One '}, {text: 'two'}]}]),
    ).toEqual([])
  })

  it('differ word by word, and no word is lost on either side', () => {
    const runs = toWordRuns('The quay was sold twice', 'The old quay was not sold')
    expect(runs.map(({kind, text: words}) => `${kind}: ${words.trim()}`)).toEqual([
      'same: The',
      'inserted: old',
      'same: quay was',
      'inserted: not',
      'same: sold',
      'deleted: twice',
    ])
  })
})

describe('a comma that is added', () => {
  it('leaves the word before it as it was', () => {
    const runs = toWordRuns('Ferry turns back in the night', 'Ferry turns back, nobody hurt')
    expect(runs.map(({kind, text}) => `${kind}: ${text.trim()}`)).toEqual([
      'same: Ferry turns back',
      'deleted: in the night',
      'inserted: , nobody hurt',
    ])
  })
})

describe('moving references', () => {
  it('finds them in fields and in members of arrays that have a key', () => {
    const document = {
      leadImage: {caption: {_ref: 'one'}},
      body: [
        {_key: 'k"1', caption: {_ref: 'one'}},
        {_key: 'k2', caption: {_ref: 'other'}},
        {caption: {_ref: 'one'}},
      ],
    }
    expect(toReferenceMoves(document, 'one', 'two')).toEqual({
      'leadImage.caption._ref': 'two',
      'body[_key=="k\\"1"].caption._ref': 'two',
    })
  })
})

describe('an article', () => {
  const now = new Date('2026-05-01T12:00:00Z')

  it.each([
    ['2026-05-01T11:59:59Z', true],
    ['2026-05-01T13:30:00+02:00', true],
    ['2026-05-01T12:00:01Z', false],
    ['2026-04-30', false],
    ['soon', false],
    [undefined, false],
  ])('that is to be taken down after %s is expired: %s', (expires, isExpired) => {
    expect(findExpiry({wire: expires ? {expires} : {}}, now) !== null).toBe(isExpired)
  })
})
