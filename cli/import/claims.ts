/** Which of the threads that may do a job does it: the one that takes it first. */
export interface Claims {
  /** Of the thread that hands jobs out: puts the next one up, in the place that it gives. No more are up at once than there are places. */
  offer(): number
  /** Whether the job in the place is whoever's who asks. */
  take(place: number): boolean
  /** What another thread makes its claims of. */
  shared: SharedArrayBuffer
}

const free = 0
const taken = 1

/** Claims to as many jobs at once as there are places. */
export function createClaims(places: number): Claims {
  return overShared(new SharedArrayBuffer(places * Int32Array.BYTES_PER_ELEMENT))
}

/** The claims of `shared`, which another thread made. */
export function overShared(shared: SharedArrayBuffer): Claims {
  const states = new Int32Array(shared)
  let next = 0
  return {
    offer() {
      const place = next
      next = (next + 1) % states.length
      Atomics.store(states, place, free)
      return place
    },
    take: (place) => Atomics.compareExchange(states, place, free, taken) === free,
    shared,
  }
}
