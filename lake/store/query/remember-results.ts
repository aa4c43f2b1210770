/** Queries that are quicker than this are not worth the memory. */
const minMs = 10
const maxResults = 64
/** Of arrays, the items of a result that is kept. */
const maxItems = 1000

interface Remembered {
  result: unknown
  version: number
}

/**
 * Keeps results of queries that took long until a document changes. Not for those that read the clock.
 */
export function rememberResults() {
  const results = new Map<string, Remembered>()
  let version = 0
  return {
    /** To be called when documents have changed. */
    forget: (): void => void version++,
    /** The result for the key, if nothing has changed since; else what `evaluate` gives. */
    async recall(key: string, evaluate: () => Promise<unknown>): Promise<unknown> {
      const known = results.get(key)
      if (known?.version === version) return known.result
      const [startedAt, startedWith] = [performance.now(), version]
      const result = await evaluate()
      const isSmall = key.length <= 10_000 && (!Array.isArray(result) || result.length <= maxItems)
      results.delete(key)
      if (performance.now() - startedAt < minMs || !isSmall) return result
      if (results.size >= maxResults) results.delete(results.keys().next().value!)
      results.set(key, {result, version: startedWith})
      return result
    },
  }
}
