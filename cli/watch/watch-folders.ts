import {stat} from 'node:fs/promises'
import {setTimeout as wait} from 'node:timers/promises'
import {isUnavailable, type Dataset} from '../dataset/dataset.ts'
import type {CopyFile} from '../files/copy-files.ts'
import {toArchiveResult} from '../import/file-result.ts'
import {startReport, type FileResult} from '../import/import-report.ts'
import type {ParsePool} from '../import/parse-pool.ts'
import {runImport} from '../import/run-import.ts'
import {findReadyFiles, type Seen} from './find-ready-files.ts'
import type {Ledger} from './ledger.ts'
import {putAway} from './put-away.ts'
import type {WatchLog} from './watch-log.ts'

/** Files imported before they are put away: one batch of the importer's, so that a watcher that is killed again and again gets on. */
const filesAtOnce = 64
const firstPauseMs = 500
const longestPauseMs = 60_000
const metricsEveryMs = 60_000
/** How long an embedded dataset stays open with nothing to do: while it is, no lake can start on its folder. */
const idleMs = 5000

export interface WatchOptions {
  folders: string[]
  /** Opens the dataset; called again after it could not be reached. */
  open: () => Promise<Dataset>
  /** Reads files where one that ends its reader (out of memory, say) fails alone; absent: in this thread, which would end with it. */
  pool?: Pick<ParsePool, 'parse'>
  /** Where files stay in place; absent: they are moved. */
  ledger?: Ledger
  intervalMs: number
  settleMs: number
  log: WatchLog
  now: () => Date
  /** Milliseconds of a clock that is never set. */
  elapsedMs: () => number
  signal: AbortSignal
  /** End when the folders hold nothing more to do. */
  once: boolean
}

/** What a watcher carries from round to round. */
interface Watch extends WatchOptions {
  seen: Map<string, Seen>
  /** Files whose import is done and that could not be put away. */
  stuck: Map<string, {folder: string; result: FileResult; look: Seen}>
}

/**
 * Imports what arrives in folders, until `signal` is aborted. A file is put away only once its import is durable, so a watcher that is
 * killed at any moment imports it again, which changes nothing. A dataset or a folder that cannot be reached is tried again with longer
 * and longer pauses; the files wait.
 */
export async function watchFolders(options: WatchOptions): Promise<void> {
  const {log, signal, elapsedMs} = options
  const watch: Watch = {...options, seen: new Map(), stuck: new Map()}
  let pauseMs = firstPauseMs
  let metricsAt = elapsedMs() + metricsEveryMs
  let workedAt = elapsedMs()
  let dataset: Dataset | undefined
  const close = async () => {
    const open = dataset
    dataset = undefined
    await open?.close()
  }
  try {
    while (!signal.aborted) {
      try {
        const worked = await runOnce(async () => (dataset ??= await options.open()), watch)
        pauseMs = firstPauseMs
        if (worked) workedAt = elapsedMs()
        else {
          if (options.once && isAllSettled(watch)) break
          if (dataset?.isExclusive && elapsedMs() - workedAt > idleMs) await close()
          await rest(options.intervalMs, signal)
        }
      } catch (error) {
        if (!isUnavailable(error)) throw error
        log.event('unavailable', {message: (error as Error).message, tryAgainInMs: pauseMs})
        await close().catch(() => {})
        await rest(pauseMs, signal)
        pauseMs = Math.min(longestPauseMs, pauseMs * 2)
      }
      if (elapsedMs() >= metricsAt) {
        log.flush()
        metricsAt = elapsedMs() + metricsEveryMs
      }
    }
  } finally {
    log.flush()
    await close()
  }
}

/** Looks once and imports all that is ready; false when nothing was. */
async function runOnce(open: () => Promise<Dataset>, watch: Watch): Promise<boolean> {
  let worked = false
  // What cannot be put away this time either is put back on the list.
  const stuck = [...watch.stuck]
  for (const [file, {folder, result, look}] of stuck) await settle(folder, file, result, look, watch)
  for (const folder of watch.folders) {
    const {seen, settleMs} = watch
    const ready = await findReadyFiles(folder, seen, {nowMs: watch.elapsedMs(), settleMs})
    const files = ready.filter((file) => !isDone(file, watch))
    for (let start = 0; start < files.length && !watch.signal.aborted; start += filesAtOnce) {
      worked = true
      await importSome(folder, files.slice(start, start + filesAtOnce), await open(), watch)
    }
  }
  return worked
}

async function importSome(folder: string, files: CopyFile[], dataset: Dataset, watch: Watch): Promise<void> {
  const results: {result: FileResult; bytes: number}[] = []
  let isWhole = false
  try {
    await runImport(files, startReport(dataset.place, false), {
      dataset,
      ...(watch.pool ? {pool: watch.pool} : {}),
      now: watch.now,
      dryRun: false,
      signal: watch.signal,
      onFile: (result, bytes) => results.push({result, bytes}),
    })
    isWhole = !watch.signal.aborted
  } finally {
    for (const {result, bytes} of results) {
      const {file, outcome, messages, mutations} = result
      watch.log.count(outcome, bytes)
      watch.log.event(outcome, {
        file,
        mutations,
        ...(messages.length > 0 ? {messages: messages.slice(0, 5)} : {}),
      })
    }
    for (const result of ofFiles(results, isWhole)) {
      const look = watch.seen.get(result.file)
      if (look) await settle(folder, result.file, result, look, watch)
    }
  }
}

/** The results of the files that are dealt with; an archive is once all its slices are. */
function ofFiles(results: readonly {result: FileResult}[], isWhole: boolean): FileResult[] {
  const byFile = Map.groupBy(
    results.map(({result}) => result),
    ({file, archive}) => archive ?? file,
  )
  return [...byFile].flatMap(([file, parts]) => {
    if (!parts.some(({archive}) => archive !== undefined)) return parts
    return isWhole ? [toArchiveResult(file, parts)] : []
  })
}

/** Puts a file away that is dealt with. One that was written to since it was looked at is left: it is another file now, and its turn comes. */
async function settle(
  folder: string,
  file: string,
  result: FileResult,
  look: Seen,
  {ledger, log, now, seen, stuck}: Watch,
): Promise<void> {
  const wasStuck = stuck.delete(file)
  try {
    const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined
      throw error
    })
    if (found && (found.size !== look.size || found.mtimeMs !== look.modifiedMs)) {
      log.event('changed', {file})
      return
    }
    if (ledger)
      ledger.add({
        file,
        size: look.size,
        modifiedMs: look.modifiedMs,
        outcome: result.outcome,
        at: now().toISOString(),
      })
    else {
      if (found) await putAway(folder, file, result)
      seen.delete(file)
    }
  } catch (error) {
    stuck.set(file, {folder, result, look})
    if (!wasStuck) log.event('stuck', {file, message: `It is imported, but ${(error as Error).message}`})
  }
}

function isDone(file: CopyFile, {seen, stuck, ledger}: Watch): boolean {
  const known = seen.get(file.path)
  if (!known) return false
  const left = stuck.get(file.path)?.look
  if (left?.size === known.size && left.modifiedMs === known.modifiedMs) return true
  return ledger?.has(file.path, known.size, known.modifiedMs) ?? false
}

/** Whether every file seen is dealt with. */
function isAllSettled(watch: Watch): boolean {
  return [...watch.seen].every(([path, {size}]) => isDone({path, size}, watch))
}

async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await wait(ms, undefined, {signal}).catch(() => {})
}
