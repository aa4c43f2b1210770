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

/** The trees' verdict on a row of features, as a chance between 0 and 1. */
export function scoreRow(model: BoostedTrees, row: ArrayLike<number>): number {
  let total = model.bias
  for (const {nodes, leaves} of model.trees) {
    let at = 0
    while (at >= 0) {
      const node = nodes[at]!
      at = row[node[0]!]! <= node[1]! ? node[2]! : node[3]!
    }
    total += leaves[-1 - at]!
  }
  return 1 / (1 + Math.exp(-total))
}
