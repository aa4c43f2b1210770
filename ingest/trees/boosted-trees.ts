/**
 * A sum of small symmetric decision trees: all nodes of one level ask the same question, so a tree is four questions and sixteen
 * leaves. Fewer ways to learn a page by heart than in free trees, and quicker to ask (Prokhorenkova and others, CatBoost, 2018).
 */
export interface BoostedTrees {
  /** Log-odds before any tree has spoken. */
  bias: number
  /**
   * One a string, numbers parted by spaces: for each of four questions the feature and its threshold (a value above it sets the
   * question's bit, the first being the lowest), then the leaves' log-odds by those bits.
   */
  trees: readonly string[]
}

/** Questions of a tree, and its leaves. */
export const treeDepth = 4
const leafCount = 1 << treeDepth

/** The trees' sum (log-odds) for a row of features. */
export type TreeScorer = (row: Float32Array) => number

/** Makes trees ready for asking. Throws when one has not the numbers that a tree has. */
export function toScorer(model: BoostedTrees): TreeScorer {
  const {bias} = model
  const features = new Int32Array(model.trees.length * treeDepth)
  const thresholds = new Float64Array(model.trees.length * treeDepth)
  const leaves = new Float64Array(model.trees.length * leafCount)
  model.trees.forEach((text, tree) => {
    const numbers = text.split(' ').map(Number)
    if (numbers.length !== 2 * treeDepth + leafCount || numbers.some(Number.isNaN))
      throw new Error(
        `Tree ${tree} has ${numbers.length} numbers; a tree has ${2 * treeDepth + leafCount}. Train the model again.`,
      )
    for (let level = 0; level < treeDepth; level++) {
      features[tree * treeDepth + level] = numbers[2 * level]!
      thresholds[tree * treeDepth + level] = numbers[2 * level + 1]!
    }
    leaves.set(numbers.slice(2 * treeDepth), tree * leafCount)
  })
  // Written out, without a branch: three times as quick as a loop over the questions.
  return (row) => {
    let sum = bias
    for (let at = 0, leaf = 0; at < features.length; at += treeDepth, leaf += leafCount) {
      sum +=
        leaves[
          leaf +
            Number(row[features[at]!]! > thresholds[at]!) +
            2 * Number(row[features[at + 1]!]! > thresholds[at + 1]!) +
            4 * Number(row[features[at + 2]!]! > thresholds[at + 2]!) +
            8 * Number(row[features[at + 3]!]! > thresholds[at + 3]!)
        ]!
    }
    return sum
  }
}
