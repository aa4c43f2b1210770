import {defaultOrigins} from '../../lake/security/check-request.ts'
import {startLake, type RunningLake} from '../../lake/server.ts'
import {checkDatasetName} from '../dataset/check-dataset-name.ts'
import {CommandError, exitCodes} from '../exit-codes.ts'
import {findRunningLake} from '../../lake/running-lake.ts'
import {buildStudio} from './build-studio.ts'
import type {StudioFolder} from './find-studio.ts'

export interface ServeOptions {
  data: string
  dataset: string
  port?: number
  /** Origins of pages that may ask the lake, beside Studio's. */
  allowOrigin?: string[]
}

/** Where Studio and the lake are found unless `--port` says otherwise. */
export const defaultPort = 3333

/** Serves Studio and the lake at one address until the process is asked to end. */
export async function serveStudio(options: ServeOptions, studio: StudioFolder): Promise<number> {
  const running = await findRunningLake(options.data, options.dataset)
  if (running) {
    process.stdout.write(`\nStudio is open already: ${running}\n`)
    return exitCodes.ok
  }
  const tellOfBuild = () => process.stdout.write('\nBuilding Studio (once; some 20 seconds) …\n')
  const folder = await buildStudio(options.data, options.dataset, tellOfBuild, studio)
  const lake = await startOrExplain({...options, staticDir: folder})
  process.stdout.write(
    `\nStudio:  ${lake.address}\n\nPress Ctrl-C to stop. Your edits are in ${options.data}.\n`,
  )
  await untilStopped()
  await lake.close()
  process.stdout.write('\nStopped.\n')
  return exitCodes.ok
}

/** The lake, at the port asked for; without one, at the usual port or, where that is taken, any free one. */
export async function startOrExplain(
  options: ServeOptions & {staticDir?: string; limits?: 'none' | 'content-lake'; origins?: string[]},
): Promise<RunningLake> {
  const {port, allowOrigin = [], origins = [], ...others} = options
  const allowed = [...origins, ...allowOrigin]
  const rest = {...others, ...(allowed.length > 0 ? {origins: [...defaultOrigins, ...allowed]} : {})}
  checkDatasetName(options.dataset)
  try {
    return await startLake({...rest, port: port ?? defaultPort})
  } catch (error) {
    if (isPortInUse(error) && port === undefined) return startLake({...rest, port: 0})
    if (isPortInUse(error))
      throw new CommandError(
        `Port ${port} is in use by another program. Choose another with --port, or leave --port out to get a free one.`,
        exitCodes.dataset,
      )
    throw new CommandError((error as Error).message, exitCodes.dataset)
  }
}

export function isPortInUse(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
}

/** Resolves at Ctrl-C, or when the process is asked to end. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
}
