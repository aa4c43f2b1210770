/**
 * `node bench/import-speed.ts [articles]`: raw text articles from files to stored documents, end to end as `newsroom import` does it (threads and their start
 * counted in), beside the
 * bare work added up: reading and understanding the same files in this process, and inserting the documents that came of it into SQLite
 * alone, sixty-four articles a transaction, `synchronous = full`. In turns.
 */
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {enableCompileCache} from 'node:module'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {openEmbeddedDataset} from '../cli/dataset/embedded-dataset.ts'
import {startReport} from '../cli/import/import-report.ts'
import {filesForThreads, openParsePool} from '../cli/import/parse-pool.ts'
import {runImport} from '../cli/import/run-import.ts'
import {toDocuments} from '../ingest/documents/index.ts'
import {parseCopy} from '../ingest/parse-copy.ts'
import {makeArticle} from './make-article.ts'
import {isShort, median, reportRows, toRow} from './rows.ts'

// As the command does.
enableCompileCache()
const count = Number(process.argv[2] ?? (isShort ? 150 : 1000))
const rounds = isShort ? 2 : 5
const work = mkdtempSync(path.join(tmpdir(), 'newsroom-bench-'))
mkdirSync(path.join(work, 'copy'))
const files = Array.from({length: count}, (_, index) => {
  const {bytes} = makeArticle(index + 1)
  const file = path.join(work, 'copy', `${index}.txt`)
  writeFileSync(file, bytes)
  return {path: file, size: bytes.byteLength}
})

/** Read, understood, and made into documents; nothing is stored. */
async function parseBare(): Promise<{_id: string; _type: string}[][]> {
  const made: {_id: string; _type: string}[][] = []
  for (const file of files) {
    const copy = await parseCopy({bytes: readFileSync(file.path), fileName: file.path})
    const {wireCopy, articles, supporting} = toDocuments(copy, {receivedAt: '2026-01-01T00:00:00Z'})
    made.push([wireCopy, ...articles, ...supporting])
  }
  return made
}

function insertBare(made: readonly {_id: string; _type: string}[][], round: number): void {
  const database = new DatabaseSync(path.join(work, `bare-${round}.sqlite`))
  database.exec('pragma journal_mode = wal; pragma synchronous = full')
  database.exec('create table documents (id text primary key, type text not null, content text not null)')
  const insert = database.prepare('insert or replace into documents values (?, ?, ?)')
  for (let start = 0; start < made.length; start += 64) {
    database.exec('begin')
    for (const document of made.slice(start, start + 64).flat())
      insert.run(document._id, document._type, JSON.stringify(document))
    database.exec('commit')
  }
  database.close()
}

async function importAll(round: number): Promise<void> {
  const dataset = openEmbeddedDataset(path.join(work, `data-${round}`), 'production')
  const report = startReport('', false)
  const pool = count >= filesForThreads ? openParsePool({takesPart: true}) : undefined
  await runImport(files, report, {
    dataset,
    ...(pool ? {pool} : {}),
    now: () => new Date(),
    dryRun: false,
    signal: new AbortController().signal,
  })
  await pool?.close()
  await dataset.close()
  if (report.written !== count) throw new Error(`${report.written} of ${count} were written.`)
}

async function time(run: () => unknown): Promise<number> {
  const started = performance.now()
  await run()
  return performance.now() - started
}

try {
  const times = {parse: [] as number[], insert: [] as number[], all: [] as number[]}
  for (let round = 0; round <= rounds; round++) {
    let made: {_id: string; _type: string}[][] = []
    const parse = await time(async () => (made = await parseBare()))
    const insert = await time(() => insertBare(made, round))
    const all = await time(() => importAll(round))
    // The first round only warms up.
    if (round === 0) continue
    times.parse.push(parse)
    times.insert.push(insert)
    times.all.push(all)
  }
  const each = (list: number[]) => (median(list) / count).toFixed(2)
  reportRows([
    toRow({
      what: 'raw text articles to stored documents, end to end',
      beside: 'bare parse and bare insert added up',
      ratioOf: 'time',
      mustReach: {atMost: 1.5},
      aim: {atMost: 1.2},
      ratios: times.all.map((ms, round) => ms / (times.parse[round]! + times.insert[round]!)),
      detail: `${each(times.all)} ms an article beside ${each(times.parse)} + ${each(times.insert)}`,
    }),
  ])
} finally {
  rmSync(work, {recursive: true, force: true})
}
