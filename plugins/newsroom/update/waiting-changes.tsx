import {Badge, Button, Card, Flex, Grid, Inline, Stack, Text} from '@sanity/ui'
import {useRef, useState} from 'react'
import {useClient, type SanityDocument} from 'sanity'
import {
  describeChange,
  leaveAll,
  leaveChange,
  takeAll,
  takeChange,
  type Mutation,
  type StoredDocument,
  type WaitingChange,
  type WaitingUpdate,
} from '../../../ingest/reconcile/index.ts'
import {useTexts, type Texts} from '../i18n/use-texts.ts'
import {WordRuns} from '../inspectors/word-runs.tsx'
import {apiVersion} from '../live/use-live-query.ts'
import {settleWaiting} from './settle-waiting.ts'

interface WaitingChangesProps {
  update: WaitingUpdate
  draft: SanityDocument | null
  published: SanityDocument | null
  /** In a narrow place what stands here and what the agency has stand one above the other. */
  isNarrow?: boolean
}

/** The changes of a waiting update one by one, each to take or to leave, and all of them at once. */
export function WaitingChanges({update, draft, published, isNarrow = false}: WaitingChangesProps) {
  const texts = useTexts()
  const client = useClient({apiVersion})
  const [error, setError] = useState<string | undefined>()
  const before = useRef(Promise.resolve())
  const id = (draft ?? published)?._id
  const settle = (toMutations: (article: StoredDocument) => Mutation[]) => {
    if (id === undefined) return
    setError(undefined)
    before.current = before.current
      .then(() => settleWaiting(client, id, toMutations))
      .catch((reason: Error) => setError(reason.message))
  }
  return (
    <Stack gap={4} data-testid="waiting-update">
      <Text muted size={1}>
        {texts('action.update.explain')}
      </Text>
      {error && (
        <Card padding={3} radius={2} role="alert" tone="critical">
          <Text size={1}>{error}</Text>
        </Card>
      )}
      {update.changes.map((change) => (
        <Change
          key={change._key}
          change={change}
          isNarrow={isNarrow}
          onTake={() => settle((article) => takeChange(article, change._key))}
          onLeave={() => settle((article) => leaveChange(article, change._key))}
        />
      ))}
      <Inline gap={2}>
        <Button fontSize={1} onClick={() => settle(takeAll)} text={texts('action.update.take-all')} />
        <Button
          fontSize={1}
          mode="ghost"
          onClick={() => settle(leaveAll)}
          text={texts('action.update.leave')}
        />
      </Inline>
    </Stack>
  )
}

interface ChangeProps {
  change: WaitingChange
  isNarrow: boolean
  onTake: () => void
  onLeave: () => void
}

function Change({change, isNarrow, onTake, onLeave}: ChangeProps) {
  const texts = useTexts()
  const {ours, theirs} = describeChange(change)
  return (
    <Card border padding={3} radius={2} data-testid="waiting-change">
      <Stack gap={3}>
        <Flex align="center" gap={2} wrap="wrap">
          <Text size={1} weight="semibold">
            {toPlace(change, texts)}
          </Text>
          {change.inQuotation && <Badge tone="critical">{texts('action.update.in-quotation')}</Badge>}
        </Flex>
        <Grid gap={3} gridTemplateColumns={isNarrow ? 1 : [1, 2]}>
          <Stack gap={2}>
            <Text muted size={0} weight="semibold">
              {texts('action.update.ours')}
            </Text>
            <Text size={1} style={{lineHeight: 1.5}}>
              {ours ?? texts('action.update.removed-here')}
            </Text>
          </Stack>
          <Stack gap={2}>
            <Text muted size={0} weight="semibold">
              {texts('action.update.theirs')}
            </Text>
            {theirs === null ? (
              <Text size={1} style={{lineHeight: 1.5}}>
                {texts('action.update.removed')}
              </Text>
            ) : (
              <WordRuns before={ours ?? ''} now={theirs} />
            )}
          </Stack>
        </Grid>
        <Inline gap={2}>
          <Button fontSize={1} onClick={onTake} padding={2} text={texts('action.update.take')} />
          <Button
            fontSize={1}
            mode="ghost"
            onClick={onLeave}
            padding={2}
            text={texts('action.update.leave-one')}
          />
        </Inline>
      </Stack>
    </Card>
  )
}

const namedFields = ['byline', 'dateline', 'headline', 'standfirst'] as const

function toPlace({path}: WaitingChange, texts: Texts): string {
  if (path.startsWith('body')) return texts('action.update.where.body')
  const named = namedFields.find((field) => field === path)
  return named ? texts(`action.update.where.${named}`) : texts('action.update.where.other', {field: path})
}
