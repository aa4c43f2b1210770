import {randomUUID} from 'node:crypto'
import {setTimeout as pause} from 'node:timers/promises'
import {toDocuments, type MadeDocuments} from '../../ingest/documents/index.ts'
import {findCaptionKeys} from '../../ingest/captions/index.ts'
import {toWireCopyId} from '../../ingest/documents/ids.ts'
import type {Copy, ParsedCopy} from '../../ingest/parse-copy.ts'
import {findFileId, findNeededIds, planImport, type ImportPlan} from '../../ingest/plan-import.ts'
import type {StoredDocument} from '../../ingest/reconcile/index.ts'
import {DatasetUnavailable, isUnavailable, RevisionConflict, type Dataset} from '../dataset/dataset.ts'
import type {CopyFile} from '../files/copy-files.ts'
import {createBatchLanes} from './batch-lanes.ts'
import {sizeOf, splitMutations} from './split-mutations.ts'
import {createStoryFinder, type StoryFinder} from './story-finder.ts'
import {addResult, type FileResult, type ImportReport} from './import-report.ts'
import type {ParsePool} from './parse-pool.ts'
import {readCopy, type ReadCopy} from './read-copy.ts'

/** Copies planned and sent together: one look-up and one transaction for many small files. */
const mostCopiesAtOnce = 64
/** Bytes of copy after which a batch is sent whatever its number: its documents have about three times as many. */
const batchBytes = 1_000_000
/** Bytes of one transaction: under the 4 MB that the hosted lake takes in a request. */
const maxTransactionBytes = 3_500_000
/** Keys of captions asked for in one query: it stays well under the length that a lake takes. */
const keysAtOnce = 200
/** How often a copy is planned anew because somebody changed a document meanwhile, with a pause that grows by this much each time. */
const maxConflicts = 20
/** How often a whole batch is, before its copies are sent one by one. */
const maxBatchConflicts = 5
const conflictPauseMs = 20
/** Files opened while one is understood. */
const filesAhead = 4
/** Files that threads may understand while a batch is stored: two batches, of so many bytes at most. */
const filesAheadInThreads = 2 * mostCopiesAtOnce
const bytesAhead = 32_000_000

export interface ImportOptions {
  dataset: Dataset
  now: () => Date
  dryRun: boolean
  signal: AbortSignal
  /** Batches under way at once; default 1. */
  concurrency?: number
  /** Copies planned and sent together; default 64. */
  copiesAtOnce?: number
  /** Understands the files in threads; default in this one. */
  pool?: Pick<ParsePool, 'parse'>
  onFile?: (result: FileResult, bytes: number) => void
}

/** What a run needs over all its batches. */
interface Run extends ImportOptions {
  stories: StoryFinder
}

interface Waiting {
  file: string
  /** Of the copy, in bytes. */
  size: number
  format: string
  made: MadeDocuments
}

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
  let batch: Waiting[] = []
  let bytes = 0
  let stories = new Set<string>()
  const begin = async () => {
    const full = batch
    batch = []
    bytes = 0
    stories = new Set()
    await lanes.begin(full.flatMap(findSharedIds), () => send(full, report, run))
  }
  try {
    for await (const {file, read} of readAhead(files, options)) {
      if (options.signal.aborted) break
      const waiting = await prepare(file, read, report, options)
      if (!waiting) continue
      const ids = [waiting.made.wireCopy, ...waiting.made.articles].map((document) => document._id)
      const isFull =
        batch.length >= (options.copiesAtOnce ?? mostCopiesAtOnce) || bytes + waiting.size > batchBytes
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

/** The documents that two copies may both change: whoever comes second must see what the first made of them. */
function findSharedIds({made}: Waiting): string[] {
  return [
    made.wireCopy._id,
    ...made.articles.map((article) => article._id),
    ...made.supporting.flatMap((document) => (document._type === 'imageCaption' ? [document._id] : [])),
  ]
}

/** The files in their order, some of them being read already while those before are stored. */
async function* readAhead(
  files: CopyFile[],
  {pool, now}: ImportOptions,
): AsyncGenerator<{file: CopyFile; read: Promise<ReadCopy>}> {
  const begun: {file: CopyFile; read: Promise<ReadCopy>}[] = []
  const most = pool ? filesAheadInThreads : filesAhead
  let bytes = 0
  for (const file of files) {
    const job = {file, receivedAt: now().toISOString()}
    const read = pool ? pool.parse(job) : readCopy(job)
    // Told of when it is this file's turn.
    read.catch(() => {})
    begun.push({file, read})
    bytes += file.size
    while (begun.length > most || (begun.length > 1 && bytes > bytesAhead)) {
      const next = begun.shift()!
      bytes -= next.file.size
      yield next
    }
  }
  yield* begun
}

async function prepare(
  file: CopyFile,
  reading: Promise<ReadCopy>,
  report: ImportReport,
  options: ImportOptions,
): Promise<Waiting | null> {
  const name = file.path === '-' ? 'standard input' : file.path
  try {
    const read = await reading
    const {size, format} = read
    const made = 'made' in read ? read.made : await makeOfStored(read, options)
    return {file: name, size, format, made}
  } catch (error) {
    if (error instanceof DatasetUnavailable) throw error
    note(report, options, failure(name, error), file.size)
    return null
  }
}

async function makeOfStored(
  {input, copy}: {input: Copy; copy: ParsedCopy},
  options: ImportOptions,
): Promise<MadeDocuments> {
  const assetId = await storeBytes(input, copy, options)
  return toDocuments(copy, {
    receivedAt: options.now().toISOString(),
    assetId,
  })
}

/** Binary and large copy goes into a file asset, once: copy that is on record already has its asset. */
async function storeBytes(input: Copy, copy: ParsedCopy, {dataset, dryRun}: ImportOptions): Promise<string> {
  try {
    const [known] = await dataset.getDocuments([toWireCopyId(copy.sha256)])
    const asset = known && findFileId(known)
    if (asset) return asset
    return dryRun
      ? `file-${copy.sha256.slice(0, 40)}-bin`
      : await dataset.uploadFile(input.bytes, input.fileName)
  } catch (error) {
    throw isUnavailable(error) ? toUnavailable(error, dataset) : error
  }
}

/** A batch in one transaction; when that is refused, each copy in one of its own, so that one bad copy fails alone. */
async function send(batch: Waiting[], report: ImportReport, options: Run): Promise<void> {
  if (batch.length === 0) return
  const isAlone = batch.length === 1
  const left = new Set(batch)
  let refusal: unknown
  for (let attempt = 0; attempt < (isAlone ? maxConflicts : maxBatchConflicts); attempt++) {
    try {
      for await (const {waiting, plan} of commit([...left], options)) {
        left.delete(waiting)
        note(report, options, toResult(waiting, plan), waiting.size)
      }
      return
    } catch (error) {
      if (isUnavailable(error)) throw toUnavailable(error, options.dataset)
      refusal = error
      if (!(error instanceof RevisionConflict)) break
      // Of several that meet at one document, one gets through each time; not all come back at once.
      await pause(Math.random() * conflictPauseMs * attempt)
    }
  }
  for (const waiting of left)
    if (isAlone) note(report, options, failure(waiting.file, refusal), waiting.size)
    else await send([waiting], report, options)
}

function toUnavailable(error: unknown, dataset: Dataset): DatasetUnavailable {
  if (error instanceof DatasetUnavailable) return error
  return new DatasetUnavailable(
    `${dataset.place} cannot be written to now: ${(error as Error).message} What is reported as written is stored; run the same command again for the rest.`,
    {cause: error},
  )
}

interface Planned {
  waiting: Waiting
  plan: ImportPlan
}

async function planBatch(batch: Waiting[], {stories, ...options}: Run): Promise<Planned[]> {
  const known = new Map<string, StoredDocument>()
  const look = async (ids: string[]) => {
    for (const document of await options.dataset.getDocuments(ids.filter((id) => !known.has(id))))
      known.set(document._id, document)
  }
  await look(batch.flatMap(({made}) => findNeededIds(made)))
  const findCaptions = await lookForCaptions(batch, known, options.dataset)
  const findStories = await stories.lookFor(
    batch.map(({made}) => made),
    known,
  )
  const plans: Planned[] = []
  for (const waiting of batch) {
    const {made} = waiting
    const plan = await planImport(made, known, {
      now: options.now().toISOString(),
      look,
      findCaptions,
      findStories,
      readFile: (assetId) => options.dataset.readFile(assetId),
    })
    for (const [id, document] of plan.after) known.set(id, document)
    plans.push({waiting, plan})
  }
  return plans
}

/** Asks for the captions of a whole batch beforehand, in few queries at once; those of the batch itself are among `known` as they are planned. */
async function lookForCaptions(
  batch: Waiting[],
  known: Map<string, StoredDocument>,
  dataset: Dataset,
): Promise<(keys: string[]) => Promise<StoredDocument[]>> {
  const fresh = batch.flatMap(({made}) => made.supporting.filter(({_id}) => !known.has(_id)))
  const keys = findCaptionKeys(fresh as unknown as StoredDocument[])
  const parts: string[][] = []
  for (let start = 0; start < keys.length; start += keysAtOnce)
    parts.push(keys.slice(start, start + keysAtOnce))
  const found = (await Promise.all(parts.map((part) => dataset.findCaptions(part)))).flat()
  const asked = new Set(keys)
  return async (wanted) => {
    const missing = wanted.filter((key) => !asked.has(key))
    const more = missing.length > 0 ? await dataset.findCaptions(missing) : []
    const isWanted = new Set(wanted)
    return [...known.values(), ...found, ...more].filter(
      (document) =>
        document._type === 'imageCaption' &&
        (document.keys as string[] | undefined)?.some((key) => isWanted.has(key)),
    )
  }
}

/** In as few transactions as their size allows; gives each copy once it is stored. A copy is spread over several only when it is too large for one. */
async function* commit(batch: Waiting[], options: Run): AsyncGenerator<Planned> {
  let together: Planned[] = []
  let bytes = 0
  const commitTogether = async () => {
    if (options.dryRun) return
    const mutations = together.flatMap(({plan}) => plan.mutations)
    const fits = bytes <= maxTransactionBytes
    for (const transaction of fits ? [mutations] : splitMutations(mutations, maxTransactionBytes))
      if (transaction.length > 0) await options.dataset.commit(transaction, `import-${randomUUID()}`)
  }
  for (const planned of await planBatch(batch, options)) {
    const more = sizeOf(planned.plan.mutations)
    if (bytes + more > maxTransactionBytes) {
      await commitTogether()
      yield* together
      together = []
      bytes = 0
    }
    together.push(planned)
    bytes += more
  }
  await commitTogether()
  yield* together
}

function toResult({file, made, format}: Waiting, plan: ImportPlan): FileResult {
  const findings = [...made.wireCopy.findings, ...plan.findings]
  const failed = made.wireCopy.outcome === 'failed'
  const held =
    !failed &&
    (['held', 'waiting', 'kept', 'older'].includes(plan.outcome) ||
      made.wireCopy.outcome === 'held' ||
      made.wireCopy.outcome === 'killed')
  return {
    file,
    outcome: failed
      ? 'failed'
      : plan.mutations.length === 0 && !held
        ? 'unchanged'
        : held
          ? 'held'
          : 'written',
    mutations: plan.mutations.length,
    articles: made.articles.map((article) => article._id),
    headlines: made.articles.flatMap((article) => article.headline ?? []),
    messages: [
      ...findings.flatMap((finding) => (finding.severity === 'info' ? [] : [finding.message])),
      ...(failed && findings.length === 0 ? [`Nothing to import was found in this ${format} copy.`] : []),
    ],
  }
}

function failure(file: string, error: unknown): FileResult {
  return {
    file,
    outcome: 'failed',
    mutations: 0,
    articles: [],
    headlines: [],
    messages: [(error as Error).message],
  }
}

function note(report: ImportReport, options: ImportOptions, result: FileResult, bytes: number): void {
  addResult(report, result, bytes)
  options.onFile?.(result, bytes)
}
