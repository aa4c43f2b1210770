import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {runSanityCommand} from '../../../lake/command-line/index.ts'
import {startLake} from '../../../lake/index.ts'
import {openStore} from '../../../lake/store/index.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lake-command-'))
})
afterAll(() => rmSync(folder, {recursive: true}))

const cwd = path.join(import.meta.dirname, 'studio')

async function sanity(data: string, ...args: string[]): Promise<{code: number; output: string}> {
  let output = ''
  const code = await runSanityCommand(args, {
    data: path.join(folder, data),
    dataset: 'production',
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    onOutput: (text) => (output += text),
  })
  return {code, output}
}

const headline = (data: string) => {
  const store = openStore({path: path.join(folder, data, 'production.sqlite')})
  try {
    return store.getDocument('n1')?.['headline']
  } finally {
    store.close()
  }
}

test('documents are made, read, queried and deleted from the command line', async () => {
  const file = path.join(folder, 'n1.json')
  writeFileSync(file, JSON.stringify({_id: 'n1', _type: 'article', headline: 'Quiet'}))
  expect((await sanity('documents', 'documents', 'create', file)).code).toBe(0)
  expect((await sanity('documents', 'documents', 'get', 'n1')).output).toContain('"headline": "Quiet"')
  const query = await sanity(
    'documents',
    'documents',
    'query',
    '*[]{headline}',
    '--api-version',
    '2025-02-19',
  )
  expect(query.output).toContain('"headline": "Quiet"')
  expect((await sanity('documents', 'documents', 'delete', 'n1')).code).toBe(0)
  expect(headline('documents')).toBeUndefined()
})

test.each([
  [['cors', 'list'], 'keeps no list of CORS origins'],
  [['users', 'list'], 'has no members'],
  [['backup', 'list', 'production'], 'makes no backups'],
  [['hook', 'list'], 'calls no webhooks'],
  [['graphql', 'list'], 'has no GraphQL API'],
])('what only an account has is refused, and what does instead is said: sanity %j', async (args, reason) => {
  const {code, output} = await sanity('refused', ...args)
  expect(code).not.toBe(0)
  // The command line breaks lines, and begins each with a mark.
  expect(output.replace(/\s+(?:›\s+)?/g, ' ')).toContain(reason)
})

test('a migration runs dry and then for real', async () => {
  const store = openStore({path: path.join(folder, 'migration', 'production.sqlite')})
  store.transact([{create: {_id: 'n1', _type: 'article', headline: 'Quiet'}}])
  store.close()
  const dry = await sanity('migration', 'migration', 'run', 'shout')
  expect(dry.output).toContain('set("QUIET")')
  expect(headline('migration')).toBe('Quiet')
  const real = await sanity('migration', 'migration', 'run', 'shout', '--no-dry-run', '--no-confirm')
  expect(real).toMatchObject({code: 0, output: expect.stringContaining('1 transactions committed')})
  expect(headline('migration')).toBe('QUIET')
})

test('a dataset is exported and imported, through the lake that is running', async () => {
  const running = await startLake({data: path.join(folder, 'running')})
  running.lake.store.transact([{create: {_id: 'n1', _type: 'article', headline: 'Quiet'}}])
  const file = path.join(folder, 'export.tar.gz')
  expect((await sanity('running', 'dataset', 'export', 'production', file)).code).toBe(0)
  running.lake.store.transact([{patch: {id: 'n1', set: {headline: 'Changed'}}}])
  const imported = await sanity('running', 'dataset', 'import', file, '--dataset', 'production', '--replace')
  expect(imported.output).toContain('Imported 1 documents')
  expect(running.lake.store.getDocument('n1')).toMatchObject({headline: 'Quiet'})
  await running.close()
})
