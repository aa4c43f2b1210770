import fc from 'fast-check'
import {expect, test} from 'vitest'
import {toListenFilter} from '../../../lake/listen/listen-filter.ts'
import {evaluateNow, type QueryParams} from '../../../lake/store/query/evaluate.ts'
import {openStore} from '../../../lake/store/index.ts'

const names = ['_id', '_type', 'a', 'b', 'slug', 'hasOwnProperty'] as const
const scalar = fc.oneof(
  fc.constantFrom('x', 'y', 'note', 'n1', 'drafts.n1', '', '2'),
  fc.integer({min: -1, max: 2}),
  fc.boolean(),
  fc.constant(null),
)
const value = fc.oneof(
  {maxDepth: 2},
  scalar,
  fc.record({current: scalar}, {noNullPrototype: true}),
  fc.record({_ref: fc.constantFrom('n1', 'n2', '')}, {noNullPrototype: true}),
  fc.array(fc.oneof(scalar, fc.record({_ref: fc.constantFrom('n1', 'n2')}, {noNullPrototype: true})), {
    maxLength: 3,
  }),
)
const document = fc
  .record(
    {
      _id: fc.constantFrom('n1', 'n2', 'drafts.n1', 'versions.r.n1'),
      _type: fc.constantFrom('note', 'x'),
      a: value,
      b: value,
      slug: value,
    },
    {requiredKeys: ['_id', '_type']},
  )
  .map((fields) => ({_rev: 'r', _createdAt: '', _updatedAt: '', ...fields}))
const literal = scalar.map((item) => JSON.stringify(item))
const list = fc.array(literal, {maxLength: 3}).map((items) => `[${items.join(', ')}]`)
const attribute = fc.oneof(
  fc.constantFrom(...names),
  fc.constantFrom('slug.current', 'a[0]', 'a[-1]._ref', 'a[]', 'b->a', 'a._ref', '$text', '$missing'),
)
const operand = fc.oneof(attribute, attribute, literal)
const simple = fc.oneof(
  fc
    .tuple(operand, fc.constantFrom('==', '!=', '<', '<=', '>', '>='), operand)
    .map(([left, operator, right]) => `${left} ${operator} ${right}`),
  fc
    .tuple(operand, fc.oneof(list, attribute, fc.constant('$list'), fc.constant('path("drafts.**")')))
    .map(([left, right]) => `${left} in ${right}`),
  attribute.map((name) => `defined(${name})`),
  fc.oneof(literal, fc.constant('$list')).map((id) => `references(${id})`),
  attribute.map((name) => `${name} match "n*"`),
  attribute.map((name) => `lower(${name}) == "x" || count(${name}) > 1`),
  attribute,
)
const {condition} = fc.letrec<{condition: string}>((tie) => ({
  condition: fc.oneof(
    {maxDepth: 3, withCrossShrink: true},
    simple,
    tie('condition').map((inner) => `!(${inner})`),
    fc
      .tuple(tie('condition'), fc.constantFrom('&&', '||'), tie('condition'))
      .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
  ),
}))
const query = fc
  .tuple(
    fc.array(condition, {minLength: 1, maxLength: 3}),
    fc.constantFrom('', '{a}', ' | order(a)', '[0]', '[0...1]', '._id'),
  )
  .map(([conditions, end]) => `*${conditions.map((inner) => `[${inner}]`).join('')}${end}`)

const params: QueryParams = {text: 'x', list: ['n1', 'x', 2]}

test('a filter selects the documents that groq-js selects, whatever of it was compiled', () => {
  const store = openStore({path: ':memory:'})
  fc.assert(
    fc.property(query, document, (text, given) => {
      const filter = toListenFilter({
        query: text,
        params,
        includeAllVersions: true,
        source: () => store.querySource(),
      })
      const found = evaluateNow(text, params, {...store.querySource(), documents: () => [given]})
      const expected = Array.isArray(found) ? found.length > 0 : found !== null && found !== undefined
      expect(filter.selects(given)).toBe(expected)
      if (!expected) return
      if (filter.ids) expect(filter.ids).toContain(given._id)
      if (filter.types) expect(filter.types).toContain(given._type)
    }),
    {numRuns: 5000},
  )
  store.close()
})

test('a filter knows the ids and types that alone can concern it', () => {
  const store = openStore({path: ':memory:'})
  const read = (text: string) => {
    const {ids, types} = toListenFilter({
      query: text,
      params,
      includeAllVersions: true,
      source: () => store.querySource(),
    })
    return {ids, types}
  }
  expect(read('*[_id == "n1" || "drafts.n1" == _id]{a}')).toEqual({
    ids: ['n1', 'drafts.n1'],
    types: undefined,
  })
  expect(read('*[_type in ["x", 1] && a > 2] | order(a)')).toEqual({ids: undefined, types: ['x']})
  expect(read('*[_id in $list][_type == "x"]')).toEqual({ids: ['n1', 'x'], types: ['x']})
  expect(read('*[_type == "x" || a == 1]')).toEqual({ids: undefined, types: undefined})
  expect(read('count(*[_type == "x"])')).toEqual({ids: undefined, types: undefined})
  store.close()
})

test('a document of another release is selected only by a listener that asks for all versions', () => {
  const store = openStore({path: ':memory:'})
  const given = {_id: 'versions.r.n1', _type: 'note', _rev: 'r', _createdAt: '', _updatedAt: ''}
  const select = (includeAllVersions: boolean) =>
    toListenFilter({
      query: '*[_type == "note"]',
      params,
      includeAllVersions,
      source: () => store.querySource(),
    }).selects(given)
  expect([select(true), select(false)]).toEqual([true, false])
  store.close()
})
