import {stat} from 'node:fs/promises'
import path from 'node:path'
import {openAgain} from '../dataset/open-again.ts'
import type {DatasetOptions} from '../dataset/open-dataset.ts'
import {CommandError, exitCodes} from '../exit-codes.ts'
import {openParsePool} from '../import/parse-pool.ts'
import {keepHeapSmall} from '../import/small-heap.ts'
import {lockFolder} from '../watch/folder-lock.ts'
import {openLedger} from '../watch/ledger.ts'
import {watchFolders} from '../watch/watch-folders.ts'
import {createWatchLog} from '../watch/watch-log.ts'
import {untilInterrupted} from './import.ts'

export interface WatchCommandOptions extends DatasetOptions {
  leave?: boolean
  once?: boolean
  interval: number
  settle: number
}

/** Of a watcher: not for speed, but so that no file can end it. */
export const readingThreads = 1

/** `newsroom watch`: a hot folder. Its log is JSON, a line an event, on standard output. */
export async function watchCommand(folders: string[], options: WatchCommandOptions): Promise<number> {
  for (const folder of folders) await checkFolder(folder)
  // It runs for months beside others, and an archive may be dropped on it.
  keepHeapSmall()
  const unlock: (() => void)[] = []
  const ledger = options.leave ? openLedger(path.join(options.data, 'watch-ledger.db'), true) : undefined
  const signal = untilInterrupted()
  const pool = openParsePool({threads: readingThreads})
  try {
    for (const folder of folders) unlock.push(lockFolder(folder, options.leave ? options.data : undefined))
    const now = () => new Date()
    const elapsedMs = () => performance.now()
    const log = createWatchLog((line) => process.stdout.write(line), now, elapsedMs)
    log.event('watching', {folders, leave: options.leave ?? false})
    await watchFolders({
      folders,
      open: openAgain(options, elapsedMs),
      pool,
      ...(ledger ? {ledger} : {}),
      intervalMs: options.interval,
      settleMs: options.settle,
      log,
      now,
      elapsedMs,
      signal,
      once: options.once ?? false,
    })
  } finally {
    await pool.close()
    ledger?.close()
    for (const release of unlock) release()
  }
  return exitCodes.ok
}

async function checkFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined)
  if (!found) throw new CommandError(`There is no folder ${folder} to watch; make it, or check the path.`)
  if (!found.isDirectory()) throw new CommandError(`${folder} is a file; "newsroom watch" takes folders.`)
}
