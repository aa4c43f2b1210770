import type {SanityDocument} from 'sanity'
import type {Mutation} from '../../../ingest/reconcile/index.ts'

/** The draft to change, and what makes it when only the published document is there. */
export function toDraft(draft: SanityDocument | null, published: SanityDocument | null) {
  const document = draft ?? published
  if (!document) return undefined
  const draftId = `drafts.${document._id.replace(/^drafts\./, '')}`
  const {_rev, _updatedAt, ...content} = document
  return {
    draft: {...content, _id: draftId} as SanityDocument,
    mutations: draft ? [] : [{createIfNotExists: {...content, _id: draftId}} as Mutation],
  }
}
