/**
 * A sum of small symmetric decision trees: all nodes of one level ask the same question, so a tree of depth d is d questions and
 * 2^d leaves. Fewer ways to learn a page by heart than in free trees, and quicker to ask (Prokhorenkova and others, CatBoost, 2018).
 */
export interface BoostedTrees {
  /** Log-odds before any tree has spoken. */
  bias: number
  /**
   * One a string, numbers parted by spaces: for each level the feature and its threshold (a value above it sets the level's bit,
   * the first level's being the lowest), then the leaves' log-odds by those bits.
   */
  trees: readonly string[]
}

/** The trees' sum (log-odds) for a row of features. */
export type TreeScorer = (row: ArrayLike<number>) => number

/** Makes trees ready for asking. All must have one depth; throws otherwise. */
export function toScorer(model: BoostedTrees): TreeScorer {
  const parsed = model.trees.map((tree) => tree.split(' ').map(Number))
  const depth = depthOf(parsed[0]?.length ?? 3)
  const leafCount = 1 << depth
  const features = new Int32Array(parsed.length * depth)
  const thresholds = new Float64Array(parsed.length * depth)
  const leaves = new Float64Array(parsed.length * leafCount)
  parsed.forEach((numbers, tree) => {
    if (numbers.length !== 2 * depth + leafCount || numbers.some(Number.isNaN))
      throw new Error(
        `Tree ${tree} has ${numbers.length} numbers; a tree of depth ${depth} has ${2 * depth + leafCount}. Train the model again.`,
      )
    for (let level = 0; level < depth; level++) {
      features[tree * depth + level] = numbers[2 * level]!
      thresholds[tree * depth + level] = numbers[2 * level + 1]!
    }
    leaves.set(numbers.slice(2 * depth), tree * leafCount)
  })
  const {bias} = model
  const questions = features.length
  return (row) => {
    let sum = bias
    let start = 0
    for (let question = 0; question < questions; start += leafCount) {
      let leaf = start
      for (let bit = 1; bit < leafCount; bit += bit) {
        if (row[features[question]!]! > thresholds[question]!) leaf += bit
        question++
      }
      sum += leaves[leaf]!
    }
    return sum
  }
}

function depthOf(numbers: number): number {
  let depth = 0
  while (2 * depth + (1 << depth) < numbers) depth++
  return depth
}
