import {LakeError} from '../lake-error.ts'

/** When a query has to be done, in the time of `performance.now()`. */
export interface Deadline {
  at: number
  maxMs: number
}

/**
 * An array for groq-js whose items are read while it is walked, so that what a filter drops is gone again. It can be walked, and nothing else:
 * it has no length. Looks at the clock on the way: evaluation is synchronous, so this is where a query that would take for ever is
 * stopped, with a `LakeError` 408.
 */
export class LazyArray<Item> extends Array<Item> {
  #read: () => Iterable<Item> = () => []
  #deadline: Deadline = {at: Infinity, maxMs: Infinity}

  static over<Item>(read: () => Iterable<Item>, deadline: Deadline): LazyArray<Item> {
    const array = new LazyArray<Item>()
    array.#read = read
    array.#deadline = deadline
    return array
  }

  // What is made of it by slicing and the like is a plain array.
  static override get [Symbol.species]() {
    return Array
  }

  override *[Symbol.iterator](): ArrayIterator<Item> {
    let index = 0
    for (const item of this.#read()) {
      if ((index++ & 63) === 0) checkDeadline(this.#deadline)
      yield item
    }
  }
}

function checkDeadline({at, maxMs}: Deadline): void {
  if (performance.now() <= at) return
  throw new LakeError({
    status: 408,
    type: 'queryTimeoutError',
    description: `The query took longer than ${maxMs} ms and was stopped`,
  })
}
