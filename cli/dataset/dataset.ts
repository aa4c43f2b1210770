import type {KeyedStory} from '../../ingest/plan-import.ts'
import type {PartRecord, StoryOfUri} from '../../ingest/parts/part-records.ts'
import type {Mutation, StoredDocument} from '../../ingest/reconcile/index.ts'
import {CommandError, exitCodes} from '../exit-codes.ts'

/** A dataset that the command writes to: embedded, on a running lake, or hosted. */
export interface Dataset {
  /** For people: where the documents are. */
  place: string
  /** While it is open nobody else can open it: a lake could not start on its folder. */
  isExclusive: boolean
  /** What one transaction holds at most: the documents of so many copies, and bytes of mutations as JSON. */
  transactionLimits: {copies: number; bytes: number}
  /** Those that exist, in no particular order; ids are looked up as they are (drafts by their `drafts.` id). */
  getDocuments(ids: string[]): Promise<StoredDocument[]>
  /** The published captions that share one of these keys. */
  findCaptions(keys: string[]): Promise<StoredDocument[]>
  /** The articles, drafts too, whose `wire.storyKeys` have one of these keys, as `toStoriesQuery` gives them. */
  findStories(keys: string[]): Promise<KeyedStory[]>
  /** The copies that hold or name a part of a package, as `toPartsQuery` gives them. */
  findParts(uris: string[]): Promise<PartRecord[]>
  /** The articles, drafts too, of these uris, as `toStoriesOfQuery` gives them. */
  findStoriesOf(uris: string[]): Promise<StoryOfUri[]>
  fetch(query: string, params: Record<string, unknown>, perspective: Perspective): Promise<unknown>
  /** How a query is evaluated, step by step, in words; the hosted lake does not tell. */
  explain(query: string, params: Record<string, unknown>, perspective: Perspective): Promise<string[]>
  /** All or none; durable when the promise resolves. Sent again with the same id it is not applied twice. */
  commit(mutations: Mutation[], transactionId: string): Promise<void>
  /** Stores bytes as a file asset (the same bytes once) and gives the asset document's id. */
  uploadFile(bytes: Uint8Array, fileName: string | undefined): Promise<string>
  /** The bytes of a file asset; null when there is none of that id. */
  readFile(assetId: string): Promise<Uint8Array | null>
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

/**
 * Whether an error says that the dataset cannot be worked with for now (it is not reached, it is overloaded, its disk is full), as against
 * refusing what was sent to it: then the copy waits and is tried again; nothing is wrong with it.
 */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof DatasetUnavailable) return true
  if (error instanceof RevisionConflict || !(error instanceof Error)) return false
  const {status, statusCode = status, code} = error as {status?: number; statusCode?: number; code?: string}
  if (statusCode !== undefined) return statusCode === 429 || statusCode >= 500
  if (code !== undefined && /^(?:E[A-Z]+|ERR_SQLITE_ERROR|UND_ERR\w*)$/.test(code)) return true
  return error.message === 'fetch failed' || isUnavailable(error.cause)
}

/** The dataset could not be worked with for now; what had been reported as written until then is stored. */
export class DatasetUnavailable extends CommandError {
  constructor(message: string, options?: ErrorOptions) {
    super(message, exitCodes.dataset, options)
    this.name = 'DatasetUnavailable'
  }
}

/** An error that keeps the dataset from being worked with, with what the person at the terminal should know. */
export function toUnavailable(error: unknown, dataset: Dataset): DatasetUnavailable {
  if (error instanceof DatasetUnavailable) return error
  return new DatasetUnavailable(
    `${dataset.place} cannot be written to now: ${(error as Error).message} What is reported as written is stored; run the same command again for the rest.`,
    {cause: error},
  )
}
