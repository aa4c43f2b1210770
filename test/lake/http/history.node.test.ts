import {applyPatch} from 'mendoza'
import {expect, test} from 'vitest'
import {ask, openTestLake} from '../open-test-lake.ts'

function openStory() {
  let tick = Date.parse('2026-01-01T00:00:00Z')
  const lake = openTestLake({now: () => new Date((tick += 60_000))})
  const act = (transactionId: string, name: string, rest: object) =>
    ask(lake, '/v2025-02-19/data/actions/production', {
      body: {
        transactionId,
        actions: [{actionType: `sanity.action.document.${name}`, publishedId: 'a', ...rest}],
      },
    })
  return {lake, act}
}

async function tellStory() {
  const {lake, act} = openStory()
  await act('t1', 'create', {attributes: {_id: 'drafts.a', _type: 'note', text: 'one'}, ifExists: 'fail'})
  await act('t2', 'edit', {draftId: 'drafts.a', patch: {set: {text: 'two'}}})
  await act('t3', 'publish', {draftId: 'drafts.a'})
  await act('t4', 'edit', {draftId: 'drafts.a', patch: {set: {text: 'three'}}})
  await act('t5', 'version.discard', {versionId: 'drafts.a'})
  await act('t6', 'unpublish', {draftId: 'drafts.a'})
  return lake
}

test('the events of a document are told newest first', async () => {
  const lake = await tellStory()
  const {body} = await ask(lake, '/v1/data/history/production/events/documents/a?limit=100')
  const events = (body['events'] as {a: Record<string, unknown>[]}).a
  expect(
    events.map(({type, revisionId, versionRevisionId}) => [type, revisionId, versionRevisionId]),
  ).toEqual([
    ['unpublishDocument', undefined, 't6'],
    ['publishDocumentVersion', 't3', 't2'],
  ])
  expect(body['nextCursor']).toBe('')
})

test('the events of a draft are told newest first', async () => {
  const lake = await tellStory()
  const {body} = await ask(lake, '/v1/data/history/production/events/documents/drafts.a?limit=100')
  const events = (body['events'] as Record<string, Record<string, unknown>[]>)['drafts.a']!
  expect(
    events.map(({type, revisionId, versionRevisionId}) => [type, revisionId, versionRevisionId]),
  ).toEqual([
    ['unpublishDocument', undefined, 't6'],
    ['deleteDocumentVersion', undefined, 't4'],
    ['createDocumentVersion', undefined, 't4'],
    ['publishDocumentVersion', 't3', 't2'],
    ['createDocumentVersion', undefined, 't1'],
  ])
})

test('events come in pages', async () => {
  const lake = await tellStory()
  const page = async (cursor: string) => {
    const {body} = await ask(
      lake,
      `/v1/data/history/production/events/documents/drafts.a?limit=2&nextCursor=${cursor}`,
    )
    return [
      (body['events'] as Record<string, {type: string}[]>)['drafts.a']!.map(({type}) => type),
      body['nextCursor'] as string,
    ] as const
  }
  const [first, cursor] = await page('')
  const [second, next] = await page(cursor)
  const [third, end] = await page(next)
  expect([first, second, third].map((list) => list.length)).toEqual([2, 2, 1])
  expect(end).toBe('')
})

test('transactions are lines of JSON whose effects lead from one state to the next and back', async () => {
  const lake = await tellStory()
  const response = await lake.fetch(
    new Request(
      'http://localhost/v1/data/history/production/transactions/a,drafts.a?effectFormat=mendoza&excludeContent=true',
    ),
  )
  const lines = (await response.text()).trim().split('\n')
  type Line = {
    id: string
    author: string
    documentIDs: string[]
    effects: Record<string, {apply: unknown[]; revert: unknown[]}>
  }
  const records = lines.map((line) => JSON.parse(line) as Line)
  expect(records.map(({id}) => id)).toEqual(['t1', 't2', 't3', 't4', 't5', 't6'])
  expect(records[2]!.documentIDs.toSorted()).toEqual(['a', 'drafts.a'])
  let draft: unknown = null
  for (const {effects} of records) {
    const before = draft
    const effect = effects['drafts.a']!
    draft = applyPatch(draft, effect.apply)
    expect(applyPatch(draft, effect.revert)).toEqual(before)
  }
  expect(draft).toEqual(lake.store.getDocument('drafts.a'))
})

test('a range of transactions is given with both of its ends', async () => {
  const lake = await tellStory()
  const ids = async (range: string) => {
    const url = `http://localhost/v1/data/history/production/transactions/drafts.a?excludeContent=true&${range}`
    const text = await (await lake.fetch(new Request(url))).text()
    return text
      .trim()
      .split('\n')
      .filter(Boolean)
      .map((line) => (JSON.parse(line) as {id: string}).id)
  }
  expect(await ids('fromTransaction=t2&toTransaction=t4')).toEqual(['t2', 't3', 't4'])
  expect(await ids('reverse=true&limit=2')).toEqual(['t6', 't5'])
  const fromTime = lake.store.history.findTransaction('t5')!.timestamp
  expect(await ids(`fromTime=${fromTime}`)).toEqual(['t5', 't6'])
})

test('a document is given as it was at a revision, at a time, and when it last was', async () => {
  const lake = await tellStory()
  const text = async (id: string, query: string) => {
    const {body} = await ask(lake, `/v1/data/history/production/documents/${id}?${query}`)
    return (body['documents'] as {text: string; _rev: string}[]).map((document) => [
      document.text,
      document._rev,
    ])
  }
  expect(await text('drafts.a', 'revision=t1')).toEqual([['one', 't1']])
  expect(await text('drafts.a', 'revision=t4')).toEqual([['three', 't4']])
  expect(await text('a,drafts.a', 'revision=t3')).toEqual([['two', 't3']])
  expect(await text('drafts.a', 'revision=t3')).toEqual([['two', 't3']])
  expect(await text('a', 'lastRevision=true')).toEqual([['two', 't3']])
  expect(await text('drafts.a', `time=${lake.store.history.findTransaction('t2')!.timestamp}`)).toEqual([
    ['two', 't2'],
  ])
  expect(await text('drafts.a', 'revision=unknown')).toEqual([])
})
