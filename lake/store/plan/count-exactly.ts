import type {Condition} from './condition.ts'
import {toParts, type Lookups} from './find-candidates.ts'
import {narrowToTypes, type SearchSpace} from './index-search.ts'

/** Conditions for which the index looks at nothing but the groups that it is asked about. */
const countable = new Set<Condition['kind']>(['type', 'value', 'defined', 'references', 'never'])

/** How many documents satisfy an exact condition; undefined when they have to be looked at. */
export function countExactly(
  condition: Condition,
  space: SearchSpace,
  {search}: Lookups,
): number | undefined {
  const parts = toParts(condition)
  if (!space.view.isPlain || !parts.every((part) => part.isExact && countable.has(part.kind)))
    return undefined
  const narrowed = narrowToTypes(parts, space)
  const others = parts.filter((part) => part.kind !== 'type')
  if (others.length === 0) return search.countGroups(narrowed)
  let found: number[] | undefined
  for (const part of others) {
    const numbers = search.numbers(part, narrowed, Infinity)
    if (!numbers) return undefined
    if (!found) found = numbers
    else {
      const held = new Set(numbers)
      found = found.filter((n) => held.has(n))
    }
  }
  return found?.length
}
