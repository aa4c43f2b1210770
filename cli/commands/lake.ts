import {exitCodes} from '../exit-codes.ts'
import {startOrExplain, untilStopped, type ServeOptions} from '../studio/serve-studio.ts'

/** `newsroom lake`: the lake alone; its address is the first line on standard output. */
export async function lakeCommand(
  options: ServeOptions & {limits: 'none' | 'content-lake'},
): Promise<number> {
  const lake = await startOrExplain(options)
  process.stdout.write(`${lake.address}\n`)
  process.stderr.write(`newsroom: serving dataset ${options.dataset} in ${options.data}; Ctrl-C stops\n`)
  await untilStopped()
  await lake.close()
  return exitCodes.ok
}
