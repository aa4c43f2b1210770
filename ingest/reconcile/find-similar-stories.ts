import type {Finding} from '../model/finding.ts'
import {hashToNumber} from '../text/hash.ts'
import {toWords} from '../text/words.ts'
import {textOf} from './block-words.ts'
import {reconcileFindingCodes} from './codes.ts'
import type {BodyElement, StoredDocument} from './types.ts'

/** What a story is compared by. */
export interface StorySketch {
  id: string
  provider: string | null
  headline: string
  headlineWords: ReadonlySet<string>
  names: ReadonlySet<string>
  numbers: ReadonlySet<string>
  /** Runs of six words inside quotation marks. */
  quotedRuns: ReadonlySet<string>
  /** Of each quotation the run of words that has the lowest hash. */
  quotations: string[]
  /** Milliseconds since 1970; null when the copy does not say. */
  sent: number | null
}

/** Two stories that may be one. */
export interface SimilarStory {
  id: string
  /** 0 to 1. */
  score: number
  /** What they share, in words. */
  why: string
}

/** Below it nothing is said: two stories of one day about one subject share names and numbers without being one. */
const minScore = 0.5
/** Further apart than this, two stories are two: an anniversary repeats names, numbers and quotations. */
export const maxApartMs = 3 * 24 * 60 * 60 * 1000
const wordsInRun = 6

const sketches = new WeakMap<StoredDocument, StorySketch>()

/** An article's sketch: small, and made once for as long as the article is the same object. */
export function sketchStory(article: StoredDocument): StorySketch {
  const known = sketches.get(article)
  if (known) return known
  const sketch = makeSketch(article)
  sketches.set(article, sketch)
  return sketch
}

function makeSketch(article: StoredDocument): StorySketch {
  const wire =
    (article.wire as {provider?: string; versionCreated?: string; firstCreated?: string} | undefined) ?? {}
  const headline = typeof article.headline === 'string' ? article.headline : ''
  const paragraphs = (Array.isArray(article.body) ? (article.body as BodyElement[]) : []).map(textOf)
  const text = paragraphs.join('\n')
  const sent = Date.parse(wire.firstCreated ?? wire.versionCreated ?? '')
  const quoted = findQuotedRuns(text)
  return {
    id: article._id.replace(/^drafts\./u, ''),
    provider: wire.provider ?? null,
    headline,
    headlineWords: new Set(toWords(headline).filter((word) => word.length > 3)),
    names: findNames(text),
    numbers: new Set(
      text.match(/(?<![\p{L}\p{N}.,])\p{N}[\p{N}.,]*(?<=\p{N})/gu)?.filter((number) => number.length > 1),
    ),
    quotedRuns: new Set(quoted.flat()),
    quotations: quoted.flatMap((runs) => findLowest(runs) ?? []),
    sent: Number.isNaN(sent) ? null : sent,
  }
}

/**
 * The known stories from another source that are perhaps the same as `story`, best first: by words of the headline, names,
 * numbers and words inside quotation marks that both have, quotations weighing most. Versions of one item (the same id) and stories more
 * than three days apart are left out. Nothing is ever joined: the findings ask an editor to look.
 */
export function findSimilarStories(
  story: StorySketch,
  known: Iterable<StorySketch>,
): {similar: SimilarStory[]; findings: Finding[]} {
  const similar: SimilarStory[] = []
  const headlines = new Map<string, string>()
  for (const other of known) {
    if (other.id === story.id || isTooFarApart(story, other)) continue
    if (story.provider !== null && story.provider === other.provider) continue
    const found = compareStories(story, other)
    if (found.score < minScore) continue
    similar.push({id: other.id, ...found})
    headlines.set(other.id, other.headline)
  }
  similar.sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1))
  return {similar, findings: similar.map((one) => toFinding(story, one, headlines.get(one.id) ?? ''))}
}

function isTooFarApart(one: StorySketch, other: StorySketch): boolean {
  return one.sent !== null && other.sent !== null && Math.abs(one.sent - other.sent) > maxApartMs
}

/** Each part counts as the share of the poorer side's, and only as far as both sides have enough of it to tell. */
function compareStories(one: StorySketch, other: StorySketch): {score: number; why: string} {
  const parts = [
    {name: 'quoted words', weight: 4, share: shareOf(one.quotedRuns, other.quotedRuns, 3)},
    {name: 'names', weight: 3, share: shareOf(one.names, other.names, 3)},
    {name: 'words of the headline', weight: 2, share: shareOf(one.headlineWords, other.headlineWords, 3)},
    {name: 'numbers', weight: 1, share: shareOf(one.numbers, other.numbers, 2)},
  ].filter((part): part is {name: string; weight: number; share: number} => part.share !== null)
  const weight = parts.reduce((sum, part) => sum + part.weight, 0)
  // Names alone are a subject, not a story.
  if (weight < 5) return {score: 0, why: ''}
  const score = parts.reduce((sum, part) => sum + part.weight * part.share, 0) / weight
  const shared = parts.filter((part) => part.share >= 0.3).map((part) => part.name)
  return {score: Math.round(score * 100) / 100, why: shared.join(', ')}
}

function shareOf(one: ReadonlySet<string>, other: ReadonlySet<string>, atLeast: number): number | null {
  const smaller = one.size <= other.size ? one : other
  if (smaller.size < atLeast) return null
  const larger = smaller === one ? other : one
  let shared = 0
  for (const value of smaller) if (larger.has(value)) shared += 1
  return shared / smaller.size
}

/** Capitalised words that do not open a sentence, and runs of them: people, places, organisations, each by its last word. */
function findNames(text: string): ReadonlySet<string> {
  const names = new Set<string>()
  for (const found of text.matchAll(
    /(?<=[\p{Ll}\p{N},;:)]\s)\p{Lu}[\p{L}'’-]{2,}(?:\s\p{Lu}[\p{L}'’-]+)*/gu,
  )) {
    const last = found[0].split(/\s/u).at(-1)
    if (last) names.add(last.toLowerCase().replace(/['’]s$/u, ''))
  }
  return names
}

/** The runs of each quotation. */
function findQuotedRuns(text: string): string[][] {
  return [...text.matchAll(/[“"„«]([^“”"„«»\n]{20,2000})[”"“»]/gu)].map((found) => {
    const words = toWords(found[1] ?? '')
    return words
      .slice(0, Math.max(0, words.length - wordsInRun + 1))
      .map((_, index) => words.slice(index, index + wordsInRun).join(' '))
  })
}

function findLowest(runs: string[]): string | undefined {
  let lowest: string | undefined
  let lowestHash = Infinity
  for (const run of runs) {
    const hash = hashToNumber(run)
    if (hash >= lowestHash) continue
    lowest = run
    lowestHash = hash
  }
  return lowest
}

function toFinding(story: StorySketch, similar: SimilarStory, headline: string): Finding {
  return {
    severity: 'info',
    code: reconcileFindingCodes.perhapsSame,
    message: `"${story.headline.slice(0, 80)}" is perhaps the same story as "${headline.slice(0, 80)}" (${similar.id}): score ${similar.score}, they share ${similar.why}. Nothing was joined.`,
  }
}
