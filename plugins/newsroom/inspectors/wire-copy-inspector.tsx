import {AddIcon} from '@sanity/icons/Add'
import {ChevronDownIcon} from '@sanity/icons/ChevronDown'
import {ChevronRightIcon} from '@sanity/icons/ChevronRight'
import {RevertIcon} from '@sanity/icons/Revert'
import {Badge, Box, Button, Card, Flex, Spinner, Stack, Text} from '@sanity/ui'
import {
  getPublishedId,
  insert,
  PatchEvent,
  set,
  setIfMissing,
  useDateTimeFormat,
  type DocumentInspectorProps,
} from 'sanity'
import {useState} from 'react'
import {useDocumentPane} from 'sanity/structure'
import {useTexts} from '../i18n/use-texts.ts'
import {newKey} from '../state/new-key.ts'
import {CopyPreview} from '../import-tool/copy-preview.tsx'
import type {CopyLine} from '../import-tool/copy-lines.ts'
import {toReasonKey} from '../import-tool/reason-text.ts'
import {compareBodies, type BodyDifference, type ComparedElement} from '../state/compare-bodies.ts'
import {InspectorFrame} from './inspector-frame.tsx'
import {useCopyComparison, type CopyComparison} from './use-copy-comparison.ts'
import {WordRuns} from './word-runs.tsx'

interface ArticleValue {
  body?: ComparedElement[]
  wire?: {copy?: {_ref?: string}}
}

/** The copy as received beside the article: what differs, word by word, and what was left out, each to be put back at a click. */
export function WireCopyInspector({documentId, onClose}: DocumentInspectorProps) {
  const texts = useTexts()
  const {value} = useDocumentPane()
  const article = value as ArticleValue
  const comparison = useCopyComparison(article.wire?.copy?._ref, getPublishedId(documentId))
  return (
    <InspectorFrame
      title={texts('inspector.copy.title')}
      description={texts('inspector.copy.description')}
      onClose={onClose}
    >
      {typeof comparison === 'string' ? (
        <Waiting state={comparison} />
      ) : (
        <Comparison comparison={comparison} body={article.body ?? []} />
      )}
    </InspectorFrame>
  )
}

function Waiting({state}: {state: 'none' | 'loading' | 'missing' | 'file'}) {
  const texts = useTexts()
  if (state === 'loading')
    return (
      <Flex align="center" gap={3} role="status">
        <Spinner muted />
        <Text muted size={1}>
          {texts('inspector.copy.reading')}
        </Text>
      </Flex>
    )
  return <Text size={1}>{texts(`inspector.copy.${state}`)}</Text>
}

function Comparison({comparison, body}: {comparison: CopyComparison; body: ComparedElement[]}) {
  const texts = useTexts()
  const format = useDateTimeFormat({dateStyle: 'medium', timeStyle: 'short'})
  const {onChange} = useDocumentPane()
  const differences = compareBodies(comparison.body, body)
  const keys = new Set(body.map(({_key}) => _key))
  const leftOut = comparison.lines.filter(({kind, reason}) => kind === 'furniture' && reason !== undefined)
  const said = new Set(body.flatMap((element) => (element.children ?? []).map(({text}) => text?.trim())))

  const putAfter = (key: string | null, element: ComparedElement) => {
    const place = key !== null && keys.has(key) ? key : null
    onChange(
      PatchEvent.from([
        setIfMissing([], ['body']),
        place === null
          ? insert([element], 'before', ['body', 0])
          : insert([element], 'after', ['body', {_key: place}]),
      ]),
    )
  }

  return (
    <Stack gap={4}>
      {comparison.copy.receivedAt && (
        <Text muted size={1}>
          {texts('inspector.copy.received', {time: format.format(new Date(comparison.copy.receivedAt))})}
        </Text>
      )}
      <Text size={1} weight="semibold" data-testid="copy-summary">
        {differences.length === 0
          ? texts('inspector.copy.same')
          : texts('inspector.copy.changed', {count: differences.length})}
      </Text>
      {differences.map((difference) => (
        <Difference
          key={difference.key}
          difference={difference}
          onRestore={() => {
            if (difference.kind === 'edited')
              onChange(PatchEvent.from(set(difference.base, ['body', {_key: difference.key}])))
            if (difference.kind === 'removed') putAfter(difference.after, difference.base)
          }}
        />
      ))}
      {leftOut.length > 0 && (
        <Text as="h3" size={1} weight="semibold">
          {texts('inspector.copy.left-out')}
        </Text>
      )}
      {leftOut.map((line) => (
        <LeftOut
          key={line.line}
          line={line}
          isThere={said.has(line.text.trim())}
          onRestore={() => putAfter(comparison.keyBeforeLine(line.line), toParagraph(line.text.trim()))}
        />
      ))}
      <RawCopy lines={comparison.lines} />
    </Stack>
  )
}

function RawCopy({lines}: {lines: CopyLine[]}) {
  const texts = useTexts()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Stack gap={3}>
      <Button
        aria-expanded={isOpen}
        fontSize={1}
        icon={isOpen ? ChevronDownIcon : ChevronRightIcon}
        justify="flex-start"
        mode="bleed"
        onClick={() => setIsOpen(!isOpen)}
        padding={2}
        text={texts('inspector.copy.raw')}
        data-testid="raw-copy"
      />
      {isOpen && <CopyPreview lines={lines} corrections={{}} onCorrect={undefined} />}
    </Stack>
  )
}

function Difference({difference, onRestore}: {difference: BodyDifference; onRestore: () => void}) {
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
          <Box>
            <Button
              fontSize={1}
              icon={RevertIcon}
              mode="ghost"
              onClick={onRestore}
              padding={2}
              text={texts(
                difference.kind === 'edited' ? 'inspector.copy.use-original' : 'inspector.copy.restore',
              )}
            />
          </Box>
        )}
      </Stack>
    </Card>
  )
}

function LeftOut({line, isThere, onRestore}: {line: CopyLine; isThere: boolean; onRestore: () => void}) {
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

function toParagraph(text: string): ComparedElement {
  const key = newKey()
  return {
    _type: 'block',
    _key: key,
    style: 'normal',
    markDefs: [],
    children: [{_type: 'span', _key: `${key}s0`, text, marks: []} as {text: string}],
  }
}
