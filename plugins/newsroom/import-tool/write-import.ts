import type {SanityClient} from 'sanity'
import {toWireCopyId} from '../../../ingest/documents/ids.ts'
import type {MadeDocuments} from '../../../ingest/documents/index.ts'
import {
  findCaptionsQuery,
  findFileId,
  findNeededIds,
  findStoryKeys,
  toStoriesQuery,
  type ImportPlan,
  type KeyedStory,
} from '../../../ingest/plan-import.ts'
import {toPartsQuery, toStoriesOfQuery} from '../../../ingest/parts/part-records.ts'
import {
  chooseStories,
  storyKeysOf,
  toLookupKeys,
  type StoredDocument,
} from '../../../ingest/reconcile/index.ts'
import type {Corrections} from './correct-item.ts'
import type {ImportWorker} from './import-worker-client.ts'
import type {FoundForPlan, Lookups, UnderstoodCopy, WorkerRequest} from './worker-messages.ts'

/** How often an import is planned anew because somebody changed a document meanwhile. */
const maxConflicts = 5
/** Ids asked for in one query; keeps the address of the request short. */
const idsAtOnce = 100

export interface CopyToWrite {
  copyId: string
  understood: UnderstoodCopy
  corrections: Corrections
  bytes: Uint8Array
  fileName?: string
}

/** What an import did: `outcome` as `reconcile` has it, or failed when the copy holds nothing to import. */
export interface WrittenImport {
  outcome: ImportPlan['outcome'] | 'failed'
  mutations: number
  articles: {id: string; headline?: string}[]
  messages: string[]
}

/** Writes one piece of copy: looks at what the dataset has, plans, sends one transaction; again when another's edit came between. */
export async function writeImport(
  copy: CopyToWrite,
  worker: ImportWorker,
  client: SanityClient,
  now: Date,
): Promise<WrittenImport> {
  const raw = client.withConfig({perspective: 'raw', useCdn: false})
  const assetId = copy.understood.needsFile ? await storeBytes(copy, raw) : undefined
  const made = await worker.ask({
    ask: 'make',
    copyId: copy.copyId,
    corrections: copy.corrections,
    receivedAt: now.toISOString(),
    ...(assetId ? {assetId} : {}),
  })
  for (let attempt = 1; ; attempt++) {
    const known = await findDocuments(raw, findNeededIds(made))
    const before = known.flatMap(
      (document) => (document.wire as {copy?: {_ref?: string}} | undefined)?.copy?._ref ?? [],
    )
    const copies = await findDocuments(raw, before)
    known.push(...copies)
    const files = await readFiles(raw, copies)
    const stories = await findStories(raw, made, known)
    const request = {made, known, files, stories, now: now.toISOString()}
    const plan = await planWithLookups(request, worker, raw)
    try {
      if (plan.mutations.length > 0)
        await raw.mutate(plan.mutations as never, {visibility: 'sync', tag: 'newsroom.import'})
      const failed = made.wireCopy.outcome === 'failed'
      const stands = made.wireCopy.findings.filter(({part}) => part === undefined || !plan.arrived.has(part))
      const findings = [...stands, ...plan.findings]
      return {
        outcome: failed ? 'failed' : plan.outcome,
        mutations: plan.mutations.length,
        articles: made.articles.map(({_id, headline}) => ({id: _id, ...(headline ? {headline} : {})})),
        messages: findings.filter(({severity}) => severity !== 'info').map(({message}) => message),
      }
    } catch (error) {
      if (attempt >= maxConflicts || (error as {statusCode?: number}).statusCode !== 409) throw error
    }
  }
}

type PlanRequest = Omit<Extract<WorkerRequest, {ask: 'plan'}>, 'ask' | 'found'>

/** The plan, once the worker has been given all of the dataset that it asks for. */
async function planWithLookups(
  request: PlanRequest,
  worker: ImportWorker,
  client: SanityClient,
): Promise<ImportPlan> {
  const ids = [...findNeededIds(request.made), ...request.known.map(({_id}) => _id)]
  const lookedFor: Lookups = {captionKeys: [], partUris: [], storyUris: [], ids}
  const found: FoundForPlan = {lookedFor, captions: [], parts: [], storiesOf: []}
  for (;;) {
    const answer = await worker.ask({ask: 'plan', ...request, found})
    if (!('needs' in answer)) return answer
    const {needs} = answer
    for (const what of Object.keys(needs) as (keyof Lookups)[]) lookedFor[what].push(...needs[what])
    const options = {tag: 'newsroom.import'}
    if (needs.captionKeys.length > 0)
      found.captions = await client.fetch(findCaptionsQuery, {keys: lookedFor.captionKeys}, options)
    if (needs.partUris.length > 0)
      found.parts = await client.fetch(toPartsQuery(lookedFor.partUris), {}, options)
    if (needs.storyUris.length > 0)
      found.storiesOf = await client.fetch(toStoriesOfQuery(lookedFor.storyUris), {}, options)
    const documents = await findDocuments(client, needs.ids)
    request.known.push(...documents)
    Object.assign(request.files, await readFiles(client, documents))
  }
}

async function storeBytes({understood, bytes, fileName}: CopyToWrite, client: SanityClient): Promise<string> {
  const known = await client.getDocument<{rawFile?: {asset?: {_ref?: string}}}>(
    toWireCopyId(understood.sha256),
  )
  const asset = known && findFileId(known)
  if (asset) return asset
  const file = new Blob([bytes as BlobPart])
  return (await client.assets.upload('file', file, {filename: fileName ?? 'copy.bin'}))._id
}

/** The stories that may be the same as the copy's; those to look at closely are added to `known`. */
async function findStories(
  client: SanityClient,
  made: MadeDocuments,
  known: StoredDocument[],
): Promise<KeyedStory[]> {
  const keys = findStoryKeys(made, new Map(known.map((document) => [document._id, document])))
  if (keys.length === 0) return []
  const stories = await client.fetch<KeyedStory[]>(toStoriesQuery(keys), {}, {tag: 'newsroom.import'})
  const ids = made.articles.flatMap((article) =>
    chooseStories(toLookupKeys(storyKeysOf(article as unknown as StoredDocument)), stories),
  )
  known.push(...(await findDocuments(client, [...new Set(ids)])))
  return stories
}

/** The bytes of the copies that are not kept on their documents, by asset id; those that are gone are left out. */
async function readFiles(
  client: SanityClient,
  copies: StoredDocument[],
): Promise<Record<string, Uint8Array>> {
  const assets = await findDocuments(
    client,
    copies.flatMap((copy) => (copy.raw === undefined ? (findFileId(copy) ?? []) : [])),
  )
  const files: Record<string, Uint8Array> = {}
  for (const asset of assets) {
    const response = await fetch(String(asset.url))
    if (response.ok) files[asset._id] = new Uint8Array(await response.arrayBuffer())
    else if (response.status !== 404)
      throw new Error(`Reading the copy before this one failed: the server answered ${response.status}.`)
  }
  return files
}

async function findDocuments(client: SanityClient, ids: string[]): Promise<StoredDocument[]> {
  const found: StoredDocument[] = []
  for (let index = 0; index < ids.length; index += idsAtOnce) {
    const part = ids.slice(index, index + idsAtOnce)
    found.push(
      ...(await client.fetch<StoredDocument[]>('*[_id in $ids]', {ids: part}, {tag: 'newsroom.import'})),
    )
  }
  return found
}
