import {findCaptionKeys} from '../../ingest/captions/index.ts'
import {findNeededIds, planImport, type ImportPlan} from '../../ingest/plan-import.ts'
import type {StoredDocument} from '../../ingest/reconcile/index.ts'
import type {Dataset} from '../dataset/dataset.ts'
import type {Run, Waiting} from './import-options.ts'
import {KnownDocuments} from './known-documents.ts'
import {openPartFinder} from './part-finder.ts'

/** Keys of captions asked for in one query: it stays well under the length that a lake takes. */
const keysAtOnce = 200

/** A copy and what is to be written of it. */
export interface Planned {
  waiting: Waiting
  plan: ImportPlan
}

/**
 * Plans the copies of a batch one after another, each as if those before it were stored; what the dataset has is asked for together. Ends with one
 * that changes articles of other copy: those after it are planned once that is stored.
 */
export async function planBatch(batch: Waiting[], {stories, ...options}: Run): Promise<Planned[]> {
  const known = new KnownDocuments()
  const look = async (ids: string[]) => {
    for (const document of await options.dataset.getDocuments(ids.filter((id) => !known.has(id))))
      known.set(document._id, document)
  }
  await look(batch.flatMap(({made}) => findNeededIds(made)))
  const findCaptions = await lookForCaptions(batch, known, options.dataset)
  const findStories = await stories.lookFor(
    batch.map(({made}) => made),
    known,
  )
  const parts = await openPartFinder(
    batch.map(({made}) => made),
    options.dataset,
  )
  const plans: Planned[] = []
  for (const waiting of batch) {
    const {made} = waiting
    const plan = await planImport(made, known, {
      now: options.now().toISOString(),
      look,
      findCaptions,
      findStories,
      parts,
      readFile: (assetId) => options.dataset.readFile(assetId),
    })
    for (const [id, document] of plan.after) known.set(id, document)
    plans.push({waiting, plan})
    if (plan.changesOthers) break
  }
  return plans
}

/** Asks for the captions of a whole batch beforehand, in few queries at once; those of the batch itself are among `known` as they are planned. */
async function lookForCaptions(
  batch: Waiting[],
  known: KnownDocuments,
  dataset: Dataset,
): Promise<(keys: string[]) => Promise<StoredDocument[]>> {
  const fresh = batch.flatMap(({made}) => made.supporting.filter(({_id}) => !known.has(_id)))
  const keys = findCaptionKeys(fresh as unknown as StoredDocument[])
  const parts: string[][] = []
  for (let start = 0; start < keys.length; start += keysAtOnce)
    parts.push(keys.slice(start, start + keysAtOnce))
  const found = (await Promise.all(parts.map((part) => dataset.findCaptions(part)))).flat()
  const asked = new Set(keys)
  return async (wanted) => {
    const missing = wanted.filter((key) => !asked.has(key))
    const more = missing.length > 0 ? await dataset.findCaptions(missing) : []
    const isWanted = new Set(wanted)
    return [...known.ofType('imageCaption'), ...found, ...more].filter((caption) =>
      (caption.keys as string[] | undefined)?.some((key) => isWanted.has(key)),
    )
  }
}
