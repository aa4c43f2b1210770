import {attributeOf, elementName, type MarkupNode} from '../markup/markup-node.ts'
import {PlaceReader, placeSignalNames, type PlaceSignals} from './place-signals.ts'
import type {PageBlock} from './page-block.ts'
import {textSignalNames} from './text-signals.ts'

/** What the page says of itself, as words (see `toWords`) joined by spaces; empty where it says nothing. */
export interface PageWords {
  headline: string
  /** Index of the block that shows the headline; -1 when none does. */
  headlineIndex: number
  summary: string
  authors: string[]
  /** The story as the page's structured data gives it. */
  declaredBody: string
}

/** Signals of places, read before the extraction library takes the tree apart. */
export interface BlockPlace extends PlaceSignals {
  parent: MarkupNode | null
  grandparent: MarkupNode | null
  isParagraph: boolean
  hasName: boolean
}

export function readPlaces(blocks: readonly PageBlock[]): BlockPlace[] {
  const reader = new PlaceReader()
  return blocks.map(({container}) => {
    const parent = container.parentNode ?? null
    return {
      ...reader.read(container),
      parent,
      grandparent: parent?.parentNode ?? null,
      isParagraph: elementName(container) === 'p',
      hasName: attributeOf(container, 'class') !== '',
    }
  })
}

const neighbourOffsets = [-3, -2, -1, 1, 2, 3]
const ownNames = [
  'vote',
  'paragraph',
  'crosshead',
  'level',
  'listItem',
  'listLevel',
  'blockQuote',
  'table',
  'preformatted',
  'embed',
  'image',
  'words',
  'linkShare',
  'hasLink',
  'sentenceEnd',
  'colonEnd',
  'ellipsisEnd',
  'commas',
  'upperShare',
  'digitShare',
  'quoteStart',
  'lowerStart',
  'isParagraph',
  'hasName',
  'depth',
  'depthFromMain',
  'place',
  'fromHeadline',
  'beforeHeadline',
  'isHeadline',
  'isSummary',
  'holdsAuthor',
  'declared',
  'hasDeclared',
  'repeated',
  'repeatedBefore',
  'parentShare',
  'grandparentShare',
  'before',
  'after',
  'wordsBefore',
  'wordsAfter',
  'linkRun',
  'shortRun',
  'sinceCrosshead',
  'crossheadSignals',
  'sameParentAsPrevious',
  'sameParentAsNext',
  'pageVote',
  'furnitureWords',
]

/** Names of the features, in their order. */
export const featureNames: readonly string[] = [
  ...ownNames,
  ...neighbourOffsets.flatMap((offset) =>
    ['vote', 'words', 'linkShare', 'sentenceEnd', 'crosshead', 'sameParent'].map(
      (name) => `${name}${offset > 0 ? '+' : ''}${offset}`,
    ),
  ),
  ...textSignalNames.map((name) => `text:${name}`),
  ...placeSignalNames.map((name) => `near:${name}`),
  ...placeSignalNames.map((name) => `far:${name}`),
]

/** One row of numbers a block, in the order of `featureNames`. Linear in the number of blocks. */
export function toFeatures(
  blocks: readonly PageBlock[],
  places: readonly BlockPlace[],
  page: PageWords,
): Float32Array[] {
  const count = blocks.length
  const linkShares = blocks.map(({block, linkLength}) =>
    block.text ? Math.min(1, linkLength / block.text.length) : 0,
  )
  const ends = blocks.map(({block}) =>
    /[.!?…。！？।][\s"'”’»)\]」』）]*$/u.test(block.text.slice(-12)) ? 1 : 0,
  )
  const prose = blocks.map(({wordCount, block}, index) =>
    wordCount >= 10 && linkShares[index]! < 0.5 && block.kind !== 'table' ? wordCount : 0,
  )
  const voted = blocks.map(({vote, wordCount}) => vote * wordCount)
  const totalProse = sum(prose) || 1
  const totalVoted = sum(voted) || 1
  const votedProse = prose.map((words, index) => words * (blocks[index]!.vote + 0.05))
  const totalVotedProse = sum(votedProse) || 1
  const parentProse = new Map<MarkupNode | null, number>()
  const grandparentProse = new Map<MarkupNode | null, number>()
  const seen = new Map<string, number>()
  let mainDepth = 0
  for (let index = 0; index < count; index++) {
    const place = places[index]!
    parentProse.set(place.parent, (parentProse.get(place.parent) ?? 0) + votedProse[index]!)
    grandparentProse.set(
      place.grandparent,
      (grandparentProse.get(place.grandparent) ?? 0) + votedProse[index]!,
    )
    mainDepth += (place.depth * votedProse[index]!) / totalVotedProse
    const {words} = blocks[index]!
    if (words) seen.set(words, (seen.get(words) ?? 0) + 1)
  }
  const linkRuns = runs(blocks.map(({wordCount}, index) => wordCount > 0 && linkShares[index]! > 0.8))
  const shortRuns = runs(blocks.map(({wordCount}, index) => wordCount < 12 && !ends[index]))
  const printed = new Set<string>()
  const pageVote = Math.min(1, totalVoted / (sum(blocks.map(({wordCount}) => wordCount)) || 1))
  const hasDeclared = page.declaredBody.length > 200 ? 1 : 0
  const rows: Float32Array[] = []
  let before = 0
  let wordsBefore = 0
  let crosshead = -1
  for (let index = 0; index < count; index++) {
    const {block, vote, words, wordCount, signals, furniture} = blocks[index]!
    const place = places[index]!
    const {text, kind} = block
    const row = new Float32Array(featureNames.length)
    const length = text.length || 1
    before += voted[index]! / totalVoted
    wordsBefore += prose[index]! / totalProse
    const values = [
      vote,
      +(kind === 'paragraph'),
      +(kind === 'crosshead'),
      kind === 'crosshead' ? block.level! : 0,
      +(kind === 'listItem'),
      kind === 'listItem' ? block.level! : 0,
      +(kind === 'blockQuote'),
      +(kind === 'table'),
      +(kind === 'preformatted'),
      +(kind === 'embed'),
      +(kind === 'image'),
      Math.log1p(wordCount),
      linkShares[index]!,
      +(linkShares[index]! > 0),
      ends[index]!,
      +/[:：]\s*$/.test(text.slice(-4)),
      +/(?:\.\.\.|…)\s*$/.test(text.slice(-5)),
      Math.min(20, countOf(text, /[,،、，;]/g)),
      countOf(text, /\p{Lu}/gu) / length,
      countOf(text, /\d/g) / length,
      +/^["'“‘«„]/.test(text),
      +/^\p{Ll}/u.test(text),
      +place.isParagraph,
      +place.hasName,
      place.depth,
      place.depth - mainDepth,
      index / count,
      page.headlineIndex < 0 ? -1 : Math.log1p(Math.max(0, index - page.headlineIndex)),
      page.headlineIndex < 0 ? -1 : +(index < page.headlineIndex),
      +(
        words !== '' &&
        (words === page.headline ||
          (page.headline.length > 20 &&
            words.length > 20 &&
            (page.headline.startsWith(words) || (words.startsWith(page.headline) && wordCount < 40))))
      ),
      +(
        page.summary.length > 20 &&
        wordCount > 3 &&
        (page.summary.startsWith(words.slice(0, 80)) || words.startsWith(page.summary.slice(0, 80)))
      ),
      +(wordCount < 25 && page.authors.some((author) => words.includes(author))),
      hasDeclared && wordCount > 2 ? +page.declaredBody.includes(words.slice(0, 120)) : -1,
      hasDeclared,
      words ? Math.min(5, seen.get(words)! - 1) : 0,
      +printed.has(words),
      (parentProse.get(place.parent) ?? 0) / totalVotedProse,
      (grandparentProse.get(place.grandparent) ?? 0) / totalVotedProse,
      before,
      1 - before,
      wordsBefore,
      1 - wordsBefore,
      Math.min(30, linkRuns[index]!),
      Math.min(30, shortRuns[index]!),
      crosshead < 0 ? -1 : Math.min(30, index - crosshead),
      crosshead < 0 ? 0 : popCount(blocks[crosshead]!.signals),
      +(index > 0 && places[index - 1]!.parent === place.parent),
      +(index + 1 < count && places[index + 1]!.parent === place.parent),
      pageVote,
      +(furniture !== null),
    ]
    row.set(values)
    let at = ownNames.length
    for (const offset of neighbourOffsets) {
      const other = index + offset
      if (other >= 0 && other < count) {
        const neighbour = blocks[other]!
        row[at] = neighbour.vote
        row[at + 1] = Math.log1p(neighbour.wordCount)
        row[at + 2] = linkShares[other]!
        row[at + 3] = ends[other]!
        row[at + 4] = +(neighbour.block.kind === 'crosshead')
        row[at + 5] = +(places[other]!.parent === place.parent)
      } else row.fill(-1, at, at + 6)
      at += 6
    }
    for (let bit = 0; bit < textSignalNames.length; bit++) row[at++] = (signals >> bit) & 1
    for (let bit = 0; bit < placeSignalNames.length; bit++) row[at++] = (place.near >> bit) & 1
    for (let bit = 0; bit < placeSignalNames.length; bit++) row[at++] = (place.far >> bit) & 1
    rows.push(row)
    if (kind === 'crosshead') crosshead = index
    if (wordCount > 3) printed.add(words)
  }
  return rows
}

/** For each place the length of the run of `true` it stands in; 0 where it is false. */
function runs(flags: readonly boolean[]): number[] {
  const lengths = Array.from<number>({length: flags.length}).fill(0)
  for (let start = 0; start < flags.length;) {
    if (!flags[start]) {
      start++
      continue
    }
    let end = start
    while (flags[end]) end++
    lengths.fill(end - start, start, end)
    start = end
  }
  return lengths
}

function sum(values: readonly number[]): number {
  let total = 0
  for (const value of values) total += value
  return total
}

function countOf(text: string, pattern: RegExp): number {
  return text.length > 2000
    ? (text.slice(0, 2000).match(pattern)?.length ?? 0)
    : (text.match(pattern)?.length ?? 0)
}

function popCount(bits: number): number {
  let count = 0
  for (let left = bits; left; left &= left - 1) count++
  return count
}
