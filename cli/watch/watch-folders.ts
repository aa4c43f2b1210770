import {stat} from 'node:fs/promises'
import {setTimeout as wait} from 'node:timers/promises'
import {isUnavailable, type Dataset} from '../dataset/dataset.ts'
import type {CopyFile} from '../files/copy-files.ts'
import {startReport, type FileResult} from '../import/import-report.ts'
import {runImport} from '../import/run-import.ts'
import {findReadyFiles, type Seen} from './find-ready-files.ts'
import type {Ledger} from './ledger.ts'
import {putAway} from './put-away.ts'
import type {WatchLog} from './watch-log.ts'

/** Files taken from a folder at once, so that what fails in between is not far behind. */
const filesAtOnce = 256
const firstPauseMs = 500
const longestPauseMs = 60_000
const metricsEveryMs = 60_000

export interface WatchOptions {
  folders: string[]
  /** Opens the dataset; called again after it could not be reached. */
  open: () => Promise<Dataset>
  /** Where files stay in place; absent: they are moved. */
  ledger?: Ledger
  intervalMs: number
  settleMs: number
  log: WatchLog
  now: () => Date
  signal: AbortSignal
  /** End when the folders hold nothing more to do. */
  once: boolean
}

/**
 * Imports what arrives in folders, until `signal` is aborted. A file is put away only once its import is durable, so a watcher that is
 * killed at any moment imports it again, which changes nothing. A dataset that cannot be reached is tried again with longer and longer
 * pauses; the files wait.
 */
export async function watchFolders(options: WatchOptions): Promise<void> {
  const {log, signal} = options
  const seen = new Map<string, Seen>()
  let pauseMs = firstPauseMs
  let metricsAt = options.now().getTime() + metricsEveryMs
  let dataset: Dataset | undefined
  try {
    while (!signal.aborted) {
      try {
        dataset ??= await options.open()
        const worked = await runOnce(dataset, seen, options)
        pauseMs = firstPauseMs
        if (!worked && options.once && seen.size === countSettled(seen, options)) break
        if (!worked) await rest(options.intervalMs, signal)
      } catch (error) {
        if (!isUnavailable(error)) throw error
        log.event('unavailable', {message: (error as Error).message, tryAgainInMs: pauseMs})
        await dataset?.close().catch(() => {})
        dataset = undefined
        await rest(pauseMs, signal)
        pauseMs = Math.min(longestPauseMs, pauseMs * 2)
      }
      if (options.now().getTime() >= metricsAt) {
        log.flush()
        metricsAt = options.now().getTime() + metricsEveryMs
      }
    }
  } finally {
    log.flush()
    await dataset?.close()
  }
}

async function runOnce(dataset: Dataset, seen: Map<string, Seen>, options: WatchOptions): Promise<boolean> {
  let worked = false
  for (const folder of options.folders) {
    const ready = await findReadyFiles(folder, seen, {
      nowMs: options.now().getTime(),
      settleMs: options.settleMs,
    })
    const files = ready.filter((file) => !isDone(file, seen, options.ledger)).slice(0, filesAtOnce)
    if (files.length === 0) continue
    worked = true
    const results: {result: FileResult; bytes: number}[] = []
    try {
      await runImport(files, startReport(dataset.place, false), {
        dataset,
        now: options.now,
        dryRun: false,
        signal: options.signal,
        onFile: (result, bytes) => results.push({result, bytes}),
      })
    } finally {
      for (const {result, bytes} of results) await settle(folder, result, bytes, seen, options)
    }
  }
  return worked
}

function isDone(file: CopyFile, seen: Map<string, Seen>, ledger: Ledger | undefined): boolean {
  const known = seen.get(file.path)
  return ledger !== undefined && known !== undefined && ledger.has(file.path, known.size, known.modifiedMs)
}

async function settle(
  folder: string,
  result: FileResult,
  bytes: number,
  seen: Map<string, Seen>,
  {ledger, log, now}: WatchOptions,
): Promise<void> {
  const {file, outcome, messages, mutations} = result
  const look = seen.get(file)
  if (ledger && look)
    ledger.add({file, size: look.size, modifiedMs: look.modifiedMs, outcome, at: now().toISOString()})
  else if (await stat(file).catch(() => undefined)) {
    await putAway(folder, file, result)
    seen.delete(file)
  }
  log.count(outcome, bytes)
  log.event(outcome, {file, mutations, ...(messages.length > 0 ? {messages: messages.slice(0, 5)} : {})})
}

/** Files seen that nothing is left to be done with: all of them, when they stay in place. */
function countSettled(seen: Map<string, Seen>, {ledger}: WatchOptions): number {
  return ledger
    ? [...seen].filter(([file, {size, modifiedMs}]) => ledger.has(file, size, modifiedMs)).length
    : 0
}

async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await wait(ms, undefined, {signal}).catch(() => {})
}
