/**
 * Queries of the lake beside groq-js over the same documents already parsed in memory, in turn in one run; then how the lake's times grow, its
 * memory and its cold start. The documents are made from a seed (`make-newsroom.ts`) and kept in a folder between runs.
 *
 * `node --max-old-space-size=12000 bench/lake-queries.ts [documents, default 400000] [--small 40000] [--huge 1000000] [--data folder] [--json file]`
 */
import {spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {parseArgs} from 'node:util'
import {evaluateSync, parse, toJS} from 'groq-js'
import {createLake} from '../lake/index.ts'
import {evaluateNow} from '../lake/store/query/evaluate.ts'
import {openStore, type Store, type StoredDocument} from '../lake/store/index.ts'
import {fillLake} from './fill-lake.ts'
import {lakeQueries, type LakeQuery} from './lake-query-list.ts'
import {makeNewsroom, type Newsroom} from './make-newsroom.ts'
import {toMedian, toPercentile} from './percentile.ts'

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {
    small: {type: 'string', default: '40000'},
    huge: {type: 'string'},
    data: {type: 'string', default: path.join(tmpdir(), 'newsroom-bench')},
    json: {type: 'string'},
    rounds: {type: 'string', default: '3'},
    only: {type: 'string'},
  },
})
const total = Number(positionals[0] ?? 400_000)
const small = Number(values.small)
const rounds = Number(values.rounds)
/** Of the lake in a round; the peer is asked once, for it takes a second. */
const askedInRound = 40
/** As a lake that has been asked for a while; the peer's one query is thousands of the same. */
const warmUps = 300
/** A query that takes longer is asked less often. */
const slowMs = 50

interface Row {
  name: string
  lakeMs: number
  lakeP95Ms: number
  peer: string
  peerMs: number
  times: number
  httpMs: number
  /** The lake's median time over that at the small number of documents. */
  growth: number
  /** The exponent of the growth: 0 is none, 1 is as the documents. */
  exponent: number
}

/** The dataset's file, made when it is not there. */
function openData(count: number): string {
  mkdirSync(values.data, {recursive: true})
  const file = path.join(values.data, `newsroom-${count}.sqlite`)
  if (existsSync(file)) return file
  const part = `${file}.part`
  for (const end of ['', '-wal', '-shm']) rmSync(part + end, {force: true})
  const seconds = fillLake(part, makeNewsroom(count).documents())
  renameSync(part, file)
  process.stderr.write(
    `${count} documents stored in ${seconds.stored.toFixed(1)} s, indexed in ${seconds.indexed.toFixed(1)} s\n`,
  )
  return file
}

async function timeOf(action: () => unknown): Promise<number> {
  const startedAt = performance.now()
  await action()
  return performance.now() - startedAt
}

/** Times of the lake in process, with other parameters each time. */
async function askLake(
  store: Store,
  newsroom: Newsroom,
  row: LakeQuery,
  headlines: readonly string[],
  count: number,
  from: number,
) {
  const times: number[] = []
  for (let at = 0; at < count; at++) {
    const params = row.params(newsroom, from + at, headlines)
    times.push(await timeOf(() => store.query(row.query, params, {perspective: 'raw'})))
    if (times.at(-1)! > slowMs && at >= 2) break
  }
  return times
}

/** What the queries have asked for, such as copies of attributes, is made as it is while a lake has nothing else to do. */
function catchUp(store: Store): void {
  while (!store.catchUp(1000));
}

function headlinesOf(store: Store): Promise<string[]> {
  return store.fetch('*[_type == "article"][0...3000].headline')
}

async function measureRows(): Promise<Row[]> {
  const newsroom = makeNewsroom(total)
  const store = openStore({path: openData(total)})
  const fewer = openFewer()
  const documents = [...store.exportDocuments()]
  const alone = openAlone(documents)
  const lake = createLake()
  lake.context.storeOf = () => store
  // What groq-js cannot evaluate, the lake's own evaluation does over the same documents, without an index.
  const askPeer = (row: LakeQuery, params: Record<string, unknown>) => {
    if (!row.isHelped) return aloneOverStore(store, row.query, params)
    if (!row.query.includes('text::')) return alone(row.query, params)
    return evaluateNow(row.query, params, {
      ...store.querySource(),
      documents: () => documents,
      document: alone.find,
    })
  }
  const rows: Row[] = []
  const headlines = await headlinesOf(store)
  for (const row of lakeQueries.filter(({name}) => !values.only || name.includes(values.only))) {
    const asked = row.isHelped ? askedInRound : 1
    await askLake(store, newsroom, row, headlines, row.isHelped ? warmUps : 0, 0)
    catchUp(store)
    if (row.isHelped) await fewer.ask(row, warmUps, 0)
    const [ours, ofFewer, theirs, http]: [number[], number[], number[], number[]] = [[], [], [], []]
    for (let round = 0; round < rounds; round++) {
      ours.push(...(await askLake(store, newsroom, row, headlines, asked, 1000 + round * asked)))
      if (row.isHelped) ofFewer.push(...(await fewer.ask(row, asked, 1000 + round * asked)))
      const params = row.params(newsroom, 1000 + round * asked, headlines)
      let answer: unknown
      theirs.push(await timeOf(() => (answer = askPeer(row, params))))
      const wanted = JSON.stringify(answer ?? null)
      const given = JSON.stringify((await store.query(row.query, params, {perspective: 'raw'})) ?? null)
      if (given !== wanted)
        throw new Error(
          `${row.name}: the lake answers ${given.slice(0, 300)}, groq-js ${wanted.slice(0, 300)}`,
        )
      if (row.isHelped)
        for (let at = 0; at < asked; at++) {
          // Others than in process: what was just read is quicker.
          const others = row.params(newsroom, 2500 + round * asked + at, headlines)
          http.push(await timeOf(() => askOverHttp(lake.fetch, row.query, others)))
        }
    }
    const lakeMs = toMedian(ours)
    const growth = row.isHelped ? lakeMs / toMedian(ofFewer) : Number.NaN
    rows.push({
      name: row.name,
      lakeMs,
      lakeP95Ms: toPercentile(ours, 0.95),
      peer: peerName(row),
      peerMs: toMedian(theirs),
      times: toMedian(theirs) / lakeMs,
      httpMs: http.length > 0 ? toMedian(http) : Number.NaN,
      growth,
      exponent: Math.log(growth) / Math.log(total / small),
    })
    print(rows.at(-1)!)
  }
  store.close()
  fewer.close()
  return rows
}

/** The same newsroom with fewer documents, asked in turn with the large one: how fast the machine is changes within minutes. */
function openFewer(): {
  ask(row: LakeQuery, count: number, from: number): Promise<number[]>
  close(): void
} {
  const newsroom = makeNewsroom(small)
  const store = openStore({path: openData(small)})
  const headlines = headlinesOf(store)
  return {
    async ask(row, count, from) {
      const times = await askLake(store, newsroom, row, await headlines, count, from)
      catchUp(store)
      return times
    },
    close: () => store.close(),
  }
}

/** groq-js with all documents parsed, and a map to follow references with. */
function openAlone(documents: StoredDocument[]) {
  const byId = new Map(documents.map((document) => [document._id, document]))
  const ask = (query: string, params: Record<string, unknown>) =>
    toJS(
      evaluateSync(parse(query, {params}), {
        dataset: documents,
        params,
        dereference: ({_ref}) => byId.get(_ref),
      }),
    )
  return Object.assign(ask, {find: (id: string) => byId.get(id)})
}

function peerName(row: LakeQuery): string {
  if (!row.isHelped) return 'groq-js over the store'
  return row.query.includes('text::') ? 'the lake in memory' : 'groq-js in memory'
}

function aloneOverStore(store: Store, query: string, params: Record<string, unknown>): unknown {
  return openAlone([...store.exportDocuments()])(query, params)
}

async function askOverHttp(
  ask: (request: Request) => Promise<Response>,
  query: string,
  params: Record<string, unknown>,
): Promise<void> {
  const address = new URL(
    'http://localhost:3333/v2025-02-19/data/query/production?perspective=raw&returnQuery=false',
  )
  address.searchParams.set('query', query)
  for (const [name, value] of Object.entries(params))
    address.searchParams.set(`$${name}`, JSON.stringify(value))
  const response = await ask(new Request(address))
  if (!response.ok) throw new Error(await response.text())
  await response.arrayBuffer()
}

function print(row: Row): void {
  const figure = (value: number, digits = 2) =>
    (Number.isNaN(value) ? '–' : value.toFixed(digits)).padStart(9)
  process.stdout.write(
    `${row.name.padEnd(34)} ${figure(row.lakeMs, 3)} ms  p95 ${figure(row.lakeP95Ms, 3)}  http ${figure(row.httpMs, 3)}  ${row.peer.padEnd(22)} ${figure(row.peerMs, 0)} ms  ×${figure(row.times, 0)}  growth ${figure(row.growth)} (exponent ${figure(row.exponent)})\n`,
  )
}

const rows = await measureRows()
process.stdout.write(`${total} documents, growth from ${small}\n`)
const cold = values.huge ? measureCold(Number(values.huge)) : undefined
if (values.json) writeFileSync(values.json, JSON.stringify({total, small, rows, cold}, null, 2))

/** In a process of its own: the time from opening the file to each first answer, and the memory after it. */
function measureCold(count: number): unknown {
  const file = openData(count)
  const script = path.join(import.meta.dirname, 'lake-cold.ts')
  const {stdout, stderr, status} = spawnSync(process.execPath, [script, file, String(count)], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  process.stdout.write(stdout)
  return stdout.split('\n').filter(Boolean)
}
