import {readFileSync} from 'node:fs'
import path from 'node:path'
import {readArticle} from '../ingest/quotes/article.ts'
import type {Article} from '../ingest/quotes/article.ts'
import {findCandidates} from '../ingest/quotes/attribution/attribution.ts'
import type {AttributionWeights} from '../ingest/quotes/attribution/attribution.ts'
import type {Mention} from '../ingest/quotes/mentions/mention.ts'
import {isName} from '../ingest/quotes/mentions/mention.ts'
import {fold} from '../ingest/quotes/people/people.ts'
import type {Person} from '../ingest/quotes/people/people.ts'
import {quotationFeatures, quotationSpace} from '../ingest/quotes/quotation.ts'
import {sumWeights, toProbabilities} from '../ingest/quotes/attribution/ranking.ts'
import {findAntecedents, referenceSpace, resolvePronouns} from '../ingest/quotes/attribution/reference.ts'
import {sourceSpace} from '../ingest/quotes/attribution/source-features.ts'
import type {PreviousChoice} from '../ingest/quotes/attribution/source-features.ts'
import {toQuoteSources} from './tasks/quotes.ts'

interface GoldSpan {
  start: number
  end: number
  text: string
}
interface GoldQuote {
  kind: string
  segments?: [number, number][]
  speaker: GoldSpan | null
  speakerType: string
  entity: string | null
  head?: string
}
/** An article of the quote benchmark (see its README). */
export interface GoldArticle {
  id: string
  text: string
  quotes: GoldQuote[]
  ignore: [number, number][]
  nonQuotes: [number, number][]
}

/** A choice among candidates, some of them right. */
interface Choice {
  options: number[][]
  right: number[]
}

/** What an article teaches each scorer. */
export interface Examples {
  quotation: Choice[]
  source: Choice[]
  reference: Choice[]
}

/** Where the quote benchmark is. */
export const quoteSamples = path.resolve(import.meta.dirname, '../../shared/samples/quotes')

/** Reads a gold file of the quote benchmark. */
export function readGold(file: string): GoldArticle[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as GoldArticle)
}

/** The mention that a gold source is about: of several inside it, the one named by its entity or head, else the first. */
function bestMention(article: Article, quote: GoldQuote): Mention | null {
  const {speaker} = quote
  if (!speaker) return null
  let best: Mention | null = null
  let top = 0
  article.sources.forEach((source, paragraph) => {
    if (source.start > speaker.end || source.start + source.text.length < speaker.start) return
    let order = 0
    for (const mention of article.mentions[paragraph]!) {
      const from = Math.max(mention.start + source.start, speaker.start)
      const to = Math.min(mention.end + source.start, speaker.end)
      if (to <= from) continue
      let value = 1 - order++ * 0.01
      if (quote.speakerType === 'name' && isName(mention)) value += 1
      if (
        quote.speakerType === 'name' &&
        quote.entity &&
        mention.person &&
        isEntity(mention.person, quote.entity)
      )
        value += 2
      if (quote.head && mention.head === quote.head.toLowerCase()) value += 2
      if (value > top) {
        top = value
        best = mention
      }
    }
  })
  return best
}

function isEntity(person: Person, entity: string): boolean {
  return entity.split('|').some((name) => {
    const words = fold(name)
      .replace(/[.,]/g, '')
      .split(' ')
      .filter((word) => !/^(?:jr|sr|ii|iii)$/.test(word))
    const surname = fold(person.surname).replace(/[.,]/g, '')
    return (
      words.at(-1) === surname &&
      (person.given === '' || words.length === 1 || words[0]![0] === fold(person.given)[0])
    )
  })
}

/** What the articles teach. */
function collect(
  articles: readonly GoldArticle[],
  reference: Float64Array | null,
): {examples: Examples[]; coverage: string} {
  let total = 0
  let covered = 0
  const examples = articles.map((gold) => {
    const article = readArticle(toQuoteSources(gold.text))
    const found: Examples = {quotation: [], source: [], reference: []}
    const owner = new Map<number, GoldQuote>()
    article.stretches.forEach((stretch, index) => {
      const base = article.sources[stretch.paragraph]!.start
      for (const quote of gold.quotes)
        for (const [start, end] of quote.segments ?? [])
          if (
            quote.kind !== 'indirect' &&
            Math.min(end, base + stretch.end) - Math.max(start, base + stretch.start) > (end - start) / 2
          )
            owner.set(index, quote)
    })
    const inside = (spans: readonly [number, number][], from: number, to: number): boolean =>
      spans.some(([start, end]) => Math.min(end, to) - Math.max(start, from) > (to - from) / 2)
    article.stretches.forEach((stretch, index) => {
      const base = article.sources[stretch.paragraph]!.start
      const isGold = owner.has(index)
      if (!isGold && inside(gold.ignore, base + stretch.start, base + stretch.end)) return
      found.quotation.push({options: [quotationFeatures(article, index), []], right: [isGold ? 0 : 1]})
    })
    let previous: PreviousChoice | null = null
    const resolvedPronouns = new Set<Mention>()
    for (let index = 0; index < article.stretches.length; index++) {
      const quote = owner.get(index)
      if (!quote?.speaker) continue
      const mention = bestMention(article, quote)
      if (reference) resolvePronouns(article, article.stretches[index]!.paragraph, previous, reference)
      total++
      const candidates = findCandidates(article, index, previous)
      let right = candidates
        .map(({mention: other}, at) =>
          other === mention ||
          (mention && other.apposed === mention) ||
          (mention?.apposed && mention.apposed === other)
            ? at
            : -1,
        )
        .filter((at) => at >= 0)
      if (right.length === 0 && quote.entity)
        right = candidates
          .map(({mention: other}, at) => (other.person && isEntity(other.person, quote.entity!) ? at : -1))
          .filter((at) => at >= 0)
      let person = mention?.person?.id ?? -1
      if (mention && quote.entity && mention.kind === 'he' && !resolvedPronouns.has(mention)) {
        resolvedPronouns.add(mention)
        const antecedents = findAntecedents(article, mention, previous)
        const fits = antecedents
          .map(({person: one}, at) => (isEntity(one, quote.entity!) ? at : -1))
          .filter((at) => at >= 0)
        if (fits.length > 0) {
          if (antecedents.length > 1)
            found.reference.push({options: antecedents.map(({features}) => features), right: fits})
          person = antecedents[fits[0]!]!.person.id
        }
      }
      if (right.length > 0) {
        covered++
        found.source.push({options: candidates.map(({features}) => features), right})
      }
      previous = {mention: mention ?? null, person, paragraph: article.stretches[index]!.paragraph}
    }
    return found
  })
  return {examples, coverage: `${covered} of ${total} sources among the candidates`}
}

/** Softmax regression with L2, by AdaGrad. */
function train(
  choices: readonly Choice[],
  size: number,
  l2: number,
  fixed: readonly [number, number][] = [],
  epochs = 30,
): Float64Array {
  const weights = new Float64Array(size)
  const isFixed = new Uint8Array(size)
  for (const [feature, weight] of fixed) {
    weights[feature] = weight
    isFixed[feature] = 1
  }
  const squares = new Float64Array(size).fill(1e-6)
  const gradient = new Float64Array(size)
  let seed = 7
  const random = (): number => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 4294967296
  const order = choices.map((_, index) => index)
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let index = order.length - 1; index > 0; index--) {
      const other = Math.floor(random() * (index + 1))
      ;[order[index], order[other]] = [order[other]!, order[index]!]
    }
    for (const at of order) {
      const {options, right} = choices[at]!
      const probabilities = toProbabilities(options.map((features) => sumWeights(weights, features)))
      let mass = 0
      for (const index of right) mass += probabilities[index]!
      const touched = new Set<number>()
      for (let index = 0; index < options.length; index++) {
        const target = right.includes(index) ? probabilities[index]! / Math.max(mass, 1e-12) : 0
        const error = probabilities[index]! - target
        if (Math.abs(error) < 1e-6) continue
        for (const feature of options[index]!) {
          if (isFixed[feature]) continue
          gradient[feature]! += error
          touched.add(feature)
        }
      }
      for (const feature of touched) {
        const step = gradient[feature]! + l2 * weights[feature]!
        squares[feature]! += step * step
        weights[feature]! -= (0.3 * step) / Math.sqrt(squares[feature]!)
        gradient[feature] = 0
      }
    }
  }
  return weights
}

// What agreement in gender is worth is set, not learned: the labelled pronouns are those that an automatic tool got right, and
// so mostly of people with common given names.
const genders = referenceSpace.base['gender']!
const agreement: [number, number][] = [
  [genders, 0.4],
  [genders + 1, 0.3],
  [genders + 2, 0],
  [genders + 3, -2.5],
  [genders + 4, -8],
]

/** Turns articles into examples for the scorers, one entry an article. `coverage` says how many sources are among the candidates. */
export function toExamples(articles: readonly GoldArticle[]): {examples: Examples[]; coverage: string} {
  // Pronouns that others follow need a scorer of pronouns: one trained without chains serves for the first round.
  const {examples} = collect(articles, null)
  const choices = examples.flatMap(({reference}) => reference)
  return collect(articles, train(choices, referenceSpace.size, 0.01, agreement))
}

/** Trains the three scorers. */
export function fitQuotes(examples: readonly Examples[]): AttributionWeights {
  return {
    quotation: train(
      examples.flatMap(({quotation}) => quotation),
      quotationSpace.size,
      0.01,
    ),
    source: train(
      examples.flatMap(({source}) => source),
      sourceSpace.size,
      0.03,
    ),
    reference: train(
      examples.flatMap(({reference}) => reference),
      referenceSpace.size,
      0.01,
      agreement,
    ),
  }
}
