/**
 * Trains the line scorer of `ingest/arrange` from the extraction set's development pages and writes its trees to
 * `ingest/arrange/story-model.ts`. With `--check` it only cross-validates (5 folds by site) and prints the figures.
 *
 *   node bench/train-arrange.ts [--check] [--folds N] [--seed N] [--set FOLDER]
 */
import {readFileSync, writeFileSync} from 'node:fs'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {parseArgs} from 'node:util'
import {meanOfTrees, scoreRow, writeTrees, type BoostedTrees} from '../ingest/arrange/boosted-trees.ts'
import {toLineFeatures} from '../ingest/arrange/line-features.ts'
import {findNewsletterBoxes} from '../ingest/arrange/newsletter/index.ts'
import {toPageLines, type PageLine} from '../ingest/arrange/page-lines.ts'
import {toPageView, type PageView} from '../ingest/arrange/page-view.ts'
import {decideStory} from '../ingest/arrange/story-lines.ts'
import {boostTrees, mulberry} from './boost-trees.ts'
import {labelLines} from './label-lines.ts'

interface GoldPage {
  id: string
  url: string
  text: string
  articleBody: string
}

interface TrainingPage {
  lines: PageLine[]
  view: PageView
  boxed: Set<number>
  labels: number[]
  rows: Float32Array[]
}

const bags = 2
const options = {rounds: 100, depth: 3, rate: 0.1, l2: 4, minWeight: 6, featureShare: 0.4, groupShare: 0.8}
/** Pages made of parts of others count this much. */
const variantWeight = 0.5

const {values: args} = parseArgs({
  options: {
    check: {type: 'boolean', default: false},
    folds: {type: 'string', default: '5'},
    seed: {type: 'string', default: '1'},
    set: {type: 'string'},
  },
})
const folder = pathToFileURL(
  `${args.set ?? fileURLToPath(new URL('../../shared/samples/extraction', import.meta.url))}/`,
)
const gold = readFileSync(new URL('dev.gold.ndjson', folder), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as GoldPage)
const pages = gold.map((page) =>
  toTrainingPage(page.text, (lines) =>
    labelLines(
      lines.map(({text}) => text),
      page.articleBody,
    ),
  ),
)
const random = mulberry(5)
const variants = pages.map(toVariants)

if (args.check) await crossValidate()
else writeModel(fit(pages.map((_, index) => index)))

function toTrainingPage(text: string, label: (lines: PageLine[]) => number[]): TrainingPage {
  const lines = toPageLines(text)
  const view = toPageView(lines)
  const index = new Map(lines.map(({line}, at) => [line, at]))
  const boxed = new Set(
    findNewsletterBoxes(lines).flatMap((box) => box.lines.map((line) => index.get(line) ?? -1)),
  )
  return {lines, view, boxed, labels: label(lines), rows: toLineFeatures(view, boxed)}
}

/** The same page with a short story, copied with little around it, and both at once: people do all three, and the set has few of any. */
function toVariants({lines, view, labels}: TrainingPage): TrainingPage[] {
  const story = labels.flatMap((label, at) => (label > 0.5 ? [at] : []))
  const first = story[0] ?? 0
  const last = story.at(-1) ?? 0
  if (story.length < 6) return []
  const keep = (wanted: (at: number) => boolean, blanks: (at: number) => number): TrainingPage => {
    const kept = lines.flatMap((_, at) => (wanted(at) ? [at] : []))
    const text = kept.map((at) => '\n'.repeat(blanks(at)) + (lines[at]?.text ?? '')).join('\n')
    return toTrainingPage(text, () => kept.map((at) => labels[at] ?? 0))
  }
  const asItWas = (at: number): number => lines[at]?.blanksBefore ?? 0
  const draw = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1))
  const cut = story[draw(2, 6)] ?? last
  const headline = view.headline !== null && view.headline < first ? view.headline : first
  const from = Math.max(0, headline - draw(0, 3))
  const to = last + draw(0, 9)
  const shortCut = story[draw(3, 9)] ?? last + 1
  const rest = last + draw(0, 5)
  const spacing = draw(0, 2)
  return [
    keep((at) => at < cut || at > last, asItWas),
    keep((at) => at >= from && at <= to, asItWas),
    keep(
      (at) => at >= from && (at < shortCut || (at > last && at <= rest)),
      spacing === 0 ? asItWas : () => spacing - 1,
    ),
  ]
}

function fit(indexes: number[]): BoostedTrees {
  const rows: Float32Array[] = []
  const labels: number[] = []
  const weights: number[] = []
  const groups: number[] = []
  const add = (page: TrainingPage, group: number, share: number): void => {
    const counts = page.lines.map(({text}) => text.match(/[\p{L}\p{N}_]+/gu)?.length ?? 0)
    const total = counts.reduce((sum, count, at) => sum + ((page.labels[at] ?? 0) > 0.5 ? count : 0), 30)
    page.rows.forEach((row, at) => {
      rows.push(row)
      labels.push(page.labels[at] ?? 0)
      weights.push(share * (Math.sqrt((counts[at] ?? 0) / total) + 0.01))
      groups.push(group)
    })
  }
  indexes.forEach((index, group) => {
    add(pages[index] as TrainingPage, group, 1)
    for (const variant of variants[index] ?? []) add(variant, group, variantWeight)
  })
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length
  const scaled = Float64Array.from(weights, (weight) => weight / mean)
  return meanOfTrees(
    Array.from({length: bags}, (_, bag) =>
      boostTrees(rows, Float64Array.from(labels), scaled, Int32Array.from(groups), {
        ...options,
        seed: 7 + bag,
      }),
    ),
  )
}

async function crossValidate(): Promise<void> {
  const {score} = (await import(new URL('score-extraction.mjs', folder).href)) as {
    score: (
      gold: Map<string, GoldPage>,
      predicted: Map<string, {id: string; articleBody: string}>,
      boot: number,
    ) => {res: Record<string, number>; per: {id: string; f1: number; precision: number; recall: number}[]}
  }
  const folds = toFolds(Number(args.folds), Number(args.seed))
  const predicted = new Map<string, {id: string; articleBody: string}>()
  const scored: Record<string, number[]> = {}
  for (let fold = 0; fold < Number(args.folds); fold += 1) {
    const model = fit(pages.flatMap((_, index) => (folds[index] === fold ? [] : [index])))
    pages.forEach(({lines, view, boxed, rows}, index) => {
      if (folds[index] !== fold) return
      const scores = rows.map((row) => scoreRow(model, row))
      const story = decideStory(view, scores)
      const id = gold[index]?.id ?? ''
      scored[id] = scores
      predicted.set(id, {
        id,
        articleBody: lines
          .filter((_, at) => story[at] === true && at !== view.headline && !boxed.has(at))
          .map(({text}) => text)
          .join('\n'),
      })
    })
  }
  const {res} = score(new Map(gold.map((page) => [page.id, page])), predicted, 1000)
  console.log(
    `cross-validated by site, ${args.folds} folds, seed ${args.seed}: F1 ${res['f1']?.toFixed(4)} ± ${res['f1_std']?.toFixed(3)}  P ${res['precision']?.toFixed(4)}  R ${res['recall']?.toFixed(4)}  median page ${res['page_f1_median']?.toFixed(3)}  pages below 0.8: ${res['pages_f1_below_0_8']}`,
  )
  if (process.env['SCORES_FILE'] !== undefined)
    writeFileSync(process.env['SCORES_FILE'], JSON.stringify(gold.map(({id}) => scored[id])))
}

/** Pages of one site are in one fold. */
function toFolds(count: number, seed: number): number[] {
  const sites = [...new Set(gold.map(({url}) => toSite(url)))]
  const draw = mulberry(seed)
  const order = sites.map((site) => ({site, key: draw()})).sort((one, other) => one.key - other.key)
  const foldOf = new Map(order.map(({site}, at) => [site, at % count]))
  return gold.map(({url}) => foldOf.get(toSite(url)) ?? 0)
}

function toSite(url: string): string {
  return new URL(url).hostname.split('.').slice(-2).join('.')
}

function writeModel(model: BoostedTrees): void {
  const trees = writeTrees(model).map((tree) => `  '${tree}',`)
  const text = `import {parseTrees} from './boosted-trees.ts'

// Written by bench/train-arrange.ts from the development pages of the extraction set. Numbers only: no text of any page.

/** Scores a line by \`toLineFeatures\`: log-odds of being part of the story. */
export const storyModel = parseTrees(${model.bias.toPrecision(5)}, [
${trees.join('\n')}
])
`
  writeFileSync(new URL('../ingest/arrange/story-model.ts', import.meta.url), text)
  console.log(
    `${model.trees.length} trees written to ingest/arrange/story-model.ts (${(text.length / 1024).toFixed(0)} KiB)`,
  )
}
