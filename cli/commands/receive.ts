import {once} from 'node:events'
import {mkdir} from 'node:fs/promises'
import type {AddressInfo} from 'node:net'
import {openAgain} from '../dataset/open-again.ts'
import type {DatasetOptions} from '../dataset/open-dataset.ts'
import {CommandError, exitCodes} from '../exit-codes.ts'
import {openParsePool} from '../import/parse-pool.ts'
import {createReceiveServer, removePartials} from '../receive/receive-server.ts'
import {lockFolder} from '../watch/folder-lock.ts'
import {watchFolders} from '../watch/watch-folders.ts'
import {createWatchLog} from '../watch/watch-log.ts'
import {untilInterrupted} from './import.ts'
import {readingThreads} from './watch.ts'

/** The shortest token taken, in characters. */
const minTokenLength = 16

export interface ReceiveCommandOptions extends DatasetOptions {
  spool: string
  port: number
  host: string
}

/** `newsroom receive`: a door for agencies that push. Copy goes to the spool folder first and is imported from there. */
export async function receiveCommand(options: ReceiveCommandOptions): Promise<number> {
  const token = process.env.NEWSROOM_RECEIVE_TOKEN ?? ''
  if (token.length < minTokenLength)
    throw new CommandError(
      `Set NEWSROOM_RECEIVE_TOKEN to a secret of at least ${minTokenLength} characters that the agency sends as "Authorization: Bearer …".`,
    )
  await mkdir(options.spool, {recursive: true})
  const unlock = lockFolder(options.spool)
  await removePartials(options.spool)
  const signal = untilInterrupted()
  const now = () => new Date()
  const elapsedMs = () => performance.now()
  const log = createWatchLog((line) => process.stdout.write(line), now, elapsedMs)
  const server = createReceiveServer({spool: options.spool, token})
  const pool = openParsePool({threads: readingThreads})
  try {
    server.listen(options.port, options.host)
    await once(server, 'listening').catch((error: Error) => {
      throw new CommandError(
        `Listening on ${options.host}:${options.port} failed: ${error.message}`,
        exitCodes.dataset,
      )
    })
    const {port} = server.address() as AddressInfo
    log.event('listening', {address: `http://${options.host}:${port}/wire`, spool: options.spool})
    await watchFolders({
      folders: [options.spool],
      open: openAgain(options, elapsedMs),
      pool,
      intervalMs: 500,
      settleMs: 0,
      log,
      now,
      elapsedMs,
      signal,
      once: false,
    })
  } finally {
    await pool.close()
    server.close()
    server.closeAllConnections()
    unlock()
  }
  return exitCodes.ok
}
