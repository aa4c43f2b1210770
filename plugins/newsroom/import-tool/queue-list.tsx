import {Badge, Card, Flex, Stack, Text} from '@sanity/ui'
import {useTexts} from '../i18n/use-texts.ts'
import type {QueuedCopy} from './use-import-queue.ts'

interface QueueListProps {
  copies: QueuedCopy[]
  selectedId: string | undefined
  onSelect: (id: string) => void
}

/** The pieces of copy that wait to be imported; the selected one is shown below. */
export function QueueList({copies, selectedId, onSelect}: QueueListProps) {
  const texts = useTexts()
  return (
    <Card border padding={2} radius={2} style={{maxHeight: '14em', overflow: 'auto'}}>
      <Stack as="ul" gap={1} aria-label={texts('import.queue')}>
        {copies.map((copy) => {
          const name = copy.fileName ?? texts('import.queue.pasted')
          const button = {as: 'button', type: 'button', onClick: () => onSelect(copy.id)} as object
          return (
            <li key={copy.id} style={{listStyle: 'none'}}>
              <Card
                {...button}
                padding={2}
                radius={2}
                style={{width: '100%', textAlign: 'start'}}
                pressed={copy.id === selectedId}
                aria-current={copy.id === selectedId ? 'true' : undefined}
                aria-label={texts('import.show', {name})}
              >
                <Flex align="center" gap={3}>
                  <Text size={1}>{copy.understood?.made.articles[0]?.headline ?? name}</Text>
                  <Badge tone={toTone(copy)}>{texts(toStateKey(copy))}</Badge>
                </Flex>
              </Card>
            </li>
          )
        })}
      </Stack>
    </Card>
  )
}

/** Copy that was read and has no story in it: an empty file, a binary one. */
function hasNoStory({state, understood}: QueuedCopy): boolean {
  return state === 'ready' && understood?.made.articles.length === 0
}

function toStateKey(copy: QueuedCopy) {
  return hasNoStory(copy) ? 'import.queue.state.no-story' : (`import.queue.state.${copy.state}` as const)
}

function toTone(copy: QueuedCopy) {
  if (copy.state === 'failed') return 'critical'
  return hasNoStory(copy) ? 'caution' : 'default'
}
