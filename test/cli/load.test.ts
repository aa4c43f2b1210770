import {writeFileSync} from 'node:fs'
import path from 'node:path'
import {gzipSync} from 'node:zlib'
import {expect, onTestFinished, test} from 'vitest'
import {startLake} from '../../lake/index.ts'
import {makeFolder, runNewsroom} from './run-newsroom.ts'

const lines = Array.from({length: 700}, (_, n) => ({_id: `n${n}`, _type: 'note', text: `text ${n}`}))
const ndjson = lines.map((line) => `${JSON.stringify(line)}\n`).join('')

function makeWork(): string {
  const {folder, remove} = makeFolder()
  onTestFinished(remove)
  return folder
}

test('load takes what export gives, gzipped or on standard input, and says what it could not take', async () => {
  const folder = makeWork()
  writeFileSync(path.join(folder, 'notes.ndjson.gz'), gzipSync(`${ndjson}{broken\n`))
  const loaded = await runNewsroom(['load', 'notes.ndjson.gz', '--json'], {folder})
  expect(loaded.code).toBe(1)
  expect(loaded.stderr).toMatch(/^line 701: The line is not JSON/m)
  expect(JSON.parse(loaded.stdout)).toMatchObject({written: 700, findings: 1, interrupted: false})
  const {stdout: exported} = await runNewsroom(['export'], {folder})
  const again = await runNewsroom(['load', '-', '--data', 'second'], {folder, input: exported})
  expect(again).toMatchObject({code: 0, stdout: expect.stringContaining('700 written, 0 unchanged')})
  const third = await runNewsroom(['load', '-', '--data', 'second'], {folder, input: exported})
  expect(third.stdout).toContain('0 written, 700 unchanged')
})

test('a lake that is running takes the documents in, and its listeners hear of them', async () => {
  const folder = makeWork()
  writeFileSync(path.join(folder, 'notes.ndjson'), ndjson)
  const lake = await startLake({data: path.join(folder, '.newsroom')})
  onTestFinished(() => lake.close())
  const heard: string[] = []
  lake.lake.store.onTransaction(({changes}) => heard.push(...changes.map(({documentId}) => documentId)))
  const loaded = await runNewsroom(['load', 'notes.ndjson'], {folder})
  expect(loaded).toMatchObject({code: 0, stdout: expect.stringContaining('700 written')})
  expect(heard).toEqual(lines.map(({_id}) => _id))
})

test('an archive, a missing file and two ways at once are refused with what to do', async () => {
  const folder = makeWork()
  const archive = Buffer.alloc(512)
  archive.write('ustar', 257)
  writeFileSync(path.join(folder, 'dataset.tar.gz'), gzipSync(archive))
  const refused = await runNewsroom(['load', 'dataset.tar.gz'], {folder})
  expect(refused.stderr).toContain('sanity dataset import')
  expect((await runNewsroom(['load', 'gone.ndjson'], {folder})).stderr).toContain('"gone.ndjson"')
  expect((await runNewsroom(['load', '-', '--replace', '--missing'], {folder})).code).toBe(2)
})
