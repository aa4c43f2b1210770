/** A fault to come over requests, for tests of callers. */
export interface Fault {
  /** Which requests: part of the path, such as `/data/mutate/`. Default all. */
  path?: string
  /** How many requests; default 1. */
  times?: number
  /** Answer with this status in place of doing anything. */
  status?: number
  retryAfterSeconds?: number
  /** Do what was asked, then break the connection without an answer. */
  dropAfterCommit?: boolean
  /** Wait so long before anything else, in milliseconds. */
  delayMs?: number
}

export interface Faults {
  add(fault: Fault): void
  clear(): void
  /** The fault for a request, used up by it. */
  take(path: string): Fault | undefined
}

/** The faults that are waiting for requests. None, unless a test adds some: nothing on the network can. */
export function createFaults(): Faults {
  let waiting: {fault: Fault; left: number}[] = []
  return {
    add: (fault) => void waiting.push({fault, left: fault.times ?? 1}),
    clear: () => void (waiting = []),
    take: (path) => {
      const found = waiting.find(({fault}) => !fault.path || path.includes(fault.path))
      if (!found) return undefined
      found.left -= 1
      if (found.left <= 0) waiting = waiting.filter((entry) => entry !== found)
      return found.fault
    },
  }
}
