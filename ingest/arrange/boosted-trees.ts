/**
 * A sum of small decision trees, as numbers: for each tree, its nodes in one row of four: feature, threshold, left, right.
 * A negative feature marks a leaf, whose threshold is its value. A value at or below the threshold goes left.
 */
export interface BoostedTrees {
  bias: number
  trees: readonly (readonly number[])[]
}

/** The trees' sum for one row of features (log-odds). */
export function scoreRow({bias, trees}: BoostedTrees, row: ArrayLike<number>): number {
  let sum = bias
  for (const nodes of trees) {
    let at = 0
    for (;;) {
      const feature = nodes[at] as number
      if (feature < 0) {
        sum += nodes[at + 1] as number
        break
      }
      at = 4 * (nodes[at + ((row[feature] as number) <= (nodes[at + 1] as number) ? 2 : 3)] as number)
    }
  }
  return sum
}
