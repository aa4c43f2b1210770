import type {MadeDocuments} from '../../ingest/documents/index.ts'
import type {PartFinder, PartRecord} from '../../ingest/parts/part-records.ts'
import {findPartUris} from '../../ingest/parts/part-table.ts'
import type {StoredDocument} from '../../ingest/reconcile/index.ts'
import type {Dataset} from '../dataset/dataset.ts'

/** Uris asked for in one query: it stays well under the length that a lake takes. */
const urisAtOnce = 50

/** Finds parts of packages for a batch: what its copies begin with is asked for together, the rest as it turns up. */
export async function openPartFinder(batch: MadeDocuments[], dataset: Dataset): Promise<PartFinder> {
  const found = new Map<string, PartRecord>()
  const asked = new Set<string>()
  const ask = async (uris: string[]) => {
    const unknown = [...new Set(uris)].filter((uri) => !asked.has(uri))
    for (const uri of unknown) asked.add(uri)
    const answers = await Promise.all(chunk(unknown).map((part) => dataset.findParts(part)))
    for (const record of answers.flat()) found.set(record._id, record)
  }
  await ask(
    batch.flatMap(({wireCopy, articles}) => findPartUris(wireCopy, articles as unknown as StoredDocument[])),
  )
  return {
    async findCopies(uris) {
      await ask(uris)
      const wanted = new Set(uris)
      return [...found.values()].filter(({parts}) =>
        parts.some(({uri, of}) => wanted.has(uri) || (of !== undefined && wanted.has(of))),
      )
    },
    findStories: async (uris) =>
      (await Promise.all(chunk(uris).map((part) => dataset.findStoriesOf(part)))).flat(),
  }
}

/** What two copies may both have to do with, though neither makes it: packages and their parts. */
export function partLocks({wireCopy, articles}: MadeDocuments): string[] {
  return findPartUris(wireCopy, articles as unknown as StoredDocument[]).map((uri) => `part ${uri}`)
}

function chunk(uris: string[]): string[][] {
  const chunks: string[][] = []
  for (let start = 0; start < uris.length; start += urisAtOnce)
    chunks.push(uris.slice(start, start + urisAtOnce))
  return chunks
}
