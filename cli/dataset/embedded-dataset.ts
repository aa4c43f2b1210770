import {mkdirSync} from 'node:fs'
import {toStoriesQuery, type KeyedStory} from '../../ingest/plan-import.ts'
import type {StoredDocument} from '../../ingest/reconcile/index.ts'
import {LakeError, openStore, toDatasetFile, type Mutation} from '../../lake/store/index.ts'
import {openCaptionIndex} from './caption-index.ts'
import {CommandError, exitCodes} from '../exit-codes.ts'
import {DatasetUnavailable, RevisionConflict, type Dataset} from './dataset.ts'

/** What keeps a store from being opened but may be over soon: another process has it, the disk is full. */
const passing = new Set([503, 507])

const maxCatchUpMs = 1000
/** While transactions follow each other sooner than that, the index of words is left behind: only searches want it. */
const quietMs = 1000

/** The dataset in a folder of this machine, opened in this process. */
export function openEmbeddedDataset(data: string, dataset: string): Dataset {
  const file = toFileOrExplain(data, dataset)
  const store = openOrExplain(data, file, dataset)
  const captions = openCaptionIndex(store)
  const holdWords = createHold(() => store.holdIndexes())
  return {
    place: file,
    isExclusive: true,
    findCaptions: async (keys) =>
      store
        .getDocuments(await captions.find(keys))
        .flatMap((document) => (document ? [document as StoredDocument] : [])),
    findStories: (keys) => {
      store.catchUp(maxCatchUpMs, 'values')
      return store.fetch<KeyedStory[]>(toStoriesQuery(keys))
    },
    getDocuments: async (ids) =>
      store.getDocuments(ids).flatMap((document) => (document ? [document as StoredDocument] : [])),
    fetch: (query, params, perspective) => store.fetch(query, params, {perspective}),
    explain: async (query, params, perspective) => store.explain(query, params, {perspective}),
    async commit(mutations, transactionId) {
      holdWords.prolong()
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
      // So that the queries after an import find by index; what is left is done by the next process.
      store.catchUp(maxCatchUpMs, 'values')
      holdWords.end()
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
