import {existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:net'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {openAssetFolder} from '../../lake/assets/asset-folder.ts'
import {createLake, startLake} from '../../lake/index.ts'
import {startTestLake, toClient} from './open-test-lake.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lake-trouble-'))
})
afterEach(() => rmSync(folder, {recursive: true, force: true}))

test('a folder that one lake serves is refused to another, and free again once that one has ended', async () => {
  const first = await startTestLake({data: folder})
  await first.client.create({_id: 'a', _type: 'note'})
  await expect(startLake({data: folder})).rejects.toMatchObject({type: 'dataFolderLocked'})
  await first.close()
  const second = await startTestLake({data: folder})
  expect(await second.client.fetch('count(*)')).toBe(1)
})

test('a lake that cannot have its port leaves the folder free', async () => {
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
  const {port} = taken.address() as {port: number}
  await expect(startLake({data: folder, port})).rejects.toMatchObject({code: 'EADDRINUSE'})
  const lake = await startTestLake({data: folder})
  expect(await lake.client.fetch('count(*)')).toBe(0)
  taken.close()
})

test('a dataset whose name leads out of the folder is refused, and nothing is made', async () => {
  for (const dataset of ['../x', 'a/b', '', 'Production', 'x'.repeat(65), '..']) {
    expect(() => createLake({data: path.join(folder, 'data'), dataset})).toThrow(
      'is not the name of a dataset',
    )
  }
  expect(readdirSync(folder)).toEqual([])
  const {address} = await startTestLake({data: folder})
  for (const dataset of ['..%2fx', '%2e%2e%2fx'])
    expect((await fetch(`${address}/v1/data/query/${dataset}?query=1`)).status).toBe(404)
})

test('files of others in the folder are no datasets', async () => {
  const {client} = await startTestLake({data: folder})
  writeFileSync(path.join(folder, 'notes.db'), '')
  writeFileSync(path.join(folder, 'Not a dataset.sqlite'), '')
  expect(await client.request({url: '/datasets'})).toMatchObject([{name: 'production'}])
})

test('an asset that cannot be written is refused with what to do, and leaves nothing half written', async () => {
  const assets = openAssetFolder(path.join(folder, 'assets'))
  const name = `${'0'.repeat(40)}.txt`
  // The place of the folder is taken, which stops everyone, root too; a full disk goes the same way.
  mkdirSync(path.join(folder, 'assets'))
  writeFileSync(path.join(folder, 'assets/files'), '')
  await expect(assets.put('files', name, Buffer.from('words'))).rejects.toMatchObject({
    type: 'dataFolderUnwritable',
  })
  rmSync(path.join(folder, 'assets/files'))
  await assets.put('files', name, Buffer.from('words'))
  expect(readdirSync(path.join(folder, 'assets/files'))).toEqual([name])
})

test('the same picture sent many times at once is stored once', async () => {
  const {client} = await startTestLake({data: folder})
  const bytes = Buffer.from('the same words')
  const uploads = Array.from({length: 20}, (_, n) =>
    client.assets.upload('file', bytes, {filename: `${n}.txt`}),
  )
  expect(new Set((await Promise.all(uploads)).map(({_id}) => _id)).size).toBe(1)
  expect(readdirSync(path.join(folder, 'assets/files'))).toHaveLength(1)
})

test('the note of where the lake is goes with it', async () => {
  const {close, address} = await startTestLake({data: folder})
  expect(existsSync(path.join(folder, 'lake.json'))).toBe(true)
  expect((await fetch(`${address}/v1/ping`)).status).toBe(200)
  await close()
  expect(existsSync(path.join(folder, 'lake.json'))).toBe(false)
  await expect(toClient(address).fetch('1')).rejects.toThrow(Error)
})
