import {LakeError} from '../store/index.ts'

export type LimitsName = 'none' | 'content-lake'

export interface Limits {
  /** The largest body of a mutation request, in bytes. */
  maxMutationBytes: number
  /** Throws a `LakeError` 429 when the request is one too many; the function it returns must be called when it is done. */
  enterMutation: () => () => void
}

const mebibyte = 1024 * 1024
/** The hosted lake's: https://www.sanity.io/docs/content-lake/technical-limits */
const hosted = {mutationsPerSecond: 25, concurrentMutations: 100, maxMutationBytes: 4 * mebibyte}
const ownMaxMutationBytes = 64 * mebibyte

/** The limits of that name. `now` is in milliseconds. */
export function createLimits(name: LimitsName, now: () => number = () => performance.now()): Limits {
  if (name === 'none') return {maxMutationBytes: ownMaxMutationBytes, enterMutation: () => () => {}}
  // A bucket that fills at the allowed rate and holds one second's worth.
  let allowance = hosted.mutationsPerSecond
  let last = now()
  let inFlight = 0
  return {
    maxMutationBytes: hosted.maxMutationBytes,
    enterMutation: () => {
      const time = now()
      allowance = Math.min(
        hosted.mutationsPerSecond,
        allowance + ((time - last) / 1000) * hosted.mutationsPerSecond,
      )
      last = time
      if (inFlight >= hosted.concurrentMutations)
        throw toTooMany(`${hosted.concurrentMutations} mutations at once`)
      if (allowance < 1) throw toTooMany(`${hosted.mutationsPerSecond} mutations a second`)
      allowance -= 1
      inFlight += 1
      return () => void (inFlight -= 1)
    },
  }
}

function toTooMany(limit: string): LakeError {
  return new LakeError({
    status: 429,
    type: 'rateLimitExceeded',
    description: `Too many requests: this lake takes ${limit}. Wait and send it again.`,
  })
}
