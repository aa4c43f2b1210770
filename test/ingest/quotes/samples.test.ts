import {execFileSync} from 'node:child_process'
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterAll, describe, expect, it} from 'vitest'
import {predictQuotes} from '../../../bench/tasks/quotes.ts'

const samples = path.resolve(import.meta.dirname, '../../../../shared/samples/quotes')

interface Score {
  metrics: {span_exact: {f1: number}; attributed_quote_exact: {f1: number}}
}

// The labelled set of the quote benchmark: what this project measures must stay above these floors.
describe.runIf(existsSync(samples))('on the development set', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'quotes-'))
  afterAll(() => rmSync(folder, {recursive: true}))

  function score(gold: string): Score {
    const predictions = path.join(folder, 'predictions.ndjson')
    const lines = readFileSync(gold, 'utf8').split('\n').filter(Boolean)
    writeFileSync(
      predictions,
      lines
        .map((line) => JSON.stringify(predictQuotes(JSON.parse(line) as {id: string; text: string})))
        .join('\n'),
    )
    return JSON.parse(
      execFileSync(process.execPath, [path.join(samples, 'score.mjs'), gold, predictions, '--json'], {
        encoding: 'utf8',
      }),
    ) as Score
  }

  it('quoted segments and their speakers are found', () => {
    const {metrics} = score(path.join(samples, 'dev.ndjson'))
    expect(metrics.span_exact.f1).toBeGreaterThanOrEqual(0.975)
    expect(metrics.attributed_quote_exact.f1).toBeGreaterThanOrEqual(0.87)
  })

  it('they are found in single-quote style too', () => {
    const british = path.join(folder, 'british.ndjson')
    writeFileSync(
      british,
      execFileSync(process.execPath, [path.join(samples, 'british.mjs'), path.join(samples, 'dev.ndjson')], {
        encoding: 'utf8',
        maxBuffer: 1e8,
      }),
    )
    const {metrics} = score(british)
    expect(metrics.span_exact.f1).toBeGreaterThanOrEqual(0.95)
    expect(metrics.attributed_quote_exact.f1).toBeGreaterThanOrEqual(0.84)
  })
})
