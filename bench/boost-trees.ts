import {treeDepth, type BoostedTrees} from '../ingest/trees/boosted-trees.ts'

/** How trees are grown. */
export interface BoostOptions {
  rounds: number
  rate: number
  /** Weight that holds leaf values back. */
  l2: number
  /** Least sum of weights on both sides of a question for it to count. */
  minWeight: number
  /** Share of features looked at for each tree, and of groups of rows. */
  featureShare: number
  groupShare: number
  seed: number
}

/** What trees learn from. All lists run beside `rows`. */
export interface TrainingRows {
  rows: readonly Float32Array[]
  /** 0 to 1, soft ones allowed. */
  labels: Float64Array
  weights: Float64Array
  /** Which rows belong to one page: rows are drawn by page. */
  groups: Int32Array
}

interface Questions {
  features: number[]
  thresholds: number[]
  leaves: Float64Array
}

const bins = 48

/**
 * Grows symmetric boosted trees for the log-odds of the labels. Deterministic for a seed. The gain is XGBoost's (Chen and Guestrin
 * 2016, equation 7), summed over the nodes of a level.
 */
export function boostTrees(
  {rows, labels, weights, groups}: TrainingRows,
  options: BoostOptions,
): BoostedTrees {
  const count = rows.length
  const width = rows[0]?.length ?? 0
  const scale = count / weights.reduce((sum, weight) => sum + weight, 0)
  const edges = Array.from({length: width}, (_, feature) => toEdges(rows, feature))
  const binned = edges.map((edge, feature) => Uint8Array.from(rows, (row) => binOf(edge, row[feature]!)))
  const random = mulberry(options.seed)
  let positive = 0
  for (let at = 0; at < count; at++) positive += labels[at]! * weights[at]! * scale
  const bias = Number(Math.log(positive / (count - positive)).toPrecision(5))
  const scores = new Float64Array(count).fill(bias)
  const gradient = new Float64Array(count)
  const hessian = new Float64Array(count)
  const groupCount = groups.reduce((most, group) => Math.max(most, group), 0) + 1
  const leafOf = new Int32Array(count)
  const trees: string[] = []
  for (let round = 0; round < options.rounds; round++) {
    const drawn = Array.from({length: groupCount}, () => random() < options.groupShare)
    const used: number[] = []
    for (let at = 0; at < count; at++) {
      const chance = 1 / (1 + Math.exp(-scores[at]!))
      gradient[at] = (chance - labels[at]!) * weights[at]! * scale
      hessian[at] = Math.max(1e-6, chance * (1 - chance)) * weights[at]! * scale
      if (drawn[groups[at]!]) used.push(at)
    }
    const looked = edges.flatMap((edge, feature) =>
      edge.length > 0 && random() < options.featureShare ? [feature] : [],
    )
    leafOf.fill(0)
    const tree = growTree(Int32Array.from(used), leafOf, binned, edges, gradient, hessian, looked, options)
    if (tree === null) continue
    trees.push(
      [...tree.features.flatMap((feature, level) => [feature, tree.thresholds[level]!]), ...tree.leaves].join(
        ' ',
      ),
    )
    for (let at = 0; at < count; at++) {
      let leaf = 0
      for (let level = 0; level < tree.features.length; level++)
        if (rows[at]![tree.features[level]!]! > tree.thresholds[level]!) leaf |= 1 << level
      scores[at] = scores[at]! + tree.leaves[leaf]!
    }
  }
  return {bias, trees}
}

/** Several sets of trees as one that gives their mean. */
export function meanOfTrees(sets: readonly BoostedTrees[]): BoostedTrees {
  const share = 1 / sets.length
  return {
    bias: sets.reduce((sum, {bias}) => sum + bias * share, 0),
    trees: sets.flatMap(({trees}) =>
      trees.map((tree) =>
        tree
          .split(' ')
          .map((number, at) =>
            at < 2 * treeDepth ? number : Number((Number(number) * share).toPrecision(4)),
          )
          .join(' '),
      ),
    ),
  }
}

/** Null when fewer levels than asked for tell anything: the tree would have another form than the others. */
function growTree(
  used: Int32Array,
  leafOf: Int32Array,
  binned: Uint8Array[],
  edges: number[][],
  gradient: Float64Array,
  hessian: Float64Array,
  looked: number[],
  options: BoostOptions,
): Questions | null {
  const features: number[] = []
  const thresholds: number[] = []
  for (let level = 0; level < treeDepth; level++) {
    const found = bestQuestion(used, leafOf, 1 << level, binned, edges, gradient, hessian, looked, options)
    if (found === null) return null
    const column = binned[found.feature]!
    for (const at of used) if (column[at]! > found.bin) leafOf[at] = leafOf[at]! | (1 << level)
    features.push(found.feature)
    thresholds.push(edges[found.feature]![found.bin]!)
  }
  const sumG = new Float64Array(1 << treeDepth)
  const sumH = new Float64Array(1 << treeDepth)
  for (const at of used) {
    sumG[leafOf[at]!]! += gradient[at]!
    sumH[leafOf[at]!]! += hessian[at]!
  }
  const leaves = sumG.map((sum, leaf) =>
    Number(((-sum / (sumH[leaf]! + options.l2)) * options.rate).toPrecision(4)),
  )
  return {features, thresholds, leaves}
}

function bestQuestion(
  used: Int32Array,
  leafOf: Int32Array,
  nodes: number,
  binned: Uint8Array[],
  edges: number[][],
  gradient: Float64Array,
  hessian: Float64Array,
  looked: number[],
  {l2, minWeight}: BoostOptions,
): {feature: number; bin: number} | null {
  let best = 1e-3
  let found: {feature: number; bin: number} | null = null
  const g = new Float64Array(nodes * bins)
  const h = new Float64Array(nodes * bins)
  const gains = new Float64Array(bins)
  for (const feature of looked) {
    g.fill(0)
    h.fill(0)
    gains.fill(0)
    const column = binned[feature]!
    for (const at of used) {
      const slot = leafOf[at]! * bins + column[at]!
      g[slot]! += gradient[at]!
      h[slot]! += hessian[at]!
    }
    const last = edges[feature]!.length
    for (let node = 0; node < nodes; node++) {
      const from = node * bins
      let sumG = 0
      let sumH = 0
      for (let bin = 0; bin <= last; bin++) {
        sumG += g[from + bin]!
        sumH += h[from + bin]!
      }
      const base = (sumG * sumG) / (sumH + l2)
      let leftG = 0
      let leftH = 0
      for (let bin = 0; bin < last; bin++) {
        leftG += g[from + bin]!
        leftH += h[from + bin]!
        const rightG = sumG - leftG
        const rightH = sumH - leftH
        if (leftH < minWeight || rightH < minWeight) continue
        gains[bin]! += (leftG * leftG) / (leftH + l2) + (rightG * rightG) / (rightH + l2) - base
      }
    }
    for (let bin = 0; bin < last; bin++) {
      if (gains[bin]! > best) {
        best = gains[bin]!
        found = {feature, bin}
      }
    }
  }
  return found
}

/** Upper edges of the bins, at quantiles of the different values. */
function toEdges(rows: readonly Float32Array[], feature: number): number[] {
  const values = Float32Array.from(rows, (row) => row[feature]!).sort()
  const unique: number[] = []
  for (const value of values) if (unique.at(-1) !== value) unique.push(value)
  if (unique.length <= 1) return []
  const wanted =
    unique.length <= bins
      ? unique
      : Array.from({length: bins}, (_, at) => values[Math.floor((values.length - 1) * ((at + 1) / bins))]!)
  const edges: number[] = []
  for (const value of new Set(wanted)) {
    const next = unique[binOf(unique, value) + 1]
    if (next !== undefined) edges.push(Number(((value + next) / 2).toPrecision(5)))
  }
  return [...new Set(edges)].slice(0, bins - 1)
}

/** How many of the edges are below the value. */
function binOf(edges: readonly number[], value: number): number {
  let low = 0
  let high = edges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (edges[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}

/** A small random generator (mulberry32), the same on every machine. */
export function mulberry(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296
  }
}
