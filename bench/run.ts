/**
 * `npm run bench [-- --short] [--only text] [--json file]`: every measurement of speed that needs nothing but this repository, each in a process of
 * its own, and one table of them: ratios against a named peer of the same run, medians of several rounds. The table is written as JSON too,
 * to `bench-results.json` unless said. `--short` takes small data and fails only where a ratio misses what it must reach by more
 * than six times, so that a busy machine does not fail it. `npm run bench:accuracy` scores the labelled sets.
 */
import {spawnSync} from 'node:child_process'
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {cpus, tmpdir} from 'node:os'
import path from 'node:path'
import {parseArgs} from 'node:util'
import {toQueryRows} from './query-rows.ts'
import {missOf, printRows, type Row} from './rows.ts'

const {values} = parseArgs({
  options: {
    short: {type: 'boolean', default: false},
    only: {type: 'string', default: ''},
    json: {type: 'string', default: 'bench-results.json'},
  },
})
const work = mkdtempSync(path.join(tmpdir(), 'newsroom-bench-run-'))
const rowsFile = path.join(work, 'rows.ndjson')
const queriesFile = path.join(work, 'queries.json')
/** groq-js beside the lake holds all documents in memory. */
const heap = '--max-old-space-size=12000'
const queries = ['lake-queries.ts', '--json', queriesFile]
/** The script of each step with its arguments; all print figures in units as well. */
const steps = values.short
  ? [
      ['lake-writes.ts'],
      ['bulk-load.ts'],
      ['import-speed.ts'],
      ['listen-scale.ts'],
      ['captions-scale.ts', '5000', '50000'],
      [...queries, '4000', '--small', '1000', '--rounds', '1'],
    ]
  : [
      ['text-import.ts'],
      ['lake-writes.ts'],
      ['bulk-load.ts'],
      ['import-speed.ts'],
      ['listen-scale.ts'],
      ['captions-scale.ts'],
      ['lake-kill.ts'],
      ['studio-speed.ts'],
      [...queries, '--huge', '1000000'],
    ]
const maxMiss = values.short ? 6 : 1

const failed: string[] = []
try {
  for (const [script = '', ...args] of steps.filter(([name]) => name?.includes(values.only))) {
    process.stdout.write(`\n── bench/${script}\n`)
    const {status} = spawnSync(process.execPath, [heap, path.join(import.meta.dirname, script), ...args], {
      stdio: 'inherit',
      env: {
        ...process.env,
        NEWSROOM_BENCH_ROWS: rowsFile,
        ...(values.short ? {NEWSROOM_BENCH: 'short'} : {}),
      },
    })
    if (status !== 0) failed.push(`bench/${script} ended with ${status}`)
  }
  const lines = existsSync(rowsFile) ? readFileSync(rowsFile, 'utf8').split('\n').filter(Boolean) : []
  const rows = lines.map((line) => JSON.parse(line) as Row)
  if (existsSync(queriesFile))
    rows.push(
      ...toQueryRows(JSON.parse(readFileSync(queriesFile, 'utf8')) as Parameters<typeof toQueryRows>[0]),
    )
  process.stdout.write('\n')
  printRows(rows)
  const machine = {node: process.version, processors: cpus().length, model: cpus()[0]?.model}
  writeFileSync(values.json, `${JSON.stringify({short: values.short, machine, rows}, null, 2)}\n`)
  for (const row of rows) {
    const miss = missOf(row.ratio, row.mustReach)
    if (!(miss <= maxMiss)) failed.push(`"${row.what}" misses what it must reach ${miss.toFixed(2)} times`)
  }
} finally {
  rmSync(work, {recursive: true, force: true})
}
for (const failure of failed) process.stdout.write(`✗ ${failure}\n`)
process.exitCode = failed.length > 0 ? 1 : 0
