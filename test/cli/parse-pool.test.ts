import {writeFileSync} from 'node:fs'
import path from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {openEmbeddedDataset} from '../../cli/dataset/embedded-dataset.ts'
import {startReport} from '../../cli/import/import-report.ts'
import {createClaims, overShared} from '../../cli/import/claims.ts'
import {openParsePool} from '../../cli/import/parse-pool.ts'
import {readCopy} from '../../cli/import/read-copy.ts'
import {runImport} from '../../cli/import/run-import.ts'
import {makeFolder} from './run-newsroom.ts'

const receivedAt = '2026-01-01T00:00:00.000Z'

function makeFiles(names: string[]) {
  const {folder, remove} = makeFolder()
  onTestFinished(remove)
  const files = names.map((name, n) => {
    const file = path.join(folder, name)
    const text = `Harbour ${name} stays open\n\nThe council voted on Tuesday to keep the harbour open for winter ${n}.\n\n"We will not close it," said Mayor Ada Berger.\n`
    writeFileSync(file, text)
    return {path: file, size: text.length}
  })
  return {folder, files}
}

test('threads understand copy as this one does', async () => {
  const {folder, files} = makeFiles(Array.from({length: 12}, (_, n) => `${n}.txt`))
  const pool = openParsePool({threads: 2})
  onTestFinished(() => pool.close())
  const binary = path.join(folder, 'binary.bin')
  writeFileSync(
    binary,
    Uint8Array.from({length: 5000}, (_, index) => (index * 7919) % 256),
  )
  const jobs = [...files, {path: binary, size: 5000}].map((file) => ({file, receivedAt}))
  const outcomes = await Promise.allSettled(jobs.map((job) => pool.parse(job)))
  const own = await Promise.allSettled(jobs.map(readCopy))
  for (const [n, outcome] of outcomes.entries()) expect(outcome).toEqual(own[n])
  const gone = {file: {path: path.join(folder, 'gone.txt'), size: 1}, receivedAt}
  const expected = await readCopy(gone).catch((error: Error) => error)
  await expect(pool.parse(gone)).rejects.toMatchObject({message: (expected as Error).message})
})

test('a thread that takes part reads what the others have not begun, once', async () => {
  const {files} = makeFiles(Array.from({length: 40}, (_, n) => `${n}.txt`))
  // A thread that never answers: whatever is read is read here, the last file first.
  const pool = openParsePool({
    threads: 1,
    program: new URL('./silent-worker.ts', import.meta.url),
    takesPart: true,
  })
  onTestFinished(() => pool.close())
  const order: string[] = []
  const reads = files.map((file) =>
    pool.parse({file, receivedAt}).then((read) => {
      order.push(path.basename(file.path))
      return read
    }),
  )
  const own = await Promise.all(files.map((file) => readCopy({file, receivedAt})))
  expect(await Promise.all(reads)).toEqual(own)
  expect(order).toEqual(files.map((file) => path.basename(file.path)).reverse())
})

test('a job is done by whoever takes it first', () => {
  const claims = createClaims(2)
  const other = overShared(claims.shared)
  const [one, two] = [claims.offer(), claims.offer()]
  expect([other.take(one), claims.take(one), claims.take(two), other.take(two)]).toEqual([
    true,
    false,
    true,
    false,
  ])
  expect(other.take(claims.offer())).toBe(true)
})

test('copy that ends its thread fails alone, in an import that goes on in order', async () => {
  const names = ['a.txt', 'b.txt', 'crash.txt', 'c.txt', 'd.txt', 'e.txt']
  const {folder, files} = makeFiles(names)
  const pool = openParsePool({threads: 2, program: new URL('./crashing-worker.ts', import.meta.url)})
  onTestFinished(() => pool.close())
  const dataset = openEmbeddedDataset(path.join(folder, 'data'), 'production')
  onTestFinished(() => dataset.close())
  const report = startReport('', false)
  const outcomes: string[] = []
  await runImport(files, report, {
    dataset,
    pool,
    now: () => new Date('2026-01-01T00:00:00Z'),
    dryRun: false,
    signal: new AbortController().signal,
    onFile: ({file, outcome}) => outcomes.push(`${path.basename(file)} ${outcome}`),
  })
  expect(outcomes.toSorted()).toEqual([
    'a.txt written',
    'b.txt written',
    'c.txt written',
    'crash.txt failed',
    'd.txt written',
    'e.txt written',
  ])
})

test('closes while its threads read, and says of each file they had not read that the import has ended', async () => {
  const {files} = makeFiles(Array.from({length: 12}, (_, n) => `${n}.txt`))
  const pool = openParsePool({threads: 2})
  const reads = Promise.allSettled(files.map((file) => pool.parse({file, receivedAt})))
  await pool.close()
  for (const read of await reads)
    expect(read).toMatchObject({status: 'rejected', reason: {message: 'The import has ended.'}})
})
