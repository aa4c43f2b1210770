import type {StoredDocument} from './document.ts'
import type {Change} from './transaction-log.ts'

export interface DocumentView {
  all: () => readonly StoredDocument[]
  get: (id: string) => StoredDocument | undefined
}

export interface DocumentCache extends DocumentView {
  /** A derived set of documents, computed once between two transactions. */
  view: (name: string, derive: (all: Iterable<StoredDocument>) => StoredDocument[]) => DocumentView
  apply: (changes: readonly Change[]) => void
}

const maxViews = 8

/** The parsed documents, read from the table at the first query and kept in step with each transaction. */
export function openDocumentCache(table: {all: () => Iterable<StoredDocument>}): DocumentCache {
  let byId: Map<string, StoredDocument> | undefined
  let list: readonly StoredDocument[] | undefined
  const views = new Map<string, DocumentView>()

  const load = () => {
    byId ??= new Map([...table.all()].map((document) => [document._id, document]))
    return byId
  }
  const all = () => (list ??= [...load().values()])

  return {
    all,
    get: (id) => load().get(id),
    view: (name, derive) => {
      let view = views.get(name)
      if (!view) {
        const documents = derive(all())
        let index: Map<string, StoredDocument> | undefined
        view = {
          all: () => documents,
          get: (id) => (index ??= new Map(documents.map((document) => [document._id, document]))).get(id),
        }
        if (views.size >= maxViews) views.delete(views.keys().next().value!)
        views.set(name, view)
      }
      return view
    },
    apply: (changes) => {
      if (changes.length === 0) return
      list = undefined
      views.clear()
      if (!byId) return
      for (const {documentId, after} of changes) {
        if (after) byId.set(documentId, after)
        else byId.delete(documentId)
      }
    },
  }
}
