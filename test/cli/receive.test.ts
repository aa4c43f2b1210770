import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import type {AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {createReceiveServer, removePartials} from '../../cli/receive/receive-server.ts'

const token = 'a-token-for-this-test'
const spool = mkdtempSync(path.join(tmpdir(), 'newsroom-spool-'))
const server = createReceiveServer({spool, token})
let address = ''
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.close()
  server.closeAllConnections()
  rmSync(spool, {recursive: true})
})

const send = (
  body: string,
  headers: Record<string, string> = {authorization: `Bearer ${token}`},
  where = '/wire',
) => fetch(address + where, {method: 'POST', body, headers})

describe('the door for copy that is pushed', () => {
  it('keeps copy under the hash of its bytes, the same copy once', async () => {
    expect((await send('Harbour reopens', undefined, '/wire?name=../../etc/harbour story.txt')).status).toBe(
      202,
    )
    const answer = await send('Harbour reopens', undefined, '/wire?name=../../etc/harbour story.txt')
    expect(await answer.json()).toMatchObject({bytes: 15})
    const files = readdirSync(spool)
    expect(files).toHaveLength(1)
    expect(files[0]).toMatch(/^[0-9a-f]{16}-harbour_story\.txt$/)
    expect(readFileSync(path.join(spool, files[0]!), 'utf8')).toBe('Harbour reopens')
  })

  it('refuses a wrong or missing token, another path, another method and an empty body', async () => {
    expect((await send('x', {authorization: 'Bearer wrong'})).status).toBe(401)
    expect((await send('x', {})).status).toBe(401)
    expect((await send('x', undefined, '/other')).status).toBe(404)
    expect((await fetch(`${address}/wire`)).status).toBe(405)
    expect((await send('')).status).toBe(400)
    expect(readdirSync(spool).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('clears away what a receiver that was killed had begun to write, and nothing else', async () => {
    const before = readdirSync(spool)
    writeFileSync(path.join(spool, '.0c6f5a2e-7b6b-4f0e-9f0e-2f6d1d2f3a4b.part'), 'half')
    await removePartials(spool)
    expect(readdirSync(spool)).toEqual(before)
  })

  it('refuses copy that is too large', async () => {
    const answer = await fetch(`${address}/wire`, {
      method: 'POST',
      headers: {authorization: `Bearer ${token}`},
      body: new Uint8Array(64 * 1024 * 1024 + 1),
    }).catch(() => undefined)
    expect(answer === undefined || answer.status === 413).toBe(true)
    expect((await send('still there')).status).toBe(202)
  })
})
