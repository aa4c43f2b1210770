import {readFileSync, rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {CommandError, exitCodes} from '../exit-codes.ts'

const lockName = '.newsroom-watch.lock'

/**
 * Makes this process the only one that watches the folder, until the returned function is called. A lock left by a process that is no
 * longer there is taken over; one that is held throws.
 */
export function lockFolder(folder: string): () => void {
  const file = path.join(folder, lockName)
  for (let attempt = 0; ; attempt++) {
    try {
      writeFileSync(file, String(process.pid), {flag: 'wx'})
      return () => rmSync(file, {force: true})
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const owner = readOwner(file)
    if (owner !== undefined && isAlive(owner))
      throw new CommandError(
        `${folder} is watched already, by process ${owner}. Stop that one, or watch another folder.`,
        exitCodes.dataset,
      )
    if (attempt > 0)
      throw new CommandError(`${file} cannot be taken over; delete it if nothing watches the folder.`)
    rmSync(file, {force: true})
  }
}

function readOwner(file: string): number | undefined {
  try {
    const pid = Number(readFileSync(file, 'utf8'))
    return Number.isInteger(pid) && pid > 0 ? pid : undefined
  } catch {
    return undefined
  }
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
