import {ClientError, createClient, type SanityClient} from '@sanity/client'
import {findCaptionsQuery} from '../../ingest/plan-import.ts'
import type {Mutation, StoredDocument} from '../../ingest/reconcile/index.ts'
import {RevisionConflict, type Dataset} from './dataset.ts'

/** Ids asked for in one request: 400 ids of 50 characters keep the address under 24 KB. */
const idsAtOnce = 400
/** Attempts at a request that met a limit or a passing fault; with the waits below they span about a minute. */
const maxAttempts = 8
const firstWaitMs = 250
const maxWaitMs = 15_000

export interface RemoteOptions {
  projectId: string
  dataset: string
  token?: string
  /** For a lake: its address. Absent: the hosted Content Lake. */
  apiHost?: string
  fetch?: typeof globalThis.fetch
  wait?: (ms: number) => Promise<void>
}

/** A dataset behind Sanity's HTTP API: the hosted Content Lake, or a running local lake. */
export function openRemoteDataset(options: RemoteOptions): Dataset {
  const client = createClient({
    projectId: options.projectId,
    dataset: options.dataset,
    apiVersion: '2025-02-19',
    useCdn: false,
    maxRetries: 0,
    ...(options.token ? {token: options.token} : {}),
    ...(options.apiHost ? {apiHost: options.apiHost, useProjectHostname: false} : {}),
  })
  const wait = options.wait ?? ((ms: number) => new Promise((resolve) => setTimeout(resolve, ms)))
  const again = <T>(send: () => Promise<T>) => withRetry(send, wait)
  return {
    place: options.apiHost
      ? `${options.apiHost}, dataset ${options.dataset}`
      : `project ${options.projectId}, dataset ${options.dataset}`,
    async getDocuments(ids) {
      const found: StoredDocument[] = []
      for (let start = 0; start < ids.length; start += idsAtOnce) {
        const some = ids.slice(start, start + idsAtOnce)
        const documents = await again(() => client.getDocuments<StoredDocument>(some))
        for (const document of documents) if (document) found.push(document)
      }
      return found
    },
    findCaptions: (keys) =>
      again(() => client.fetch<StoredDocument[]>(findCaptionsQuery, {keys}, {perspective: 'raw'})),
    fetch: (query, params, perspective) => again(() => client.fetch(query, params, {perspective})),
    commit: (mutations, transactionId) => again(() => commit(client, mutations, transactionId)),
    async uploadFile(bytes, fileName) {
      const body = new Blob([new Uint8Array(bytes)])
      const asset = await again(() =>
        client.assets.upload('file', body, {filename: fileName?.split(/[\\/]/).at(-1) ?? 'copy.bin'}),
      )
      return asset._id
    },
    readFile: (assetId) => again(() => readFile(client, assetId, options.fetch ?? globalThis.fetch)),
    exportDocuments: () => exportDocuments(client, options.fetch ?? globalThis.fetch),
    close: async () => {},
  }
}

/**
 * Our own transaction id makes an attempt whose answer was lost harmless: sent again, a transaction that was applied is
 * refused as a duplicate, which here means done.
 */
async function commit(client: SanityClient, mutations: Mutation[], transactionId: string): Promise<void> {
  try {
    await client.mutate(mutations as never, {
      transactionId,
      visibility: 'sync',
      returnDocuments: false,
      autoGenerateArrayKeys: false,
    })
  } catch (error) {
    if (!(error instanceof ClientError) || error.statusCode !== 409) throw error
    const text = JSON.stringify(error.responseBody ?? error.message)
    if (/transaction.{0,80}(already|exists|duplicate)|duplicate.{0,40}transaction/i.test(text)) return
    throw new RevisionConflict(error.message, {cause: error})
  }
}

async function withRetry<T>(send: () => Promise<T>, wait: (ms: number) => Promise<unknown>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await send()
    } catch (error) {
      if (attempt >= maxAttempts || !isPassing(error)) throw error
      await wait(retryAfterMs(error) ?? Math.min(maxWaitMs, firstWaitMs * 2 ** (attempt - 1)))
    }
  }
}

/** Limits (429), the server's own faults (5xx) and broken connections pass; a refusal (4xx) does not. */
function isPassing(error: unknown): boolean {
  if (error instanceof RevisionConflict) return false
  const status = (error as {statusCode?: number}).statusCode
  return status === undefined
    ? error instanceof Error && error.name !== 'TypeError'
    : status === 429 || status >= 500
}

function retryAfterMs(error: unknown): number | undefined {
  const header = (error as {response?: {headers?: Record<string, string>}}).response?.headers?.['retry-after']
  const seconds = Number(header)
  return header !== undefined && Number.isFinite(seconds) ? seconds * 1000 : undefined
}

async function readFile(
  client: SanityClient,
  assetId: string,
  fetch: typeof globalThis.fetch,
): Promise<Uint8Array | null> {
  const asset = await client.getDocument<{_id: string; url?: string}>(assetId)
  if (!asset?.url) return null
  const response = await fetch(asset.url)
  if (response.ok) return new Uint8Array(await response.arrayBuffer())
  if (response.status === 404) return null
  throw Object.assign(new Error(`Reading ${asset.url} failed: the server answered ${response.status}.`), {
    statusCode: response.status,
  })
}

async function* exportDocuments(
  client: SanityClient,
  fetch: typeof globalThis.fetch,
): AsyncIterable<StoredDocument> {
  const {token, dataset} = client.config()
  const response = await fetch(client.getUrl(`/data/export/${dataset}`), {
    headers: token ? {authorization: `Bearer ${token}`} : {},
  })
  if (!response.ok || !response.body)
    throw new Error(
      `Exporting dataset ${dataset} failed: the server answered ${response.status} ${response.statusText}.`,
    )
  let rest = ''
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line.trim()) yield JSON.parse(line) as StoredDocument
  }
  if (rest.trim()) yield JSON.parse(rest) as StoredDocument
}
