import type {CollectedPage} from './collect-page.ts'
import {authorsOf, titlesOf} from './page-words.ts'
import {placeSignalNames} from './place-signals.ts'
import {textSignalNames} from './text-signals.ts'

/** Headline, byline and standfirst: what the page shows, checked against what it says of itself. */
export interface ShownParts {
  headline?: string
  headlineShown: boolean
  byline?: string
  standfirst?: string
  /** Blocks that are these parts, and so neither body nor left out. */
  used: number[]
}

const bit = (names: readonly string[], name: string) => 1 << names.indexOf(name)

/** A byline on a line of its own, where only the story's own text is around it. */
const bylineShape = /^(?:by|von|par|por|di|da|av|door)\s+\p{Lu}[^.!?]*$/iu

/** How far from headline and story a byline or standfirst may stand, in blocks. */
const maxDistance = 15

export function findShownParts(page: CollectedPage, isStory: readonly boolean[]): ShownParts {
  const {blocks, words, head} = page
  const parts: ShownParts = {headlineShown: words.headlineIndex >= 0, used: []}
  const first = isStory.findIndex((kept, index) => kept && blocks[index]!.wordCount > 0)
  if (words.headlineIndex >= 0) {
    parts.headline = oneLine(blocks[words.headlineIndex]!.block.text)
    parts.used.push(words.headlineIndex)
  } else {
    const title = titlesOf(head)[0]
    if (title)
      parts.headline = oneLine(
        withoutSiteName(title, head.meta.get('og:site_name')?.[0] ?? head.structured?.publisher),
      )
  }
  const anchor = words.headlineIndex >= 0 ? words.headlineIndex : first
  if (anchor < 0) return parts
  const from = Math.max(0, anchor - 6)
  const to = Math.min(blocks.length, Math.max(anchor, first) + maxDistance)
  // Right under the headline a few words are enough.
  const fewestWords = (index: number) => (index <= words.headlineIndex + 2 ? 3 : 7)
  let bylineScore = 0
  let byline = -1
  for (let index = from; index < to; index++) {
    const {block, wordCount, words: own, signals} = blocks[index]!
    const opens = index === first && wordCount <= 14 && bylineShape.test(block.text)
    if ((isStory[index] && !opens) || !wordCount || index === words.headlineIndex) continue
    const place = page.places[index]!
    if (wordCount <= 30 && block.text.length <= 200) {
      let score = opens ? 1 : 0
      if (signals & bit(textSignalNames, 'by')) score += 2
      if (words.authors.some((author) => own.includes(author))) score += 2
      if (place.near & bit(placeSignalNames, 'byline')) score += 1
      if (
        signals &
        (bit(textSignalNames, 'date') | bit(textSignalNames, 'email') | bit(textSignalNames, 'follow'))
      )
        score -= 1
      if (score >= 2 && score > bylineScore) [byline, bylineScore] = [index, score]
    }
    const isSummary =
      words.summary.length > 20 &&
      wordCount > 4 &&
      (words.summary.startsWith(own.slice(0, 80)) || own.startsWith(words.summary.slice(0, 80)))
    const below = words.headlineIndex >= 0 && index > words.headlineIndex && (first < 0 || index < first)
    if (
      !parts.standfirst &&
      (isSummary ||
        (below && wordCount > fewestWords(index) && place.near & bit(placeSignalNames, 'summary'))) &&
      index !== byline &&
      blocks[index]!.linkLength < block.text.length / 2
    ) {
      parts.standfirst = oneLine(block.text)
      parts.used.push(index)
    }
  }
  const declared = authorsOf(head).join(', ')
  if (byline >= 0 && !parts.used.includes(byline)) {
    const shown = oneLine(blocks[byline]!.block.text)
    // A line that says more than who wrote it stays on the page's record; the names it declares are the byline then.
    const isMore =
      blocks[byline]!.signals &
      (bit(textSignalNames, 'date') | bit(textSignalNames, 'clock') | bit(textSignalNames, 'email'))
    if (isMore && declared) parts.byline = declared
    else {
      parts.byline = shown
      parts.used.push(byline)
    }
  } else if (declared) parts.byline = declared
  return parts
}

/** `Headline - Site` and `Headline | Site`: the site's name is no part of the headline. */
function withoutSiteName(title: string, site: string | undefined): string {
  const cut = /^(.{12,}?)\s+[|–—-]\s+([^|–—]{2,40})$/u.exec(title)
  if (!cut) return title
  if (site && cut[2]!.toLowerCase().includes(site.toLowerCase())) return cut[1]!
  return /\s\|\s/.test(title) ? cut[1]! : title
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
