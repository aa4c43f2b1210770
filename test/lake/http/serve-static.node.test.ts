import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {openTestLake, startTestLake} from '../open-test-lake.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lake-static-'))
  mkdirSync(path.join(folder, 'studio/static'), {recursive: true})
  writeFileSync(path.join(folder, 'studio/index.html'), '<!doctype html><script>start()</script><p>Studio')
  writeFileSync(path.join(folder, 'studio/static/main-AbCdEf12.js'), 'export {}')
  writeFileSync(path.join(folder, 'secret.js'), 'the neighbour’s')
})
afterAll(() => rmSync(folder, {recursive: true}))

const get = (pathname: string, accept = 'text/html') =>
  openTestLake({staticDir: path.join(folder, 'studio')}).fetch(
    new Request(`http://localhost:3333${pathname}`, {headers: {accept}}),
  )

test('the page is served at every path of Studio, with a policy that lets nothing out', async () => {
  for (const pathname of ['/', '/structure/article;a', '/intent/edit/id=a']) {
    const response = await get(pathname)
    expect(await response.text()).toContain('Studio')
    const policy = response.headers.get('content-security-policy')!
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("connect-src 'self'")
    expect(policy).toMatch(/script-src 'self' 'sha256-[\w+/=]+'(;|$)/)
    expect(policy).not.toContain('http')
  }
})

test('a look at the head of the page gets it', async () => {
  const {address} = await startTestLake({staticDir: path.join(folder, 'studio')})
  const response = await fetch(address, {method: 'HEAD', headers: {accept: 'text/html'}})
  expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
    200,
    'text/html; charset=utf-8',
    '',
  ])
})

test('files with a hash in their name are kept by the browser', async () => {
  const response = await get('/static/main-AbCdEf12.js', '*/*')
  expect(response.headers.get('content-type')).toContain('text/javascript')
  expect(response.headers.get('cache-control')).toContain('immutable')
})

test('what is not there, or not in the folder, is not served', async () => {
  for (const pathname of [
    '/static/gone.js',
    '/..%2fsecret.js',
    '/%2e%2e/secret.js',
    '/static/..%2f..%2fsecret.js',
    '/%00.js',
  ]) {
    expect((await get(pathname, '*/*')).status).toBe(404)
  }
  expect((await get('/v1/nothing')).status).toBe(404)
})
