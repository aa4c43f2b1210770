/**
 * `node bench/train-page-blocks.ts [--folds N] [--write]`: learns which blocks of a saved page are the story, from the development
 * pages of the extraction set (`../shared/samples/extraction`). Without `--write` it only measures on held-out folds (a page
 * is never judged by trees that saw it); with it, trees learned from all pages go to `ingest/read/html/data/block-trees.json`.
 */
import {readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import {parseArgs} from 'node:util'
import {gunzipSync} from 'node:zlib'
import {featureNames} from '../ingest/read/html/block-features.ts'
import {toScorer, type BoostedTrees} from '../ingest/read/html/block-trees.ts'
import {collectPage} from '../ingest/read/html/collect-page.ts'
import {toWords} from '../ingest/text/words.ts'
import {growTrees, type TrainingRow, type TreeOptions} from './grow-trees.ts'

const root = path.resolve(import.meta.dirname, '..')
const samples = path.resolve(root, '../shared/samples/extraction')
const {values} = parseArgs({
  options: {
    folds: {type: 'string', default: '6'},
    write: {type: 'boolean', default: false},
    fit: {type: 'boolean', default: false},
    worst: {type: 'string', default: '0'},
    cut: {type: 'string', default: '0.5'},
    trees: {type: 'string', default: '220'},
    depth: {type: 'string', default: '4'},
    rate: {type: 'string', default: '0.08'},
    min: {type: 'string', default: '0.02'},
    l2: {type: 'string', default: '0.02'},
    share: {type: 'string', default: '0.4'},
    dump: {type: 'string', default: ''},
  },
})

interface GoldPage {
  id: string
  url: string
  html_path: string
  articleBody: string
}

const gold = readFileSync(path.join(samples, 'dev.gold.ndjson'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as GoldPage)
const pages = gold.map((page) => {
  const collected = collectPage(gunzipSync(readFileSync(path.join(samples, page.html_path))).toString('utf8'))
  const labels = labelsOf(
    collected.blocks.map(({words}) => words),
    page.articleBody,
  )
  return {page, collected, labels}
})

const options: TreeOptions = {
  trees: Number(values.trees),
  depth: Number(values.depth),
  rate: Number(values.rate),
  minWeight: Number(values.min),
  l2: Number(values.l2),
  share: Number(values.share),
}
const folds = Number(values.folds)
const {score} = (await import(pathToFileURL(path.join(samples, 'score-extraction.mjs')).href)) as {
  score: (
    gold: Map<string, unknown>,
    predicted: Map<string, unknown>,
    boot: number,
  ) => {
    res: Record<string, number>
    per: {id: string; url: string; f1: number; precision: number; recall: number}[]
  }
}
const predicted = new Map<string, unknown>()
const chances = new Map<string, number[]>()
for (let fold = 0; fold < folds; fold++) {
  const chance = toScorer(train(pages.filter((_, index) => index % folds !== fold)))
  for (const {page, collected} of pages.filter((_, index) => index % folds === fold)) {
    const scores = collected.features.map((row) => chance(row))
    chances.set(page.id, scores)
    const kept = collected.blocks.filter((_, index) => scores[index]! >= Number(values.cut))
    predicted.set(page.id, {id: page.id, articleBody: kept.map(({block}) => block.text).join('\n')})
  }
}
if (values.cut === 'all') {
  for (const cut of [0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7]) {
    const at = new Map(
      pages.map(({page, collected}) => [
        page.id,
        {
          id: page.id,
          articleBody: collected.blocks
            .filter((_, index) => chances.get(page.id)![index]! >= cut)
            .map(({block}) => block.text)
            .join('\n'),
        },
      ]),
    )
    const figures = score(new Map(gold.map((page) => [page.id, page])), at, 0).res
    console.log(cut, figures.f1!.toFixed(4), figures.precision!.toFixed(4), figures.recall!.toFixed(4))
  }
}
const {res, per} = score(new Map(gold.map((page) => [page.id, page])), predicted, 0)
console.log(
  `held-out folds: F1 ${res.f1!.toFixed(4)} P ${res.precision!.toFixed(4)} R ${res.recall!.toFixed(4)} pages below 0.8: ${res.pages_f1_below_0_8}`,
)
for (const {f1, precision, recall, id, url} of per
  .toSorted((a, b) => a.f1 - b.f1)
  .slice(0, Number(values.worst))) {
  console.log(`${f1.toFixed(3)} P ${precision.toFixed(3)} R ${recall.toFixed(3)} ${id.slice(0, 8)} ${url}`)
}
if (values.dump) dump(values.dump)
if (values.write || values.fit) {
  const model = train(pages)
  const chance = toScorer(model)
  const seen = new Map(
    pages.map(({page, collected}) => [
      page.id,
      {
        id: page.id,
        articleBody: collected.blocks
          .filter((_, index) => chance(collected.features[index]!) >= 0.5)
          .map(({block}) => block.text)
          .join('\n'),
      },
    ]),
  )
  console.log(
    `pages it learned from: F1 ${score(new Map(gold.map((page) => [page.id, page])), seen, 0).res.f1!.toFixed(4)}`,
  )
  const file = path.join(root, 'ingest/read/html/data/block-trees.json')
  if (values.write) writeFileSync(file, `${JSON.stringify(model)}\n`)
  if (values.write) console.log(`wrote ${path.relative(root, file)}`)
}

function train(from: typeof pages): BoostedTrees {
  const rows: TrainingRow[] = from.flatMap(({collected, labels}) => {
    const total = collected.blocks.reduce((sum, {wordCount}) => sum + wordCount, 0) || 1
    return collected.features.flatMap((features, index) => {
      const {wordCount} = collected.blocks[index]!
      const label = labels[index]!
      if (!wordCount || label === null) return []
      return [{features, label, weight: 0.2 / collected.blocks.length + Math.min(0.08, wordCount / total)}]
    })
  })
  return {features: featureNames, ...growTrees(rows, options)}
}

/**
 * Which blocks are in the gold body: long ones by their words' sequence (or most of their four-word runs), short ones only between
 * the long ones around them. Null where the words alone do not tell.
 */
function labelsOf(blocks: string[], body: string): (0 | 1 | null)[] {
  const goldText = ` ${toWords(body).join(' ')} `
  const goldWords = goldText.trim().split(' ')
  const runs = new Set(goldWords.map((_, index) => goldWords.slice(index, index + 4).join(' ')))
  const places = blocks.map((words) => {
    const own = words.split(' ')
    if (own.length < 7) return null
    const at = goldText.indexOf(` ${words} `)
    if (at >= 0) return {at, end: at + words.length}
    const hits = own.slice(0, -3).filter((_, index) => runs.has(own.slice(index, index + 4).join(' '))).length
    return hits >= (own.length - 3) * 0.6 ? {at: -1, end: -1} : null
  })
  const labels: (0 | 1 | null)[] = []
  for (let index = 0; index < blocks.length; index++) {
    const words = blocks[index]!
    if (words.split(' ').length >= 7) {
      labels.push(places[index] ? 1 : 0)
      continue
    }
    let before = index - 1
    while (before >= 0 && !(places[before] && places[before]!.at >= 0)) before--
    let after = index + 1
    while (after < blocks.length && !(places[after] && places[after]!.at >= 0)) after++
    const from = before >= 0 && index - before < 25 ? places[before]!.end : 0
    const to =
      after < blocks.length && after - index < 25
        ? places[after]!.at + 1
        : before >= 0 && index - before < 25
          ? goldText.length
          : 0
    labels.push(words && to > from && goldText.slice(from, to + 1).includes(` ${words} `) ? 1 : 0)
  }
  return labels
}

function dump(prefix: string): void {
  for (const {page, collected, labels} of pages) {
    if (!prefix.split(',').some((start) => page.id.startsWith(start))) continue
    console.log(page.url)
    const scores = chances.get(page.id)!
    for (const [index, {block, vote, wordCount}] of collected.blocks.entries()) {
      if (!wordCount || (scores[index]! < 0.05 && labels[index] === 0)) continue
      console.log(
        `${labels[index]} ${scores[index]!.toFixed(2)} v${vote.toFixed(1)} ${block.kind.padEnd(10)} ${block.text.slice(0, 140).replaceAll('\n', '|')}`,
      )
    }
  }
}
