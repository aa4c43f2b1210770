import {expect, test} from 'vitest'
import {ask, openTestLake} from '../open-test-lake.ts'

test('a query that asks for a source map is answered without one', async () => {
  const {status, body} = await ask(
    openTestLake(),
    '/v2025-02-19/data/query/production?query=count(*)&resultSourceMap=true',
  )
  expect({status, result: body['result'], map: body['resultSourceMap']}).toEqual({
    status: 200,
    result: 0,
    map: undefined,
  })
})

test.each([
  'geo::contains($a, $b)',
  'text::semanticSimilarity("a")',
  'media::aspect(@, "a")',
  'documents::get("a")',
])('what GROQ is evaluated with here cannot do is refused by its name: %s', async (call) => {
  const {status, body} = await ask(openTestLake(), '/v2025-02-19/data/query/production', {
    body: {query: call, params: {a: null, b: null}},
  })
  expect(status).toBe(400)
  expect(JSON.stringify(body)).toContain(call.split('(')[0])
})

test('telemetry is answered and thrown away, and what only an account has is empty', async () => {
  const lake = openTestLake()
  const sent = await ask(lake, '/v2024-12-12/intake/batch', {body: {batch: [{type: 'event'}]}})
  expect(sent.status).toBe(200)
  expect((await ask(lake, '/v2024-12-12/intake/telemetry-status')).body).toEqual({status: 'denied'})
  for (const path of ['/v1/projects/local/features', '/v1/features', '/v1/journey/trial', '/v1/help/guides'])
    expect({path, body: (await ask(lake, path)).body}).toEqual({path, body: []})
  expect((await ask(lake, '/v1/data/query/production?query=count(*)')).body['result']).toBe(0)
})

test.each([
  ['GET', '/v2025-08-14/projects/local/cors', '--allow-origin'],
  ['PUT', '/v2025-03-01/projects/local/datasets/production/schemas', 'Studio brings its own'],
  ['GET', '/v2025-09-22/invitations/project/local', 'no members'],
  ['GET', '/v1/nothing', 'There is no GET /v1/nothing on the local lake.'],
])('what is not there says so, and what does instead: %s %s', async (method, path, said) => {
  const {status, body} = await ask(openTestLake(), path, {method})
  expect(status).toBe(404)
  expect(body['message']).toContain(said)
})
