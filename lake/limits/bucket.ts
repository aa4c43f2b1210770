/** A bucket that fills at a rate and holds one second's worth. `now` is in milliseconds. */
export function createBucket(perSecond: number, now: () => number): {take(): boolean} {
  let allowance = perSecond
  let last = now()
  return {
    /** Whether there was one left to take. */
    take: () => {
      const time = now()
      allowance = Math.min(perSecond, allowance + ((time - last) / 1000) * perSecond)
      last = time
      if (allowance < 1) return false
      allowance -= 1
      return true
    },
  }
}
