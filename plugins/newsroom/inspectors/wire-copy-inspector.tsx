import {ChevronDownIcon} from '@sanity/icons/ChevronDown'
import {ChevronRightIcon} from '@sanity/icons/ChevronRight'
import {Button, Flex, Spinner, Stack, Text} from '@sanity/ui'
import {
  getPublishedId,
  insert,
  PatchEvent,
  set,
  setIfMissing,
  unset,
  useDateTimeFormat,
  type DocumentInspectorProps,
} from 'sanity'
import {useState} from 'react'
import {useDocumentPane} from 'sanity/structure'
import {useTexts} from '../i18n/use-texts.ts'
import {newKey} from '../state/new-key.ts'
import {CopyPreview} from '../import-tool/copy-preview.tsx'
import type {CopyLine} from '../import-tool/copy-lines.ts'
import {compareBodies, type ComparedElement} from '../state/compare-bodies.ts'
import {compareFields, type FieldValues} from '../state/compare-fields.ts'
import {Difference, LeftOut, LineDifference} from './copy-differences.tsx'
import {InspectorFrame} from './inspector-frame.tsx'
import {useCopyComparison, type CopyComparison} from './use-copy-comparison.ts'

interface ArticleValue extends FieldValues {
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
        <Comparison comparison={comparison} article={article} />
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

function Comparison({comparison, article}: {comparison: CopyComparison; article: ArticleValue}) {
  const texts = useTexts()
  const format = useDateTimeFormat({dateStyle: 'medium', timeStyle: 'short'})
  const {onChange} = useDocumentPane()
  const body = article.body ?? []
  const lines = compareFields(comparison.fields, article)
  const differences = compareBodies(comparison.body, body)
  const count = lines.length + differences.length
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
        {count === 0 ? texts('inspector.copy.same') : texts('inspector.copy.changed', {count})}
      </Text>
      {lines.map((difference) => (
        <LineDifference
          key={difference.field}
          difference={difference}
          onRestore={() =>
            onChange(
              PatchEvent.from(
                difference.before ? set(difference.before, [difference.field]) : unset([difference.field]),
              ),
            )
          }
        />
      ))}
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
