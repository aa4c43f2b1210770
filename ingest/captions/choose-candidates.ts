/** Captions looked at for one key; a key that so many carry (`Mayor So-and-so opens`) is a common one. */
const maxCandidatesPerKey = 32
const maxComparisons = 16

/**
 * The captions worth comparing with one that has `keys`, at most sixteen: those that share most keys first, then as `compare` orders them. A common key
 * tells nothing by itself: it only counts for captions that a rarer key, or a second common one, brings too. `holdersOf` gives up to
 * `limit` captions that have a key.
 */
export function chooseCandidates<Candidate>(
  keys: Iterable<string>,
  holdersOf: (key: string, limit: number) => readonly Candidate[],
  compare: (one: Candidate, other: Candidate) => number,
): Candidate[] {
  const weights = new Map<Candidate, number>()
  for (const key of keys) {
    const holders = holdersOf(key, maxCandidatesPerKey)
    const weight = holders.length < maxCandidatesPerKey ? 2 : 1
    for (const holder of holders) weights.set(holder, (weights.get(holder) ?? 0) + weight)
  }
  const candidates = [...weights].filter(([, weight]) => weight >= 2)
  if (candidates.length > 1)
    candidates.sort(([one, ones], [other, others]) => others - ones || compare(one, other))
  return candidates.slice(0, maxComparisons).map(([candidate]) => candidate)
}
