import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import type {StoredDocument} from '../../../lake/store/documents/document.ts'
import {defaultLimits} from '../../../lake/store/plan/plan-limits.ts'
import {ask, openTestLake} from '../open-test-lake.ts'
import {openBothWays} from './open-both-ways.ts'

let lake: ReturnType<typeof openBothWays>
beforeEach(() => {
  lake = openBothWays({...defaultLimits, maxSorted: 5, minSorted: 5})
  lake.write(makeDocuments().map((document) => [document._id, document]))
})
afterEach(() => lake.close())

function* people(): Generator<StoredDocument> {
  for (const [at, name] of ['Ann', 'Bob', 'Cem'].entries()) yield toDocument(`person-${at}`, 'person', {name})
}

function makeDocuments(): StoredDocument[] {
  const articles = Array.from({length: 40}, (_, at) =>
    toDocument(`article-${at}`, 'article', {
      headline: at === 7 ? 'Bridge opens' : `Council votes ${at}`,
      slug: {_type: 'slug', current: `slug-${at}`},
      section: at % 4 === 0 ? 'sport' : 'news',
      wire: {versionCreated: `2026-05-04T10:${String(at).padStart(2, '0')}:00Z`},
    }),
  )
  const quotes = Array.from({length: 12}, (_, at) =>
    toDocument(`quote-${at}`, 'quote', {speaker: {_type: 'reference', _ref: `person-${at % 3}`}}),
  )
  return [...people(), ...articles, ...quotes]
}

function toDocument(id: string, type: string, rest: object): StoredDocument {
  return {_id: id, _type: type, _rev: 'r', _createdAt: '', _updatedAt: '', ...rest}
}

test('a word that goes through spans with something else between them is found', () => {
  const children = [
    {_type: 'span', text: 'draw'},
    {_type: 'footnote', text: 'Not seen.'},
    {_type: 'span', text: 'bridge'},
  ]
  const document = toDocument('article-inline', 'article', {body: [{_type: 'block', children}]})
  lake.write([[document._id, document]])
  const query = 'count(*[pt::text(body) match "drawbridge"])'
  expect(lake.withPlanner(query, {}, 'raw')).toBe('1')
})

describe('a plan', () => {
  test.for([
    ['*[_type == "article" && slug.current == "slug-3"][0]', /^1 from the index: slug\.current is "slug-3"/],
    ['*[_id in ["article-1", "quote-1"]]', /^2 from the index: _id is article-1 or quote-1/],
    ['*[references("person-1")]', /^4 from the index: refers to "person-1"/],
    [
      '*[speaker->name == "Ann"]',
      /^4 from the index: speaker\._ref is the id of a document of which: name is "Ann"/,
    ],
    ['*[headline match "bri*"]', /^1 from the index: holds the words bri\*/],
    ['*[_type == "article" && [@, _id] match text::query("bridge")]', /^1 from the index: _id is article-7/],
    [
      '*[wire.versionCreated >= "2026-05-04T10:38"]',
      /^2 from the index: wire\.versionCreated from "2026-05-04T10:38" to any/,
    ],
    ['*[defined(speaker)]', /^12 from the index: speaker is there/],
    ['count(*[_type == "article" && section == "sport"])', /counted in the index; none is read/],
    ['count(*[_type == "article" && !defined(standfirst)])', /counted in the index; none is read/],
    [
      'count(*[_type == "article" && length(headline) > 3])',
      /^40 from the index: type article; those that the filter takes are counted$/,
    ],
    [
      '*[_type in ["article", "quote"] && _type == "article"] | order(headline)[0...3]',
      /^documents of type article in the order of headline, from an index/,
    ],
    [
      '*[_type == "article"] | order(wire.versionCreated desc)[0...3]._id',
      /^documents of type article in the order of wire\.versionCreated from the last to the first, from an index/,
    ],
    [
      '*[_type == "article" && section == "news"] | order(dateTime(wire.versionCreated) desc)[0...3]._id',
      /to the first within section is "news", from an index/,
    ],
    [
      '*[_type == "article"]{_id, "orderings": [wire.versionCreated]} | order(orderings[0] desc)[0...3]',
      /^documents of type article in the order of wire\.versionCreated from the last to the first, from an index/,
    ],
    ['*[sanity::versionOf("article-3")]', /^1 from the index: _id is "article-3"/],
    ['*[length(headline) > 3]', /^all documents are read, one after another/],
    ['*[round(n, 1) > 1 && _type == "article"]', /^all documents are read/],
  ] as const)('says where the documents come from: %s', ([query, said]) => {
    expect(lake.explain(query)[0]).toMatch(said)
  })

  test.for([
    [
      'count(*[_type == "article" && _originalId in path("drafts.**")])',
      /counted in the index; none is read/,
    ],
    [
      'count(*[_type == "article" && !(_originalId in path("drafts.**"))])',
      /counted in the index; none is read/,
    ],
    ['*[_type == "article" && _originalId in path("drafts.**")]', /^1 from the index: stored under drafts\./],
  ] as const)('knows in the perspective of drafts which documents are: %s', ([query, plan]) => {
    lake.write([['drafts.article-3', toDocument('drafts.article-3', 'article', {headline: 'Draft'})]])
    expect(lake.explain(query, {}, 'drafts').join('; ')).toMatch(plan)
    expect(lake.withPlanner(query, {}, 'drafts')).toBe(lake.withoutPlanner(query, {}, 'drafts'))
    // Documents as they are stored have no `_originalId`.
    expect(lake.withPlanner(query, {}, 'raw')).toBe(lake.withoutPlanner(query, {}, 'raw'))
  })

  test.for([
    [
      'count(*[_type == "article" && coalesce(section, "sport") == "sport"])',
      /^13 are counted in the index \(type article and \(section is "sport" or section is not there\)\), 0 it is not certain of/,
    ],
    [
      'count(*[_type == "article" && !(defined(section) && length(headline) > 9) && count(body) > 0])',
      /^0 are counted in the index \(type article and section is not there and body has items\), 40 it is not certain of/,
    ],
  ] as const)('counts in the index what it is certain of: %s', ([query, said]) => {
    const many = openBothWays({...defaultLimits, maxReadAtOnce: 10})
    for (let n = 0; n < 40; n++)
      many.write([
        [
          `article-${n}`,
          toDocument(`article-${n}`, 'article', {
            headline: `Story ${n}`,
            section: ['news', 'sport', 'culture'][n % 3]!,
            body: [{_type: 'block', style: 'normal'}],
          }),
        ],
      ])
    expect(many.explain(query)[0]).toMatch(said)
    expect(many.withPlanner(query, {}, 'raw')).toBe(many.withoutPlanner(query, {}, 'raw'))
    many.close()
  })

  test('keeps the order of ids that begin alike, however long', () => {
    const walking = openBothWays({...defaultLimits, maxReadAtOnce: 0, minWalked: 0})
    const long = (id: string) => id.replace(/\w$/, (end) => `long-${'x'.repeat(70)}-${end}`)
    for (const id of ['drafts.c', 'b', 'drafts.a', 'a'])
      walking.write([[long(id), toDocument(long(id), 'article', {headline: id})]])
    for (const perspective of ['raw', 'drafts', 'published'] as const)
      for (const query of ['*[_type == "article"].headline', '*[defined(headline)]._id'])
        expect(walking.withPlanner(query, {}, perspective)).toBe(
          walking.withoutPlanner(query, {}, perspective),
        )
    walking.close()
  })

  test('looks up for each row what a filter compares with it', () => {
    const query = '*[_type == "person"]{"said": count(*[_type == "quote" && references(^._id)])}'
    expect(lake.explain(query)).toContainEqual(
      'for each row, what the index gives for refers to "…" and type quote',
    )
    expect(lake.withPlanner(query, {}, 'raw')).toBe('[{"said":4},{"said":4},{"said":4}]')
  })

  test('is told by the lake and by newsroom query --explain', async () => {
    const {body} = await ask(openTestLake(), '/v1/data/query/production?explain=true&query=*[_id==%22a%22]')
    expect(body).toEqual({
      query: '*[_id=="a"]',
      explain: [expect.stringContaining('0 from the index: _id is a')],
    })
  })
})
