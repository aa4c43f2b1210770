import {toVariant} from '../documents/document.ts'
import {isOfGroups, type Condition} from './condition.ts'
import {toParts, type Lookups} from './find-candidates.ts'
import {narrow, type SearchSpace} from './index-search.ts'

/** Conditions for which the index looks at nothing but the groups that it is asked about. */
const countable = new Set<Condition['kind']>([
  'type',
  'variant',
  'value',
  'defined',
  'missing',
  'references',
  'never',
])

/** How many documents satisfy an exact condition; undefined when they have to be looked at. */
export function countExactly(condition: Condition, space: SearchSpace, lookups: Lookups): number | undefined {
  const parts = toParts(condition)
  const {view} = space
  if (!parts.every((part) => part.isExact && countable.has(part.kind))) return undefined
  if (view.isPlain && parts.some((part) => part.kind === 'variant')) return undefined
  const narrowed = narrow(parts, space)
  if (!narrowed.groups.every(({variant}) => view.variantsBefore(variant))) return undefined
  const others = parts.filter((part) => !isOfGroups(part))
  return others.length === 0 ? countGroups(narrowed, lookups) : countFound(others, narrowed, lookups)
}

function countGroups({groups, view}: SearchSpace, {search}: Lookups): number | undefined {
  let count = 0
  for (const group of groups) {
    const [front, ...more] = view.variantsBefore(group.variant)!
    if (more.length > 0) return undefined
    count += search.countGroup(group) - (front === undefined ? 0 : search.countBehind(group, front))
  }
  return count
}

function countFound(parts: Condition[], space: SearchSpace, {search, reader}: Lookups): number | undefined {
  let found: number[] | undefined
  for (const part of parts) {
    const numbers = search.numbers(part, space, Infinity)
    if (!numbers) return undefined
    if (!found) found = numbers
    else {
      const held = new Set(numbers)
      found = found.filter((n) => held.has(n))
    }
  }
  if (!found || space.view.isPlain) return found?.length
  return found.filter((n) => {
    const id = reader.idAt(n)!
    const variant = toVariant(id)
    const published = id.slice(variant.length)
    return !space.view.variantsBefore(variant)!.some((front) => reader.has(front + published))
  }).length
}
