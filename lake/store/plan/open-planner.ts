import type {DatabaseSync} from 'node:sqlite'
import type {DocumentReader} from '../documents/document-reader.ts'
import type {openIndexes} from '../indexes/open-indexes.ts'
import type {Lookups} from './find-candidates.ts'
import {openIndexSearch, type SearchSpace} from './index-search.ts'
import {defaultLimits} from './plan-limits.ts'
import type {PlanContext} from './plan-query.ts'
import type {QueryView} from './query-view.ts'
import {toQuery} from './to-word-query.ts'

/** What a query is planned with: the indexes as one perspective sees them. */
export interface Planner {
  /** What `planQuery` looks up in; undefined while the indexes are too far behind the documents. */
  indexed(foresee?: Lookups['foresee']): PlanContext['indexed']
  /** Ids of the documents that may hold the words of a search; undefined when the index of words cannot tell. */
  findByWords(words: string[]): string[] | undefined
}

/** Opens the planner of a store. The function that it gives is called once a query. */
export function openPlanner(
  database: DatabaseSync,
  indexes: ReturnType<typeof openIndexes>,
  reader: DocumentReader,
  limits = defaultLimits,
): (view: QueryView) => Planner {
  const search = openIndexSearch(database, indexes, reader, limits)
  return (view) => {
    const toSpace = (): SearchSpace => ({
      view,
      groups: [...indexes.paths.groups()].filter((group) => view.shows(group.variant)),
    })
    return {
      indexed: (foresee) =>
        indexes.areValuesReady()
          ? {
              space: toSpace(),
              lookups: {search, reader, limits, ...(foresee ? {foresee} : {})},
              indexes,
            }
          : undefined,
      findByWords: (words) => {
        const query = toQuery(words)
        const condition = query && ({kind: 'words', ...query, isExact: false} as const)
        const numbers = condition && search.numbers(condition, toSpace(), Infinity)
        return numbers && [...new Set(numbers.flatMap((n) => reader.idAt(n) ?? []).map(view.shownId))]
      },
    }
  }
}
