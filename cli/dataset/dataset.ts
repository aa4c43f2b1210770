import type {Mutation, StoredDocument} from '../../ingest/reconcile/index.ts'

/** A dataset that the command writes to: embedded, on a running lake, or hosted. */
export interface Dataset {
  /** For people: where the documents are. */
  place: string
  /** Those that exist, in no particular order; ids are looked up as they are (drafts by their `drafts.` id). */
  getDocuments(ids: string[]): Promise<StoredDocument[]>
  fetch(query: string, params: Record<string, unknown>, perspective: Perspective): Promise<unknown>
  /** All or none; durable when the promise resolves. Sent again with the same id it is not applied twice. */
  commit(mutations: Mutation[], transactionId: string): Promise<void>
  /** Stores bytes as a file asset (the same bytes once) and gives the asset document's id. */
  uploadFile(bytes: Uint8Array, fileName: string | undefined): Promise<string>
  exportDocuments(): AsyncIterable<StoredDocument>
  close(): Promise<void>
}

export type Perspective = 'raw' | 'published' | 'drafts'

/** A commit that was refused because a document had changed since it was read: read again and try anew. */
export class RevisionConflict extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'RevisionConflict'
  }
}
