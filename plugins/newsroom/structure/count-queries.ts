import type {NewsroomList} from './lists.ts'

/** What to ask for so that each list has its count: one query, one name a list. A list that must be worked out has none. */
export function toCountQuery(lists: NewsroomList[]): {
  query: string
  types: string[]
  params: Record<string, string | number>
} {
  const params: Record<string, string | number> = {}
  const types = new Set<string>()
  const parts = lists.flatMap((list) => {
    const type = 'type' in list ? list.type : list.counts
    if (!type || ('find' in list && list.find)) return []
    types.add(type)
    const isFiltered = 'type' in list && list.filter
    if ('type' in list) Object.assign(params, list.params)
    return [
      `${JSON.stringify(list.id)}: count(*[_type == "${type}"${isFiltered ? ` && ${list.filter}` : ''}])`,
    ]
  })
  return {query: `{${parts.join(', ')}}`, types: [...types], params}
}
