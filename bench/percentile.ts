export function toMedian(times: readonly number[]): number {
  return toPercentile(times, 0.5)
}

/** The value below which the share lies. */
export function toPercentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
