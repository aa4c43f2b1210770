import type {Dirent} from 'node:fs'
import {readdir, stat} from 'node:fs/promises'
import path from 'node:path'
import type {CopyFile} from '../files/copy-files.ts'

/** Names that senders give a file while they are still writing it. */
const unfinished = /\.(?:part|partial|filepart|tmp|temp|crdownload|swp|lock)$|~$/i
/** Folders of the watched one in which nothing is looked for. */
export const outcomeFolders = ['done', 'failed']

/** A file as it looked at the last scan. */
export interface Seen {
  size: number
  modifiedMs: number
  /** When it first looked like this, by a clock that is never set. */
  sinceMs: number
}

/**
 * The files of a folder (and the folders in it) that nobody has written to for `settleMs`, oldest first. `seen` is carried from scan
 * to scan; a file that still grows, or whose name says that it is being written, waits. `nowMs` is of a clock that is never set: by the
 * time of day, an hour set back would keep files waiting, and one set forward would let half a file through.
 */
export async function findReadyFiles(
  folder: string,
  seen: Map<string, Seen>,
  options: {nowMs: number; settleMs: number},
): Promise<CopyFile[]> {
  const ready: {file: CopyFile; modifiedMs: number}[] = []
  const present = new Set<string>()
  await walk(folder, true)
  for (const known of seen.keys())
    if (!present.has(known) && known.startsWith(folder + path.sep)) seen.delete(known)
  return ready.sort((one, other) => one.modifiedMs - other.modifiedMs).map(({file}) => file)

  async function walk(where: string, isTop: boolean): Promise<void> {
    for (const entry of await readEntries(where, isTop)) {
      const full = path.join(where, entry.name)
      if (entry.name.startsWith('.') || unfinished.test(entry.name)) continue
      if (entry.isDirectory()) {
        if (!(isTop && outcomeFolders.includes(entry.name))) await walk(full, false)
      } else if (entry.isFile()) await look(full)
    }
  }

  async function look(file: string): Promise<void> {
    const found = await stat(file).catch(() => undefined)
    if (!found) return
    present.add(file)
    const before = seen.get(file)
    if (!before || before.size !== found.size || before.modifiedMs !== found.mtimeMs) {
      seen.set(file, {size: found.size, modifiedMs: found.mtimeMs, sinceMs: options.nowMs})
      if (options.settleMs > 0) return
    } else if (options.nowMs - before.sinceMs < options.settleMs) return
    ready.push({file: {path: file, size: found.size}, modifiedMs: found.mtimeMs})
  }
}

/** A folder in the watched one may go at any moment; the watched one itself must be there. */
async function readEntries(folder: string, isTop: boolean): Promise<Dirent[]> {
  try {
    return await readdir(folder, {withFileTypes: true})
  } catch (error) {
    if (!isTop && (error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
