import fc from 'fast-check'
import type {StoredDocument} from '../../../lake/store/documents/document.ts'

/** Few ids, so that documents refer to one another and stand before one another. */
export const names = ['a', 'b', 'c', 'd', 'e-1', 'f.g']
export const types = ['article', 'quote', 'person']
const variants = ['', '', '', 'drafts.', 'versions.r1.', 'versions.r2.']

export const words = [
  'Council',
  'votes',
  'bridge',
  'Brücke',
  "mayor's",
  'U.N.',
  'e-mail',
  'ΟΔΟΣ',
  'x_y',
  '12',
]
export const times = [
  '2026-05-04T10:00:00Z',
  '2026-05-04T09:00:00+02:00',
  '2026-05-04T10:00:00.5Z',
  '2026-13-45T10:00:00Z',
  '2026-05-04',
]
const text = fc.array(fc.constantFrom(...words), {maxLength: 4}).map((list) => list.join(' '))
const longText = fc.constantFrom('a', 'b').map((end) => 'x'.repeat(70) + end)

export const scalar = fc.oneof(
  {weight: 4, arbitrary: fc.constantFrom<unknown>('a', 'b', 'B', '', 'é', '\ud83d\ude00', '\uffff')},
  {weight: 3, arbitrary: fc.constantFrom<unknown>(0, -0, 1, 2, -1.5, 1e21)},
  {weight: 2, arbitrary: fc.boolean()},
  {weight: 1, arbitrary: fc.constant<unknown>(null)},
  {weight: 1, arbitrary: longText},
  {weight: 2, arbitrary: fc.constantFrom<unknown>(...times)},
  {weight: 2, arbitrary: text},
)

const id = fc.constantFrom(...names, 'nobody')
const plainReference = id.map((to) => ({_type: 'reference', _ref: to}))
const reference = fc.oneof(
  {weight: 8, arbitrary: plainReference},
  {weight: 1, arbitrary: plainReference.map((one) => ({...one, _weak: true}))},
  {weight: 1, arbitrary: plainReference.map((one) => ({...one, _dataset: 'other'}))},
  // What stands in a reference `references()` does not see, but in one that refers to nothing.
  {
    weight: 1,
    arbitrary: fc.tuple(plainReference, fc.constantFrom<unknown>('c', '', 5, null)).map(([within, to]) => ({
      _ref: to,
      within,
    })),
  },
)
const block = fc.array(text, {maxLength: 3}).map((parts) => ({
  _type: 'block',
  style: parts.length > 1 ? 'h2' : 'normal',
  // A word may go through several spans.
  children: parts.map((part) => ({_type: part.length > 20 ? 'other' : 'span', text: part})),
}))

const fields = fc.record(
  {
    n: fc.oneof(fc.integer({min: -2, max: 3}), scalar),
    name: fc.oneof(fc.constantFrom('Ann', 'Bob', 'ann'), scalar),
    section: fc.constantFrom('news', 'sport', 'news', 'arts'),
    time: fc.oneof(fc.constantFrom(...times), scalar),
    headline: text,
    featured: fc.oneof(fc.boolean(), scalar),
    slug: fc.oneof(
      fc.record({_type: fc.constant('slug'), current: fc.constantFrom('one', 'two', 'three')}),
      scalar,
    ),
    tags: fc.oneof(
      fc.array(fc.oneof(scalar, fc.constantFrom('x', 'y'), fc.array(scalar, {maxLength: 1})), {maxLength: 3}),
      scalar,
    ),
    speaker: fc.oneof(reference, reference, scalar),
    by: fc.array(fc.oneof(reference, fc.record({name: scalar, _key: text})), {maxLength: 3}),
    body: fc.array(fc.oneof(block, fc.record({_type: fc.constant('pullQuote'), quote: reference})), {
      maxLength: 3,
    }),
    deep: fc.record({a: fc.record({b: fc.record({c: fc.record({d: fc.record({e: scalar})})})})}),
    'odd.name': scalar,
  },
  {requiredKeys: ['section', 'headline']},
)

const document: fc.Arbitrary<StoredDocument> = fc
  .record({
    variant: fc.constantFrom(...variants),
    name: fc.constantFrom(...names),
    type: fc.constantFrom(...types),
    updated: fc.constantFrom('2026-05-01T00:00:00Z', '2026-05-02T00:00:00Z', '2026-05-03T00:00:00Z'),
    isHiding: fc.constantFrom(false, false, false, true),
    fields,
  })
  .map(({variant, name, type, updated, isHiding, fields: rest}) => ({
    _id: variant + name,
    _type: type,
    _rev: 'r',
    _createdAt: '2026-05-01T00:00:00Z',
    _updatedAt: updated,
    ...(isHiding && variant.startsWith('versions.') ? {_system: {delete: true}} : {}),
    ...rest,
  }))

/** What is written, transaction by transaction; `null` takes away. */
export const writes = fc.array(
  fc.record({
    isBulk: fc.boolean(),
    documents: fc.array(document, {maxLength: 12}),
    removed: fc.array(fc.tuple(fc.constantFrom(...variants), fc.constantFrom(...names)), {maxLength: 2}),
  }),
  {minLength: 1, maxLength: 4},
)
