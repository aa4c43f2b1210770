import {afterEach, beforeEach, expect, test} from 'vitest'
import {openStore, type Store} from '../../../lake/store/index.ts'

let store: Store

beforeEach(() => {
  store = openStore({path: ':memory:'})
  store.transact([
    {create: {_id: 'ada', _type: 'person', name: 'Ada', 'odd name': 1, tags: ['x'], none: null}},
    {create: {_id: 'note', _type: 'note', by: {_type: 'reference', _ref: 'ada'}}},
    {create: {_id: 'lost', _type: 'note', by: {_type: 'reference', _ref: 'nobody', _weak: true}}},
  ])
})
afterEach(() => store.close())

const ask = (query: string, perspective: 'raw' | 'published' | 'drafts' = 'raw') =>
  store.fetch(query, {}, {perspective})

test('behind a reference stand the attributes as the document has them, and null where it has none', async () => {
  expect(
    await ask(
      '*[_id == "note"][0]{"a": by->name, "b": by->tags, "c": by->none, "d": by->gone, "e": by->_type}',
    ),
  ).toEqual({a: 'Ada', b: ['x'], c: null, d: null, e: 'person'})
  expect(await ask('*[_id == "note"][0]{"a": by->["odd name"], "b": by->name}')).toEqual({a: 1, b: 'Ada'})
  expect(await ask('*[_id == "lost"][0]{"a": by->name, "b": by->}')).toEqual({a: null, b: null})
})

test('a document that has changed or gone is read anew', async () => {
  const query = '*[_type == "note"] | order(_id) {"a": by->name}'
  expect(await ask(query)).toEqual([{a: null}, {a: 'Ada'}])
  store.transact([
    {patch: {id: 'ada', set: {name: 'Ben'}}},
    {create: {_id: 'nobody', _type: 'person', name: 'Eve'}},
  ])
  expect(await ask(query)).toEqual([{a: 'Eve'}, {a: 'Ben'}])
  store.transact([{delete: {id: 'nobody'}}])
  expect(await ask(query)).toEqual([{a: null}, {a: 'Ben'}])
})

test('a patch by query sees what its transaction has changed behind references', async () => {
  expect(await ask('*[by->name == "Ada"]._id')).toEqual(['note'])
  store.transact([
    {patch: {id: 'ada', set: {name: 'Zoe'}}},
    {patch: {query: '*[by->name == "Zoe"]', set: {found: true}}},
  ])
  expect(store.getDocument('note')).toMatchObject({found: true})
})

test('a perspective shows its own document behind a reference', async () => {
  store.transact([{create: {_id: 'drafts.ada', _type: 'person', name: 'Ada Drafted'}}])
  const query = '*[_id == "note"][0]{"a": by->name}'
  expect(await ask(query, 'raw')).toEqual({a: 'Ada'})
  expect(await ask(query, 'published')).toEqual({a: 'Ada'})
  expect(await ask(query, 'drafts')).toEqual({a: 'Ada Drafted'})
})
