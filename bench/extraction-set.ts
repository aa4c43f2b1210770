import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import {mulberry} from './boost-trees.ts'

/** A page of the extraction set. */
export interface GoldPage {
  id: string
  url: string
  /** The page copied as text. */
  text: string
  /** Where the saved page is, gzipped, relative to the set's folder. */
  html_path: string
  articleBody: string
}

export interface ExtractionScore {
  f1: number
  precision: number
  recall: number
  pagesBelow08: number
  perPage: {id: string; url: string; f1: number; precision: number; recall: number}[]
}

/** The labelled pages, in their order, with the set's own scorer. */
export interface ExtractionSet {
  folder: string
  pages: GoldPage[]
  /** Scores the bodies by page id. */
  score(bodies: ReadonlyMap<string, string>): ExtractionScore
}

const home = path.resolve(import.meta.dirname, '../../shared/samples/extraction')

/** Reads the development half of the extraction set. Throws where it is not at hand. */
export async function readExtractionSet(folder = home): Promise<ExtractionSet> {
  if (!existsSync(folder))
    throw new Error(
      `The extraction set is not at ${folder}. Training and folds need it; the trained trees are in the repository.`,
    )
  const pages = readFileSync(path.join(folder, 'dev.gold.ndjson'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as GoldPage)
  const {score} = (await import(pathToFileURL(path.join(folder, 'score-extraction.mjs')).href)) as {
    score: (
      gold: ReadonlyMap<string, unknown>,
      predicted: ReadonlyMap<string, unknown>,
      boot: number,
    ) => {res: Record<string, number>; per: ExtractionScore['perPage']}
  }
  const gold = new Map(pages.map((page) => [page.id, page]))
  return {
    folder,
    pages,
    score(bodies) {
      const predicted = new Map([...bodies].map(([id, articleBody]) => [id, {id, articleBody}]))
      const {res, per} = score(gold, predicted, 0)
      return {
        f1: res['f1']!,
        precision: res['precision']!,
        recall: res['recall']!,
        pagesBelow08: res['pages_f1_below_0_8']!,
        perPage: per,
      }
    },
  }
}

/** For each page the fold it is held out in, 0 to `count - 1`: all pages of one site are in one fold. */
export function toFolds(pages: readonly {url: string}[], count: number, seed: number): number[] {
  const sites = [...new Set(pages.map(({url}) => toSite(url)))]
  const draw = mulberry(seed)
  const order = sites.map((site) => ({site, key: draw()})).sort((one, other) => one.key - other.key)
  const foldOf = new Map(order.map(({site}, at) => [site, at % count]))
  return pages.map(({url}) => foldOf.get(toSite(url))!)
}

function toSite(url: string): string {
  return new URL(url).hostname.split('.').slice(-2).join('.')
}
