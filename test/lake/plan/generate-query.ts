import fc from 'fast-check'
import {names, times, types, words} from './generate-dataset.ts'

const quoted = (value: unknown) => JSON.stringify(value)
const join = (...parts: fc.Arbitrary<string>[]) => fc.tuple(...parts).map((strings) => strings.join(''))
const pick = (...options: string[]) => fc.constantFrom(...options)

const constant = fc.oneof(
  {
    weight: 5,
    arbitrary: pick(
      '"a"',
      '"b"',
      '"news"',
      '"sport"',
      '"Ann"',
      '"one"',
      '"x"',
      '""',
      '"é"',
      '"\\ud83d\\ude00"',
      '"\\uffff"',
    ),
  },
  {weight: 3, arbitrary: pick('0', '1', '2', '-1.5', '1 + 1')},
  {weight: 2, arbitrary: pick('true', 'false', 'null')},
  {
    weight: 1,
    arbitrary: pick('$text', '$number', '$nothing', '$list[0]', '[1]', '{}', 'now()', 'identity()'),
  },
  {weight: 1, arbitrary: pick(...times.map(quoted), quoted(`${'x'.repeat(70)}a`))},
)
const path = pick(
  'n',
  'name',
  'section',
  'time',
  'headline',
  'featured',
  'slug.current',
  'slug',
  'tags',
  'speaker._ref',
  'speaker._weak',
  'speaker.within',
  'speaker',
  'by',
  'body',
  'deep.a.b.c.d.e',
  'deep.a',
  '_id',
  '_type',
  '_updatedAt',
  '["odd.name"]'.replace(/^\[.*$/, '@["odd.name"]'),
  'missing',
  '_rev',
  '_originalId',
  '@.n',
  'slug._type',
)
const listPath = pick(
  'tags',
  'tags[]',
  'by[]._ref',
  'by[].name',
  'by[].within._ref',
  'by[]->name',
  'body[].style',
  'body[].children[].text',
  'body[].quote._ref',
  'speaker->tags',
  'n',
)
const joined = pick(
  'speaker->name',
  'speaker->slug.current',
  'speaker->speaker->name',
  'speaker->_id',
  'speaker->_type',
  'speaker->n',
  'by[0]->name',
)
const ids = pick(...names.map(quoted), '"nobody"', '"drafts.a"', '"versions.r1.a"', '""', '$text')
const pattern = fc.oneof(
  pick(...words.map(quoted)),
  pick(
    '"bri*"',
    '"*dge"',
    '"council votes"',
    '"COUNCIL*"',
    '"br*ge"',
    '""',
    '"u.n"',
    '["council", "bridge"]',
    '"e*"',
    '$text',
    '"x.y"',
    '"votesbridge"',
    '"bridgevot*"',
    'null',
    '"οδος"',
    '"οδοσ*"',
    '"οδος"',
  ),
)
const search = fc.oneof(
  pick(...words.map(quoted)),
  pick('"bri*"', '"\\"council votes\\""', '"council -bridge"', '"-bridge"', '""', '"*"'),
)
const textOf = pick(
  'headline',
  'name',
  '[headline, name]',
  'pt::text(body)',
  'body[].children[].text',
  'coalesce(name, headline)',
  '[headline, pt::text(body)]',
  'pt::text(body[0])',
  'tags',
  '_id',
  '@',
  'speaker->headline',
  'slug',
  'body[_type == "block"].children[].text',
  '_type',
  'by[].name',
)
const comparison = pick('==', '==', '==', '!=', '<', '<=', '>', '>=')

const storedAs = pick(
  '_originalId in path("drafts.**")',
  '!(_originalId in path("drafts.**"))',
  '!(!(_originalId in path("drafts.**")))',
  '_originalId in path("versions.**")',
  '!(_originalId in path("versions.**"))',
  '_originalId in path("versions.r1.**")',
  '_originalId in path("versions.r1.a")',
  '_originalId in path("drafts.*")',
  '!(_originalId in path("a"))',
  '_originalId in path("**")',
  '@._originalId in path("drafts.**")',
  'speaker->_originalId in path("drafts.**")',
)

const atom = fc.oneof(
  {weight: 2, arbitrary: storedAs},
  {weight: 6, arbitrary: join(pick('_type == '), pick(...types.map(quoted), '"nothing"', '1'))},
  {
    weight: 1,
    arbitrary: pick(
      '_type in ["article", "quote"]',
      '_type in ["person", null]',
      '_type in []',
      '!(_type == "quote")',
    ),
  },
  {weight: 8, arbitrary: join(path, pick(' '), comparison, pick(' '), constant)},
  {weight: 2, arbitrary: join(constant, pick(' '), comparison, pick(' '), path)},
  {weight: 3, arbitrary: join(path, pick(' in ['), constant, pick(', '), constant, pick(']'))},
  {weight: 3, arbitrary: join(constant, pick(' in '), listPath)},
  {
    weight: 2,
    arbitrary: join(path, pick(' in '), pick('0..2', '"a".."b"', '1...3', 'null..1', '-1..$number')),
  },
  {weight: 3, arbitrary: join(pick('defined(', '!defined('), fc.oneof(path, joined, listPath), pick(')'))},
  {weight: 3, arbitrary: join(pick('references('), ids, pick(')'))},
  {weight: 1, arbitrary: join(pick('references(['), ids, pick(', null, '), ids, pick('])'))},
  {weight: 4, arbitrary: join(textOf, pick(' match '), pattern)},
  {
    weight: 2,
    arbitrary: join(
      pick('[@, _id] match text::query(', '@ match text::query(', 'headline match text::query('),
      search,
      pick(')'),
    ),
  },
  {weight: 4, arbitrary: join(joined, pick(' '), comparison, pick(' '), constant)},
  {weight: 2, arbitrary: join(pick('coalesce('), path, pick(', '), constant, pick(') == '), constant)},
  {
    weight: 2,
    arbitrary: join(
      pick('count('),
      fc.oneof(path, listPath),
      pick(') > 0', ') >= 1', ') > -1', ') >= 0.5', ') > 1', ') == 0'),
    ),
  },
  {weight: 1, arbitrary: join(pick('0 < count(', '1 <= count(', '2 < count('), path, pick(')'))},
  {
    weight: 2,
    arbitrary: join(
      pick('!(defined('),
      path,
      pick(') && coalesce('),
      path,
      pick(' '),
      comparison,
      pick(' '),
      constant,
      pick(', true))', ', false))'),
    ),
  },
  {
    weight: 1,
    arbitrary: join(pick('dateTime('), path, pick(') <= dateTime('), pick(...times.map(quoted)), pick(')')),
  },
  {
    weight: 2,
    arbitrary: pick(
      '_id in path("drafts.**")',
      '!(_id in path("drafts.**"))',
      '_id in path("a")',
      '_id in path("versions.r1.*")',
      '_id in path("*")',
      '_id in path("f.*")',
    ),
  },
  {weight: 2, arbitrary: join(pick('_id == '), ids)},
  {
    weight: 1,
    arbitrary: pick(
      'featured',
      '_id',
      'missing',
      'true',
      'count(tags) > 1',
      'count(tags[@ in $list]) > 0',
      'count(tags[]) > 0',
      'count(by[_ref == "a"]) > 0',
      'count(tags[@ == "x"]) >= 1',
      'count(tags[@ == "x"]) >= 0',
      'count(tags[@ in [null, "x"]]) > 0',
      'count(by[name in ["a", 1]]) > 0',
      '1 <= count(body[style == "h2"])',
      'array::intersects(tags, ["x", true, 1])',
      'array::intersects(["b"], by[].name)',
      'array::intersects(tags[], n)',
      'n == n',
      'name == section',
      'headline == name',
    ),
  },
  {
    weight: 1,
    arbitrary: pick(
      '_id in *[_type == "quote"].speaker._ref',
      'count(*[_type == "person"]) > 1',
      'references(*[name == "Ann"]._id)',
      'name == *[_type == "person"][0].name',
    ),
  },
  {
    weight: 1,
    arbitrary: pick(
      'count(*[speaker._ref == ^._id]) > 0',
      'count(*[references(^._id)]) > 1',
      '_id in *[_type == ^._type].speaker._ref',
      'count(*[_type == "quote" && name == ^.name]) > 0',
      'defined(*[_id == ^.speaker._ref][0])',
    ),
  },
)

const filter: fc.Arbitrary<string> = fc.letrec<{expression: string}>((tie) => ({
  expression: fc.oneof(
    {depthSize: 'small', withCrossShrink: true},
    {weight: 5, arbitrary: atom},
    {weight: 4, arbitrary: join(tie('expression'), pick(' && '), tie('expression'))},
    {weight: 1, arbitrary: join(pick('('), tie('expression'), pick(' || '), tie('expression'), pick(')'))},
    {weight: 1, arbitrary: join(pick('!('), tie('expression'), pick(')'))},
  ),
})).expression

const sortKey = join(
  pick(
    'n',
    'name',
    'time',
    '_id',
    '_updatedAt',
    'section',
    'headline',
    'featured',
    'slug.current',
    'tags',
    'lower(name)',
    'dateTime(time)',
    'coalesce(dateTime(time), dateTime(_updatedAt))',
    'coalesce(n, name)',
    'speaker->name',
    'missing',
    'n + 1',
    'length(headline)',
    'count(*[speaker._ref == ^._id])',
    '_type',
  ),
  pick('', '', ' asc', ' desc'),
)
const order = fc.array(sortKey, {minLength: 1, maxLength: 3}).map((keys) => ` | order(${keys.join(', ')})`)
const slice = pick(
  '[0]',
  '[1]',
  '[-1]',
  '[0...2]',
  '[0..1]',
  '[1...4]',
  '[0...50]',
  '[2..-1]',
  '[0...0]',
  '[$number]',
)
const projection = pick(
  '{_id, name}',
  '{_id, "who": speaker->name, "by": by[]->{_id, name}}',
  '._id',
  '.speaker->name',
  '{..., "n": 1}',
  '{_id, "others": count(*[_type == ^._type])}',
  '{_id, "said": *[references(^._id)] | order(_id){_id}}',
  '{_id, "said": *[speaker._ref == ^._id]._id}',
  '.tags[]',
  '{_id, "first": *[_type == "person"] | order(name)[0]._id}',
  '{_id, _originalId, body[]{..., quote->{name}}}',
  '{_id, "s": *[_type == "quote" && speaker._ref == ^._id && section == "news"] | order(n desc)[0...2]._id}',
)
/** As the lists of Studio ask, and some that look alike. */
const listOrder = pick(
  '{_type, _id, "orderings": [name]} | order(orderings[0] desc)[0...5]',
  '{_id, _originalId, "orderings": [lower(headline), n]} | order(orderings[0], orderings[1] desc)[0..3]',
  '{_id, "orderings": [speaker->name]} | order(orderings[0])[0...4]',
  '{_id, "orderings": [name, n], "orderings": [n]} | order(orderings[0])[0...4]',
  '{"orderings": [n], ...} | order(orderings[0])[0...4]',
  '{_id, "orderings": [...tags, n]} | order(orderings[0])[1...4]',
  '{_id, "orderings": [n]} | order(orderings[1], _id)[0...4]',
  '{_id, "orderings": [^.n, n]} | order(orderings[0], orderings[1])[0...4]',
)
const score = pick(
  ' | score(headline match "council", boost(name == "Ann", 2))',
  ' | score([@, _id] match text::query("council"), boost(_type == "quote", 3)) | order(_score desc, _id)',
)

const pipeline = fc
  .record({
    filters: fc.array(filter, {minLength: 1, maxLength: 2}),
    score: fc.option(score, {freq: 12}),
    order: fc.option(order, {freq: 2}),
    slice: fc.option(slice, {freq: 2}),
    projection: fc.option(projection, {freq: 2}),
  })
  .map((parts) =>
    [
      '*',
      ...(parts.filters.length > 1
        ? parts.filters.slice(0, 1 + Number(parts.filters[0]!.length % 3 === 0))
        : parts.filters
      ).map((each) => `[${each}]`),
      parts.score ?? '',
      parts.order ?? '',
      parts.slice ?? '',
      parts.projection ?? '',
    ].join(''),
  )

/** Counts that the indexes know, and some that they do not. */
const count = fc
  .tuple(
    pick('_type == "article"', '_type == "quote"', '_type in ["article", "person"]', 'true'),
    fc.option(storedAs),
    fc.option(
      fc.oneof(
        join(path, pick(' == '), constant),
        join(pick('defined(', '!defined(', '!(!defined('), path, pick(')')).map(
          (each) => each + (each.startsWith('!(') ? ')' : ''),
        ),
      ),
    ),
    fc.option(join(pick('references('), ids, pick(')'))),
  )
  .map((parts) => `count(*[${parts.filter((part) => part !== null).join(' && ')}])`)

/** A query as the newsroom's, Studio's and sites' are, and some that nobody would write. */
export const query = fc.oneof(
  {weight: 12, arbitrary: pipeline},
  {weight: 3, arbitrary: pipeline.map((each) => `count(${each})`)},
  {weight: 3, arbitrary: count},
  {
    weight: 1,
    arbitrary: fc
      .tuple(pipeline, pipeline)
      .map(([one, other]) => `{"one": ${one}, "other": count(${other})}`),
  },
  {
    weight: 1,
    arbitrary: join(
      pick(
        '*',
        'count(*)',
        '*[0...3]._id',
        '*[0]',
        '*|order(n)[0...3]._id',
        '*._id',
        'array::unique(*._type)',
      ),
      pick(''),
    ),
  },
  {weight: 1, arbitrary: filter.map((each) => `*[${each}] | order(_updatedAt desc)[0...5]{_id, _updatedAt}`)},
  {weight: 1, arbitrary: filter.map((each) => `select(true => *[${each}]._id, [])`)},
  {weight: 2, arbitrary: fc.tuple(filter, listOrder).map(([each, rest]) => `*[${each}]${rest}`)},
  {
    weight: 1,
    arbitrary: pick('a', 'person-1', 'article-2', 'drafts.person-1', 'versions.r.person-1', '').map(
      (id) => `[*[sanity::versionOf("${id}")]._id, *[_id in ["${id}", "drafts.${id}"]]._id]`,
    ),
  },
)

export const params = {text: 'a', number: 1, nothing: null, list: ['b', 2]}
