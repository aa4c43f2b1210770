import {expect, test} from 'vitest'
import {createLimits} from '../../../lake/limits/limits.ts'
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
  const enter = () => limits.enterMutation('production')()
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
    limits.enterMutation('production')
  }
  now += 1000
  expect(() => limits.enterMutation('production')).toThrow('100 mutations at once')
})

test('a mutation of more than 4,000,000 bytes is refused with 413 under those limits only', async () => {
  const body = {mutations: [{createOrReplace: {_id: 'a', _type: 'note', text: 'x'.repeat(4_000_000)}}]}
  expect((await ask(openTestLake({limits: 'content-lake'}), path, {body})).status).toBe(413)
  expect((await ask(openTestLake(), path, {body})).status).toBe(200)
})

test('uploads are limited like mutations, all requests together to 500 a second, queries to 500 at once', () => {
  const limits = createLimits('content-lake', () => 0)
  for (let n = 0; n < 25; n++) limits.enterUpload()
  expect(() => limits.enterUpload()).toThrow('25 uploads a second')
  for (let n = 0; n < 500; n++) limits.enterCall()
  expect(() => limits.enterCall()).toThrow('500 requests a second')
  const leave = Array.from({length: 500}, () => limits.enterQuery('production'))
  expect(() => limits.enterQuery('production')).toThrow('500 queries at once')
  limits.enterQuery('staging')
  leave[0]!()
  limits.enterQuery('production')
})

test('a document that the hosted lake would not store is refused under those limits only', async () => {
  const nested = (depth: number): unknown => (depth === 0 ? 'x' : {deeper: nested(depth - 1)})
  const wide = Object.fromEntries(Array.from({length: 1000}, (_, n) => [`a${n}`, n]))
  const refused: [string, object][] = [
    ['letters, digits', {'a b': 1}],
    ['nested more than 20 levels', {top: nested(20)}],
    ['1006 attributes', {wide}],
  ]
  for (const [why, document] of refused) {
    const body = {mutations: [{createOrReplace: {_id: 'a', _type: 'note', ...document}}]}
    const answer = await ask(openTestLake({limits: 'content-lake'}), path, {body})
    expect(answer.status).toBe(400)
    expect(JSON.stringify(answer.body)).toContain(why)
    expect((await ask(openTestLake(), path, {body})).status).toBe(200)
  }
  const limited = openTestLake({limits: 'content-lake'})
  const fine = {_id: 'a', _type: 'note', top: nested(18), list: [[{n: 1}], {n: 2}]}
  expect((await ask(limited, path, {body: {mutations: [{create: fine}]}})).status).toBe(200)
  const patch = {patch: {id: 'a', set: {'top.deeper': nested(19)}}}
  expect((await ask(limited, path, {body: {mutations: [patch]}})).status).toBe(400)
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
