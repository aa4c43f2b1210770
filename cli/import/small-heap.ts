import path from 'node:path'
import {setFlagsFromString} from 'node:v8'

/** Of the part of the heap for what is new, in MiB. A process must be started with it: later it has an effect on threads alone. */
const startFlag = '--max-semi-space-size=8'
/** In percent. A heap grows with the garbage between collections, not with what is kept: of an archive, several hundred megabytes of it. */
const growthFlag = '--heap-growing-percent=20'

/**
 * Keeps the heap small of this process and of threads that start later. The process starts anew for it, where the system can do that; so it is to
 * be called before anything is begun.
 */
export function keepHeapSmall(): void {
  setFlagsFromString(growthFlag)
  setFlagsFromString(startFlag)
  if (process.execArgv.includes(startFlag) || !isCommand()) return
  const {execPath, execArgv, argv} = process
  // From Node 22.15 on, and not on Windows. Elsewhere an archive takes a third more memory.
  process.execve?.(execPath, [execPath, ...execArgv, startFlag, ...argv.slice(1)], process.env)
}

/** Not another program that calls the command as a function. */
function isCommand(): boolean {
  return /^newsroom(?:\.js)?$/.test(path.basename(process.argv[1] ?? ''))
}
