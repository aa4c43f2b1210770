import {connect} from 'node:net'
import {request} from 'node:http'
import {expect, test} from 'vitest'
import WebSocket from 'ws'
import {ask, openTestLake, startTestLake} from '../open-test-lake.ts'

const count = '/v1/data/query/production?query=count(*)'

test('a page of another origin is refused, and nothing tells it what is here', async () => {
  const lake = openTestLake()
  for (const origin of ['https://evil.example', 'null', 'http://localhost:9999']) {
    const answer = await ask(lake, count, {headers: {origin}})
    expect(answer.status).toBe(403)
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
  }
  const picture = await ask(lake, count, {
    headers: {'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors'},
  })
  expect(picture.status).toBe(403)
})

test('a page of its own, and one that is allowed, may call with credentials', async () => {
  const lake = openTestLake({origins: ['http://localhost:3333', 'http://desk.example']})
  for (const origin of ['http://localhost:3333', 'http://desk.example']) {
    const answer = await ask(lake, count, {headers: {origin}})
    expect(answer.status).toBe(200)
    expect(answer.headers.get('access-control-allow-origin')).toBe(origin)
    expect(answer.headers.get('access-control-allow-credentials')).toBe('true')
  }
})

test('a picture shows in a page that is allowed, and in no other', async () => {
  const lake = openTestLake({origins: ['http://localhost:3334']})
  const show = async (referer: string) => {
    const headers = {'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors', referer}
    return (await ask(lake, count, {headers})).status
  }
  expect(await show('http://localhost:3334/')).toBe(200)
  for (const referer of [
    'http://localhost:33345/',
    'https://evil.example/?http://localhost:3334/',
    'nonsense',
  ])
    expect(await show(referer)).toBe(403)
})

test('a mutation from another origin does nothing', async () => {
  const lake = openTestLake()
  const answer = await ask(lake, '/v1/data/mutate/production', {
    body: {mutations: [{create: {_id: 'a', _type: 'note'}}]},
    headers: {origin: 'https://evil.example', 'content-type': 'text/plain'},
  })
  expect(answer.status).toBe(403)
  expect(lake.store.count()).toBe(0)
})

test('another host name, as a rebound DNS name gives, is refused', async () => {
  const {address} = await startTestLake()
  const {port} = new URL(address)
  const status = (host: string) =>
    new Promise<number>((resolve, reject) => {
      request({host: '127.0.0.1', port, path: count, headers: {host}}, (answer) => {
        answer.resume()
        resolve(answer.statusCode!)
      })
        .on('error', reject)
        .end()
    })
  expect(await status('evil.example')).toBe(421)
  expect(await status(`evil.example:${port}`)).toBe(421)
  expect(await status('localhost.evil.example')).toBe(421)
  expect(await status(`localhost:${port}`)).toBe(200)
  expect(await status(`local.localhost:${port}`)).toBe(200)
})

test('a WebSocket of another origin, or at another path, is refused', async () => {
  const {address} = await startTestLake()
  const open = (path: string, origin: string) =>
    new Promise<string>((resolve) => {
      const socket = new WebSocket(address.replace('http', 'ws') + path, {origin})
      socket.once('open', () => {
        socket.close()
        resolve('open')
      })
      socket.once('error', (error) => resolve(error.message))
    })
  expect(await open('/lake/streams', 'https://evil.example')).toContain('403')
  expect(await open('/v1/socket/production', 'https://evil.example')).toContain('403')
  expect(await open('/elsewhere', address)).toContain('404')
  expect(await open('/lake/streams', address)).toBe('open')
})

test('a body of 1 GB is refused with 413 before it is sent, and one that grows past the limit while it is', async () => {
  const {address, client} = await startTestLake({maxUploadBytes: 1024 * 1024})
  const {port} = new URL(address)
  const sendHead = (path: string, head: string, body: Buffer | undefined) =>
    new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1')
      socket.write(
        `POST ${path} HTTP/1.1\r\nhost: localhost:${port}\r\ncontent-type: application/json\r\n${head}\r\n\r\n`,
      )
      if (body) {
        for (let sent = 0; sent < 8; sent++)
          socket.write(`${body.length.toString(16)}\r\n${body.toString('latin1')}\r\n`)
      }
      socket.once('data', (data) => {
        resolve(data.toString().split('\r\n')[0]!)
        socket.destroy()
      })
      socket.once('error', reject)
    })
  const gigabyte = 'content-length: 1073741824'
  expect(await sendHead('/v1/data/mutate/production', gigabyte, undefined)).toContain('413')
  expect(await sendHead('/v1/assets/images/production', gigabyte, undefined)).toContain('413')
  const chunk = Buffer.alloc(300 * 1024, 120)
  expect(await sendHead('/v1/assets/files/production', 'transfer-encoding: chunked', chunk)).toContain('413')
  expect(await client.fetch('count(*)')).toBe(0)
})

test('a query nested 10,000 deep is refused with 400', async () => {
  const lake = openTestLake()
  const deep = [
    '('.repeat(10_000) + '1' + ')'.repeat(10_000),
    '*' + '[true]'.repeat(10_000),
    '-'.repeat(10_000) + '1',
  ]
  for (const query of deep) {
    expect((await ask(lake, '/v1/data/query/production', {body: {query}})).status).toBe(400)
  }
  expect((await ask(lake, count)).status).toBe(200)
})

test('a document nested 10,000 deep is refused with 400', async () => {
  const lake = openTestLake()
  const text = `{"mutations":[{"create":{"_type":"note","a":${'['.repeat(10_000)}${']'.repeat(10_000)}}}]}`
  const answer = await lake.fetch(
    new Request('http://localhost/v1/data/mutate/production', {method: 'POST', body: text}),
  )
  expect(answer.status).toBe(400)
})

test('a name that leads out of the folder of assets is refused', async () => {
  const lake = openTestLake()
  for (const name of ['..%2f..%2fproduction.sqlite', '%2e%2e%2fx.png', '..%5cx.png', 'x.png', '.png']) {
    const {status} = await ask(lake, `/images/local/production/${name}`)
    expect([400, 404]).toContain(status)
  }
})

test('a picture that holds a script is served so that it cannot run', async () => {
  const {address, client} = await startTestLake()
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><script>alert(1)</script></svg>'
  const image = await client.assets.upload('image', Buffer.from(svg), {filename: 'x.svg'})
  const asImage = await fetch(image.url)
  expect(asImage.headers.get('content-security-policy')).toContain('sandbox')
  expect(asImage.headers.get('x-content-type-options')).toBe('nosniff')
  const page = await client.assets.upload('file', Buffer.from('<script>alert(1)</script>'), {
    filename: 'x.html',
  })
  const asFile = await fetch(page.url)
  expect(asFile.headers.get('content-disposition')).toContain('attachment')
  expect(asFile.headers.get('content-security-policy')).toContain('sandbox')
  expect(image.url).toContain(address)
})

test('bytes that are no picture are refused with 400', async () => {
  const {client} = await startTestLake()
  await expect(client.assets.upload('image', Buffer.from('not a picture'))).rejects.toMatchObject({
    statusCode: 400,
  })
})

test('one who may only read cannot write', async () => {
  const lake = openTestLake({
    users: [
      {id: 'anna', name: 'Anna', email: 'a@localhost', role: 'administrator'},
      {id: 'vera', name: 'Vera', email: 'v@localhost', role: 'viewer'},
    ],
  })
  const body = {mutations: [{create: {_id: 'a', _type: 'note'}}]}
  const headers = {authorization: 'Bearer vera'}
  expect((await ask(lake, '/v1/data/mutate/production', {body, headers})).status).toBe(403)
  expect((await ask(lake, '/v1/projects/local/datasets/production/acl', {headers})).body).toEqual([
    {filter: '_id in path("**")', permissions: ['read']},
  ])
  expect((await ask(lake, '/v1/data/mutate/production', {body})).status).toBe(200)
})
