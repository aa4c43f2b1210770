import type {FurnitureReason} from '../../arrange/furniture/furniture-reasons.ts'
import type {NewsletterBox} from '../../model/news-item.ts'
import type {BlockPlace} from './block-features.ts'
import {placeSignalNames, type PlaceSignals} from './place-signals.ts'
import type {PageBlock} from './page-block.ts'
import {findSignupBoxes} from './signup-boxes.ts'
import {textSignalNames} from './text-signals.ts'

/** What stands on the page and is no part of the story. */
export interface LeftOut {
  text: string
  reason: FurnitureReason
}

/** Signs of a block's place or wording that give the reason, the surest first. */
const placeReasons: readonly (readonly [signal: string, reason: FurnitureReason])[] = [
  ['comment', 'comments'],
  ['share', 'social-share'],
  ['related', 'related-links'],
  ['advertising', 'advertisement'],
  ['byline', 'author-note'],
  ['nav', 'navigation'],
  ['media', 'media-player'],
  ['label', 'tags'],
  ['notice', 'form-residue'],
  ['form', 'form-residue'],
  ['button', 'form-residue'],
  ['footer', 'navigation'],
  ['frame', 'navigation'],
  ['date', 'timestamp'],
]
const wordingReasons: readonly (readonly [signal: string, reason: FurnitureReason])[] = [
  ['advertisingLabel', 'advertisement'],
  ['comments', 'comments'],
  ['legal', 'copyright'],
  ['aboutWriter', 'author-note'],
  ['published', 'timestamp'],
  ['minutes', 'reading-time'],
  ['readMore', 'read-more'],
  ['share', 'social-share'],
  ['support', 'subscription-offer'],
  ['picture', 'photo-credit'],
  ['by', 'author-note'],
  ['follow', 'social-share'],
]

/** Longer text is a sentence or more: what its first words say does not settle what it is. */
const maxLabelLength = 400

/**
 * Everything of the page that is no part of the story, in order and with its reason, the sign-up boxes told apart. Every
 * block that has words comes out in one of the two.
 */
export function tellLeftOut(
  blocks: readonly PageBlock[],
  places: readonly BlockPlace[],
  isLeftOut: readonly boolean[],
  headline: string,
): {leftOut: LeftOut[]; signups: NewsletterBox[]} {
  const {first, last} = storyReach(blocks, isLeftOut)
  const signups = findSignupBoxes(blocks, places, (index) => isLeftOut[index]!)
  const seen = new Set<string>()
  const leftOut: LeftOut[] = []
  for (const [index, block] of blocks.entries()) {
    const {text} = block.block
    if (text && isLeftOut[index] && !signups.blocks.has(index)) {
      const reason = reasonOf(block, places[index]!, headline, seen, index > first && index < last)
      leftOut.push({text, reason})
    }
    if (block.wordCount > 5) seen.add(block.words)
  }
  return {leftOut, signups: signups.boxes}
}

function reasonOf(
  {block, words, wordCount, linkLength, signals, furniture}: PageBlock,
  place: PlaceSignals,
  headline: string,
  seen: ReadonlySet<string>,
  inStory: boolean,
): FurnitureReason {
  if (headline && words === headline) return 'repeated-headline'
  if (seen.has(words)) return 'repeated-text'
  const text = block.text.trim()
  if (furniture) return furniture
  if (text.length <= maxLabelLength && wordCount < 40) {
    const reason = wordingReasons.find(([signal]) => signals & (1 << textSignalNames.indexOf(signal)))?.[1]
    if (reason) return reason
  }
  const near = placeReasons.find(([signal]) => place.near & (1 << placeSignalNames.indexOf(signal)))?.[1]
  if (near) return near
  if (linkLength > text.length * 0.8) return wordCount > 4 ? 'related-links' : 'navigation'
  const far = placeReasons.find(([signal]) => place.far & (1 << placeSignalNames.indexOf(signal)))?.[1]
  return far ?? (inStory ? 'in-story-insert' : 'outside-the-story')
}

function storyReach(
  blocks: readonly PageBlock[],
  isLeftOut: readonly boolean[],
): {first: number; last: number} {
  let first = blocks.length
  let last = -1
  for (const [index, {block}] of blocks.entries()) {
    if (!block.text || isLeftOut[index]) continue
    first = Math.min(first, index)
    last = index
  }
  return {first, last}
}
