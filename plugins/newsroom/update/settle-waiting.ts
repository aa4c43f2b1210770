import {getDraftId, getPublishedId, type SanityClient, type SanityDocument} from 'sanity'
import type {Mutation, StoredDocument} from '../../../ingest/reconcile/index.ts'
import {toDraft} from '../actions/in-draft.ts'

/** How often it is tried again because somebody wrote meanwhile. */
const maxConflicts = 5

/**
 * Settles what waits in an article as the lake has it, not as the page shows it: two clicks in quick succession, or somebody typing meanwhile,
 * must not bring back what was settled before. Rejects when the lake refuses.
 */
export async function settleWaiting(
  client: SanityClient,
  id: string,
  toMutations: (article: StoredDocument) => Mutation[],
): Promise<void> {
  for (let conflicts = 0; ; conflicts++) {
    const [draft, published] = await client.getDocuments<SanityDocument>([getDraftId(id), getPublishedId(id)])
    const target = toDraft(draft ?? null, published ?? null)
    if (!target) return
    // With its revision, the patches are refused where it is another one by now.
    const patches = toMutations(draft ? {...target.draft, _rev: draft._rev} : target.draft)
    if (patches.length === 0) return
    try {
      await client.mutate([...target.mutations, ...patches] as never, {tag: 'newsroom.update'})
      return
    } catch (error) {
      if ((error as {statusCode?: number}).statusCode !== 409 || conflicts >= maxConflicts) throw error
    }
  }
}
