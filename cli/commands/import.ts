import {stat} from 'node:fs/promises'
import path from 'node:path'
import {DatasetUnavailable} from '../dataset/dataset.ts'
import {openDataset, type DatasetOptions} from '../dataset/open-dataset.ts'
import {CommandError, exitCodes} from '../exit-codes.ts'
import {findCopyFiles, type CopyFile} from '../files/copy-files.ts'
import {startReport, addResult, type FileResult, type ImportReport} from '../import/import-report.ts'
import {filesForThreads, openParsePool} from '../import/parse-pool.ts'
import {mayBeCut} from '../import/read-slices.ts'
import {runImport} from '../import/run-import.ts'
import {keepHeapSmall} from '../import/small-heap.ts'
import {toImportPage} from '../show/import-page.ts'
import {createPaint} from '../show/paint.ts'
import {startProgress} from '../show/progress.ts'
import {openLedger, type Ledger} from '../watch/ledger.ts'

/** Slices of an archive hold as much as many files. */
const slicesAtOnce = 8

export interface ImportCommandOptions extends DatasetOptions {
  dryRun?: boolean
  json?: boolean
  shard?: string
  ledger?: string
  concurrency: number
}

/** `newsroom import`: copy into the dataset, with a progress bar and a closing report. */
export async function importCommand(args: string[], options: ImportCommandOptions): Promise<number> {
  const shard = options.shard ? parseShard(options.shard) : undefined
  const {files, refused} = await findCopyFiles(args, {folders: true})
  if (files.some(mayBeCut)) keepHeapSmall()
  const interruption = untilInterrupted()
  const dataset = await openDataset(options)
  const ledger = options.ledger && !options.dryRun ? openLedger(options.ledger, false) : undefined
  const looks = new Map<string, {size: number; modifiedMs: number}>()
  const mine = await withoutDone(shard ? takeShard(files, shard) : files, dataset.place, ledger, looks)
  const report = startReport(dataset.place, options.dryRun ?? false)
  for (const {path: file, reason} of refused)
    addResult(
      report,
      {file, outcome: 'failed', mutations: 0, articles: [], headlines: [], messages: [reason]},
      0,
    )
  const progress = startProgress(mine.length, process.stderr)
  const largeFiles = new Set(mine.filter(mayBeCut).map((file) => file.path))
  const isMuch = mine.length >= filesForThreads || largeFiles.size > 0
  const failedLarge = new Set<string>()
  const note = (file: string, outcome: FileResult['outcome']) => {
    const look = looks.get(file)
    if (look && outcome !== 'failed')
      ledger?.add({file: toLedgerName(dataset.place, file), ...look, outcome, at: new Date().toISOString()})
  }
  const pool = isMuch ? openParsePool({takesPart: true}) : undefined
  try {
    await runImport(mine, report, {
      dataset,
      ...(pool ? {pool} : {}),
      now: () => new Date(),
      dryRun: options.dryRun ?? false,
      signal: interruption,
      concurrency: options.concurrency,
      ...(largeFiles.size > 0 ? {copiesAtOnce: slicesAtOnce} : {}),
      onFile: (result, bytes) => {
        progress.advance(bytes)
        if (!largeFiles.has(result.archive ?? result.file)) note(result.file, result.outcome)
        else if (result.outcome === 'failed') failedLarge.add(result.archive ?? result.file)
      },
    })
    // What was cut into slices is done with all of them.
    if (!report.interrupted) for (const file of largeFiles) if (!failedLarge.has(file)) note(file, 'written')
  } catch (error) {
    if (!(error instanceof DatasetUnavailable)) throw error
    showReport(report, options.json ?? false)
    throw new CommandError(error.message, exitCodes.dataset)
  } finally {
    progress.stop()
    await pool?.close()
    ledger?.close()
    await dataset.close()
  }
  showReport(report, options.json ?? false)
  if (report.interrupted) return exitCodes.interrupted
  return report.failed > 0 ? exitCodes.someFailed : exitCodes.ok
}

export function showReport(report: ImportReport, asJson: boolean): void {
  process.stdout.write(
    asJson ? `${JSON.stringify(report)}\n` : toImportPage(report, createPaint(process.stdout)),
  )
}

/** One Ctrl-C comes twice where a process was started by another of the same terminal. */
const sameInterruptionMs = 300

/**
 * Aborts at the first Ctrl-C (or request to end), so that the batch under way is finished and reported; a second one ends the
 * process at once.
 */
export function untilInterrupted(): AbortSignal {
  const interruption = new AbortController()
  let interruptedAt = 0
  const interrupt = () => {
    if (!interruption.signal.aborted) interruptedAt = performance.now()
    else if (performance.now() - interruptedAt > sameInterruptionMs) process.exit(exitCodes.interrupted)
    interruption.abort()
  }
  process.on('SIGINT', interrupt)
  process.on('SIGTERM', interrupt)
  return interruption.signal
}

/** The files that the ledger does not know as they are now; how each looks is put into `looks`. What failed is tried again. */
async function withoutDone(
  files: CopyFile[],
  place: string,
  ledger: Ledger | undefined,
  looks: Map<string, {size: number; modifiedMs: number}>,
): Promise<CopyFile[]> {
  if (!ledger) return files
  const left: CopyFile[] = []
  for (const file of files) {
    const found = file.path === '-' ? undefined : await stat(file.path).catch(() => undefined)
    if (found && ledger.has(toLedgerName(place, file.path), found.size, found.mtimeMs)) continue
    if (found) looks.set(file.path, {size: found.size, modifiedMs: found.mtimeMs})
    left.push(file)
  }
  return left
}

/** What is done for one dataset is not done for another. */
function toLedgerName(place: string, file: string): string {
  return `${path.resolve(file)}\n${place}`
}

function parseShard(value: string): {index: number; of: number} {
  const [, index, of] = (/^(\d{1,4})\/(\d{1,4})$/.exec(value) ?? []).map(Number)
  if (!index || !of || index > of)
    throw new CommandError(`--shard ${value}: write it as i/n with i from 1 to n, such as 2/8.`)
  return {index, of}
}

/** Every n-th file; ids are computed from the copy, so shares imported on many machines need not talk to each other. */
function takeShard(files: CopyFile[], shard: {index: number; of: number}): CopyFile[] {
  return files.filter((_file, position) => position % shard.of === shard.index - 1)
}
