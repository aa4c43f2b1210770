import type {MadeDocuments} from '../../../ingest/documents/index.ts'
import type {ParsedItem} from '../../../ingest/parse-copy.ts'
import type {ImportPlan, KeyedStory} from '../../../ingest/plan-import.ts'
import type {PartRecord, StoryOfUri} from '../../../ingest/parts/part-records.ts'
import type {StoredDocument} from '../../../ingest/reconcile/index.ts'
import type {CopyLine} from './copy-lines.ts'
import type {Corrections} from './correct-item.ts'

/** What a plan wants looked up in the dataset: captions by their keys, packages by the uris of their parts, articles by theirs, documents by their ids. */
export interface Lookups {
  captionKeys: string[]
  partUris: string[]
  storyUris: string[]
  ids: string[]
}

/** What was looked up for a plan, and what came of it; documents by their ids are among those known. */
export interface FoundForPlan {
  lookedFor: Lookups
  captions: StoredDocument[]
  parts: PartRecord[]
  storiesOf: StoryOfUri[]
}

/** What the importer understood of a piece of copy, with a person's corrections. */
export interface UnderstoodCopy {
  sha256: string
  size: number
  format: string
  /** True when its text is too much for a document, or is not text: the bytes go into a file. */
  needsFile: boolean
  canBeCorrected: boolean
  items: ParsedItem[]
  made: MadeDocuments
  /** Empty for copy that is not text. */
  lines: CopyLine[]
}

/** What the page asks of the worker. `copyId` names a piece of copy that the worker keeps. */
export type WorkerRequest =
  | {ask: 'read'; copyId: string; bytes: Uint8Array; fileName?: string; format?: string}
  | {ask: 'correct'; copyId: string; corrections: Corrections}
  | {ask: 'make'; copyId: string; corrections: Corrections; receivedAt: string; assetId?: string}
  | {
      ask: 'plan'
      made: MadeDocuments
      known: StoredDocument[]
      /** The bytes of earlier copies that are file assets, by asset id. */
      files: Record<string, Uint8Array>
      /** Stories that may be the same; those to look at closely are among `known`. */
      stories: KeyedStory[]
      found: FoundForPlan
      now: string
    }
  | {ask: 'forget'; copyId: string}

export interface WorkerAnswers {
  read: UnderstoodCopy
  correct: UnderstoodCopy
  make: MadeDocuments
  /** The plan, or what must be looked up before there can be one. */
  plan: ImportPlan | {needs: Lookups}
  forget: null
}
