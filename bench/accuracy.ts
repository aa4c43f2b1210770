/**
 * `npm run bench:accuracy`: scores the development sets (in `../shared/samples`, where they are at hand) with their own scorers and
 * prints each figure beside its baseline and the figure to reach.
 */
import {execFileSync} from 'node:child_process'
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const samples = path.resolve(root, '../shared/samples')

interface Row {
  figure: string
  measured: string
  baseline: string
  mustReach: string
}

if (!existsSync(samples)) {
  process.stderr.write(
    `The labelled sets are not here: ${path.relative(process.cwd(), samples)} does not exist. Nothing to score.\n`,
  )
  process.exit(1)
}
const work = mkdtempSync(path.join(tmpdir(), 'newsroom-accuracy-'))
try {
  const rows: Row[] = [...scoreArticles(), ...scoreQuotes(), ...scoreCaptions()]
  console.table(rows)
} finally {
  rmSync(work, {recursive: true})
}

function predict(task: string, gold: string, args: string[] = []): string {
  const out = path.join(work, `${task}-${path.basename(gold)}`)
  const output = execFileSync(process.execPath, [path.join(root, 'bench/predict.ts'), task, ...args], {
    input: readFileSync(gold),
    maxBuffer: 2 ** 30,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  writeFileSync(out, output)
  return out
}

function score(scorer: string, gold: string, predictions: string): Record<string, never> {
  const output = execFileSync(process.execPath, [path.join(samples, scorer), gold, predictions, '--json'], {
    maxBuffer: 2 ** 30,
    encoding: 'utf8',
  })
  return JSON.parse(output) as Record<string, never>
}

function scoreArticles(): Row[] {
  const gold = path.join(samples, 'extraction/dev.gold.ndjson')
  const text = predict('article-text', gold)
  const html = predict('article-html', gold, ['--base', path.join(samples, 'extraction')])
  const newsletters = score(
    'newsletters/score-newsletters.mjs',
    path.join(samples, 'newsletters/dev.gold.ndjson'),
    text,
  )
  return [
    row(
      'extraction, text only: F1',
      pick(score('extraction/score-extraction.mjs', gold, text), 'f1'),
      '0.905 rules, 0.924 net',
      '0.935',
    ),
    row(
      'extraction, pages: F1',
      pick(score('extraction/score-extraction.mjs', gold, html), 'f1'),
      '0.951 Readability',
      '0.965',
    ),
    row('newsletter blocks: F1', pick(newsletters, 'blocks.f1'), '0.864', '0.90'),
    row(
      'newsletter blocks: false a page that has none',
      pick(newsletters, 'pagesWithNone.perPage'),
      '0.02',
      '0.02',
    ),
  ]
}

function scoreQuotes(): Row[] {
  const gold = path.join(samples, 'quotes/dev.ndjson')
  const british = path.join(work, 'dev.british.ndjson')
  writeFileSync(
    british,
    execFileSync(process.execPath, [path.join(samples, 'quotes/british.mjs'), gold], {maxBuffer: 2 ** 30}),
  )
  const scored = score('quotes/score.mjs', gold, predict('quotes', gold))
  const scoredBritish = score('quotes/score.mjs', british, predict('quotes', british))
  return [
    row('quotes: (a) exact F1', pick(scored, 'metrics.span_exact.f1'), '95', '97.5'),
    row(
      'quotes, single-quote style: (a) exact F1',
      pick(scoredBritish, 'metrics.span_exact.f1'),
      '33.5',
      '90',
    ),
    row('quotes: (a+b) attributed F1', pick(scored, 'metrics.attributed_quote_exact.f1'), '61', '82'),
  ]
}

function scoreCaptions(): Row[] {
  const gold = path.join(samples, 'captions/dev.pairs.ndjson')
  const scored = score('captions/score-captions.mjs', gold, predict('captions', gold))
  return [
    row('captions, all pairs: F1', pick(scored, 'all.f1'), '0.958', '0.97'),
    row('captions, all pairs: false merges', pick(scored, 'all.fp'), '6', 'at most 3'),
    row('captions, hand-judged pairs: F1', pick(scored, 'hand.f1'), '0.92', '0.94'),
  ]
}

function row(figure: string, measured: string, baseline: string, mustReach: string): Row {
  return {figure, measured, baseline, mustReach}
}

function pick(scored: unknown, at: string): string {
  const value = at
    .split('.')
    .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], scored)
  if (typeof value !== 'number')
    throw new Error(`The scorer's answer has no "${at}": ${JSON.stringify(scored).slice(0, 400)}`)
  return String(Math.round(value * 10_000) / 10_000)
}
