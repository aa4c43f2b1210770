import type {NewsroomList} from './lists.ts'

/** What to ask for so that each list has its count: one query, one name a list. Lists of lists, and lists without a filter to ask, have none. */
export function toCountQuery(lists: NewsroomList[]): {
  query: string
  types: string[]
  params: Record<string, string | number>
} {
  const counted = lists.filter((list) => 'type' in list && !list.find)
  const params: Record<string, string | number> = {}
  const parts = counted.map((list) => {
    if (!('type' in list)) return ''
    Object.assign(params, list.params)
    const filter = [`_type == "${list.type}"`, list.filter].filter(Boolean).join(' && ')
    return `${JSON.stringify(list.id)}: count(*[${filter}])`
  })
  const types = [...new Set(counted.flatMap((list) => ('type' in list ? [list.type] : [])))]
  return {query: `{${parts.join(', ')}}`, types, params}
}
