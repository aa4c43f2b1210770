import {randomUUID} from 'node:crypto'
import {isKeptInline, toDocuments, type MadeDocuments} from '../../ingest/documents/index.ts'
import {toWireCopyId} from '../../ingest/documents/ids.ts'
import {parseCopy, type Copy, type ParsedCopy} from '../../ingest/parse-copy.ts'
import {findFileId, findNeededIds, planImport, type ImportPlan} from '../../ingest/plan-import.ts'
import type {StoredDocument} from '../../ingest/reconcile/index.ts'
import {DatasetUnavailable, isUnavailable, RevisionConflict, type Dataset} from '../dataset/dataset.ts'
import {readCopyFile, type CopyFile} from '../files/copy-files.ts'
import {addResult, type FileResult, type ImportReport} from './import-report.ts'

/** Copies planned and sent together: one look-up and one transaction for many small files. */
const copiesAtOnce = 64
/** Bytes of copy after which a batch is sent whatever its number; well under the hosted lake's 4 MB a request. */
const batchBytes = 1_000_000
/** How often a copy is planned anew because somebody changed a document meanwhile. */
const maxConflicts = 5

export interface ImportOptions {
  dataset: Dataset
  now: () => Date
  dryRun: boolean
  signal: AbortSignal
  onFile?: (result: FileResult, bytes: number) => void
}

interface Waiting {
  file: string
  copy: ParsedCopy
  made: MadeDocuments
}

/**
 * Imports files in order, in batches. Each copy is all or nothing; a file that fails leaves the others alone. When `signal` is
 * aborted the batch under way is finished and reported, and nothing more is begun. A dataset that cannot be worked with for now throws a
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
  let batch: Waiting[] = []
  let bytes = 0
  const taken = new Set<string>()
  for (const file of files) {
    if (options.signal.aborted) break
    const waiting = await prepare(file, report, options)
    if (!waiting) continue
    const ids = [waiting.made.wireCopy, ...waiting.made.articles].map((document) => document._id)
    if (
      batch.length >= copiesAtOnce ||
      bytes + waiting.copy.size > batchBytes ||
      ids.some((id) => taken.has(id))
    ) {
      await send(batch, report, options)
      batch = []
      bytes = 0
      taken.clear()
    }
    batch.push(waiting)
    bytes += waiting.copy.size
    for (const id of ids) taken.add(id)
  }
  await send(batch, report, options)
}

async function prepare(
  file: CopyFile,
  report: ImportReport,
  options: ImportOptions,
): Promise<Waiting | null> {
  const name = file.path === '-' ? 'standard input' : file.path
  try {
    const bytes = await readCopyFile(file)
    const input: Copy = {bytes, ...(file.path === '-' ? {} : {fileName: file.path})}
    const copy = await parseCopy(input)
    const assetId = isKeptInline(copy) ? undefined : await storeBytes(input, copy, options)
    const made = toDocuments(copy, {receivedAt: options.now().toISOString(), ...(assetId ? {assetId} : {})})
    return {file: name, copy, made}
  } catch (error) {
    if (error instanceof DatasetUnavailable) throw error
    note(report, options, failure(name, error), file.size)
    return null
  }
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
async function send(batch: Waiting[], report: ImportReport, options: ImportOptions): Promise<void> {
  if (batch.length === 0) return
  try {
    const plans = await planBatch(batch, options)
    await commit(plans, options)
    batch.forEach((waiting, index) =>
      note(report, options, toResult(waiting, plans[index]!), waiting.copy.size),
    )
  } catch (error) {
    if (isUnavailable(error)) throw toUnavailable(error, options.dataset)
    if (batch.length === 1) return sendAlone(batch[0]!, error, report, options)
    for (const waiting of batch) await send([waiting], report, options)
  }
}

async function sendAlone(
  waiting: Waiting,
  first: unknown,
  report: ImportReport,
  options: ImportOptions,
): Promise<void> {
  let error = first
  for (let attempt = 1; attempt < maxConflicts && error instanceof RevisionConflict; attempt++) {
    try {
      const plans = await planBatch([waiting], options)
      await commit(plans, options)
      return note(report, options, toResult(waiting, plans[0]!), waiting.copy.size)
    } catch (next) {
      if (isUnavailable(next)) throw toUnavailable(next, options.dataset)
      error = next
    }
  }
  note(report, options, failure(waiting.file, error), waiting.copy.size)
}

function toUnavailable(error: unknown, dataset: Dataset): DatasetUnavailable {
  if (error instanceof DatasetUnavailable) return error
  return new DatasetUnavailable(
    `${dataset.place} cannot be written to now: ${(error as Error).message} What is reported as written is stored; run the same command again for the rest.`,
    {cause: error},
  )
}

async function planBatch(batch: Waiting[], options: ImportOptions): Promise<ImportPlan[]> {
  const known = new Map<string, StoredDocument>()
  const look = async (ids: string[]) => {
    for (const document of await options.dataset.getDocuments(ids.filter((id) => !known.has(id))))
      known.set(document._id, document)
  }
  await look(batch.flatMap(({made}) => findNeededIds(made)))
  const findCaptions = async (keys: string[]) => {
    const wanted = new Set(keys)
    const inBatch = [...known.values()].filter(
      (document) =>
        document._type === 'imageCaption' &&
        (document.keys as string[] | undefined)?.some((key) => wanted.has(key)),
    )
    return [...inBatch, ...(await options.dataset.findCaptions(keys))]
  }
  const plans: ImportPlan[] = []
  for (const {made} of batch) {
    const plan = await planImport(made, known, {
      now: options.now().toISOString(),
      look,
      findCaptions,
      readFile: (assetId) => options.dataset.readFile(assetId),
    })
    for (const [id, document] of plan.after) known.set(id, document)
    plans.push(plan)
  }
  return plans
}

async function commit(plans: ImportPlan[], {dataset, dryRun}: ImportOptions): Promise<void> {
  const mutations = plans.flatMap((plan) => plan.mutations)
  if (mutations.length > 0 && !dryRun) await dataset.commit(mutations, `import-${randomUUID()}`)
}

function toResult({file, made, copy}: Waiting, plan: ImportPlan): FileResult {
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
      ...(failed && findings.length === 0
        ? [`Nothing to import was found in this ${copy.format} copy.`]
        : []),
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
