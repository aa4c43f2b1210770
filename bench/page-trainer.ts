import {readFileSync} from 'node:fs'
import path from 'node:path'
import {gunzipSync} from 'node:zlib'
import {collectPage, type CollectedPage} from '../ingest/read/html/collect-page.ts'
import {judgePage} from '../ingest/read/html/judge-page.ts'
import {toWords} from '../ingest/text/words.ts'
import {toScorer, type BoostedTrees} from '../ingest/trees/boosted-trees.ts'
import {boostTrees, meanOfTrees, type BoostOptions} from './boost-trees.ts'
import type {GoldPage} from './extraction-set.ts'

/** A saved page's blocks, with whether each is in the gold body; null where the words alone do not tell. */
export interface LabelledPage {
  collected: CollectedPage
  labels: (0 | 1 | null)[]
}

export interface PageOptions extends Omit<BoostOptions, 'seed'> {
  /** Sets of trees, of other seeds, whose mean is taken. */
  bags: number
}

export const pageOptions: PageOptions = {
  rounds: 150,
  rate: 0.1,
  l2: 4,
  minWeight: 6,
  featureShare: 0.4,
  groupShare: 0.8,
  bags: 1,
}

export function toLabelledPages(pages: readonly GoldPage[], folder: string): LabelledPage[] {
  return pages.map((page) => {
    const collected = collectPage(
      gunzipSync(readFileSync(path.join(folder, page.html_path))).toString('utf8'),
    )
    return {
      collected,
      labels: labelsOf(
        collected.blocks.map(({words}) => words),
        page.articleBody,
      ),
    }
  })
}

/** Trains the scorer of blocks from these pages. */
export function fitPages(pages: readonly LabelledPage[], options: PageOptions = pageOptions): BoostedTrees {
  const rows: Float32Array[] = []
  const labels: number[] = []
  const weights: number[] = []
  const groups: number[] = []
  pages.forEach(({collected, labels: known}, group) => {
    const total = collected.blocks.reduce((sum, {wordCount}) => sum + wordCount, 0) || 1
    collected.features.forEach((row, index) => {
      const {wordCount} = collected.blocks[index]!
      const label = known[index]!
      if (!wordCount || label === null) return
      rows.push(row)
      labels.push(label)
      weights.push(0.2 / collected.blocks.length + Math.min(0.08, wordCount / total))
      groups.push(group)
    })
  })
  const training = {
    rows,
    labels: Float64Array.from(labels),
    weights: Float64Array.from(weights),
    groups: Int32Array.from(groups),
  }
  return meanOfTrees(
    Array.from({length: options.bags}, (_, bag) => boostTrees(training, {...options, seed: 7 + bag})),
  )
}

/** The body that the trees give a page. */
export function bodyOf({collected}: LabelledPage, model: BoostedTrees): string {
  const story = judgePage(collected, toScorer(model))
  return collected.blocks
    .filter((_, index) => story[index])
    .map(({block}) => block.text)
    .join('\n')
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
