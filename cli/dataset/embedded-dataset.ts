import {mkdirSync} from 'node:fs'
import {toPartRecord} from '../../ingest/parts/part-records.ts'
import {maxSharing, storyKeysOf, type StoredDocument} from '../../ingest/reconcile/index.ts'
import {LakeError, openStore, toDatasetFile, type Mutation} from '../../lake/store/index.ts'
import {CommandError, exitCodes} from '../exit-codes.ts'
import {DatasetUnavailable, RevisionConflict, type Dataset} from './dataset.ts'
import {openKeyIndex} from './key-index.ts'

/** What keeps a store from being opened but may be over soon: another process has it, the disk is full. */
const passing = new Set([503, 507])

const maxCatchUpMs = 1000
/** Documents that the index takes in within half a second. */
const fewBehind = 10_000
/** Published captions looked at for one key: more than that share it with none in particular. */
const maxCaptionsOfKey = 200
/** Copies, or articles, looked at for one part of a package. */
const maxPartsOfUri = 500
/** While transactions follow each other sooner than that, the indexes are left behind. */
const quietMs = 1000

/** The dataset in a folder of this machine, opened in this process. */
export function openEmbeddedDataset(data: string, dataset: string): Dataset {
  const file = toFileOrExplain(data, dataset)
  const store = openOrExplain(data, file, dataset)
  const captions = openKeyIndex(store, {
    type: 'imageCaption',
    path: 'keys[]',
    limit: maxCaptionsOfKey,
    keysOf: (caption) => (Array.isArray(caption['keys']) ? (caption['keys'] as string[]) : []),
  })
  const stories = openKeyIndex(store, {
    type: 'article',
    path: 'wire.storyKeys[]',
    // One more than a key may have and still tell anything.
    limit: maxSharing + 1,
    keysOf: (article) => storyKeysOf(article as StoredDocument),
  })
  const parts = openKeyIndex(store, {
    type: 'wireCopy',
    path: 'parts[].uri',
    limit: maxPartsOfUri,
    keysOf: (copy) => toPartRecord(copy).parts.map(({uri}) => uri),
  })
  const packages = openKeyIndex(store, {
    type: 'wireCopy',
    path: 'parts[].of',
    limit: maxPartsOfUri,
    keysOf: (copy) => toPartRecord(copy).parts.flatMap(({of}) => of ?? []),
  })
  const storiesOf = openKeyIndex(store, {
    type: 'article',
    path: 'wire.uri',
    limit: maxPartsOfUri,
    keysOf: (article) => {
      const uri = (article['wire'] as {uri?: string} | undefined)?.uri
      return uri ? [uri] : []
    },
  })
  const holdIndexes = createHold(() => store.holdIndexes())
  return {
    place: file,
    isExclusive: true,
    transactionLimits: {copies: 128, bytes: 16_000_000},
    findCaptions: async (keys) => {
      const published = captions.find(keys).filter(({id}) => !id.includes('.'))
      return store
        .getDocuments(published.map(({id}) => id))
        .flatMap((document) => (document ? [document as StoredDocument] : []))
    },
    findStories: async (keys) => stories.find(keys).map(({id: _id, keys: shared}) => ({_id, keys: shared})),
    findParts: async (uris) => {
      const ids = new Set([...parts.find(uris), ...packages.find(uris)].map(({id}) => id))
      return store.getDocuments([...ids]).flatMap((document) => (document ? [toPartRecord(document)] : []))
    },
    findStoriesOf: async (uris) =>
      storiesOf.find(uris).flatMap(({id: _id, keys}) => keys.map((uri) => ({_id, uri}))),
    getDocuments: async (ids) =>
      store.getDocuments(ids).flatMap((document) => (document ? [document as StoredDocument] : [])),
    fetch: (query, params, perspective) => store.fetch(query, params, {perspective}),
    explain: async (query, params, perspective) => store.explain(query, params, {perspective}),
    async commit(mutations, transactionId) {
      holdIndexes.prolong()
      try {
        store.transact(mutations as Mutation[], {transactionId, identity: 'newsroom'})
      } catch (error) {
        if (error instanceof LakeError && error.status === 409)
          throw new RevisionConflict(error.message, {cause: error})
        throw error
      }
    },
    async uploadFile(bytes, fileName) {
      const {storeFileAsset} = await import('../../lake/assets/index.ts')
      return storeFileAsset(store, data, bytes, fileName)
    },
    async readFile(assetId) {
      const {readFileAsset} = await import('../../lake/assets/index.ts')
      return readFileAsset(data, assetId)
    },
    async *exportDocuments() {
      for (const document of store.exportDocuments()) yield document
    },
    close: async () => {
      // So that queries after an import find by index. A large import does not wait for that: a lake takes in what is left while it has
      // nothing else to do, and so does the first query.
      if (store.valuesBehind() <= fewBehind) store.catchUp(maxCatchUpMs, 'values')
      holdIndexes.end()
      store.close()
    },
  }
}

/** Holds something for as long as it is prolonged in time. */
function createHold(begin: () => () => void) {
  let release: (() => void) | undefined
  let timer: NodeJS.Timeout | undefined
  const end = () => {
    clearTimeout(timer)
    release?.()
    release = undefined
  }
  return {
    prolong(): void {
      release ??= begin()
      clearTimeout(timer)
      timer = setTimeout(end, quietMs)
      timer.unref()
    },
    end,
  }
}

function toFileOrExplain(data: string, dataset: string): string {
  try {
    return toDatasetFile(data, dataset)
  } catch (error) {
    throw new CommandError((error as Error).message)
  }
}

function openOrExplain(data: string, file: string, dataset: string) {
  try {
    mkdirSync(data, {recursive: true})
    return openStore({path: file, dataset})
  } catch (error) {
    if (error instanceof LakeError && passing.has(error.status))
      throw new DatasetUnavailable(error.message, {cause: error})
    throw new CommandError(
      error instanceof LakeError
        ? `The dataset in ${file} could not be opened: ${error.message}`
        : `The dataset in ${file} could not be opened: ${(error as Error).message}. Choose another folder with --data, or mend this one.`,
      exitCodes.dataset,
    )
  }
}
