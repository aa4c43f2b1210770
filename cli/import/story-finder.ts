import type {MadeDocuments} from '../../ingest/documents/index.ts'
import {findStoryKeys, type KeyedStory} from '../../ingest/plan-import.ts'
import {maxSharing, storyKeysOf} from '../../ingest/reconcile/index.ts'
import type {Dataset} from '../dataset/dataset.ts'
import type {KnownDocuments} from './known-documents.ts'

/** Keys asked for in one query: it stays well under the length that a lake takes. */
const keysAtOnce = 120

/** Finds stories that may be the same as those of a batch. */
export interface StoryFinder {
  /**
   * Asks for the stories of a whole batch, in a few queries at once. What it gives finds those, and those of the batch itself among
   * `known` as they are planned.
   */
  lookFor(batch: MadeDocuments[], known: KnownDocuments): Promise<(keys: string[]) => Promise<KeyedStory[]>>
}

/** One for a whole run: keys that turn out to be many stories' are not asked for again. */
export function createStoryFinder(dataset: Dataset): StoryFinder {
  const common = new Set<string>()
  const note = (found: KeyedStory[]) => {
    const counts = new Map<string, number>()
    for (const {keys} of found) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
    for (const [key, count] of counts) if (count > maxSharing) common.add(key)
  }
  return {
    async lookFor(batch, known) {
      const keys = [...new Set(batch.flatMap((made) => findStoryKeys(made, known)))].filter(
        (key) => !common.has(key),
      )
      const parts: string[][] = []
      for (let start = 0; start < keys.length; start += keysAtOnce)
        parts.push(keys.slice(start, start + keysAtOnce))
      const found = (await Promise.all(parts.map((part) => dataset.findStories(part)))).flat()
      note(found)
      return async (wanted) => {
        const asked = new Set(wanted.filter((key) => !common.has(key)))
        const inBatch = [...known.ofType('article')].map((article) => ({
          _id: article._id,
          keys: storyKeysOf(article),
        }))
        return [...found, ...inBatch].flatMap(({_id, keys: own}) => {
          const shared = own.filter((key) => asked.has(key))
          return shared.length > 0 ? [{_id, keys: shared}] : []
        })
      }
    },
  }
}
