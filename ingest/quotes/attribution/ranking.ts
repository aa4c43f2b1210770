/** A template of features: every combination of its parts is one weight. */
export type Templates = Record<string, number>

/** Numbers for the weights of a linear scorer: the place of each template and how many weights there are. */
export interface FeatureSpace {
  base: Record<string, number>
  size: number
  templates: Templates
}

/** Lays the templates out one after another. `templates` gives how many values each has. */
export function toFeatureSpace(templates: Templates): FeatureSpace {
  const base: Record<string, number> = {}
  let size = 0
  for (const [name, values] of Object.entries(templates)) {
    base[name] = size
    size += values
  }
  return {base, size, templates}
}

/** Weights as kept in the data file: for each template its values that are not zero, `index:weight`. */
export type StoredWeights = Record<string, string>

/** Unpacks stored weights; templates that the file does not have weigh nothing. */
export function readWeights(space: FeatureSpace, stored: StoredWeights): Float64Array {
  const weights = new Float64Array(space.size)
  for (const [name, text] of Object.entries(stored)) {
    const base = space.base[name]
    const values = space.templates[name]
    if (base === undefined || values === undefined || text === '') continue
    for (const pair of text.split(' ')) {
      const [index, weight] = pair.split(':')
      if (Number(index) < values) weights[base + Number(index)] = Number(weight)
    }
  }
  return weights
}

/** Packs weights for the data file, three decimals, zeros left out. */
export function writeWeights(space: FeatureSpace, weights: Float64Array): StoredWeights {
  const stored: StoredWeights = {}
  for (const [name, values] of Object.entries(space.templates)) {
    const pairs: string[] = []
    for (let index = 0; index < values; index++) {
      const weight = Math.round(weights[space.base[name]! + index]! * 1000) / 1000
      if (weight !== 0) pairs.push(`${index}:${weight}`)
    }
    stored[name] = pairs.join(' ')
  }
  return stored
}

/** The sum of the weights of the features present. */
export function sumWeights(weights: Float64Array, features: readonly number[]): number {
  let sum = 0
  for (const feature of features) sum += weights[feature]!
  return sum
}

/** Turns scores into probabilities that sum to 1. An empty list gives an empty list. */
export function toProbabilities(scores: readonly number[]): number[] {
  let top = -Infinity
  for (const score of scores) if (score > top) top = score
  let total = 0
  const out = scores.map((score) => {
    const value = Math.exp(score - top)
    total += value
    return value
  })
  return out.map((value) => value / total)
}
