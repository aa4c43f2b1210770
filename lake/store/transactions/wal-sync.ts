import {close, fdatasync, fdatasyncSync, openSync} from 'node:fs'

/** Sees to it that what was written to a database's write-ahead log is on the disk. */
export interface WalSync {
  /** When it returns, all that was committed before is on the disk. */
  now(): void
  /** Resolves when all that was committed before the call is on the disk. Calls that come while the disk is at work share the next turn. */
  soon(): Promise<void>
  /** Whether the disk was so quick the last time that to wait for it takes no longer than to change threads. */
  isQuick(): boolean
  close(): void
}

const quickMs = 0.4

/**
 * Syncs the log of the database at `path` beside SQLite, off the main thread, as `synchronous = full` does within each commit. Sound only
 * where SQLite itself syncs the log before it writes pages back (`synchronous = normal` or higher) and keeps the one file as long as it
 * is open: https://www.sqlite.org/pragma.html#pragma_synchronous. Nothing of it applies to `:memory:`.
 */
export function openWalSync(path: string): WalSync {
  if (path === ':memory:')
    return {now: () => {}, soon: () => Promise.resolve(), isQuick: () => true, close: () => {}}
  let descriptor: number | undefined
  let running: Promise<void> | undefined
  let following: Promise<void> | undefined
  let lastMs = Infinity
  // SQLite holds no lock on this file, so that closing it gives none away.
  const file = () => (descriptor ??= openSync(`${path}-wal`, 'r+'))
  const start = (): Promise<void> => {
    running = new Promise<void>((resolve, reject) => {
      const startedAt = performance.now()
      fdatasync(file(), (error) => {
        lastMs = performance.now() - startedAt
        if (error) reject(error)
        else resolve()
      })
    }).finally(() => (running = undefined))
    return running
  }
  return {
    now: () => {
      const startedAt = performance.now()
      fdatasyncSync(file())
      lastMs = performance.now() - startedAt
    },
    isQuick: () => lastMs < quickMs,
    soon: () => {
      if (!running) return start()
      following ??= running
        .catch(() => {})
        .then(() => {
          following = undefined
          return start()
        })
      return following
    },
    close: () => {
      if (descriptor === undefined) return
      const open = descriptor
      descriptor = undefined
      const end = () => close(open, () => {})
      // A number that is closed while the disk is at work may by then be another file's.
      void (running ?? Promise.resolve()).then(end, end)
    },
  }
}
