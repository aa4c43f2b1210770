/** Rounds of two or more jobs in turn, so that a machine whose speed drifts is the same for all of them. */
export interface Job {
  name: string
  run: () => unknown
}

export interface Measured {
  name: string
  /** Median over the rounds. */
  medianMs: number
  minMs: number
  maxMs: number
}

/** Runs every job once to warm up, then `rounds` times in turn. */
export async function measure(jobs: Job[], rounds = 5): Promise<Measured[]> {
  const times = jobs.map((): number[] => [])
  for (let round = 0; round <= rounds; round++) {
    for (const [index, job] of jobs.entries()) {
      const startedAt = performance.now()
      await job.run()
      if (round > 0) times[index]?.push(performance.now() - startedAt)
    }
  }
  return jobs.map(({name}, index) => {
    const sorted = (times[index] ?? []).sort((one, other) => one - other)
    return {
      name,
      medianMs: sorted[sorted.length >> 1] ?? Number.NaN,
      minMs: sorted[0] ?? Number.NaN,
      maxMs: sorted.at(-1) ?? Number.NaN,
    }
  })
}
