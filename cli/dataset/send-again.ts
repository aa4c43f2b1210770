import {RevisionConflict} from './dataset.ts'

/** Attempts at a request that met a passing fault other than a limit; with the waits below they span about a minute. */
const maxAttempts = 8
const firstWaitMs = 250
const maxWaitMs = 15_000
/** How long limits are waited out: past it the dataset counts as unavailable. */
const maxLimitedMs = 10 * 60_000

export interface SenderOptions {
  /** Mutations begun in a second at most; absent: as many as come. */
  mutationsPerSecond?: number
  wait: (ms: number) => Promise<unknown>
  /** Milliseconds that never go back. */
  now: () => number
}

/** Sends requests, and sends those again that met a limit or a passing fault. */
export interface Sender {
  read<T>(request: () => Promise<T>): Promise<T>
  /**
   * `wasDone` is asked before a request of unknown outcome (the connection broke, the server failed) is sent again: when it gives true,
   * the request is not.
   */
  mutate<T>(request: () => Promise<T>, wasDone: () => Promise<boolean>): Promise<T | undefined>
  /** Counts as a mutation; sent again it does no harm. */
  upload<T>(request: () => Promise<T>): Promise<T>
}

/**
 * One for all requests to a dataset, so that a limit that one of them meets holds the others back too, for as long as the server's
 * Retry-After says, and they do not come back all at once.
 */
export function createSender({mutationsPerSecond, wait, now}: SenderOptions): Sender {
  let closedUntil = 0
  let nextMutation = 0
  const gapMs = mutationsPerSecond === undefined ? 0 : 1000 / mutationsPerSecond

  const waitForTurn = async (isMutation: boolean) => {
    for (;;) {
      const ms = Math.max(closedUntil, isMutation ? nextMutation : 0) - now()
      if (ms <= 0) break
      await wait(ms)
    }
    if (isMutation) nextMutation = Math.max(now(), nextMutation) + gapMs
  }

  const send = async <T>(
    request: () => Promise<T>,
    isMutation: boolean,
    wasDone?: () => Promise<boolean>,
  ): Promise<T | undefined> => {
    const begunAt = now()
    let failures = 0
    for (let attempt = 0; ; attempt++) {
      await waitForTurn(isMutation)
      try {
        return await request()
      } catch (error) {
        if (!isPassing(error)) throw error
        const isLimit = (error as {statusCode?: number}).statusCode === 429
        if (!isLimit) failures++
        if (failures >= maxAttempts || now() - begunAt > maxLimitedMs) throw error
        const pauseMs = retryAfterMs(error) ?? Math.min(maxWaitMs, firstWaitMs * 2 ** attempt)
        if (isLimit) closedUntil = Math.max(closedUntil, now() + pauseMs)
        else await wait(pauseMs)
        if (!isLimit && (await wasDone?.().catch(() => false))) return undefined
      }
    }
  }

  return {
    read: (request) => send(request, false) as Promise<never>,
    mutate: (request, wasDone) => send(request, true, wasDone),
    upload: (request) => send(request, true) as Promise<never>,
  }
}

/** Limits (429), the server's own faults (5xx) and broken connections pass; a refusal (4xx) does not. */
function isPassing(error: unknown): boolean {
  if (error instanceof RevisionConflict) return false
  const status = (error as {statusCode?: number}).statusCode
  return status === undefined
    ? error instanceof Error && (error.name !== 'TypeError' || error.message === 'fetch failed')
    : status === 429 || status >= 500
}

/** The header as seconds or as a date (RFC 9110, 10.2.3), in milliseconds from now. */
function retryAfterMs(error: unknown): number | undefined {
  const header = (error as {response?: {headers?: Record<string, string>}}).response?.headers?.['retry-after']
  if (header === undefined || header.trim() === '') return undefined
  const seconds = Number(header)
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - Date.now()
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined
}
