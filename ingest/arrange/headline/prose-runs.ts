import type {Looked} from './headline-score.ts'

/** A run of lines: indexes, both included. */
export interface Region {
  from: number
  to: number
}

export interface Run extends Region {
  sum: number
}

export const reach = 90

/** For each line, the best run that starts there: Kadane from the right. */
export function toRuns(values: ArrayLike<number>): {sum: Float64Array; to: Int32Array} {
  const count = values.length
  const sum = new Float64Array(count + 1)
  const to = new Int32Array(count + 1).fill(-1)
  for (let at = count - 1; at >= 0; at -= 1) {
    const value = values[at] ?? 0
    const rest = sum[at + 1] ?? 0
    sum[at] = value + Math.max(0, rest)
    to[at] = rest > 0 ? (to[at + 1] ?? at) : at
  }
  return {sum, to}
}

export function densestRun(values: ArrayLike<number>): Run {
  let best: Run = {from: 0, to: Math.max(0, values.length - 1), sum: 0}
  let sum = 0
  let from = 0
  for (let at = 0; at < values.length; at += 1) {
    if (sum <= 0) {
      sum = 0
      from = at
    }
    sum += values[at] ?? 0
    if (sum > best.sum) best = {from, to: at, sum}
  }
  return best
}

/** The best run that begins within reach below a headline; the way to it costs. */
export function runAfter(
  headline: number,
  values: ArrayLike<number>,
  runs: {sum: Float64Array; to: Int32Array},
  page: Looked,
): Run | null {
  let best: Run | null = null
  let cost = 0
  for (let at = headline + 1; at < values.length && at <= headline + reach; at += 1) {
    const value = values[at] ?? 0
    const sum = (runs.sum[at] ?? 0) - cost
    if (value > 0 && (best === null || sum > best.sum)) best = {from: at, to: runs.to[at] ?? at, sum}
    const reason = page.shapes[at]?.furniture
    const closes = reason === 'related-links' || reason === 'comments' || reason === 'copyright'
    // Right under a headline stand a comment button and links to more; further down they end what was there.
    if (closes) cost += at <= headline + 8 ? 0.2 : 2.5
    else if (value < 0) cost += 0.12
    if (best !== null && at > best.to + 40) break
  }
  return best !== null && best.sum > 0 ? best : null
}
