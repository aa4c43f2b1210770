import {toScorer, type TreeScorer} from '../../trees/boosted-trees.ts'
import storedTrees from './data/block-trees.json' with {type: 'json'}
import {featureNames} from './block-features.ts'
import type {CollectedPage} from './collect-page.ts'
import {keepBelow} from './keep-below.ts'
import type {PageBlock} from './page-block.ts'

if (storedTrees.features.join() !== featureNames.join()) {
  throw new Error(
    'ingest/read/html/data/block-trees.json was learned from other features; run "node bench/train-page-blocks.ts --write".',
  )
}

const learned = toScorer(storedTrees)

/** From these log-odds on a block is taken for the story's: as likely as not. */
const storyOdds = 0

/** A story with fewer words than this is doubted: the next best blocks are looked at. */
const fewWords = 25

/** A page of no more words than this shows nothing but its story. */
const tinyPage = 60

/** For each block of the page whether it belongs to the story. `score` is for training, which has other trees. */
export function judgePage(
  {blocks, places, features, words}: CollectedPage,
  score: TreeScorer = learned,
): boolean[] {
  const odds = features.map((row) => score(row))
  let isStory = blocks.map(({wordCount}, index) => wordCount > 0 && odds[index]! >= storyOdds)
  if (wordsIn(blocks, isStory) < fewWords) isStory = nextBest(blocks, odds, isStory, words.headlineIndex)
  keepBelow(blocks, places, isStory)
  keepPosts(blocks, isStory)
  keepPictures(blocks, isStory)
  return isStory
}

/** When nothing is sure: what the library took, without what is surely furniture; failing that the best of the rest. */
function nextBest(
  blocks: readonly PageBlock[],
  odds: readonly number[],
  isStory: readonly boolean[],
  headlineIndex: number,
): boolean[] {
  for (const [voteNeeded, oddsNeeded] of [
    [0.5, -2.94],
    [0, -2.2],
  ] as const) {
    const tried = blocks.map(
      ({vote, wordCount}, index) =>
        isStory[index]! || (wordCount > 0 && vote >= voteNeeded && odds[index]! >= oddsNeeded),
    )
    if (wordsIn(blocks, tried) > Math.max(wordsIn(blocks, isStory), 4)) return tried
  }
  if (wordsIn(blocks, isStory) > 0) return [...isStory]
  // A page of a few words has no room for furniture.
  const total = blocks.reduce((sum, {wordCount}) => sum + wordCount, 0)
  return blocks.map(({wordCount}, index) => wordCount > 0 && total <= tinyPage && index !== headlineIndex)
}

/** A quoted post of a social network between two parts of the story belongs to it: it is quoted there. */
function keepPosts(blocks: readonly PageBlock[], isStory: boolean[]): void {
  const {first, last} = reach(isStory)
  for (let index = first; index <= last; index++) {
    const {block} = blocks[index]!
    if (block.kind === 'embed' && block.text) isStory[index] = true
  }
}

/**
 * Pictures, frames and rules stand where the words next to them stand: kept when a part of the story is the nearest text
 * before or after. A picture with a caption, or right below the headline, leads the story.
 */
function keepPictures(blocks: readonly PageBlock[], isStory: boolean[]): void {
  const {first, last} = reach(isStory)
  if (first > last) return
  const nearestBefore = nearestText(blocks, isStory, 1)
  const nearestAfter = nearestText(blocks, isStory, -1)
  for (let index = 0; index < blocks.length; index++) {
    const {block} = blocks[index]!
    if (block.text || (block.kind !== 'image' && block.kind !== 'embed' && block.kind !== 'separator'))
      continue
    if (index > last) {
      isStory[index] = block.kind === 'image' && index - last <= 2 && nearestBefore[index] === true
    } else if (index < first) {
      isStory[index] = block.kind !== 'separator' && nearestAfter[index] === true && first - index <= 12
    } else isStory[index] = nearestBefore[index] === true || nearestAfter[index] === true
  }
}

/** For each block whether the nearest block with words on one side is the story's. */
function nearestText(blocks: readonly PageBlock[], isStory: readonly boolean[], step: 1 | -1): boolean[] {
  const nearest: boolean[] = []
  let last = false
  for (let index = step > 0 ? 0 : blocks.length - 1; index >= 0 && index < blocks.length; index += step) {
    nearest[index] = last
    if (blocks[index]!.block.text) last = isStory[index]!
  }
  return nearest
}

function reach(isStory: readonly boolean[]): {first: number; last: number} {
  const first = isStory.indexOf(true)
  return first < 0 ? {first: 0, last: -1} : {first, last: isStory.lastIndexOf(true)}
}

function wordsIn(blocks: readonly PageBlock[], isStory: readonly boolean[]): number {
  return blocks.reduce((sum, {wordCount}, index) => sum + (isStory[index] ? wordCount : 0), 0)
}
