import {LakeError} from './lake-error.ts'

/**
 * An array of documents that looks at the clock while it is walked: evaluation is synchronous, so this is where a
 * query that would take for ever is stopped.
 */
export class TimedDocuments<T> extends Array<T> {
  #deadline = Infinity
  #maxMs = Infinity

  static wrap<T>(documents: readonly T[], maxMs: number): TimedDocuments<T> {
    const timed = new TimedDocuments<T>(documents.length)
    for (let index = 0; index < documents.length; index++) timed[index] = documents[index]!
    timed.#deadline = performance.now() + maxMs
    timed.#maxMs = maxMs
    return timed
  }

  // Slices and filters of it are plain arrays.
  static override get [Symbol.species]() {
    return Array
  }

  override *[Symbol.iterator](): ArrayIterator<T> {
    for (let index = 0; index < this.length; index++) {
      if ((index & 63) === 0 && performance.now() > this.#deadline) throw toTimeOut(this.#maxMs)
      yield this[index]!
    }
  }
}

function toTimeOut(maxMs: number): LakeError {
  return new LakeError({
    status: 408,
    type: 'queryTimeoutError',
    description: `The query took longer than ${maxMs} ms and was stopped`,
  })
}
