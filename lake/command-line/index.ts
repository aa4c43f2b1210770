import {spawn} from 'node:child_process'
import {createServer, request, type Server} from 'node:http'
import {createRequire} from 'node:module'
import type {AddressInfo} from 'node:net'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import {findRunningLake} from '../running-lake.ts'
import {startLake} from '../server.ts'

export interface SanityCommandOptions {
  /** The data folder of the lake. */
  data: string
  dataset: string
  /** Where the command runs; default here. Its `sanity.cli.ts` is the one that counts. */
  cwd?: string
  /** What becomes of its output; default the terminal's. */
  stdio?: 'inherit' | ['ignore', 'pipe', 'pipe']
  onOutput?: (text: string) => void
}

/**
 * Runs the real Sanity command line against the local lake: the one that serves the data folder now, or one that is there for as
 * long as the command runs. Nothing of it is changed; see `preload.js` for how it gets to the lake, and DIFFERENCES.md for what it cannot do there.
 * @returns its exit code
 */
export async function runSanityCommand(
  args: readonly string[],
  options: SanityCommandOptions,
): Promise<number> {
  const running = await findRunningLake(options.data, options.dataset)
  const own = running ? undefined : await startLake({data: options.data, dataset: options.dataset})
  const forwarder = await startForwarder(running ?? own!.address)
  try {
    return await run(args, options, (forwarder.address() as AddressInfo).port)
  } finally {
    forwarder.closeAllConnections()
    forwarder.close()
    await own?.close()
  }
}

/** Passes requests on under the lake's own host name: it answers to no other, and must not start to. */
async function startForwarder(address: string): Promise<Server> {
  const {hostname, port, host} = new URL(address)
  const server = createServer((incoming, outgoing) => {
    const {method, url, headers} = incoming
    const passedOn = request(
      {
        hostname: hostname === 'localhost' ? '127.0.0.1' : hostname,
        port,
        method,
        path: url,
        headers: {...headers, host},
      },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(outgoing)
      },
    )
    passedOn.on('error', () => outgoing.destroy())
    incoming.on('error', () => passedOn.destroy())
    outgoing.on('close', () => passedOn.destroy())
    incoming.pipe(passedOn)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

function run(args: readonly string[], options: SanityCommandOptions, forwarderPort: number): Promise<number> {
  const cwd = options.cwd ?? process.cwd()
  const require = createRequire(path.join(cwd, 'package.json'))
  const command = path.join(path.dirname(require.resolve('sanity/package.json')), 'bin/sanity')
  const preload = pathToFileURL(path.join(import.meta.dirname, 'preload.js')).href
  const child = spawn(process.execPath, [command, ...args], {
    cwd,
    stdio: options.stdio ?? 'inherit',
    env: {
      ...process.env,
      NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} --import=${preload}`.trim(),
      NEWSROOM_LAKE_FORWARDER: String(forwarderPort),
      SANITY_AUTH_TOKEN: process.env['SANITY_AUTH_TOKEN'] ?? 'local',
      SANITY_STUDIO_DATASET: options.dataset,
      SANITY_CLI_TELEMETRY_DISABLED: '1',
      DO_NOT_TRACK: '1',
      NO_UPDATE_NOTIFIER: '1',
    },
  })
  const tell = (chunk: Buffer) => options.onOutput?.(chunk.toString())
  child.stdout?.on('data', tell)
  child.stderr?.on('data', tell)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve(code ?? (signal ? 130 : 1)))
  })
}
