import {expect, test} from 'vitest'
import {createLimits} from '../../../lake/limits/rate-limit.ts'
import {ask, openTestLake, startTestLake, toClient} from '../open-test-lake.ts'

const write = {body: {mutations: [{createIfNotExists: {_id: 'a', _type: 'note'}}]}}
const path = '/v1/data/mutate/production'

test('the hosted lake’s limits let 25 mutations a second through and answer 429 with Retry-After beyond', async () => {
  const lake = openTestLake({limits: 'content-lake'})
  const answers = []
  for (let n = 0; n < 40; n++) answers.push(await ask(lake, path, write))
  const refused = answers.filter(({status}) => status === 429)
  expect(answers.slice(0, 25).every(({status}) => status === 200)).toBe(true)
  expect(refused.length).toBeGreaterThan(5)
  expect(refused[0]!.headers.get('retry-after')).toBe('1')
  expect((await ask(lake, '/v1/data/query/production?query=count(*)')).body['result']).toBe(1)
})

test('the allowance comes back with time', () => {
  let now = 0
  const limits = createLimits('content-lake', () => now)
  const enter = () => limits.enterMutation()()
  for (let n = 0; n < 25; n++) enter()
  expect(enter).toThrow('25 mutations a second')
  now += 200
  for (let n = 0; n < 5; n++) enter()
  expect(enter).toThrow('25 mutations a second')
})

test('a hundred mutations may be under way at once', () => {
  let now = 0
  const limits = createLimits('content-lake', () => now)
  for (let n = 0; n < 100; n++) {
    now += 1000
    limits.enterMutation()
  }
  now += 1000
  expect(() => limits.enterMutation()).toThrow('100 mutations at once')
})

test('a mutation of more than 4 MB is refused with 413 under those limits only', async () => {
  const body = {mutations: [{createOrReplace: {_id: 'a', _type: 'note', text: 'x'.repeat(4 * 1024 * 1024)}}]}
  expect((await ask(openTestLake({limits: 'content-lake'}), path, {body})).status).toBe(413)
  expect((await ask(openTestLake(), path, {body})).status).toBe(200)
})

test('faults come as asked for, over as many requests as asked for', async () => {
  const lake = openTestLake()
  lake.faults.add({path: '/data/mutate/', status: 503, times: 2})
  lake.faults.add({path: '/data/query/', status: 429, retryAfterSeconds: 3})
  expect((await ask(lake, path, write)).status).toBe(503)
  expect((await ask(lake, path, write)).status).toBe(503)
  expect((await ask(lake, path, write)).status).toBe(200)
  const limited = await ask(lake, '/v1/data/query/production?query=1')
  expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '3'])
})

test('a connection that drops after the commit leaves the transaction done; sent again under its id it is not done twice', async () => {
  const {lake, address} = await startTestLake()
  const client = toClient(address)
  await client.create({_id: 'a', _type: 'note', n: 0})
  lake.faults.add({path: '/data/mutate/', dropAfterCommit: true})
  const increment = () =>
    client.mutate([{patch: {id: 'a', inc: {n: 1}}}], {transactionId: 'once', returnDocuments: false})
  await expect(increment()).rejects.toThrow(Error)
  expect(lake.store.getDocument('a')).toMatchObject({n: 1, _rev: 'once'})
  expect(await increment()).toMatchObject({transactionId: 'once'})
  expect(lake.store.getDocument('a')).toMatchObject({n: 1})
})

test('a slow answer is slow', async () => {
  const lake = openTestLake()
  lake.faults.add({delayMs: 150})
  const started = performance.now()
  await ask(lake, '/v1/ping')
  expect(performance.now() - started).toBeGreaterThan(140)
})

test('of fifty writers on one document with ifRevisionID exactly one wins each revision', async () => {
  const {client, lake} = await startTestLake()
  await client.create({_id: 'a', _type: 'note', n: 0})
  let conflicts = 0
  const writer = async (name: number) => {
    for (;;) {
      const {_rev, n} = (await client.getDocument<{n: number}>('a'))!
      try {
        await client
          .patch('a')
          .ifRevisionId(_rev)
          .set({n: n + 1, by: name})
          .commit()
        return
      } catch (error) {
        if ((error as {statusCode?: number}).statusCode !== 409) throw error
        conflicts++
      }
    }
  }
  await Promise.all(Array.from({length: 50}, (_, name) => writer(name)))
  const changes = lake.store.history.transactionsOf(['a'])
  expect(lake.store.getDocument('a')).toMatchObject({n: 50})
  expect(changes).toHaveLength(51)
  expect(new Set(changes.map(({changes: [change]}) => change!.previousRev)).size).toBe(51)
  expect(conflicts).toBeGreaterThan(0)
})
