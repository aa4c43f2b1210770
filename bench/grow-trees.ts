/** A row to learn from. */
export interface TrainingRow {
  features: ArrayLike<number>
  label: 0 | 1
  weight: number
}

export interface TreeOptions {
  trees: number
  depth: number
  /** Learning rate. */
  rate: number
  /** Weight of hessian a leaf needs at least. */
  minWeight: number
  l2: number
  /** Share of the features that a tree may use, drawn for each tree. */
  share: number
}

interface GrownTrees {
  bias: number
  trees: {nodes: number[][]; leaves: number[]}[]
}

const bins = 48

/**
 * Gradient boosting on the logistic loss with histograms, level by level to a fixed depth (Friedman 2001; the second-order gain is
 * XGBoost's, Chen and Guestrin 2016, equation 7). Deterministic.
 */
export function growTrees(rows: readonly TrainingRow[], options: TreeOptions): GrownTrees {
  const count = rows.length
  const width = rows[0]!.features.length
  const cuts = Array.from({length: width}, (_, feature) => quantiles(rows, feature))
  const binned = cuts.map((edges, feature) =>
    Uint8Array.from(rows, ({features}) => binOf(edges, features[feature]!)),
  )
  const scale = count / rows.reduce((sum, {weight}) => sum + weight, 0)
  const weights = Float64Array.from(rows, ({weight}) => weight * scale)
  const positive = rows.reduce((sum, {label}, index) => sum + label * weights[index]!, 0) / count
  const bias = Math.log(positive / (1 - positive))
  const scores = new Float64Array(count).fill(bias)
  const trees: GrownTrees['trees'] = []
  const gradient = new Float64Array(count)
  const hessian = new Float64Array(count)
  const draw = randomNumbers(20191119)
  for (let round = 0; round < options.trees; round++) {
    const features = Array.from({length: width}, (_, feature) => feature).filter(() => draw() < options.share)
    for (let index = 0; index < count; index++) {
      const chance = 1 / (1 + Math.exp(-scores[index]!))
      gradient[index] = (chance - rows[index]!.label) * weights[index]!
      hessian[index] = Math.max(chance * (1 - chance), 1e-6) * weights[index]!
    }
    trees.push(growTree(binned, cuts, gradient, hessian, scores, options, count, features))
  }
  return {bias: rounded(bias), trees}
}

function growTree(
  binned: Uint8Array[],
  cuts: number[][],
  gradient: Float64Array,
  hessian: Float64Array,
  scores: Float64Array,
  options: TreeOptions,
  count: number,
  features: readonly number[],
) {
  const nodes: number[][] = []
  const leaves: number[] = []
  const minHessian = options.minWeight * count * 0.01
  const l2 = options.l2 * count * 0.01
  const grow = (members: number[], depth: number): number => {
    let sumGradient = 0
    let sumHessian = 0
    for (const index of members) {
      sumGradient += gradient[index]!
      sumHessian += hessian[index]!
    }
    const leaf = () => {
      const value = rounded((-sumGradient / (sumHessian + l2)) * options.rate)
      for (const index of members) scores[index]! += value
      leaves.push(value)
      return -leaves.length
    }
    if (depth === 0 || sumHessian < 2 * minHessian) return leaf()
    let best = {gain: 1e-3, feature: -1, bin: 0}
    const binGradient = new Float64Array(bins + 1)
    const binHessian = new Float64Array(bins + 1)
    const base = sumGradient ** 2 / (sumHessian + l2)
    for (const feature of features) {
      const edges = cuts[feature]!
      if (!edges.length) continue
      binGradient.fill(0)
      binHessian.fill(0)
      const column = binned[feature]!
      for (const index of members) {
        binGradient[column[index]!]! += gradient[index]!
        binHessian[column[index]!]! += hessian[index]!
      }
      let leftGradient = 0
      let leftHessian = 0
      for (let bin = 0; bin < edges.length; bin++) {
        leftGradient += binGradient[bin]!
        leftHessian += binHessian[bin]!
        if (leftHessian < minHessian || sumHessian - leftHessian < minHessian) continue
        const gain =
          leftGradient ** 2 / (leftHessian + l2) +
          (sumGradient - leftGradient) ** 2 / (sumHessian - leftHessian + l2) -
          base
        if (gain > best.gain) best = {gain, feature, bin}
      }
    }
    if (best.feature < 0) return leaf()
    const column = binned[best.feature]!
    const at = nodes.push([best.feature, cuts[best.feature]![best.bin]!, 0, 0]) - 1
    nodes[at]![2] = grow(
      members.filter((index) => column[index]! <= best.bin),
      depth - 1,
    )
    nodes[at]![3] = grow(
      members.filter((index) => column[index]! > best.bin),
      depth - 1,
    )
    return at
  }
  const members = Array.from({length: count}, (_, index) => index)
  const top = grow(members, options.depth)
  // A tree that could not be split is one leaf; a node that always goes left keeps the form.
  if (top < 0) nodes.push([0, Number.MAX_VALUE, top, top])
  return {nodes, leaves}
}

function quantiles(rows: readonly TrainingRow[], feature: number): number[] {
  const sorted = Float64Array.from(rows, ({features}) => features[feature]!).toSorted()
  const edges = new Set<number>()
  for (let step = 1; step < bins; step++) edges.add(sorted[Math.floor((step * sorted.length) / bins)]!)
  const distinct = [...new Set(sorted)]
  const all = distinct.length <= bins ? distinct : [...edges]
  return all
    .toSorted((a, b) => a - b)
    .slice(0, -1)
    .map((edge) => rounded(edge))
}

function binOf(edges: readonly number[], value: number): number {
  let bin = 0
  while (bin < edges.length && value > edges[bin]!) bin++
  return bin
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4
}

/** Mulberry32: the same draw at every run. */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
