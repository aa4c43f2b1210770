import type {MadeDocuments} from '../../ingest/documents/index.ts'
import type {Dataset} from '../dataset/dataset.ts'
import type {FileResult} from './import-report.ts'
import type {ParsePool} from './parse-pool.ts'
import type {StoryFinder} from './story-finder.ts'

export interface ImportOptions {
  dataset: Dataset
  now: () => Date
  dryRun: boolean
  signal: AbortSignal
  /** Batches under way at once; default 1. */
  concurrency?: number
  /** Copies planned and sent together; default what the dataset takes in one transaction. */
  copiesAtOnce?: number
  /** Understands the files in threads; default in this one. */
  pool?: Pick<ParsePool, 'parse'>
  onFile?: (result: FileResult, bytes: number) => void
}

/** What a run needs over all its batches. */
export interface Run extends ImportOptions {
  stories: StoryFinder
}

/** A copy understood, whose documents wait to be planned and sent. */
export interface Waiting {
  file: string
  /** Of a slice: the archive that it was cut from. */
  archive?: string
  /** Of the copy, in bytes. */
  size: number
  format: string
  made: MadeDocuments
}
