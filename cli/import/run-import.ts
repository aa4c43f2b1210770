import type {CopyFile} from '../files/copy-files.ts'
import {createBatchLanes} from './batch-lanes.ts'
import type {ImportOptions, Run, Waiting} from './import-options.ts'
import type {ImportReport} from './import-report.ts'
import {partLocks} from './part-finder.ts'
import {prepareCopy} from './prepare-copy.ts'
import {readAhead} from './read-ahead.ts'
import {sendBatch} from './send-batch.ts'
import {createStoryFinder} from './story-finder.ts'

/** A copy's documents have about so many times its bytes: a batch is sent once it would no longer go in one transaction. */
const growth = 3.5

/**
 * Imports files in batches, begun in order; those under way at once have no document in common. Each copy is all or nothing (larger than a
 * transaction may be, it is finished by the next import); a file that fails leaves the others alone. When `signal` is aborted the
 * batches under way are finished and reported, and nothing more is begun. A dataset that cannot be worked with for now throws a
 * `DatasetUnavailable`; what was reported until then is stored.
 */
export async function runImport(
  files: CopyFile[],
  report: ImportReport,
  options: ImportOptions,
): Promise<void> {
  const startedAt = performance.now()
  try {
    await importAll(files, report, options)
  } finally {
    report.interrupted = options.signal.aborted
    report.seconds = (performance.now() - startedAt) / 1000
  }
}

async function importAll(files: CopyFile[], report: ImportReport, options: ImportOptions): Promise<void> {
  const lanes = createBatchLanes(options.concurrency ?? 1)
  const run: Run = {...options, stories: createStoryFinder(options.dataset)}
  const {transactionLimits} = options.dataset
  const mostCopies = options.copiesAtOnce ?? transactionLimits.copies
  const mostBytes = transactionLimits.bytes / growth
  let batch: Waiting[] = []
  let bytes = 0
  let stories = new Set<string>()
  const begin = async () => {
    const full = batch
    batch = []
    bytes = 0
    stories = new Set()
    await lanes.begin(full.flatMap(findSharedIds), () => sendBatch(full, report, run))
  }
  try {
    for await (const {file, read} of readAhead(files, options)) {
      if (options.signal.aborted) break
      const waiting = await prepareCopy(file, read, report, options)
      if (!waiting) continue
      const ids = [
        ...[waiting.made.wireCopy, ...waiting.made.articles].map((document) => document._id),
        ...partLocks(waiting.made),
      ]
      const isFull = batch.length >= mostCopies || bytes + waiting.size > mostBytes
      if (isFull || ids.some((id) => stories.has(id))) await begin()
      batch.push(waiting)
      bytes += waiting.size
      for (const id of ids) stories.add(id)
    }
    await begin()
  } finally {
    await lanes.finish()
  }
}

/** The documents, and packages, that two copies may both change: whoever comes second must see what the first made of them. */
function findSharedIds({made}: Waiting): string[] {
  return [
    made.wireCopy._id,
    ...made.articles.map((article) => article._id),
    ...partLocks(made),
    ...made.supporting.flatMap((document) => (document._type === 'imageCaption' ? [document._id] : [])),
  ]
}
