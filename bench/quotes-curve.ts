/**
 * `node bench/quotes-curve.ts`: what each threshold costs and buys on the development set: how many quotes are given a speaker, and
 * how many of those speakers are right. The table in docs/quotes.md.
 */
import {execFileSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {findQuotes} from '../ingest/quotes/index.ts'
import {predictQuotes} from './tasks/quotes.ts'

const samples = fileURLToPath(new URL('../../shared/samples/quotes/', import.meta.url))
const gold = path.join(samples, 'dev.ndjson')
const articles = readFileSync(gold, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as {id: string; text: string})
const folder = mkdtempSync(path.join(tmpdir(), 'quotes-curve-'))

console.log('| threshold | given a speaker | of these right | attributed F1 |\n| --- | --- | --- | --- |')
for (const threshold of [0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95]) {
  const predictions = path.join(folder, 'predictions.ndjson')
  writeFileSync(
    predictions,
    articles
      .map((article) => JSON.stringify(predictQuotes(article, (sources) => findQuotes(sources, {threshold}))))
      .join('\n'),
  )
  const {metrics} = JSON.parse(
    execFileSync(process.execPath, [path.join(samples, 'score.mjs'), gold, predictions, '--json'], {
      encoding: 'utf8',
    }),
  ) as {
    metrics: {
      speaker_answered: number
      speaker_precision_when_answered: number
      attributed_quote_exact: {f1: number}
    }
  }
  const percent = (value: number): string => (100 * value).toFixed(1)
  console.log(
    `| ${threshold} | ${percent(metrics.speaker_answered)} % | ${percent(metrics.speaker_precision_when_answered)} % | ${percent(metrics.attributed_quote_exact.f1)} |`,
  )
}
rmSync(folder, {recursive: true})
