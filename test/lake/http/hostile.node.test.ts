import {connect} from 'node:net'
import {afterEach, expect, test} from 'vitest'
import WebSocket from 'ws'
import {startTestLake} from '../open-test-lake.ts'

let isAlive: () => Promise<number>
afterEach(async () => {
  const status = await isAlive()
  if (status !== 200) throw new Error(`The lake answers with ${status} after this`)
})

async function startTarget() {
  const {address} = await startTestLake()
  const {port} = new URL(address)
  isAlive = async () => (await fetch(`${address}/v1/data/query/production?query=1`)).status
  /** Sends bytes as they are and gives the status; 0 for a connection that is closed without one. */
  const send = (head: string, body = '') =>
    new Promise<number>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => {
        socket.write(`${head.replaceAll('\n', '\r\n').replaceAll('PORT', port)}\r\n\r\n`)
        socket.write(body)
      })
      let answer = ''
      socket.on('data', (data) => {
        answer += data.toString('latin1')
        if (answer.includes('\r\n')) socket.destroy()
      })
      socket.on('error', () => {})
      socket.on('close', () => resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0)))
    })
  const post = (path: string, type: string, body: string, more = '') =>
    send(
      `POST ${path} HTTP/1.1\nHost: localhost:PORT\nContent-Type: ${type}\nContent-Length: ${Buffer.byteLength(body)}${more}`,
      body,
    )
  return {address, send, post}
}

test('a page of another origin gets 403 for reading, writing and asking whether it may', async () => {
  const {send, post} = await startTarget()
  const get = 'GET /v1/data/query/production?query=* HTTP/1.1\nHost: localhost:PORT'
  expect(await send(get)).toBe(200)
  for (const origin of [
    'https://evil.example',
    'null',
    'http://localhost:PORT.evil.example',
    'http://localhost:1',
  ])
    expect(await send(`${get}\nOrigin: ${origin}`)).toBe(403)
  expect(await send(`${get}\nSec-Fetch-Site: cross-site\nSec-Fetch-Mode: no-cors`)).toBe(403)
  const mutation = '{"mutations":[{"create":{"_type":"note"}}]}'
  const foreign = '\nOrigin: https://evil.example'
  expect(await post('/v1/data/mutate/production', 'text/plain', mutation, foreign)).toBe(403)
  const preflight =
    'OPTIONS /v1/data/mutate/production HTTP/1.1\nHost: localhost:PORT\nOrigin: https://evil.example'
  expect(await send(`${preflight}\nAccess-Control-Request-Method: POST`)).toBe(403)
})

test('a Host header of another name gets 421, and one that is none 400', async () => {
  const {send} = await startTarget()
  const get = (host: string) => send(`GET /v1/ping HTTP/1.1\n${host}`)
  for (const host of [
    'evil.example',
    'evil.example:PORT',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
  ])
    expect(await get(`Host: ${host}`)).toBe(421)
  expect(await get('Host: localhost:PORT')).toBe(200)
  expect(await get('Host: 127.0.0.1:PORT')).toBe(200)
  for (const host of [
    'X: y',
    'Host: localhost\nHost: evil.example',
    'Host: a b',
    'Host: localhost@evil.example',
  ])
    expect([400, 421]).toContain(await get(host))
})

test('a WebSocket with a foreign Origin or Host is refused before it is one', async () => {
  const {send} = await startTarget()
  const open = (path: string, headers: string) =>
    send(
      `GET ${path} HTTP/1.1\nConnection: Upgrade\nUpgrade: websocket\nSec-WebSocket-Version: 13\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\n${headers}`,
    )
  for (const path of ['/lake/streams', '/v1/socket/production']) {
    expect(await open(path, 'Host: localhost:PORT\nOrigin: http://localhost:PORT')).toBe(101)
    expect(await open(path, 'Host: localhost:PORT\nOrigin: https://evil.example')).toBe(403)
    expect(await open(path, 'Host: evil.example\nOrigin: http://evil.example')).toBe(421)
  }
  expect(await open('/v1/socket/nowhere', 'Host: localhost:PORT')).toBe(404)
  expect(await open('/elsewhere', 'Host: localhost:PORT')).toBe(404)
  expect(await open('//[', 'Host: localhost:PORT')).toBe(400)
})

test('a WebSocket that says what it should not is answered or ignored', async () => {
  const {address} = await startTarget()
  const messages = [
    'null',
    '5',
    '{',
    '{"open":1}',
    '{"open":1,"path":5}',
    '{"open":1,"path":"/v1/data/mutate/production"}',
    '{"open":1,"path":"/v1/data/listen/../mutate/production?query=*"}',
    '{"open":2,"path":"/v1/data/listen/production?query=*","lastEventId":"a\\nb"}',
    '{"open":3,"path":"/v1/data/listen/production?query=*["}',
    '{"close":{}}',
    '{"method":"presence_rollcall","params":null}',
    '{"method":{},"params":7}',
    '\u0000',
  ]
  for (const path of ['/lake/streams', '/v1/socket/production']) {
    const socket = new WebSocket(address.replace('http', 'ws') + path, {origin: address})
    await new Promise((resolve) => socket.once('open', resolve))
    for (const message of messages) socket.send(message)
    socket.send(Buffer.alloc(1000, 255))
    await new Promise<void>((resolve) => {
      socket.once('pong', () => resolve())
      socket.ping()
    })
    socket.terminate()
  }
})

test('a query nested 10,000 deep and a document nested 10,000 deep get 400', async () => {
  const {post} = await startTarget()
  const query = JSON.stringify({query: `${'('.repeat(10_000)}1${')'.repeat(10_000)}`})
  expect(await post('/v1/data/query/production', 'application/json', query)).toBe(400)
  const document = `{"mutations":[{"create":{"_type":"note","a":${'['.repeat(10_000)}${']'.repeat(10_000)}}}]}`
  expect(await post('/v1/data/mutate/production', 'application/json', document)).toBe(400)
  for (const body of ['', '{', 'null', '"x"', '{"mutations":{}}', '{"mutations":[null]}', '\u0000\uffff'])
    expect(await post('/v1/data/mutate/production', 'application/json', body)).toBe(400)
})

test('a path with .. in the name of an asset gets nothing out of the folder', async () => {
  const {send} = await startTarget()
  for (const path of [
    '/images/local/production/../../../production.sqlite',
    '/images/local/production/..%2f..%2fproduction.sqlite',
    '/images/local/production/%2e%2e/%2e%2e/lake.json',
    '/files/local/production/....//....//etc/passwd',
    '/files/local/production/..%5c..%5clake.json',
    '/files/local/..%2f..%2f/x.txt',
    '/../../etc/passwd',
    '/images/local/production/%00.png',
    '/images/local/production/%E0%A4%A.png',
  ])
    expect([400, 404]).toContain(await send(`GET ${path} HTTP/1.1\nHost: localhost:PORT`))
})

test('what is no HTTP, or far too long, is cut off', async () => {
  const {send} = await startTarget()
  expect(await send('\u0016\u0003\u0001\u0002\u0000')).toBe(400)
  expect(await send(`GET /v1/ping HTTP/1.1\nHost: localhost:PORT\nX: ${'x'.repeat(100_000)}`)).toBe(431)
  expect(
    await send(`GET /v1/data/query/production?query=${'x'.repeat(100_000)} HTTP/1.1\nHost: localhost:PORT`),
  ).toBe(431)
  expect(
    await send('POST /v1/data/mutate/production HTTP/1.1\nHost: localhost:PORT\nContent-Length: 1073741824'),
  ).toBe(413)
  expect(
    await send('POST /v1/data/mutate/production HTTP/1.1\nHost: localhost:PORT\nContent-Length: -5'),
  ).toBe(400)
})
