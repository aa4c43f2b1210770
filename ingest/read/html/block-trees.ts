/**
 * Gradient-boosted decision trees as `bench/train-page-blocks.ts` writes them. A tree is `[feature, threshold, left, right]`
 * for each inner node (children: an index of the node list, or `-1 - leaf`), and its leaves' values.
 */
export interface BoostedTrees {
  /** The names the feature numbers stand for; checked against the code's own order. */
  features: readonly string[]
  bias: number
  trees: readonly {nodes: readonly (readonly number[])[]; leaves: readonly number[]}[]
}

/** Gives the trees' verdict on rows of features, as a chance between 0 and 1. */
export function toScorer(model: BoostedTrees): (row: ArrayLike<number>) => number {
  const count = model.trees.reduce((sum, {nodes}) => sum + nodes.length, 0)
  const features = new Int16Array(count)
  const thresholds = new Float64Array(count)
  const children = new Int32Array(count * 2)
  const leaves: number[] = []
  const tops: number[] = []
  let at = 0
  for (const tree of model.trees) {
    const start = at
    const leafStart = leaves.length
    tops.push(start)
    const child = (number: number) => (number < 0 ? number - leafStart : start + number)
    for (const [feature, threshold, left, right] of tree.nodes) {
      features[at] = feature!
      thresholds[at] = threshold!
      children[at * 2] = child(left!)
      children[at * 2 + 1] = child(right!)
      at++
    }
    leaves.push(...tree.leaves)
  }
  const values = Float64Array.from(leaves)
  return (row) => {
    let total = model.bias
    for (const top of tops) {
      let node = top
      do node = children[node * 2 + (row[features[node]!]! <= thresholds[node]! ? 0 : 1)]!
      while (node >= 0)
      total += values[-1 - node]!
    }
    return 1 / (1 + Math.exp(-total))
  }
}
