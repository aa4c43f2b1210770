import type {BoostedTrees} from '../ingest/arrange/boosted-trees.ts'

/** How trees are grown. */
export interface BoostOptions {
  rounds: number
  depth: number
  rate: number
  /** Weight that holds leaf values back. */
  l2: number
  /** Least sum of weights in a leaf. */
  minWeight: number
  /** Share of features looked at for each tree, and of groups of rows. */
  featureShare: number
  groupShare: number
  seed: number
}

const bins = 48

/**
 * Grows boosted trees for the log-odds of `labels` (0 to 1, soft ones allowed) under `weights`. Deterministic for a seed.
 * `groups` tells which rows belong to one page: rows are drawn by page.
 */
export function boostTrees(
  rows: readonly Float32Array[],
  labels: Float64Array,
  weights: Float64Array,
  groups: Int32Array,
  options: BoostOptions,
): BoostedTrees {
  const count = rows.length
  const features = rows[0]?.length ?? 0
  const edges = Array.from({length: features}, (_, feature) => toEdges(rows, feature))
  const binned = edges.map((edge, feature) => Uint8Array.from(rows, (row) => binOf(edge, row[feature] ?? 0)))
  const random = mulberry(options.seed)
  let positive = 0
  let all = 0
  for (let at = 0; at < count; at += 1) {
    positive += (labels[at] ?? 0) * (weights[at] ?? 0)
    all += weights[at] ?? 0
  }
  const bias = Math.log(positive / (all - positive))
  const scores = new Float64Array(count).fill(bias)
  const gradient = new Float64Array(count)
  const hessian = new Float64Array(count)
  const groupCount = Math.max(...groups) + 1
  const trees: Float64Array[] = []
  for (let round = 0; round < options.rounds; round += 1) {
    const drawn = Array.from({length: groupCount}, () => random() < options.groupShare)
    const used: number[] = []
    for (let at = 0; at < count; at += 1) {
      const p = 1 / (1 + Math.exp(-(scores[at] ?? 0)))
      gradient[at] = (p - (labels[at] ?? 0)) * (weights[at] ?? 0)
      hessian[at] = Math.max(1e-6, p * (1 - p)) * (weights[at] ?? 0)
      if (drawn[groups[at] ?? 0] === true) used.push(at)
    }
    const looked = Array.from({length: features}, (_, feature) => feature).filter(
      (feature) => (edges[feature]?.length ?? 0) > 0 && random() < options.featureShare,
    )
    const nodes = growTree(Int32Array.from(used), binned, edges, gradient, hessian, looked, options)
    trees.push(Float64Array.from(nodes))
    for (let at = 0; at < count; at += 1)
      scores[at] = (scores[at] ?? 0) + walk(nodes, rows[at] as Float32Array)
  }
  return {bias, trees}
}

function walk(nodes: readonly number[], row: Float32Array): number {
  let at = 0
  while ((nodes[at] as number) >= 0)
    at =
      4 * (nodes[at + ((row[nodes[at] as number] as number) <= (nodes[at + 1] as number) ? 2 : 3)] as number)
  return nodes[at + 1] as number
}

function growTree(
  all: Int32Array,
  binned: Uint8Array[],
  edges: number[][],
  gradient: Float64Array,
  hessian: Float64Array,
  looked: number[],
  options: BoostOptions,
): number[] {
  const nodes: number[] = []
  const build = (rows: Int32Array, depth: number): number => {
    const id = nodes.length / 4
    nodes.push(-1, 0, 0, 0)
    let sumG = 0
    let sumH = 0
    for (const at of rows) {
      sumG += gradient[at] as number
      sumH += hessian[at] as number
    }
    const split =
      depth < options.depth
        ? bestSplit(rows, sumG, sumH, binned, edges, gradient, hessian, looked, options)
        : null
    if (split === null) {
      nodes[id * 4 + 1] = Number(((-sumG / (sumH + options.l2)) * options.rate).toPrecision(4))
      return id
    }
    const bin = binned[split.feature] as Uint8Array
    const left = rows.filter((at) => (bin[at] as number) <= split.bin)
    const right = rows.filter((at) => (bin[at] as number) > split.bin)
    nodes[id * 4] = split.feature
    nodes[id * 4 + 1] = edges[split.feature]?.[split.bin] ?? 0
    nodes[id * 4 + 2] = build(left, depth + 1)
    nodes[id * 4 + 3] = build(right, depth + 1)
    return id
  }
  build(all, 0)
  return nodes
}

function bestSplit(
  rows: Int32Array,
  sumG: number,
  sumH: number,
  binned: Uint8Array[],
  edges: number[][],
  gradient: Float64Array,
  hessian: Float64Array,
  looked: number[],
  options: BoostOptions,
): {feature: number; bin: number} | null {
  const {l2, minWeight} = options
  const base = (sumG * sumG) / (sumH + l2)
  let best = 1e-3
  let found: {feature: number; bin: number} | null = null
  const g = new Float64Array(bins)
  const h = new Float64Array(bins)
  for (const feature of looked) {
    g.fill(0)
    h.fill(0)
    const bin = binned[feature] as Uint8Array
    for (const at of rows) {
      const slot = bin[at] as number
      g[slot] = (g[slot] as number) + (gradient[at] as number)
      h[slot] = (h[slot] as number) + (hessian[at] as number)
    }
    let leftG = 0
    let leftH = 0
    const last = edges[feature]?.length ?? 0
    for (let slot = 0; slot < last; slot += 1) {
      leftG += g[slot] as number
      leftH += h[slot] as number
      const rightH = sumH - leftH
      if (leftH < minWeight || rightH < minWeight) continue
      const rightG = sumG - leftG
      const gain = (leftG * leftG) / (leftH + l2) + (rightG * rightG) / (rightH + l2) - base
      if (gain > best) {
        best = gain
        found = {feature, bin: slot}
      }
    }
  }
  return found
}

/** Upper edges of the bins, at quantiles of the different values. */
function toEdges(rows: readonly Float32Array[], feature: number): number[] {
  const values = Float32Array.from(rows, (row) => row[feature] ?? 0).sort()
  const unique: number[] = []
  for (const value of values) if (unique.at(-1) !== value) unique.push(value)
  if (unique.length <= 1) return []
  const wanted =
    unique.length <= bins
      ? unique
      : Array.from(
          {length: bins},
          (_, at) => values[Math.floor((values.length - 1) * ((at + 1) / bins))] ?? 0,
        )
  const edges: number[] = []
  for (const value of new Set(wanted)) {
    const next = unique[lowerBound(unique, value) + 1]
    if (next !== undefined) edges.push(Number(((value + next) / 2).toPrecision(5)))
  }
  return [...new Set(edges)].slice(0, bins - 1)
}

function lowerBound(values: readonly number[], value: number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[middle] as number) < value) low = middle + 1
    else high = middle
  }
  return low
}

function binOf(edges: readonly number[], value: number): number {
  return lowerBound(edges, value)
}

/** A small random generator, the same on every machine. */
export function mulberry(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296
  }
}
