import {TagIcon} from '@sanity/icons/Tag'
import type {UserComponent} from 'sanity/structure'
import type {ComponentProps} from 'react'
import {useTexts} from '../i18n/use-texts.ts'
import {useLiveQuery} from '../live/use-live-query.ts'
import {toCountQuery} from './count-queries.ts'
import {BeginCard} from './begin-card.tsx'
import {ListRows} from './list-rows.tsx'
import type {ListsList} from './lists.ts'
import {toProviderListId} from './provider-id.ts'

type PaneProps = ComponentProps<UserComponent>

/** A pane of lists with their counts, kept up to date. */
export function ListsPane(props: PaneProps) {
  const {list} = props.options as {list: ListsList}
  const texts = useTexts()
  const {query, types, params} = toCountQuery(list.lists)
  const counts = useLiveQuery<Record<string, number>>(query, types, params)
  const rows = list.lists.map((row) => ({
    id: row.id,
    title: texts(row.title, 'values' in row ? row.values : undefined),
    icon: row.icon,
    count: counts?.[row.id],
  }))
  const isEmpty = list.id === 'newsroom' && counts !== undefined && rows.every(({count}) => !count)
  return (
    <>
      <ListRows rows={rows} selectedId={props.childItemId} />
      {isEmpty && <BeginCard />}
    </>
  )
}

/** A pane with one list for each agency that copy came from. */
export function ProvidersPane(props: PaneProps) {
  const providers = useLiveQuery<string[]>(
    'array::unique(*[_type == "wireCopy" && defined(provider)].provider)',
    ['wireCopy'],
  )
  const names = [...(providers ?? [])].sort((one, other) => one.localeCompare(other))
  const query = `{${names.map((name, index) => `"${index}": count(*[_type == "wireCopy" && provider == ${JSON.stringify(name)}])`).join(', ')}}`
  const counts = useLiveQuery<Record<string, number>>(query, ['wireCopy'])
  const rows = names.map((name, index) => ({
    id: toProviderListId(name),
    title: name,
    icon: TagIcon,
    count: counts?.[String(index)],
  }))
  return providers ? <ListRows rows={rows} selectedId={props.childItemId} /> : null
}
