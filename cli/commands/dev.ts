import {spawn} from 'node:child_process'
import {exitCodes} from '../exit-codes.ts'
import {findStudio} from '../studio/find-studio.ts'
import {defaultPort, startOrExplain, type ServeOptions} from '../studio/serve-studio.ts'

/** `newsroom dev`: Studio with hot reload, at the port after the lake's, on the local lake. */
export async function devCommand(options: ServeOptions): Promise<number> {
  const {root, sanityCommand} = findStudio()
  const lakePort = options.port ?? defaultPort
  const studioPort = lakePort + 1
  const studio = `http://localhost:${studioPort}`
  const lake = await startOrExplain({
    ...options,
    port: lakePort,
    origins: [studio, `http://127.0.0.1:${studioPort}`],
  })
  process.stdout.write(`Lake:    ${lake.address}\nStudio:  ${studio}\n\n`)
  const child = spawn(
    process.execPath,
    [sanityCommand, 'dev', '--host', '127.0.0.1', '--port', String(studioPort)],
    {
      cwd: root,
      stdio: 'inherit',
      env: {...process.env, SANITY_STUDIO_LAKE: lake.address, SANITY_STUDIO_DATASET: options.dataset},
    },
  )
  const stop = () => child.kill('SIGTERM')
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve))
  await lake.close()
  return code === 0 || code === null ? exitCodes.ok : exitCodes.someFailed
}
