import type {SanityClient} from '@sanity/client'
import {parseCopy, toDocuments} from '../../ingest/index.ts'
import {findCaptionsQuery, findNeededIds, planImport} from '../../ingest/plan-import.ts'
import type {StoredDocument} from '../../ingest/reconcile/index.ts'

/** Imports a piece of copy as the `newsroom` command does, behind the back of every open Studio. Gives the article's id and the outcome. */
export async function importCopy(
  client: SanityClient,
  bytes: Uint8Array,
): Promise<{articleId: string; outcome: string}> {
  const now = new Date().toISOString()
  const made = toDocuments(await parseCopy({bytes}), {receivedAt: now})
  const known = new Map<string, StoredDocument>()
  const look = async (ids: string[]) => {
    for (const document of await client.fetch<StoredDocument[]>('*[_id in $ids]', {ids}))
      known.set(document._id, document)
  }
  await look(findNeededIds(made))
  const plan = await planImport(made, known, {
    now,
    look,
    findCaptions: (keys) => client.fetch<StoredDocument[]>(findCaptionsQuery, {keys}),
  })
  if (plan.mutations.length > 0) await client.mutate(plan.mutations as never, {visibility: 'sync'})
  return {articleId: made.articles[0]?._id ?? '', outcome: plan.outcome}
}
