import type {ExprNode} from 'groq-js'
import {describeCondition, isOfGroups, toAll, type Condition} from './condition.ts'
import {readSome, toParts, type Candidates, type Lookups} from './find-candidates.ts'
import {narrow, type SearchSpace} from './index-search.ts'
import {readCertain} from './read-certain.ts'
import type {Execute} from './read-condition.ts'

/** The documents that have to be looked at, and how many are taken without. */
export interface Uncertain extends Candidates {
  certain: number
}

/**
 * Counts in the index what filters take for certain, and finds what they may take and have to look at. `needed` is what every document
 * satisfies that they take. Reads the index of whole types, so it is for filters that take many; undefined where the index cannot tell.
 */
export function countCertain(
  filters: readonly ExprNode[],
  execute: Execute,
  needed: Condition | undefined,
  space: SearchSpace,
  lookups: Lookups,
): Uncertain | undefined {
  const {view} = space
  const certainties = filters.map((filter) => readCertain(filter, execute))
  const enough = certainties.every((one) => one !== undefined) ? toAll(certainties) : undefined
  if (!enough || (view.isPlain && saysVariant(enough))) return undefined
  const parts = needed ? toParts(needed) : []
  const narrowed = narrow(parts, space)
  if (!narrowed.groups.every(({variant}) => view.variantsBefore(variant))) return undefined
  const isCertain = toTest(enough, narrowed, lookups)
  if (!isCertain) return undefined
  const tests = parts
    .filter((part) => !isOfGroups(part))
    .flatMap((part) => toTest(part, narrowed, lookups) ?? [])
  const unsure: number[] = []
  let certain = 0
  for (const group of narrowed.groups) {
    const {variant} = group
    const fronts = view.variantsBefore(variant)!
    for (const n of lookups.search.allOf(group)) {
      if (!tests.every((test) => test(n))) continue
      if (!isCertain(n)) unsure.push(n)
      else if (fronts.length === 0 || isShown(n, fronts, variant.length, lookups)) certain++
    }
  }
  return {
    certain,
    read: () => readSome(unsure, narrowed, lookups),
    description: `${certain} are counted in the index (${describeCondition(enough)}), ${unsure.length} it is not certain of are read`,
  }
}

type Test = (n: number) => boolean

/** Whether a document of the space satisfies a condition, of all of them at once. */
function toTest(condition: Condition, space: SearchSpace, lookups: Lookups): Test | undefined {
  switch (condition.kind) {
    case 'all':
    case 'any': {
      const tests = condition.parts.map((part) => toTest(part, space, lookups))
      if (!tests.every((test) => test !== undefined)) return undefined
      return condition.kind === 'all'
        ? (n) => tests.every((test) => test(n))
        : (n) => tests.some((test) => test(n))
    }
    case 'missing': {
      const isThere = toTest({...condition, kind: 'defined'}, space, lookups)
      return isThere && ((n) => !isThere(n))
    }
    default: {
      const numbers = lookups.search.numbers(condition, space, Infinity)
      if (!numbers) return undefined
      let last = 0
      for (const n of numbers) if (n > last) last = n
      const marks = new Uint8Array(last + 1)
      for (const n of numbers) marks[n] = 1
      return (n) => marks[n] === 1
    }
  }
}

function isShown(n: number, fronts: readonly string[], prefix: number, {reader}: Lookups): boolean {
  const published = reader.idAt(n)!.slice(prefix)
  return !fronts.some((front) => reader.has(front + published))
}

function saysVariant(condition: Condition): boolean {
  if (condition.kind === 'all' || condition.kind === 'any') return condition.parts.some(saysVariant)
  return condition.kind === 'variant'
}
