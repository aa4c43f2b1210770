import type {StoredDocument} from '../reconcile/index.ts'
import {toPartRecord, type PartFinder, type PartRecord, type StoryOfUri} from './part-records.ts'

/** Finds parts of packages among documents that are at hand; those added later are found too. */
export function createPartIndex(): PartFinder & {add(document: StoredDocument): void} {
  const copies = new Map<string, PartRecord>()
  const copyIds = new Map<string, Set<string>>()
  const stories = new Map<string, StoryOfUri[]>()
  return {
    add(document) {
      if (document._type === 'wireCopy') {
        const record = toPartRecord(document)
        copies.set(record._id, record)
        for (const {uri, of} of record.parts)
          for (const key of of ? [uri, of] : [uri])
            copyIds.set(key, (copyIds.get(key) ?? new Set()).add(record._id))
      }
      const uri = (document.wire as {uri?: string} | undefined)?.uri
      if (document._type === 'article' && uri)
        stories.set(uri, [...(stories.get(uri) ?? []), {_id: document._id, uri}])
    },
    findCopies: async (uris) => {
      const ids = new Set(uris.flatMap((uri) => [...(copyIds.get(uri) ?? [])]))
      return [...ids].flatMap((id) => copies.get(id) ?? [])
    },
    findStories: async (uris) => uris.flatMap((uri) => stories.get(uri) ?? []),
  }
}
