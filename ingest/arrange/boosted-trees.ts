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

/** All trees in one row of numbers, each node four of them, children as absolute places: quick to walk. */
export interface CompiledTrees {
  bias: number
  nodes: Float64Array
  starts: Int32Array
}

export function compileTrees({bias, trees}: BoostedTrees): CompiledTrees {
  const starts = new Int32Array(trees.length)
  const nodes = new Float64Array(trees.reduce((sum, tree) => sum + tree.length, 0))
  let start = 0
  trees.forEach((tree, index) => {
    starts[index] = start
    tree.forEach((value, at) => {
      nodes[start + at] = at % 4 >= 2 ? start + 4 * value : value
    })
    start += tree.length
  })
  return {bias, nodes, starts}
}

/** The same as `scoreRow`. */
export function scoreCompiled({bias, nodes, starts}: CompiledTrees, row: Float32Array): number {
  let sum = bias
  for (let tree = 0; tree < starts.length; tree += 1) {
    let at = starts[tree] as number
    let feature = nodes[at] as number
    while (feature >= 0) {
      at = nodes[(row[feature] as number) <= (nodes[at + 1] as number) ? at + 2 : at + 3] as number
      feature = nodes[at] as number
    }
    sum += nodes[at + 1] as number
  }
  return sum
}
