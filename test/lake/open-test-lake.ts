import {createClient, type SanityClient} from '@sanity/client'
import {afterEach} from 'vitest'
import {
  createLake,
  startLake,
  type Lake,
  type LakeOptions,
  type RunningLake,
  type ServerOptions,
} from '../../lake/index.ts'

const opened: (() => void | Promise<void>)[] = []

afterEach(async () => {
  for (const close of opened.splice(0)) await close()
})

/** A lake without a socket, closed at the end of the test. */
export function openTestLake(options: LakeOptions = {}): Lake {
  const lake = createLake(options)
  opened.push(() => lake.close())
  return lake
}

/** A lake on a free port, closed at the end of the test. */
export async function startTestLake(
  options: ServerOptions = {},
): Promise<RunningLake & {client: SanityClient}> {
  const running = await startLake(options)
  opened.push(() => running.close())
  return {...running, client: toClient(running.address)}
}

export function toClient(address: string, config: object = {}): SanityClient {
  return createClient({
    projectId: 'local',
    dataset: 'production',
    apiVersion: '2025-02-19',
    apiHost: address,
    useProjectHostname: false,
    useCdn: false,
    perspective: 'raw',
    maxRetries: 0,
    ...config,
  })
}

/** Asks a lake without a socket and reads the answer as JSON. */
export async function ask(
  lake: Lake,
  path: string,
  options: {method?: string; body?: unknown; headers?: Record<string, string>} = {},
): Promise<{status: number; headers: Headers; body: Record<string, unknown>}> {
  const {body, headers} = options
  const response = await lake.fetch(
    new Request(`http://localhost:3333${path}`, {
      method: options.method ?? (body === undefined ? 'GET' : 'POST'),
      body: body === undefined ? undefined : JSON.stringify(body),
      headers,
    }),
  )
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    body:
      text.startsWith('{') || text.startsWith('[') ? (JSON.parse(text) as Record<string, unknown>) : {text},
  }
}
