import type {Mutation, StoredDocument} from '../store/index.ts'
import {strengthenReferences} from './strengthen-references.ts'

/** A draft or version in the place of the published document, which keeps the time at which it was first made. */
export function* publishAs(
  draft: StoredDocument,
  publishedId: string,
  published: StoredDocument | undefined,
): Generator<Mutation> {
  const {_system: _versionOnly, ...content} = draft
  const document = strengthenReferences(content) as StoredDocument
  yield {
    createOrReplace: {...document, _id: publishedId, _createdAt: published?._createdAt ?? draft._createdAt},
  }
  yield {delete: {id: draft._id}}
}
