import type {FurnitureReason} from '../../arrange/furniture-reasons.ts'
import {furnitureWords} from '../../arrange/furniture-words.ts'
import {findNewsletterBoxes} from '../../arrange/newsletter/index.ts'
import type {NewsletterBox} from '../../model/news-item.ts'
import {PlaceReader, placeSignalNames, type PlaceSignals} from './place-signals.ts'
import type {PageBlock} from './page-block.ts'
import {readTextSignals, textSignalNames} from './text-signals.ts'

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
  isLeftOut: readonly boolean[],
  headline: string,
): {leftOut: LeftOut[]; signups: NewsletterBox[]} {
  const places = new PlaceReader()
  const lines: {text: string; line: number; block: number}[] = []
  const {first, last} = storyReach(blocks, isLeftOut)
  let line = 0
  let before: PageBlock | null = null
  for (const [index, block] of blocks.entries()) {
    if (!block.block.text) continue
    line += before && before.container.parentNode === block.container.parentNode ? 1 : 2
    if (!isLeftOut[index]) line += 2
    else {
      for (const text of block.block.text.split('\n')) {
        lines.push({text, line, block: index})
        line++
      }
    }
    before = block
  }
  const signups = findNewsletterBoxes(lines)
  const boxed = new Set(signups.flatMap((box) => box.lines))
  const inBox = new Set(lines.filter((entry) => boxed.has(entry.line)).map((entry) => entry.block))
  const isWhole = (index: number) => lines.every((entry) => entry.block !== index || boxed.has(entry.line))
  const whole = new Set([...inBox].filter((index) => isWhole(index)))
  const seen = new Set<string>()
  const leftOut: LeftOut[] = []
  for (const [index, block] of blocks.entries()) {
    const {text} = block.block
    if (text && isLeftOut[index] && !whole.has(index)) {
      const reason = reasonOf(block, places.read(block.container), headline, seen, index > first && index < last)
      leftOut.push({text, reason})
    }
    if (block.wordCount > 5) seen.add(block.words)
  }
  // A page has no lines of its own: the numbers above only say what stood next to what.
  return {leftOut, signups: signups.map((box) => ({...box, lines: []}))}
}

function reasonOf(
  {block, words, wordCount, linkLength}: PageBlock,
  place: PlaceSignals,
  headline: string,
  seen: ReadonlySet<string>,
  inStory: boolean,
): FurnitureReason {
  if (headline && words === headline) return 'repeated-headline'
  if (seen.has(words)) return 'repeated-text'
  const text = block.text.trim()
  if (text.length <= maxLabelLength) {
    for (const {reason, words: wording} of furnitureWords) if (wording.test(text)) return reason
    const signals = readTextSignals(text)
    const reason = wordingReasons.find(([signal]) => signals & (1 << textSignalNames.indexOf(signal)))?.[1]
    if (reason && wordCount < 40) return reason
  }
  const near = placeReasons.find(([signal]) => place.near & (1 << placeSignalNames.indexOf(signal)))?.[1]
  if (near) return near
  if (linkLength > text.length * 0.8) return wordCount > 4 ? 'related-links' : 'navigation'
  const far = placeReasons.find(([signal]) => place.far & (1 << placeSignalNames.indexOf(signal)))?.[1]
  return far ?? (inStory ? 'in-story-insert' : 'outside-the-story')
}

function storyReach(blocks: readonly PageBlock[], isLeftOut: readonly boolean[]): {first: number; last: number} {
  let first = blocks.length
  let last = -1
  for (const [index, {block}] of blocks.entries()) {
    if (!block.text || isLeftOut[index]) continue
    first = Math.min(first, index)
    last = index
  }
  return {first, last}
}
