import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {gunzipSync} from 'node:zlib'
import {evaluate as evaluateAlone, parse} from 'groq-js'
import {describe, expect, test} from 'vitest'
import type {Lake} from '../../lake/index.ts'
import {evaluate} from '../../lake/store/index.ts'
import {ask, openTestLake} from './open-test-lake.ts'

const file = path.resolve(import.meta.dirname, '../../../shared/samples/groq/conformance-dev.ndjson.gz')

interface DatasetLine {
  _type: 'dataset'
  _id: string
  documents: Record<string, unknown>[]
}
interface CaseLine {
  _type: 'test'
  _id: string
  name: string
  query: string
  variables?: Record<string, unknown>
  params?: Record<string, unknown>
  dataset?: {_ref: string}
  result?: unknown
  valid?: boolean
}

/** Numbers at ten significant digits, as geo and floating sums differ past those. */
function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Number(value.toPrecision(10))
  if (Array.isArray(value)) return value.map(rounded)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, rounded(child)]))
}

describe.runIf(existsSync(file))('the conformance cases of GROQ', () => {
  test('give over HTTP what groq-js alone gives, or better; the one that it never ends is answered in under a second', async () => {
    const lines = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n')
    const entries = lines.map((line) => JSON.parse(line) as DatasetLine | CaseLine)
    const datasets = new Map(
      entries.flatMap((entry) => (entry._type === 'dataset' ? [[entry._id, entry]] : [])),
    )
    const lakes = new Map<string, Lake>()
    const lakeOf = (id: string | undefined): Lake | undefined => {
      const documents = datasets.get(id ?? '')?.documents ?? []
      let lake = lakes.get(id ?? '')
      if (!lake) {
        lake = openTestLake({maxQueryMs: 900})
        // The cases see exactly these documents, with no times or revisions of the lake's.
        lake.context.storeOf('production').query = queryOver(lake, documents)
        lakes.set(id ?? '', lake)
      }
      return lake
    }

    const regressions: string[] = []
    let [ours, theirs, slowestMs] = [0, 0, 0]
    for (const entry of entries) {
      if (entry._type !== 'test') continue
      const params = entry.variables ?? entry.params ?? {}
      const wanted = JSON.stringify(rounded(entry.result ?? null))
      const started = performance.now()
      const answer = await ask(lakeOf(entry.dataset?._ref)!, '/v1/data/query/production', {
        body: {query: entry.query, params},
      })
      slowestMs = Math.max(slowestMs, performance.now() - started)
      const isOurs =
        entry.valid === false
          ? answer.status === 400
          : answer.status === 200 && JSON.stringify(rounded(answer.body['result'])) === wanted
      const isTheirs = await passesAlone(
        entry,
        datasets.get(entry.dataset?._ref ?? '')?.documents ?? [],
        params,
        wanted,
      )
      if (isOurs) ours++
      if (isTheirs) theirs++
      if (isTheirs && !isOurs)
        regressions.push(`${entry.name}: ${entry.query} -> ${JSON.stringify(answer.body).slice(0, 200)}`)
    }
    process.stdout.write(
      `conformance: ${ours} by the lake, ${theirs} by groq-js; slowest ${Math.round(slowestMs)} ms\n`,
    )
    expect(regressions).toEqual([])
    expect(slowestMs).toBeLessThan(1000)
  }, 300_000)
})

function queryOver(lake: Lake, documents: Record<string, unknown>[]): Lake['store']['query'] {
  const byId = new Map(documents.map((document) => [document['_id'], document]))
  return (query, params = {}) =>
    evaluate(query, params, {
      ...lake.store.querySource(),
      documents: () => documents as never,
      document: (id: string) => byId.get(id) as never,
    })
}

/** Nested so deep, groq-js alone does not end. */
function isEndless(query: string): boolean {
  return (query.match(/_id in \*/g)?.length ?? 0) > 6
}

async function passesAlone(
  entry: CaseLine,
  dataset: Record<string, unknown>[],
  params: Record<string, unknown>,
  wanted: string,
): Promise<boolean> {
  try {
    const tree = parse(entry.query, {params})
    if (entry.valid === false || isEndless(entry.query)) return false
    const value = await evaluateAlone(tree, {dataset, params})
    return JSON.stringify(rounded((await value.get()) ?? null)) === wanted
  } catch {
    return entry.valid === false
  }
}
