/**
 * `node bench/generalisation.ts [--part text,pages,quotes,captions,newsletters] [--seeds 1,2,3]`: how the figures of `npm run bench:accuracy` hold
 * on what was not looked at. Learned parts: held-out folds by site (articles for quotes). Rules: the development sets written
 * otherwise (line ends, marks, names, credits; see perturb.ts). Prints each beside the figure on the set as it is.
 */
import {execFileSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {parseArgs} from 'node:util'
import {findQuotesWith} from '../ingest/quotes/find.ts'
import {readExtractionSet, toFolds, type ExtractionSet} from './extraction-set.ts'
import {bodyOf, fitPages, toLabelledPages} from './page-trainer.ts'
import {captionPerturbations, pagePerturbations, quotePerturbations} from './perturb.ts'
import {fitQuotes, quoteSamples, readGold, toExamples, type GoldArticle} from './quote-trainer.ts'
import {fitStory, storyOf, toFamilies} from './story-trainer.ts'
import {predictArticleText} from './tasks/article-text.ts'
import {predictCaption, type CaptionPair} from './tasks/captions.ts'
import {predictQuotes} from './tasks/quotes.ts'

const {values} = parseArgs({
  options: {
    part: {type: 'string', default: 'text,pages,quotes,captions,newsletters'},
    seeds: {type: 'string', default: '1,2,3'},
  },
})
const parts = new Set(values.part.split(','))
const seeds = values.seeds.split(',').map(Number)
const samples = path.resolve(import.meta.dirname, '../../shared/samples')
const work = mkdtempSync(path.join(tmpdir(), 'newsroom-generalisation-'))
const foldCount = 5

try {
  if (parts.has('text') || parts.has('pages') || parts.has('newsletters')) {
    const set = await readExtractionSet()
    if (parts.has('text')) textFolds(set)
    if (parts.has('pages')) pageFolds(set)
    if (parts.has('text') || parts.has('newsletters')) await writtenOtherwise(set)
  }
  if (parts.has('quotes')) quoteFolds()
  if (parts.has('captions')) captionsOtherwise()
} finally {
  rmSync(work, {recursive: true})
}

function print(what: string, figures: number[]): void {
  const mean = figures.reduce((sum, figure) => sum + figure, 0) / figures.length
  console.log(
    `${what.padEnd(58)} ${mean.toFixed(4)}${figures.length > 1 ? `   (${figures.map((figure) => figure.toFixed(4)).join(' ')})` : ''}`,
  )
}

function textFolds(set: ExtractionSet): void {
  const families = toFamilies(set.pages)
  const foldFigures = seeds.map((seed) => {
    const folds = toFolds(set.pages, foldCount, seed)
    const bodies = new Map<string, string>()
    for (let fold = 0; fold < foldCount; fold++) {
      const model = fitStory(families.filter((_, index) => folds[index] !== fold))
      families.forEach(({page}, index) => {
        if (folds[index] === fold) bodies.set(set.pages[index]!.id, storyOf(page, model))
      })
    }
    return set.score(bodies).f1
  })
  print('extraction, text only: F1, folds by site', foldFigures)
}

function pageFolds(set: ExtractionSet): void {
  const pages = toLabelledPages(set.pages, set.folder)
  const figures = seeds.map((seed) => {
    const folds = toFolds(set.pages, foldCount, seed)
    const bodies = new Map<string, string>()
    for (let fold = 0; fold < foldCount; fold++) {
      const model = fitPages(pages.filter((_, index) => folds[index] !== fold))
      pages.forEach((page, index) => {
        if (folds[index] === fold) bodies.set(set.pages[index]!.id, bodyOf(page, model))
      })
    }
    return set.score(bodies).f1
  })
  print('extraction, pages: F1, folds by site', figures)
}

/** The importer's own trees, which saw these pages as they are: how far the figures move when the pages are written otherwise. */
async function writtenOtherwise(set: ExtractionSet): Promise<void> {
  const asIs = {name: 'as it is', apply: (text: string) => text}
  for (const {name, apply} of [asIs, ...pagePerturbations]) {
    const bodies = new Map<string, string>()
    const lines: string[] = []
    for (const [index, page] of set.pages.entries()) {
      const prediction = await predictArticleText({id: page.id, text: apply(page.text, index + 1)})
      bodies.set(page.id, prediction.articleBody.join('\n'))
      lines.push(JSON.stringify(prediction))
    }
    print(`extraction, text only: F1, ${name} (trees saw it)`, [set.score(bodies).f1])
    const linesMoved = /doubled|no blank|gone/.test(name)
    if (!linesMoved) print(`newsletter blocks: F1, ${name}`, [scoreNewsletters(lines)])
  }
}

function scoreNewsletters(lines: readonly string[]): number {
  const file = path.join(work, 'newsletters.ndjson')
  writeFileSync(file, `${lines.join('\n')}\n`)
  const {blocks} = JSON.parse(
    runScorer('newsletters/score-newsletters.mjs', path.join(samples, 'newsletters/dev.gold.ndjson'), file),
  ) as {blocks: {f1: number}}
  return blocks.f1
}

function quoteFolds(): void {
  const train = readGold(path.join(quoteSamples, 'train.ndjson'))
  const {examples} = toExamples(train)
  const lines: string[] = []
  for (let fold = 0; fold < foldCount; fold++) {
    const weights = fitQuotes(examples.filter((_, index) => index % foldCount !== fold))
    train.forEach((article, index) => {
      if (index % foldCount !== fold) return
      const predicted = predictQuotes(article, (sources, options) =>
        findQuotesWith(weights, sources, options),
      )
      lines.push(JSON.stringify(predicted))
    })
  }
  printQuotes('train set, held-out folds', scoreQuotes(train, lines))
  const dev = readGold(path.join(quoteSamples, 'dev.ndjson'))
  const asIs = {name: 'as it is', apply: (text: string) => text}
  for (const {name, apply} of [asIs, ...quotePerturbations]) {
    const articles = dev.map((article, index) => rewritten(article, apply(article.text, index + 1)))
    const predictions = articles.map((article) => JSON.stringify(predictQuotes(article)))
    printQuotes(`dev set, ${name}`, scoreQuotes(articles, predictions))
  }
}

/** The same article in other characters of the same count: every span's words are read again, names follow. */
function rewritten(article: GoldArticle, text: string): GoldArticle {
  const copy = structuredClone(article) as GoldArticle & {
    quotes: {start: number; end: number; text: string}[]
  }
  if (text.length !== article.text.length)
    throw new Error(`The perturbation moved the offsets of "${article.id}".`)
  const words = new Map<string, string>()
  const pattern = /[\p{L}\p{N}]+/gu
  for (const match of article.text.matchAll(pattern))
    words.set(match[0], text.slice(match.index, match.index + match[0].length))
  copy.text = text
  for (const quote of copy.quotes) {
    quote.text = text.slice(quote.start, quote.end)
    for (const span of [
      quote.speaker,
      (quote as unknown as {cue: GoldArticle['quotes'][number]['speaker']}).cue,
    ])
      if (span) span.text = text.slice(span.start, span.end)
    if (quote.entity) quote.entity = quote.entity.replaceAll(pattern, (word) => words.get(word) ?? word)
    if (quote.head) quote.head = quote.head.replaceAll(pattern, (word) => words.get(word) ?? word)
  }
  return copy
}

function scoreQuotes(gold: readonly unknown[], predictions: readonly string[]): Record<string, {f1: number}> {
  const goldFile = path.join(work, 'quotes.gold.ndjson')
  const file = path.join(work, 'quotes.ndjson')
  writeFileSync(goldFile, `${gold.map((article) => JSON.stringify(article)).join('\n')}\n`)
  writeFileSync(file, `${predictions.join('\n')}\n`)
  const {metrics} = JSON.parse(runScorer('quotes/score.mjs', goldFile, file)) as {
    metrics: Record<string, {f1: number}>
  }
  return metrics
}

function printQuotes(what: string, metrics: Record<string, {f1: number}>): void {
  print(`quotes: (a) exact F1, ${what}`, [metrics['span_exact']!.f1])
  print(`quotes: (a+b) attributed F1, ${what}`, [metrics['attributed_quote_exact']!.f1])
}

function captionsOtherwise(): void {
  const gold = path.join(samples, 'captions/dev.pairs.ndjson')
  const pairs = readFileSync(gold, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as CaptionPair)
  const asIs = {name: 'as it is', apply: (text: string) => text}
  for (const {name, apply} of [asIs, ...captionPerturbations]) {
    const file = path.join(work, 'captions.ndjson')
    const predictions = pairs.map((pair, index) =>
      predictCaption({...pair, ...applyToBoth(pair, (text) => apply(text, index + 1))}),
    )
    writeFileSync(file, `${predictions.map((prediction) => JSON.stringify(prediction)).join('\n')}\n`)
    const {all, hand} = JSON.parse(runScorer('captions/score-captions.mjs', gold, file)) as Record<
      'all' | 'hand',
      {f1: number; fp: number}
    >
    print(`captions: F1, ${name} (${all.fp} false merges)`, [all.f1])
    print(`captions, hand-judged: F1, ${name}`, [hand.f1])
  }
}

/** Both captions as one text: what stands with a small letter in either is no name in the other. */
function applyToBoth({a, b}: CaptionPair, apply: (text: string) => string): {a: string; b: string} {
  const [one = '', other = ''] = apply(`${a}\u0000${b}`).split('\u0000')
  return {a: one, b: other}
}

function runScorer(scorer: string, gold: string, predictions: string): string {
  return execFileSync(process.execPath, [path.join(samples, scorer), gold, predictions, '--json'], {
    maxBuffer: 2 ** 30,
    encoding: 'utf8',
  })
}
