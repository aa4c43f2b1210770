import {spawn} from 'node:child_process'
import {mkdtempSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import type {Dataset} from '../cli/dataset/dataset.ts'
import {openRemoteDataset} from '../cli/dataset/remote-dataset.ts'
import type {CopyFile} from '../cli/files/copy-files.ts'
import {startReport} from '../cli/import/import-report.ts'
import {runImport} from '../cli/import/run-import.ts'
import {makeArticle} from './make-article.ts'

/**
 * The figures of docs/scale.md: what an article costs in requests, bytes and seconds when an archive is imported into a lake that has the hosted
 * lake's limits; how long ten million take by each limit; and whether an import that meets a limit takes as long as the limit says.
 *
 * `node bench/scale.ts [articles, default 2000]`
 */
const articles = Number(process.argv[2] ?? 2000)
const archive = 10_000_000
/** https://www.sanity.io/docs/content-lake/technical-limits */
const limits = {mutationsPerSecond: 25, callsPerSecond: 500}
/** Articles imported one a transaction, so that the limit on mutations is what they meet. */
const slowArticles = 500
const idsInRequest = 200

interface Cost {
  reads: number
  transactions: number
  bytesSent: number
  documents: number
  seconds: number
  cpuSeconds: number
  failed: number
}

const work = mkdtempSync(path.join(tmpdir(), 'newsroom-scale-'))
try {
  const batched = await withLake('batched', (dataset) => importSome(dataset, 0, articles, {concurrency: 8}))
  const single = await withLake('single', (dataset) =>
    importSome(dataset, articles, slowArticles, {concurrency: 50, copiesAtOnce: 1}),
  )
  const perArticle = {
    reads: batched.cost.reads / articles,
    transactions: batched.cost.transactions / articles,
    documents: batched.cost.documents / articles,
    bytesSent: batched.cost.bytesSent / articles,
    bytesOnDisk: batched.bytesOnDisk / articles,
    cpuMs: (batched.cost.cpuSeconds * 1000) / articles,
    wallMs: (batched.cost.seconds * 1000) / articles,
  }
  console.table(
    Object.entries(perArticle).map(([what, value]) => ({'an article': what, value: round(value)})),
  )
  const hours = (seconds: number) => round(seconds / 3600)
  const machineSeconds = (archive * perArticle.cpuMs) / 1000
  console.table([
    {
      'ten million by': 'mutation requests',
      hours: hours((archive * perArticle.transactions) / limits.mutationsPerSecond),
    },
    {
      'ten million by': 'requests',
      hours: hours((archive * (perArticle.reads + perArticle.transactions)) / limits.callsPerSecond),
    },
    {'ten million by': 'one core of an importer', hours: hours(machineSeconds)},
    {'ten million by': 'eight cores of importers', hours: hours(machineSeconds / 8)},
  ])
  const predicted = Math.max(
    (single.cost.transactions - limits.mutationsPerSecond) / limits.mutationsPerSecond,
    single.cost.cpuSeconds,
  )
  console.table([
    {
      simulation: `${slowArticles} articles, one a transaction`,
      'predicted s': round(predicted),
      'measured s': round(single.cost.seconds),
      'measured / predicted': round(single.cost.seconds / predicted),
      failed: single.cost.failed + batched.cost.failed,
    },
  ])
} finally {
  rmSync(work, {recursive: true, force: true})
}

async function importSome(
  dataset: Dataset,
  from: number,
  count: number,
  options: {concurrency: number; copiesAtOnce?: number},
): Promise<Cost> {
  const cost: Cost = {
    reads: 0,
    transactions: 0,
    bytesSent: 0,
    documents: 0,
    seconds: 0,
    cpuSeconds: 0,
    failed: 0,
  }
  const files: CopyFile[] = Array.from({length: count}, (_, index) => {
    const {bytes} = makeArticle(from + index + 1, 4000)
    const file = path.join(work, `${from + index}.txt`)
    writeFileSync(file, bytes)
    return {path: file, size: bytes.byteLength}
  })
  const report = startReport('', false)
  const cpu = process.cpuUsage()
  await runImport(files, report, {
    dataset: counting(dataset, cost),
    now: () => new Date(),
    dryRun: false,
    signal: new AbortController().signal,
    ...options,
  })
  const {user, system} = process.cpuUsage(cpu)
  return {...cost, seconds: report.seconds, cpuSeconds: (user + system) / 1e6, failed: report.failed}
}

function counting(dataset: Dataset, cost: Cost): Dataset {
  return {
    ...dataset,
    getDocuments: (ids) => {
      cost.reads += Math.ceil(ids.length / idsInRequest)
      return dataset.getDocuments(ids)
    },
    findCaptions: (keys) => {
      cost.reads++
      return dataset.findCaptions(keys)
    },
    findStories: (keys) => {
      cost.reads++
      return dataset.findStories(keys)
    },
    commit: (mutations, transactionId) => {
      cost.transactions++
      cost.documents += mutations.filter(({create, createIfNotExists}) => create ?? createIfNotExists).length
      cost.bytesSent += Buffer.byteLength(JSON.stringify(mutations))
      return dataset.commit(mutations, transactionId)
    },
  }
}

/** Runs `use` against a lake with the hosted limits in a process of its own. */
async function withLake(
  name: string,
  use: (dataset: Dataset) => Promise<Cost>,
): Promise<{cost: Cost; bytesOnDisk: number}> {
  const data = path.join(work, name)
  const command = path.join(import.meta.dirname, '../cli/main.ts')
  const lake = spawn(
    process.execPath,
    [command, 'lake', '--data', data, '--port', '0', '--limits', 'content-lake'],
    {stdio: ['ignore', 'pipe', 'ignore']},
  )
  try {
    const address = await new Promise<string>((resolve, reject) => {
      lake.stdout.once('data', (line: Buffer) => resolve(line.toString().trim()))
      lake.once('exit', (code) => reject(new Error(`The lake ended with ${code} before it was up`)))
    })
    const cost = await use(openRemoteDataset({projectId: 'local', dataset: 'production', apiHost: address}))
    await new Promise<void>((resolve) => {
      lake.once('exit', () => resolve())
      lake.kill('SIGTERM')
    })
    return {cost, bytesOnDisk: statSync(path.join(data, 'production.sqlite')).size}
  } finally {
    lake.kill('SIGKILL')
  }
}

function round(value: number): number {
  return Number(value.toPrecision(3))
}
