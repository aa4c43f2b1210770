import {AddIcon} from '@sanity/icons/Add'
import {RevertIcon} from '@sanity/icons/Revert'
import {Badge, Box, Button, Card, Stack, Text} from '@sanity/ui'
import type {CopyLine} from '../import-tool/copy-lines.ts'
import {toReasonKey} from '../import-tool/reason-text.ts'
import {useTexts} from '../i18n/use-texts.ts'
import type {BodyDifference} from '../state/compare-bodies.ts'
import type {FieldDifference} from '../state/compare-fields.ts'
import {WordRuns} from './word-runs.tsx'

/** The headline, say, where it does not say what the copy says. */
export function LineDifference({
  difference,
  onRestore,
}: {
  difference: FieldDifference
  onRestore: () => void
}) {
  const texts = useTexts()
  const {field, before = '', now = ''} = difference
  return (
    <Card border padding={3} radius={2} data-testid="line-difference" data-field={field}>
      <Stack gap={3}>
        <Text size={1} weight="semibold">
          {texts(`action.update.where.${field}`)}
        </Text>
        <WordRuns before={before} now={now} />
        <RestoreButton onClick={onRestore} text={texts('inspector.copy.use-original')} />
      </Stack>
    </Card>
  )
}

/** A place of the body where article and copy differ. */
export function Difference({difference, onRestore}: {difference: BodyDifference; onRestore: () => void}) {
  const texts = useTexts()
  return (
    <Card border padding={3} radius={2} data-testid="difference" data-kind={difference.kind}>
      <Stack gap={3}>
        <Box>
          <Badge
            tone={
              difference.kind === 'added'
                ? 'positive'
                : difference.kind === 'removed'
                  ? 'critical'
                  : 'caution'
            }
          >
            {texts(`inspector.copy.${difference.kind}`)}
          </Badge>
        </Box>
        {difference.kind === 'edited' && <WordRuns before={difference.before} now={difference.now} />}
        {difference.kind === 'removed' && (
          <Text size={1} style={{lineHeight: 1.5}}>
            {difference.before || texts(toKindKey(difference.base._type))}
          </Text>
        )}
        {difference.kind === 'added' && (
          <Text size={1} style={{lineHeight: 1.5}}>
            {difference.now}
          </Text>
        )}
        {difference.kind !== 'added' && (
          <RestoreButton
            onClick={onRestore}
            text={texts(
              difference.kind === 'edited' ? 'inspector.copy.use-original' : 'inspector.copy.restore',
            )}
          />
        )}
      </Stack>
    </Card>
  )
}

function RestoreButton({text, onClick}: {text: string; onClick: () => void}) {
  return (
    <Box>
      <Button fontSize={1} icon={RevertIcon} mode="ghost" onClick={onClick} padding={2} text={text} />
    </Box>
  )
}

/** A line of the copy that is not in the article. */
export function LeftOut({
  line,
  isThere,
  onRestore,
}: {
  line: CopyLine
  isThere: boolean
  onRestore: () => void
}) {
  const texts = useTexts()
  return (
    <Card border padding={3} radius={2} tone="transparent" data-testid="left-out" data-line={line.line}>
      <Stack gap={3}>
        <Text size={1} style={{overflowWrap: 'anywhere'}}>
          {line.text.trim()}
        </Text>
        <Text muted size={1}>
          {texts(toReasonKey(line.reason))}
        </Text>
        <Box>
          <Button
            aria-label={texts('inspector.copy.restore-line', {line: line.line})}
            disabled={isThere}
            fontSize={1}
            icon={AddIcon}
            mode="ghost"
            onClick={onRestore}
            padding={2}
            text={texts('inspector.copy.restore')}
          />
        </Box>
      </Stack>
    </Card>
  )
}

function toKindKey(type: string) {
  if (type === 'captionedImage') return 'kind.caption'
  if (type === 'newsletterSignup') return 'kind.newsletter'
  if (type === 'table' || type === 'embed' || type === 'separator') return `kind.${type}` as const
  return 'kind.paragraph'
}
