import {hashToNumber, writeHash} from '../text/hash.ts'
import {maxApartMs, sketchStory, type StorySketch} from './find-similar-stories.ts'
import type {StoredDocument} from './types.ts'

/** Keys kept of each kind. */
const quotationKeys = 6
const nameKeys = 4
const headlineKeys = 3
/** Names and words of a headline looked at: their pairs are what is hashed. */
const maxPaired = 20
/** Past so many stories that have it, a key tells none from another. */
export const maxSharing = 20
/** Stories looked at closely for one. */
const maxChosen = 8

/**
 * A few short keys of an article, stored on it (`wire.storyKeys`): two stories that `findSimilarStories` would take for one mostly share at
 * least one, so that a dataset finds them by equality. Of each quotation the run of words with the lowest hash, of names and of the
 * headline the pairs with the lowest: what both have, both choose. Pairs are told by the days (`1f0c…@6874`), since a subject comes back for years.
 */
export function toStoryKeys(article: StoredDocument): string[] {
  const sketch = sketchStory(article)
  const day = dayOf(sketch) ?? ''
  const names = lowest(toPairs(sketch.names), nameKeys)
  const headline = lowest(toPairs(sketch.headlineWords), headlineKeys)
  return [
    ...lowest(sketch.quotations, quotationKeys),
    ...names.map((hash) => `n${hash}@${day}`),
    ...headline.map((hash) => `h${hash}@${day}`),
  ]
}

/** The keys by which the stories that are perhaps the same as one with these keys are looked up: its own, and those of the days before and after. */
export function toLookupKeys(storyKeys: readonly string[]): string[] {
  return storyKeys.flatMap((key) => {
    const [hash, day] = key.split('@')
    return day ? [-1, 0, 1].map((later) => `${hash}@${Number(day) + later}`) : key
  })
}

/** The story keys that an article was stored with. */
export function storyKeysOf(article: StoredDocument): string[] {
  return (article.wire as {storyKeys?: string[]} | undefined)?.storyKeys ?? []
}

/** The ids of the stories that share the most of `keys`, at most eight; keys that many of them have do not count. */
export function chooseStories(keys: string[], found: Iterable<{_id: string; keys: string[]}>): string[] {
  const wanted = new Set(keys)
  const sharing = new Map<string, string[]>()
  for (const story of found) {
    for (const key of story.keys) {
      if (!wanted.has(key)) continue
      const ids = sharing.get(key)
      if (ids) ids.push(story._id)
      else sharing.set(key, [story._id])
    }
  }
  const shared = new Map<string, number>()
  for (const ids of sharing.values())
    if (ids.length <= maxSharing) for (const id of ids) shared.set(id, (shared.get(id) ?? 0) + 1)
  return [...shared]
    .sort(([one, ones], [other, others]) => others - ones || (one < other ? -1 : 1))
    .slice(0, maxChosen)
    .map(([id]) => id)
}

/** Which stretch of days the story was sent in, each as long as two stories may lie apart; null when nobody knows. */
function dayOf({sent}: StorySketch): number | null {
  return sent === null ? null : Math.floor(sent / maxApartMs)
}

function toPairs(words: ReadonlySet<string>): string[] {
  const some = [...words].sort().slice(0, maxPaired)
  return some.flatMap((one, index) => some.slice(index + 1).map((other) => `${one} ${other}`))
}

function lowest(texts: Iterable<string>, count: number): string[] {
  const hashes = new Set<number>()
  for (const text of texts) hashes.add(hashToNumber(text))
  return [...hashes]
    .sort((one, other) => one - other)
    .slice(0, count)
    .map(writeHash)
}
