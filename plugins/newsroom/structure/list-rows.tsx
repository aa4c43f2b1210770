import {Box, Card, Flex, Stack, Text} from '@sanity/ui'
import type {ComponentType} from 'react'
import {usePaneRouter} from 'sanity/structure'
import {useTexts} from '../i18n/use-texts.ts'

export interface ListRow {
  id: string
  title: string
  icon: ComponentType
  /** How many documents are in it; undefined while that is not known, null when it is not counted. */
  count: number | null | undefined
}

/** Rows that lead to the next pane, each with its count. */
export function ListRows({rows, selectedId}: {rows: ListRow[]; selectedId: string | undefined}) {
  const texts = useTexts()
  if (rows.length === 0)
    return (
      <Box padding={4}>
        <Text muted size={1}>
          {texts('list.none')}
        </Text>
      </Box>
    )
  return (
    <Stack as="ul" gap={1} padding={2} data-testid="newsroom-lists">
      {rows.map((row) => (
        <li key={row.id} style={{listStyle: 'none'}}>
          <Row row={row} isSelected={row.id === selectedId} />
        </li>
      ))}
    </Stack>
  )
}

function Row({row, isSelected}: {row: ListRow; isSelected: boolean}) {
  const texts = useTexts()
  const {ChildLink} = usePaneRouter()
  const link = {as: ChildLink, childId: row.id} as object
  const Icon = row.icon
  return (
    <Card
      {...link}
      data-as="a"
      style={{textDecoration: 'none'}}
      padding={3}
      radius={2}
      tone={isSelected ? 'primary' : 'default'}
      pressed={isSelected}
      aria-current={isSelected ? 'true' : undefined}
      data-testid={`newsroom-list-${row.id}`}
    >
      <Flex align="center" gap={3}>
        <Text size={1}>
          <Icon />
        </Text>
        <Box flex={1}>
          <Text size={1} textOverflow="ellipsis" weight="medium">
            {row.title}
          </Text>
        </Box>
        {typeof row.count === 'number' && (
          <Text
            muted
            size={1}
            aria-label={texts('list.count', {count: row.count})}
            data-testid={`newsroom-count-${row.id}`}
          >
            {row.count.toLocaleString()}
          </Text>
        )}
      </Flex>
    </Card>
  )
}
