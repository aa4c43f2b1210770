import {spawn} from 'node:child_process'
import {exitCodes} from '../exit-codes.ts'
import {findFreePort} from '../studio/find-free-port.ts'
import {findStudio} from '../studio/find-studio.ts'
import {defaultPort, startOrExplain, type ServeOptions} from '../studio/serve-studio.ts'

/** `newsroom dev`: Studio with hot reload on the local lake, at the port after it or, where that is taken, any free one. */
export async function devCommand(options: ServeOptions): Promise<number> {
  const {root, sanityCommand} = findStudio()
  const studioPort = await findFreePort((options.port ?? defaultPort) + 1)
  const studio = `http://localhost:${studioPort}`
  const lake = await startOrExplain({
    ...options,
    origins: [studio, `http://127.0.0.1:${studioPort}`],
  })
  process.stdout.write(`Lake:    ${lake.address}\nStudio:  ${studio}\n\n`)
  const child = spawn(
    process.execPath,
    [sanityCommand, 'dev', '--host', '127.0.0.1', '--port', String(studioPort)],
    {
      cwd: root,
      stdio: 'inherit',
      env: {
        ...process.env,
        SANITY_STUDIO_LAKE: lake.address,
        SANITY_STUDIO_DATASET: options.dataset,
        // Nothing of it needs the network.
        SANITY_CLI_TELEMETRY_DISABLED: '1',
        DO_NOT_TRACK: '1',
        NO_UPDATE_NOTIFIER: '1',
      },
    },
  )
  const stop = () => child.kill('SIGTERM')
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve))
  await lake.close()
  return code === 0 || code === null ? exitCodes.ok : exitCodes.someFailed
}
