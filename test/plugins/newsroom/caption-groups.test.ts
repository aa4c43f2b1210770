import type {SanityClient} from 'sanity'
import {beforeEach, expect, it} from 'vitest'
import {findCaptionGroups} from '../../../plugins/newsroom/structure/caption-groups.ts'
import {startTestLake} from '../../lake/open-test-lake.ts'

let lake: Awaited<ReturnType<typeof startTestLake>>
let asked: number
let client: SanityClient

beforeEach(async () => {
  let time = Date.parse('2026-03-01T12:00:00Z')
  lake = await startTestLake({now: () => new Date((time += 1000))})
  asked = 0
  // Each test sees a dataset of its own.
  const dataset = crypto.randomUUID()
  client = {
    config: () => ({projectId: 'local', dataset}),
    fetch: (query: string, params: object, options: object) => {
      asked++
      return lake.client.fetch(query, params as never, options)
    },
  } as unknown as SanityClient
})

const caption = (id: string, ...keys: string[]) => ({_id: id, _type: 'imageCaption', text: id, keys})

it('keeps what it has read, and reads what has changed since', async () => {
  await lake.client.create(caption('one', 'ferry'))
  await lake.client.create(caption('two', 'quay', 'ferry'))
  await lake.client.create(caption('three', 'quay'))
  await lake.client.create(caption('alone', 'rain'))
  expect(await findCaptionGroups(client)).toEqual([
    ['three', 'two'],
    ['two', 'one'],
  ])
  await lake.client.create(caption('four', 'rain'))
  expect(await findCaptionGroups(client)).toEqual([
    ['four', 'alone'],
    ['three', 'two'],
    ['two', 'one'],
  ])
  expect(asked).toBe(3)
  await findCaptionGroups(client)
  expect(asked).toBe(4)
})

it('notices what was deleted, even where as many were made', async () => {
  await lake.client.create(caption('one', 'ferry'))
  await lake.client.create(caption('two', 'ferry'))
  expect(await findCaptionGroups(client)).toEqual([['two', 'one']])
  await lake.client.delete('one')
  await lake.client.create(caption('three', 'rain'))
  expect(await findCaptionGroups(client)).toEqual([])
})

it('takes a caption that has a draft as its draft', async () => {
  await lake.client.create(caption('one', 'ferry'))
  await lake.client.create(caption('two', 'ferry'))
  await lake.client.create(caption('drafts.two', 'rain'))
  await lake.client.create(caption('drafts.three', 'ferry'))
  expect(await findCaptionGroups(client)).toEqual([['three', 'one']])
})

it('reads all again after a query that failed', async () => {
  await lake.client.create(caption('one', 'ferry'))
  const {fetch} = client
  client.fetch = () => Promise.reject(new Error('no answer'))
  await expect(findCaptionGroups(client)).rejects.toThrow('no answer')
  client.fetch = fetch
  await lake.client.create(caption('two', 'ferry'))
  expect(await findCaptionGroups(client)).toEqual([['two', 'one']])
})
