/** A stretch that differs: `base[baseStart, baseEnd)` became `other[start, end)`. */
export interface Hunk {
  baseStart: number
  baseEnd: number
  start: number
  end: number
}

/** Edits past which two texts are taken as wholly different between their equal ends: bounds time and memory. */
const maxEdits = 500

/**
 * The stretches in which two lists of words differ, in order, by Myers' greedy algorithm (An O(ND) Difference Algorithm, 1986)
 * between the equal beginning and end. Past `maxEdits` edits the whole middle is one stretch, so time stays linear.
 */
export function diffWords(base: string[], other: string[]): Hunk[] {
  let start = 0
  const shorter = Math.min(base.length, other.length)
  while (start < shorter && base[start] === other[start]) start += 1
  let ends = 0
  while (ends < shorter - start && base[base.length - 1 - ends] === other[other.length - 1 - ends]) ends += 1
  const a = base.slice(start, base.length - ends)
  const b = other.slice(start, other.length - ends)
  if (a.length === 0 && b.length === 0) return []
  const pairs = a.length === 0 || b.length === 0 ? [] : commonPairs(a, b)
  const hunks: Hunk[] = []
  let aAt = 0
  let bAt = 0
  for (const [aNext, bNext] of [...pairs, [a.length, b.length] as const]) {
    if (aNext > aAt || bNext > bAt)
      hunks.push({baseStart: start + aAt, baseEnd: start + aNext, start: start + bAt, end: start + bNext})
    aAt = aNext + 1
    bAt = bNext + 1
  }
  return hunks
}

function commonPairs(a: string[], b: string[]): (readonly [number, number])[] {
  const limit = Math.min(maxEdits, a.length + b.length)
  const offset = limit + 1
  const frontier = new Int32Array(2 * limit + 3)
  const trace: Int32Array[] = []
  for (let edits = 0; edits <= limit; edits += 1) {
    trace.push(frontier.slice())
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const down =
        diagonal === -edits ||
        (diagonal !== edits && at(frontier, offset + diagonal - 1) < at(frontier, offset + diagonal + 1))
      let x = down ? at(frontier, offset + diagonal + 1) : at(frontier, offset + diagonal - 1) + 1
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x += 1
      frontier[offset + diagonal] = x
      if (x >= a.length && x - diagonal >= b.length) return walkBack(trace, a, b, edits, offset)
    }
  }
  return []
}

function walkBack(
  trace: Int32Array[],
  a: string[],
  b: string[],
  edits: number,
  offset: number,
): (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = []
  let x = a.length
  let y = b.length
  for (let step = edits; step >= 0; step -= 1) {
    const frontier = trace[step] as Int32Array
    const diagonal = x - y
    const down =
      diagonal === -step ||
      (diagonal !== step && at(frontier, offset + diagonal - 1) < at(frontier, offset + diagonal + 1))
    const previous = down ? diagonal + 1 : diagonal - 1
    const beforeX = step === 0 ? 0 : at(frontier, offset + previous)
    const beforeY = step === 0 ? 0 : beforeX - previous
    while (x > beforeX && y > beforeY) {
      x -= 1
      y -= 1
      pairs.push([x, y])
    }
    x = beforeX
    y = beforeY
  }
  return pairs.reverse()
}

function at(array: Int32Array, index: number): number {
  return array[index] ?? 0
}
