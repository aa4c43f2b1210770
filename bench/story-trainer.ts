import {toLineFeatures} from '../ingest/arrange/story/line-features.ts'
import {findNewsletterBoxes} from '../ingest/arrange/newsletter/index.ts'
import {toPageLines, type PageLine} from '../ingest/arrange/lines/page-lines.ts'
import {toPageView, type PageView} from '../ingest/arrange/page-view.ts'
import {decideStory} from '../ingest/arrange/story/story-lines.ts'
import {toScorer, type BoostedTrees} from '../ingest/trees/boosted-trees.ts'
import {boostTrees, meanOfTrees, mulberry, type BoostOptions} from './boost-trees.ts'
import type {GoldPage} from './extraction-set.ts'
import {labelLines} from './label-lines.ts'

/** A page's lines with how much of each is in the gold body. */
export interface TrainingPage {
  lines: PageLine[]
  view: PageView
  boxed: Set<number>
  labels: number[]
  rows: Float32Array[]
}

/** A page and other pages made of its parts. */
export interface TrainingFamily {
  page: TrainingPage
  variants: TrainingPage[]
}

export interface StoryOptions extends Omit<BoostOptions, 'seed'> {
  /** Sets of trees, of other seeds, whose mean is taken. */
  bags: number
  /** What a page made of parts of others counts beside a whole one. */
  variantWeight: number
}

export const storyOptions: StoryOptions = {
  rounds: 120,
  rate: 0.1,
  l2: 4,
  minWeight: 6,
  featureShare: 0.4,
  groupShare: 0.8,
  bags: 1,
  variantWeight: 0.5,
}

/** The labelled pages with their variants. The same at every run. */
export function toFamilies(pages: readonly GoldPage[]): TrainingFamily[] {
  const random = mulberry(5)
  return pages.map(({text, articleBody}) => {
    const page = toTrainingPage(text, (lines) =>
      labelLines(
        lines.map((line) => line.text),
        articleBody,
      ),
    )
    return {page, variants: toVariants(page, random)}
  })
}

/** Trains the line scorer from these pages. */
export function fitStory(
  families: readonly TrainingFamily[],
  options: StoryOptions = storyOptions,
): BoostedTrees {
  const rows: Float32Array[] = []
  const labels: number[] = []
  const weights: number[] = []
  const groups: number[] = []
  const add = (page: TrainingPage, group: number, share: number): void => {
    const counts = page.lines.map(({text}) => text.match(/[\p{L}\p{N}_]+/gu)?.length ?? 0)
    const total = counts.reduce((sum, count, at) => sum + (page.labels[at]! > 0.5 ? count : 0), 30)
    page.rows.forEach((row, at) => {
      rows.push(row)
      labels.push(page.labels[at]!)
      weights.push(share * (Math.sqrt(counts[at]! / total) + 0.01))
      groups.push(group)
    })
  }
  families.forEach(({page, variants}, group) => {
    add(page, group, 1)
    for (const variant of variants) add(variant, group, options.variantWeight)
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
export function storyOf({lines, view, boxed, rows}: TrainingPage, model: BoostedTrees): string {
  const score = toScorer(model)
  const story = decideStory(
    view,
    rows.map((row) => score(row)),
  )
  return lines
    .filter((_, at) => story[at] === true && at !== view.headline && !boxed.has(at))
    .map(({text}) => text)
    .join('\n')
}

function toTrainingPage(text: string, label: (lines: PageLine[]) => number[]): TrainingPage {
  const lines = toPageLines(text)
  const view = toPageView(lines)
  const index = new Map(lines.map(({line}, at) => [line, at]))
  const boxed = new Set(
    findNewsletterBoxes(lines).flatMap((box) => box.lines.map((line) => index.get(line) ?? -1)),
  )
  return {lines, view, boxed, labels: label(lines), rows: toLineFeatures(view, boxed)}
}

const insetHeadings = [
  'READ MORE',
  'Read more',
  'MOST READ',
  'Most read',
  'Related',
  'Related stories',
  'RELATED ARTICLES',
  'Also Read',
  'More on this story',
  'Recommended',
  'Lesen Sie auch',
  'Más información',
  'Sur le même sujet',
]

/**
 * The same page with a short story, copied with little around it, both at once, and with links to other stories between its paragraphs:
 * people and pages do all of these, and the set has few of any.
 */
function toVariants({lines, view, labels}: TrainingPage, random: () => number): TrainingPage[] {
  const story = labels.flatMap((label, at) => (label > 0.5 ? [at] : []))
  const first = story[0] ?? 0
  const last = story.at(-1) ?? 0
  if (story.length < 6) return []
  const keep = (wanted: (at: number) => boolean, blanks: (at: number) => number): TrainingPage => {
    const kept = lines.flatMap((_, at) => (wanted(at) ? [at] : []))
    const text = kept.map((at) => '\n'.repeat(blanks(at)) + lines[at]!.text).join('\n')
    return toTrainingPage(text, () => kept.map((at) => labels[at]!))
  }
  const asItWas = (at: number): number => lines[at]!.blanksBefore
  const draw = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1))
  const cut = story[draw(2, 6)] ?? last
  const headline = view.headline !== null && view.headline < first ? view.headline : first
  const from = Math.max(0, headline - draw(0, 3))
  const to = last + draw(0, 9)
  const shortCut = story[draw(3, 9)] ?? last + 1
  const rest = last + draw(0, 5)
  const spacing = draw(0, 2)
  const links = lines.flatMap(({text}, at) => {
    const shape = view.shapes[at]!
    const could = labels[at]! < 0.5 && shape.words >= 4 && shape.words <= 18 && !shape.endsSentence
    return could && shape.furniture === null && !shape.isByline && !shape.isDate && at !== view.headline
      ? [text]
      : []
  })
  const withInsets = (): TrainingPage[] => {
    if (links.length < 2) return []
    const places = new Set(Array.from({length: draw(1, 2)}, () => story[draw(2, story.length - 2)]!))
    const parts: {text: string; blanks: number; label: number}[] = []
    lines.forEach((line, at) => {
      if (places.has(at)) {
        const heading = insetHeadings[draw(0, insetHeadings.length - 1)]!
        parts.push({text: heading, blanks: line.blanksBefore, label: 0})
        for (let count = draw(1, 4); count > 0; count--)
          parts.push({text: links[draw(0, links.length - 1)]!, blanks: draw(0, 1), label: 0})
      }
      parts.push({text: line.text, blanks: line.blanksBefore, label: labels[at]!})
    })
    const page = parts.map(({text, blanks}) => '\n'.repeat(blanks) + text).join('\n')
    return [toTrainingPage(page, () => parts.map(({label}) => label))]
  }
  return [
    ...withInsets(),
    keep((at) => at < cut || at > last, asItWas),
    keep((at) => at >= from && at <= to, asItWas),
    keep(
      (at) => at >= from && (at < shortCut || (at > last && at <= rest)),
      spacing === 0 ? asItWas : () => spacing - 1,
    ),
  ]
}
