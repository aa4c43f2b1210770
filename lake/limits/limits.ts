import {LakeError, type StoredDocument} from '../store/index.ts'
import {createBucket} from './bucket.ts'
import {checkDocumentLimits} from './check-document-limits.ts'

export type LimitsName = 'none' | 'content-lake'

/** What a lake lets through. Each `enter…` throws a `LakeError` 429 when the request is one too many. */
export interface Limits {
  /** The largest body of a mutation request, in bytes. */
  maxMutationBytes: number
  enterCall(): void
  enterUpload(): void
  /** The function it returns must be called when the request is done; so for `enterQuery`. */
  enterMutation(dataset: string): () => void
  enterQuery(dataset: string): () => void
  /** Throws a `LakeError` 400 for a document that the hosted lake would not store; undefined when everything is taken. */
  checkDocument: ((document: StoredDocument) => void) | undefined
}

/**
 * The hosted lake's, in its own units (1 MB is 1,000,000 bytes), for a project on the free or growth plan:
 * https://www.sanity.io/docs/content-lake/technical-limits
 */
const hosted = {
  callsPerSecond: 500,
  mutationsPerSecond: 25,
  uploadsPerSecond: 25,
  concurrentMutations: 100,
  concurrentQueries: 500,
  maxMutationBytes: 4_000_000,
}
const ownMaxMutationBytes = 64 * 1024 * 1024

/** The limits of that name. `now` is in milliseconds. */
export function createLimits(name: LimitsName, now: () => number = () => performance.now()): Limits {
  if (name === 'none') {
    return {
      maxMutationBytes: ownMaxMutationBytes,
      enterCall: () => {},
      enterUpload: () => {},
      enterMutation: () => () => {},
      enterQuery: () => () => {},
      checkDocument: undefined,
    }
  }
  const calls = createBucket(hosted.callsPerSecond, now)
  const mutations = createBucket(hosted.mutationsPerSecond, now)
  const uploads = createBucket(hosted.uploadsPerSecond, now)
  const mutationsUnderWay = new Map<string, number>()
  const queriesUnderWay = new Map<string, number>()
  return {
    maxMutationBytes: hosted.maxMutationBytes,
    enterCall: () => {
      if (!calls.take()) throw toTooMany(`${hosted.callsPerSecond} requests a second`)
    },
    enterUpload: () => {
      if (!uploads.take()) throw toTooMany(`${hosted.uploadsPerSecond} uploads a second`)
    },
    enterMutation: (dataset) => {
      const leave = enter(mutationsUnderWay, dataset, hosted.concurrentMutations, 'mutations')
      if (mutations.take()) return leave
      leave()
      throw toTooMany(`${hosted.mutationsPerSecond} mutations a second`)
    },
    enterQuery: (dataset) => enter(queriesUnderWay, dataset, hosted.concurrentQueries, 'queries'),
    checkDocument: checkDocumentLimits,
  }
}

function enter(underWay: Map<string, number>, dataset: string, most: number, what: string): () => void {
  const count = underWay.get(dataset) ?? 0
  if (count >= most) throw toTooMany(`${most} ${what} at once`)
  underWay.set(dataset, count + 1)
  return () => void underWay.set(dataset, (underWay.get(dataset) ?? 1) - 1)
}

function toTooMany(limit: string): LakeError {
  return new LakeError({
    status: 429,
    type: 'rateLimitExceeded',
    description: `Too many requests: this lake takes ${limit}. Wait and send it again.`,
  })
}
