/** Work under way at once: at most so many batches, and no two that touch the same document. */
export interface BatchLanes {
  /** Waits for a free lane and for batches under way that touch one of `ids`, then begins `work`. Throws what earlier work threw. */
  begin(ids: Iterable<string>, work: () => Promise<void>): Promise<void>
  /** Waits for all work; throws what any threw. */
  finish(): Promise<void>
}

export function createBatchLanes(count: number): BatchLanes {
  const underWay = new Set<Promise<void>>()
  const byId = new Map<string, Promise<void>>()
  let failure: {error: unknown} | undefined

  const check = () => {
    if (failure) throw failure.error
  }
  return {
    async begin(ids, work) {
      const own = [...ids]
      await Promise.all(new Set(own.flatMap((id) => byId.get(id) ?? [])))
      while (underWay.size >= count) await Promise.race(underWay)
      check()
      const running = work()
        .catch((error: unknown) => void (failure ??= {error}))
        .then(() => {
          underWay.delete(running)
          for (const id of own) if (byId.get(id) === running) byId.delete(id)
        })
      underWay.add(running)
      for (const id of own) byId.set(id, running)
    },
    async finish() {
      await Promise.all(underWay)
      check()
    },
  }
}
