import {createHash} from 'node:crypto'
import {existsSync, mkdirSync, realpathSync} from 'node:fs'
import path from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {CommandError, exitCodes} from '../exit-codes.ts'

const lockName = '.newsroom-watch.lock'

/**
 * Makes this process the only one that watches the folder, or one that it lies in, until the returned function is called; throws while another
 * does. The lock is the operating system's, on a file in the folder (in `data`, for a folder that cannot be written to), so it goes
 * with the process however that ends: nothing is left to be cleared away.
 */
export function lockFolder(folder: string, data?: string): () => void {
  const real = realpathSync(folder)
  for (let above = path.dirname(real); above !== path.dirname(above); above = path.dirname(above))
    if (existsSync(path.join(above, lockName)) && isTaken(path.join(above, lockName)))
      throw new CommandError(
        `${folder} lies in ${above}, which another process watches. Stop that one, or watch another folder.`,
        exitCodes.dataset,
      )
  const lock =
    takeLock(path.join(real, lockName), folder) ??
    (data === undefined ? null : takeLock(path.join(data, lockNameOf(real)), folder))
  if (!lock)
    throw new CommandError(
      `${path.join(folder, lockName)} cannot be made. Give this user the right to write to ${folder}.`,
      exitCodes.dataset,
    )
  return () => lock.close()
}

function lockNameOf(folder: string): string {
  return `watch-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}.lock`
}

function isTaken(file: string): boolean {
  try {
    takeLock(file, '')?.close()
    return false
  } catch {
    return true
  }
}

/** SQLite takes an exclusive lock on its file; the file itself stays empty. Null where no file can be written; taken, it throws. */
function takeLock(file: string, folder: string): DatabaseSync | null {
  const database = openFile(file)
  if (!database) return null
  try {
    database.exec('pragma journal_mode = memory; pragma busy_timeout = 0; begin exclusive')
    return database
  } catch (error) {
    database.close()
    const {errcode = 0} = error as {errcode?: number}
    if (!isBusy.has(errcode & 0xff)) return null
    throw new CommandError(
      `${folder} is watched already, by another process. Stop that one, or watch another folder.`,
      exitCodes.dataset,
    )
  }
}

/** SQLITE_BUSY and SQLITE_LOCKED: https://www.sqlite.org/rescode.html */
const isBusy = new Set([5, 6])

function openFile(file: string): DatabaseSync | null {
  try {
    mkdirSync(path.dirname(file), {recursive: true})
    return new DatabaseSync(file)
  } catch {
    return null
  }
}
