/**
 * `node bench/bulk-load.ts [documents]`: NDJSON of articles into an empty lake by `newsroom load` (through the lake that runs, over HTTP, and
 * into the folder), beside `sanity dataset import` into the same kind of lake (its library, in process, so that the start of its command is
 * not counted), and beside SQLite alone: parse each line and insert it, a thousand a transaction, `synchronous = full`. In turns.
 */
import {createReadStream, mkdtempSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {createInterface} from 'node:readline'
import {DatabaseSync} from 'node:sqlite'
import {createClient} from '@sanity/client'
import {sanityImport} from '@sanity/import'
import {loadDocuments} from '../lake/load/index.ts'
import {openStore} from '../lake/store/index.ts'
import {startLakeProcess} from './lake-process.ts'
import {isShort, median, reportRows, toRow} from './rows.ts'

const documents = Number(process.argv[2] ?? (isShort ? 3000 : 20_000))
const rounds = isShort ? 1 : 3
const work = mkdtempSync(path.join(tmpdir(), 'newsroom-bench-'))
const file = path.join(work, 'articles.ndjson')
const text = 'The council voted on Tuesday to keep the harbour open through the winter. '

writeFileSync(
  file,
  Array.from({length: documents}, (_, n) => {
    const body = Array.from({length: 8}, (_unused, block) => ({
      _type: 'block',
      _key: `k${block}`,
      style: 'normal',
      markDefs: [],
      children: [{_type: 'span', _key: `s${block}`, text: text.repeat(2), marks: []}],
    }))
    return `${JSON.stringify({
      _id: `article-${(Math.imul(n, 2_654_435_761) >>> 0).toString(16).padStart(8, '0')}`,
      _type: 'article',
      headline: `Harbour stays open ${n}`,
      slug: {_type: 'slug', current: `harbour-${n}`},
      body,
    })}\n`
  }).join(''),
)
const read = () => createReadStream(file, {highWaterMark: 1024 * 1024})

async function loadBare(round: number): Promise<void> {
  const database = new DatabaseSync(path.join(work, `bare-${round}.sqlite`))
  database.exec('pragma journal_mode = wal; pragma synchronous = full')
  database.exec('create table documents (id text primary key, type text not null, content text not null)')
  const insert = database.prepare('insert into documents values (?, ?, ?)')
  let count = 0
  database.exec('begin')
  for await (const line of createInterface({input: read()})) {
    const document = JSON.parse(line) as {_id: string; _type: string}
    insert.run(document._id, document._type, line)
    if (++count % 1000 === 0) database.exec('commit; begin')
  }
  database.exec('commit')
  database.close()
}

async function loadFolder(round: number): Promise<void> {
  const store = openStore({path: path.join(work, `own-${round}.sqlite`)})
  const report = await loadDocuments(store, read(), {operation: 'create', onFinding: () => {}})
  store.close()
  if (report.written !== documents) throw new Error(`${report.written} of ${documents} were loaded.`)
}

async function loadRunning(address: string): Promise<void> {
  const response = await fetch(`${address}/v1/lake/load/production?operation=create`, {
    method: 'POST',
    body: read() as never,
    duplex: 'half',
  } as RequestInit)
  const answer = await response.text()
  if (!answer.includes(`"written":${documents}`)) throw new Error(answer.slice(0, 500))
}

async function importBySanity(address: string): Promise<void> {
  const client = createClient({
    projectId: 'local',
    dataset: 'production',
    apiVersion: '2025-02-19',
    apiHost: address,
    useProjectHostname: false,
    useCdn: false,
    token: 'local-editor',
  })
  await sanityImport(read(), {client, operation: 'create'} as never)
}

async function time(run: () => Promise<void>): Promise<number> {
  const started = performance.now()
  await run()
  return performance.now() - started
}

async function timeOnLake(run: (address: string) => Promise<void>): Promise<number> {
  const lake = await startLakeProcess()
  try {
    return await time(() => run(lake.address))
  } finally {
    await lake.close()
  }
}

try {
  const times = {
    bare: [] as number[],
    folder: [] as number[],
    running: [] as number[],
    sanity: [] as number[],
  }
  for (let round = 0; round < rounds; round++) {
    times.bare.push(await time(() => loadBare(round)))
    times.folder.push(await time(() => loadFolder(round)))
    times.running.push(await timeOnLake(loadRunning))
    times.sanity.push(await timeOnLake(importBySanity))
  }
  const perSecond = (list: number[]) => Math.round(documents / (median(list) / 1000)).toLocaleString('en')
  const megabytes = (statSync(file).size / 1e6).toFixed(0)
  const detail = (own: number[], peer: number[]) =>
    `${perSecond(own)} documents a second beside ${perSecond(peer)} (${documents} of them, ${megabytes} MB)`
  reportRows([
    toRow({
      what: 'bulk load of NDJSON through the running lake',
      beside: 'sanity dataset import into the same lake',
      ratioOf: 'speed',
      mustReach: {atLeast: 5},
      aim: {atLeast: 10},
      ratios: times.sanity.map((ms, round) => ms / times.running[round]!),
      detail: detail(times.running, times.sanity),
    }),
    toRow({
      what: 'bulk load of NDJSON into the folder',
      beside: 'SQLite alone: parse and insert each line',
      ratioOf: 'speed',
      mustReach: {atLeast: 0.4},
      aim: {atLeast: 0.6},
      ratios: times.bare.map((ms, round) => ms / times.folder[round]!),
      detail: detail(times.folder, times.bare),
    }),
  ])
} finally {
  rmSync(work, {recursive: true, force: true})
}
