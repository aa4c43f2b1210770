import {beforeEach, expect, test} from 'vitest'
import type {Lake} from '../../../lake/index.ts'
import {ask, openTestLake} from '../open-test-lake.ts'

let lake: Lake
beforeEach(() => {
  lake = openTestLake()
})

const act = (...actions: object[]) => ask(lake, '/v2025-02-19/data/actions/production', {body: {actions}})
const ids = () => [...lake.store.exportDocuments()].map((document) => document._id).sort()
const action = (name: string, rest: object) => ({actionType: `sanity.action.document.${name}`, ...rest})
const seed = (...documents: object[]) =>
  lake.store.transact(
    documents.map((create) => ({create: create as never})),
    {transactionId: 'seed'},
  )

test('create makes a draft, fails where there is one, and leaves it with ifExists: ignore', async () => {
  const create = action('create', {
    publishedId: 'a',
    attributes: {_id: 'drafts.a', _type: 'note'},
    ifExists: 'fail',
  })
  expect((await act(create)).status).toBe(200)
  expect(ids()).toEqual(['drafts.a'])
  const again = await act(create)
  expect(again.status).toBe(409)
  expect(again.body['error']).toMatchObject({
    type: 'actionError',
    items: [{index: 0, error: {type: 'documentAlreadyExistsError'}}],
  })
  expect((await act({...create, ifExists: 'ignore'})).status).toBe(200)
})

test('edit of a published document makes the draft from it first', async () => {
  seed({_id: 'a', _type: 'note', text: 'one'})
  await act(action('edit', {publishedId: 'a', draftId: 'drafts.a', patch: {set: {text: 'two'}}}))
  expect(lake.store.getDocument('a')).toMatchObject({text: 'one'})
  expect(lake.store.getDocument('drafts.a')).toMatchObject({text: 'two'})
})

test('edit of nothing fails with 404', async () => {
  const answer = await act(action('edit', {publishedId: 'a', draftId: 'drafts.a', patch: {set: {x: 1}}}))
  expect(answer.status).toBe(404)
})

test('publish puts the draft in the place of the published one and strengthens references', async () => {
  seed(
    {_id: 'b', _type: 'note'},
    {_id: 'a', _type: 'note', text: 'one', _createdAt: '2020-01-01T00:00:00Z'},
    {
      _id: 'drafts.a',
      _type: 'note',
      text: 'two',
      to: {_ref: 'b', _weak: true, _strengthenOnPublish: {type: 'note'}},
      stays: {_ref: 'b', _weak: true, _strengthenOnPublish: {type: 'note', weak: true}},
    },
  )
  expect((await act(action('publish', {publishedId: 'a', draftId: 'drafts.a'}))).status).toBe(200)
  expect(ids()).toEqual(['a', 'b'])
  expect(lake.store.getDocument('a')).toMatchObject({
    text: 'two',
    _createdAt: '2020-01-01T00:00:00Z',
    to: {_ref: 'b'},
    stays: {_ref: 'b', _weak: true},
  })
  expect(lake.store.getDocument('a')!['to']).toEqual({_ref: 'b'})
})

test('publish with a reference to what is not published fails with 409 and changes nothing', async () => {
  seed({_id: 'drafts.a', _type: 'note', to: {_ref: 'b', _weak: true, _strengthenOnPublish: {type: 'note'}}})
  const answer = await act(action('publish', {publishedId: 'a', draftId: 'drafts.a'}))
  expect(answer.status).toBe(409)
  expect(JSON.stringify(answer.body)).toContain('documentReferenceDoesNotExistError')
  expect(ids()).toEqual(['drafts.a'])
})

test('publish guards both revisions', async () => {
  seed({_id: 'a', _type: 'note'}, {_id: 'drafts.a', _type: 'note'})
  const publish = {publishedId: 'a', draftId: 'drafts.a'}
  expect((await act(action('publish', {...publish, ifPublishedRevisionId: 'old'}))).status).toBe(409)
  expect((await act(action('publish', {...publish, ifDraftRevisionId: 'old'}))).status).toBe(409)
  const good = action('publish', {...publish, ifDraftRevisionId: 'seed', ifPublishedRevisionId: 'seed'})
  expect((await act(good)).status).toBe(200)
})

test('unpublish keeps the draft there is, or makes one; referenced documents stay', async () => {
  seed(
    {_id: 'a', _type: 'note', text: 'one'},
    {_id: 'b', _type: 'note'},
    {_id: 'c', _type: 'note', to: {_ref: 'b'}},
  )
  expect((await act(action('unpublish', {publishedId: 'a', draftId: 'drafts.a'}))).status).toBe(200)
  expect(lake.store.getDocument('drafts.a')).toMatchObject({text: 'one'})
  expect(lake.store.getDocument('a')).toBeUndefined()
  const guarded = await act(action('unpublish', {publishedId: 'b', draftId: 'drafts.b'}))
  expect(guarded.status).toBe(409)
  expect(JSON.stringify(guarded.body)).toContain('"referencingIDs":["c"]')
  expect(ids()).toEqual(['b', 'c', 'drafts.a'])
})

test('discard and version.discard remove a draft or version only', async () => {
  seed({_id: 'a', _type: 'note'}, {_id: 'drafts.a', _type: 'note'}, {_id: 'versions.r.a', _type: 'note'})
  expect((await act(action('discard', {draftId: 'a'}))).status).toBe(400)
  expect((await act(action('discard', {draftId: 'drafts.a'}))).status).toBe(200)
  expect((await act(action('version.discard', {versionId: 'versions.r.a'}))).status).toBe(200)
  expect((await act(action('version.discard', {versionId: 'versions.r.a'}))).status).toBe(404)
  expect(ids()).toEqual(['a'])
})

test('delete takes the drafts that it names and refuses when there is one that it does not', async () => {
  seed({_id: 'a', _type: 'note'}, {_id: 'drafts.a', _type: 'note'})
  expect((await act(action('delete', {publishedId: 'a', includeDrafts: []}))).status).toBe(409)
  expect((await act(action('delete', {publishedId: 'a', includeDrafts: ['drafts.a']}))).status).toBe(200)
  expect(ids()).toEqual([])
})

test('delete refuses when there is a version that it does not name', async () => {
  seed({_id: 'a', _type: 'note'}, {_id: 'versions.r.a', _type: 'note'}, {_id: 'versions.r.b', _type: 'note'})
  expect((await act(action('delete', {publishedId: 'a', includeDrafts: []}))).status).toBe(409)
  const all = action('delete', {publishedId: 'a', includeDrafts: ['versions.r.a']})
  expect((await act(all)).status).toBe(200)
  expect(ids()).toEqual(['versions.r.b'])
})

test('what is purged leaves no history', async () => {
  seed({_id: 'a', _type: 'note', text: 'a secret'}, {_id: 'drafts.a', _type: 'note', text: 'a secret'})
  await act(action('edit', {publishedId: 'a', draftId: 'drafts.a', patch: {set: {text: 'another secret'}}}))
  await act(action('delete', {publishedId: 'a', includeDrafts: ['drafts.a'], purge: true}))
  const history = async (path: string) => {
    const response = await lake.fetch(new Request(`http://localhost/v1/data/history/production/${path}`))
    return response.text()
  }
  expect(await history('transactions/a,drafts.a?effectFormat=mendoza')).not.toContain('secret')
  expect(await history('documents/a,drafts.a?lastRevision=true')).toBe('{"documents":[]}')
  expect(await history('documents/a?revision=seed')).toBe('{"documents":[]}')
  expect(await history('events/documents/a')).toContain('deleteDocumentGroup')
})

test('items of arrays get keys', async () => {
  const attributes = {_id: 'drafts.a', _type: 'note', list: [{n: 1}, {_key: 'own', n: 2}]}
  await act(action('create', {publishedId: 'a', attributes, ifExists: 'fail'}))
  expect(lake.store.getDocument('drafts.a')!['list']).toEqual([
    {_key: expect.any(String), n: 1},
    {_key: 'own', n: 2},
  ])
})

test('a dry run tells what would fail and does nothing', async () => {
  seed({_id: 'drafts.a', _type: 'note'})
  const dryRun = (...actions: object[]) =>
    ask(lake, '/v2025-02-19/data/actions/production', {body: {actions, dryRun: true}})
  expect((await dryRun(action('publish', {publishedId: 'a', draftId: 'drafts.a'}))).status).toBe(200)
  expect((await dryRun(action('publish', {publishedId: 'b', draftId: 'drafts.b'}))).status).toBe(404)
  expect(ids()).toEqual(['drafts.a'])
})

test('actions sent again under their transaction id are answered and not done twice', async () => {
  seed({_id: 'drafts.a', _type: 'note', n: 0})
  const patch = action('edit', {publishedId: 'a', draftId: 'drafts.a', patch: {inc: {n: 1}}})
  const send = () =>
    ask(lake, '/v2025-02-19/data/actions/production', {body: {actions: [patch], transactionId: 'once'}})
  expect((await send()).body).toEqual({transactionId: 'once'})
  expect((await send()).body).toEqual({transactionId: 'once'})
  expect(lake.store.getDocument('drafts.a')).toMatchObject({n: 1})
})

test('create where there is a published document fails, whatever ifExists says', async () => {
  seed({_id: 'a', _type: 'note'})
  const attributes = {_id: 'drafts.a', _type: 'note'}
  for (const ifExists of ['fail', 'ignore'])
    expect((await act(action('create', {publishedId: 'a', attributes, ifExists}))).status).toBe(409)
})

test('ids that do not belong together are refused with 400', async () => {
  seed({_id: 'a', _type: 'note'}, {_id: 'drafts.b', _type: 'note'})
  for (const wrong of [
    action('publish', {publishedId: 'a', draftId: 'drafts.b'}),
    action('publish', {publishedId: 'drafts.b', draftId: 'drafts.b'}),
    action('edit', {publishedId: 'a', draftId: 'a', patch: {set: {x: 1}}}),
    action('edit', {publishedId: 'a', draftId: 'drafts.a', patch: 'x'}),
    action('unpublish', {publishedId: 'a', draftId: 'drafts.b'}),
    action('version.discard', {versionId: 'a'}),
    action('version.create', {publishedId: 'a', document: {_id: 'a', _type: 'note'}}),
    action('create', {publishedId: 'c'}),
    {actionType: 'constructor'},
  ])
    expect((await act(wrong)).status).toBe(400)
  expect(ids()).toEqual(['a', 'drafts.b'])
})

test('replaceDraft replaces the whole draft; with create before it, it restores what was deleted', async () => {
  seed({_id: 'drafts.a', _type: 'note', text: 'one', more: true})
  await act(
    action('replaceDraft', {publishedId: 'a', attributes: {_id: 'drafts.a', _type: 'note', text: 'two'}}),
  )
  expect(lake.store.getDocument('drafts.a')).not.toHaveProperty('more')
  const attributes = {_id: 'drafts.z', _type: 'note', text: 'back'}
  const restored = await act(
    action('create', {publishedId: 'z', attributes, ifExists: 'fail'}),
    action('replaceDraft', {publishedId: 'z', attributes}),
  )
  expect(restored.status).toBe(200)
  expect(lake.store.getDocument('drafts.z')).toMatchObject({text: 'back'})
})

test('versions are made from a document or from a base, replaced, and marked for unpublishing', async () => {
  seed({_id: 'a', _type: 'note', text: 'one'})
  await act({actionType: 'sanity.action.release.create', releaseId: 'r'})
  const create = {publishedId: 'a', baseId: 'a', versionId: 'versions.r.a'}
  expect((await act(action('version.create', {...create, ifBaseRevisionId: 'old'}))).status).toBe(409)
  await act(action('version.create', {...create, ifBaseRevisionId: 'seed'}))
  expect(lake.store.getDocument('versions.r.a')).toMatchObject({text: 'one'})
  await act(action('version.replace', {document: {_id: 'versions.r.a', _type: 'note', text: 'two'}}))
  expect(lake.store.getDocument('versions.r.a')).toMatchObject({text: 'two'})
  await act(action('version.unpublish', {publishedId: 'a', versionId: 'versions.r.a'}))
  expect(await lake.store.fetch('*[_type == "note"]', {}, {perspective: ['r']})).toEqual([])
})

test('all actions of a request are done or none', async () => {
  const answer = await act(
    action('create', {publishedId: 'a', attributes: {_id: 'drafts.a', _type: 'note'}, ifExists: 'fail'}),
    action('publish', {publishedId: 'b', draftId: 'drafts.b'}),
  )
  expect(answer.status).toBe(404)
  expect(answer.body['error']).toMatchObject({items: [{index: 1}]})
  expect(ids()).toEqual([])
})

test('an unknown action is refused with the ones that are known', async () => {
  const answer = await act({actionType: 'sanity.action.document.fly'})
  expect(answer.status).toBe(400)
  expect(JSON.stringify(answer.body)).toContain('sanity.action.document.publish')
})
