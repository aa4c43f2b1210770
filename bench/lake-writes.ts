/**
 * `node bench/lake-writes.ts`: transactions a second of one document each over HTTP, each answered when it is on the disk, beside SQLite
 * alone in this process with the same durability (write-ahead log, `synchronous = full`, one transaction a document), in turns.
 */
import {rmSync, mkdtempSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {openPoster, startLakeProcess} from './lake-process.ts'
import {isShort, median, reportRows, toRow} from './rows.ts'

const rounds = isShort ? 3 : 7
const secondsARound = isShort ? 0.7 : 2
const writers = [1, 8, 64]

const text = 'The council voted on Tuesday to keep the harbour open through the winter. '.repeat(10)
const work = mkdtempSync(path.join(tmpdir(), 'newsroom-bench-'))
const database = new DatabaseSync(path.join(work, 'bare.sqlite'))
database.exec('pragma journal_mode = wal; pragma synchronous = full')
database.exec('create table documents (id text primary key, content text not null) without rowid')
const insert = database.prepare('insert into documents values (?, ?)')
const lake = await startLakeProcess()
let made = 0

const toDocument = () => ({
  _id: `article-${(made++).toString(36).padStart(8, '0')}`,
  _type: 'article',
  headline: `Harbour stays open ${made}`,
  slug: {_type: 'slug', current: `harbour-${made}`},
  body: text,
})

function writeBare(): number {
  const until = performance.now() + secondsARound * 1000
  const started = performance.now()
  let count = 0
  for (; performance.now() < until; count++) {
    const document = toDocument()
    insert.run(document._id, JSON.stringify(document))
  }
  return (count / (performance.now() - started)) * 1000
}

async function writeOverHttp(connections: number): Promise<number> {
  const poster = openPoster(lake.address, connections)
  const started = performance.now()
  const until = started + secondsARound * 1000
  let count = 0
  await Promise.all(
    Array.from({length: connections}, async () => {
      while (performance.now() < until) {
        await poster.post('/v1/data/mutate/production', JSON.stringify({mutations: [{create: toDocument()}]}))
        count++
      }
    }),
  )
  poster.close()
  return (count / (performance.now() - started)) * 1000
}

try {
  const bare: number[] = []
  const ours = new Map(writers.map((count) => [count, [] as number[]]))
  for (let round = 0; round <= rounds; round++) {
    const alone = writeBare()
    // The first round only warms up.
    if (round > 0) bare.push(alone)
    for (const [connections, rates] of ours) {
      const rate = await writeOverHttp(connections)
      if (round > 0) rates.push(rate)
    }
  }
  reportRows(
    [...ours].map(([connections, rates]) =>
      toRow({
        what: `transactions of one document, durable, over HTTP, ${connections} at once`,
        beside: 'SQLite alone, same durability, in process',
        ratioOf: 'speed',
        mustReach: {atLeast: 0.4},
        aim: {atLeast: 0.6},
        ratios: rates.map((rate, round) => rate / bare[round]!),
        detail: `${Math.round(median(rates))} a second beside ${Math.round(median(bare))}`,
      }),
    ),
  )
} finally {
  await lake.close()
  database.close()
  rmSync(work, {recursive: true, force: true})
}
