import {ClientError, createClient, type SanityClient} from '@sanity/client'
import {toCaptionsQuery, toStoriesQuery, type KeyedStory} from '../../ingest/plan-import.ts'
import {
  toPartsQuery,
  toStoriesOfQuery,
  type PartRecord,
  type StoryOfUri,
} from '../../ingest/parts/part-records.ts'
import type {Mutation, StoredDocument} from '../../ingest/reconcile/index.ts'
import {RevisionConflict, type Dataset, type Perspective} from './dataset.ts'
import {createSender} from './send-again.ts'

/** Ids asked for in one request: 200 ids of 50 characters keep the address at 10 KB. */
const idsAtOnce = 200
/** The hosted lake's: https://www.sanity.io/docs/content-lake/technical-limits */
const hostedMutationsPerSecond = 25

export interface RemoteOptions {
  projectId: string
  dataset: string
  token?: string
  /** For a lake: its address. Absent: the hosted Content Lake. */
  apiHost?: string
  fetch?: typeof globalThis.fetch
  wait?: (ms: number) => Promise<unknown>
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
  const sender = createSender({
    ...(options.apiHost ? {} : {mutationsPerSecond: hostedMutationsPerSecond}),
    wait: options.wait ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms))),
    now: () => performance.now(),
  })
  return {
    place: options.apiHost
      ? `${options.apiHost}, dataset ${options.dataset}`
      : `project ${options.projectId}, dataset ${options.dataset}`,
    isExclusive: false,
    // Under the 4 MB that the hosted lake takes in a request.
    transactionLimits: {copies: 64, bytes: 3_500_000},
    async getDocuments(ids) {
      const parts: string[][] = []
      for (let start = 0; start < ids.length; start += idsAtOnce)
        parts.push(ids.slice(start, start + idsAtOnce))
      const found = await Promise.all(
        parts.map((part) => sender.read(() => client.getDocuments<StoredDocument>(part))),
      )
      return found.flat().flatMap((document) => document ?? [])
    },
    findCaptions: (keys) =>
      sender.read(() => client.fetch<StoredDocument[]>(toCaptionsQuery(keys), {}, {perspective: 'raw'})),
    findStories: (keys) =>
      sender.read(() => client.fetch<KeyedStory[]>(toStoriesQuery(keys), {}, {perspective: 'raw'})),
    findParts: (uris) =>
      sender.read(() => client.fetch<PartRecord[]>(toPartsQuery(uris), {}, {perspective: 'raw'})),
    findStoriesOf: (uris) =>
      sender.read(() => client.fetch<StoryOfUri[]>(toStoriesOfQuery(uris), {}, {perspective: 'raw'})),
    fetch: (query, params, perspective) => sender.read(() => client.fetch(query, params, {perspective})),
    explain: (query, params, perspective) => explain(client, options, query, params, perspective),
    async commit(mutations, transactionId) {
      await sender.mutate(
        () => commit(client, mutations, transactionId),
        () => wasCommitted(client, mutations, transactionId),
      )
    },
    async uploadFile(bytes, fileName) {
      const body = new Blob([new Uint8Array(bytes)])
      const asset = await sender.upload(() =>
        client.assets.upload('file', body, {filename: fileName?.split(/[\\/]/).at(-1) ?? 'copy.bin'}),
      )
      return asset._id
    },
    readFile: (assetId) => sender.read(() => readFile(client, assetId, options.fetch ?? globalThis.fetch)),
    exportDocuments: () => exportDocuments(client, options.fetch ?? globalThis.fetch),
    close: async () => {},
  }
}

async function explain(
  client: SanityClient,
  {projectId, apiHost}: RemoteOptions,
  groq: string,
  params: Record<string, unknown>,
  perspective: Perspective,
): Promise<string[]> {
  if (!apiHost) {
    throw new Error(
      `Project ${projectId} is on the hosted Content Lake, which does not tell how it evaluates a query. Leave --explain out, or ask a local lake (--data).`,
    )
  }
  const {explain: steps} = await client.request<{explain: string[]}>({
    method: 'POST',
    uri: `/data/query/${client.config().dataset}`,
    query: {perspective, explain: 'true'},
    body: {query: groq, params},
  })
  return steps
}

/**
 * Whether a transaction whose answer was lost is in the dataset: a document that it wrote last has its id as revision. When none has (each
 * was changed again since, or it only deleted), it is sent again under the same id, and refused as a duplicate.
 */
async function wasCommitted(
  client: SanityClient,
  mutations: Mutation[],
  transactionId: string,
): Promise<boolean> {
  const ids = mutations.flatMap((mutation) => {
    const {create, createIfNotExists, createOrReplace, patch} = mutation
    return (create ?? createIfNotExists ?? createOrReplace)?._id ?? patch?.id ?? []
  })
  const documents = await client.getDocuments<StoredDocument>([...new Set(ids)].slice(0, idsAtOnce))
  return documents.some((document) => document?._rev === transactionId)
}

/** A transaction that was applied is refused as a duplicate when it comes again under its id, which here means done. */
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
