import {CommandError, exitCodes} from '../exit-codes.ts'
import {startOrExplain, untilStopped, type ServeOptions} from '../studio/serve-studio.ts'

/** `newsroom lake`: the lake alone; its address is the first line on standard output. */
export async function lakeCommand(options: ServeOptions & {limits: string}): Promise<number> {
  const {limits} = options
  if (limits !== 'none' && limits !== 'content-lake')
    throw new CommandError(`--limits ${limits}: choose none or content-lake.`)
  const lake = await startOrExplain({...options, limits})
  process.stdout.write(`${lake.address}\n`)
  process.stderr.write(`newsroom: serving dataset ${options.dataset} in ${options.data}; Ctrl-C stops\n`)
  await untilStopped()
  await lake.close()
  return exitCodes.ok
}
