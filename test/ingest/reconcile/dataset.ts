import {Mutation as MutatorMutation} from '@sanity/mutator'
import {
  reconcile,
  type Mutation,
  type Reconciled,
  type StoredDocument,
} from '../../../ingest/reconcile/index.ts'
import type {Finding} from '../../../ingest/model/finding.ts'

/** A dataset in memory: mutations applied by Sanity's own library, revisions checked, transactions all or nothing. */
export class MemoryDataset {
  documents = new Map<string, StoredDocument>()
  /** What each copy makes, for remaking the base as an import does. */
  copies = new Map<string, StoredDocument[]>()
  #revision = 0

  commit(mutations: Mutation[]): void {
    const next = new Map(this.documents)
    const changed = new Set<string>()
    for (const mutation of mutations) this.#apply(next, mutation, changed)
    this.#revision += 1
    for (const id of changed) {
      const document = next.get(id)
      if (document) next.set(id, {...document, _rev: `r${this.#revision}`})
    }
    this.documents = next
  }

  #apply(next: Map<string, StoredDocument>, mutation: Mutation, changed: Set<string>): void {
    if (mutation.delete) {
      next.delete(mutation.delete.id)
      return
    }
    if (mutation.patch) {
      const {id, ifRevisionID, ...operations} = mutation.patch
      const document = next.get(id)
      if (!document) throw new Error(`patch of ${id}, which is not there`)
      if (ifRevisionID !== undefined && ifRevisionID !== this.documents.get(id)?._rev)
        throw new Error(`${id} was changed meanwhile`)
      const patched = new MutatorMutation({mutations: [{patch: {id, ...operations} as never}]}).apply(
        structuredClone(document) as never,
      )
      next.set(id, patched as unknown as StoredDocument)
      changed.add(id)
      return
    }
    const document = mutation.createOrReplace ?? mutation.createIfNotExists ?? mutation.create
    if (!document) throw new Error('empty mutation')
    if (next.has(document._id)) {
      if (mutation.create) throw new Error(`${document._id} exists`)
      if (mutation.createIfNotExists) return
    }
    next.set(document._id, structuredClone(document))
    changed.add(document._id)
  }

  /** Imports a copy as `planImport` does: looks up, remakes the base, reconciles, commits. */
  deliver(made: StoredDocument[], now = '2026-01-01T00:00:00Z'): Reconciled & {findings: Finding[]} {
    const copy = made.find((document) => document._type === 'wireCopy')
    if (copy) this.copies.set(copy._id, made)
    const planned = this.plan(made, now)
    this.commit(planned.mutations)
    return planned
  }

  plan(made: StoredDocument[], now = '2026-01-01T00:00:00Z'): Reconciled & {findings: Finding[]} {
    const base = [...this.copies.values()].flat()
    const {value, findings} = reconcile({
      made: structuredClone(made),
      base: structuredClone(base),
      existing: structuredClone(this.documents),
      now,
    })
    return {...value, findings}
  }

  article(id = 'article-story'): StoredDocument {
    const document = this.documents.get(`drafts.${id}`) ?? this.documents.get(id)
    if (!document) throw new Error('no article')
    return document
  }

  /** The editor types: the draft is made from the published document first, as Studio does. */
  edit(change: (article: StoredDocument) => void, id = 'article-story'): void {
    const published = this.documents.get(id)
    const draft = this.documents.get(`drafts.${id}`) ?? (published && {...published, _id: `drafts.${id}`})
    if (!draft) return
    const next = structuredClone(draft)
    change(next)
    this.commit([{createOrReplace: next}])
  }

  publish(id = 'article-story'): void {
    const draft = this.documents.get(`drafts.${id}`)
    if (draft) this.commit([{createOrReplace: {...draft, _id: id}}, {delete: {id: `drafts.${id}`}}])
  }

  unpublish(id = 'article-story'): void {
    const published = this.documents.get(id)
    if (published) this.commit([{createIfNotExists: {...published, _id: `drafts.${id}`}}, {delete: {id}}])
  }

  discard(id = 'article-story'): void {
    this.commit([{delete: {id: `drafts.${id}`}}])
  }
}
