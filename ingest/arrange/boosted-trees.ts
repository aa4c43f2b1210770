/**
 * A sum of small decision trees, as numbers: for each tree, its nodes in rows of four: feature, threshold, left, right.
 * A negative feature marks a leaf, whose threshold is its value. A value at or below the threshold goes left.
 */
export interface BoostedTrees {
  bias: number
  trees: readonly Float64Array[]
}

/** The trees' sum for one row of features (log-odds). */
export function scoreRow({bias, trees}: BoostedTrees, row: Float32Array): number {
  let sum = bias
  for (let tree = 0; tree < trees.length; tree += 1) {
    const nodes = trees[tree] as Float64Array
    let at = 0
    let feature = nodes[0] as number
    while (feature >= 0) {
      const goesLeft = (row[feature] as number) <= (nodes[at + 1] as number)
      at = 4 * (nodes[at + (goesLeft ? 2 : 3)] as number)
      feature = nodes[at] as number
    }
    sum += nodes[at + 1] as number
  }
  return sum
}

/** Trees as a data file holds them: one a string, its numbers parted by spaces. */
export function parseTrees(bias: number, trees: readonly string[]): BoostedTrees {
  return {bias, trees: trees.map((tree) => Float64Array.from(tree.split(' '), Number))}
}

/** The opposite of `parseTrees`. */
export function writeTrees({trees}: BoostedTrees): string[] {
  return trees.map((tree) => tree.join(' '))
}

/** Several sets of trees as one that gives their mean. */
export function meanOfTrees(sets: readonly BoostedTrees[]): BoostedTrees {
  const share = 1 / sets.length
  const scale = (value: number, at: number, nodes: Float64Array): number =>
    at % 4 === 1 && (nodes[at - 1] as number) < 0 ? Number((value * share).toPrecision(4)) : value
  return {
    bias: sets.reduce((sum, {bias}) => sum + bias * share, 0),
    trees: sets.flatMap(({trees}) => trees.map((nodes) => nodes.map(scale))),
  }
}
