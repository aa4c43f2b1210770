import {EditIcon} from '@sanity/icons/Edit'
import {RevertIcon} from '@sanity/icons/Revert'
import {SearchIcon} from '@sanity/icons/Search'
import {Badge, Box, Button, Card, Flex, Inline, Stack, Text, TextInput, type BadgeTone} from '@sanity/ui'
import {useState} from 'react'
import {PatchEvent, set, type DocumentInspectorProps} from 'sanity'
import {IntentLink} from 'sanity/router'
import {useDocumentPane} from 'sanity/structure'
import {useTexts} from '../i18n/use-texts.ts'
import {useQuotes, type QuoteDetails} from '../live/use-quotes.ts'
import {
  findQuotations,
  toQuotationState,
  toSpokenParagraphs,
  type BodyBlock,
  type MarkedQuotation,
  type QuotationState,
} from '../state/quotations.ts'
import {restoreWords} from '../state/restore-words.ts'
import {InspectorFrame} from './inspector-frame.tsx'
import {WordRuns} from './word-runs.tsx'

const tones: Record<QuotationState, BadgeTone> = {
  same: 'positive',
  accepted: 'suggest',
  changed: 'critical',
  missing: 'caution',
}

/** Each quotation of the article: who said it, whether the words still are theirs, and what to do about it. */
export function QuotesInspector({onClose}: DocumentInspectorProps) {
  const texts = useTexts()
  const {value} = useDocumentPane()
  const body = (value as {body?: BodyBlock[]}).body ?? []
  const quotations = findQuotations(body)
  const quotes = useQuotes(quotations.map(({quoteId}) => quoteId))
  const changed = quotations.filter(
    (quotation) =>
      toQuotationState(quotation, quotes?.get(quotation.quoteId)?.paragraphs ?? undefined) === 'changed',
  ).length
  return (
    <InspectorFrame
      title={texts('inspector.quotes.title')}
      description={texts('inspector.quotes.description')}
      onClose={onClose}
    >
      {quotations.length === 0 && <Text size={1}>{texts('inspector.quotes.none')}</Text>}
      {quotes && quotations.length > 0 && (
        <Text size={1} weight="semibold" role="status" data-testid="quotes-summary">
          {changed === 0
            ? texts('inspector.quotes.all-same', {count: quotations.length})
            : texts('inspector.quotes.some-changed', {count: changed})}
        </Text>
      )}
      {quotes &&
        quotations.map((quotation) => (
          <QuotationCard
            key={quotation.quoteId}
            body={body}
            quotation={quotation}
            quote={quotes.get(quotation.quoteId)}
          />
        ))}
    </InspectorFrame>
  )
}

interface QuotationCardProps {
  body: BodyBlock[]
  quotation: MarkedQuotation
  quote: QuoteDetails | undefined
}

function QuotationCard({body, quotation, quote}: QuotationCardProps) {
  const texts = useTexts()
  const {onChange, onFocus, onPathOpen, onSetActiveFieldGroup} = useDocumentPane()
  const state = toQuotationState(quotation, quote?.paragraphs ?? undefined)
  const spoken = toSpokenParagraphs(quotation)
  const restored = quote?.paragraphs ? restoreWords(body, quotation, quote.paragraphs) : null

  const jump = () => {
    const [piece] = quotation.pieces
    const block = body.find(({_key}) => _key === piece?.block)
    const span = block?.children?.[piece?.firstSpan ?? 0]
    if (!piece || !span?._key) return
    const path = ['body', {_key: piece.block}, 'children', {_key: span._key}]
    onSetActiveFieldGroup([], 'story')
    onPathOpen(path)
    onFocus(path)
  }
  const accept = (reason: string) =>
    onChange(
      PatchEvent.from(
        quotation.pieces.flatMap((piece) => {
          const mark = ['body', {_key: piece.block}, 'markDefs', {_key: piece.mark}]
          return [
            set(reason, [...mark, 'acceptedReason']),
            set(spoken.join('\n'), [...mark, 'acceptedWords']),
          ]
        }),
      ),
    )

  return (
    <Card border padding={3} radius={2} data-testid="quotation" data-state={state}>
      <Stack gap={3}>
        <Flex align="center" gap={2} wrap="wrap">
          <Box style={{flex: '1 0 auto', maxWidth: '100%'}}>
            <Text size={1} weight="semibold">
              {quote?.speakerName ?? texts('import.documents.unattributed')}
            </Text>
          </Box>
          <Badge tone={tones[state]}>
            {texts(`inspector.quotes.${state === 'accepted' ? 'changed' : state}`)}
          </Badge>
        </Flex>
        {quote?.speakerRole && (
          <Text muted size={1}>
            {quote.speakerRole}
          </Text>
        )}
        {state === 'changed' || state === 'accepted' ? (
          <WordRuns before={(quote?.paragraphs ?? []).join('\n')} now={stripMarks(spoken.join('\n'))} />
        ) : (
          <Stack gap={4}>
            {spoken.map((paragraph, index) => (
              <Text key={index} size={1} style={{lineHeight: 1.5}}>
                {paragraph}
              </Text>
            ))}
          </Stack>
        )}
        {state === 'accepted' && (
          <Text muted size={1}>
            {texts('inspector.quotes.accepted', {reason: quotation.acceptedReason ?? ''})}
          </Text>
        )}
        <Inline gap={2}>
          <Button
            fontSize={1}
            icon={SearchIcon}
            mode="ghost"
            onClick={jump}
            padding={2}
            text={texts('inspector.quotes.jump')}
          />
          {state === 'changed' && restored && (
            <Button
              fontSize={1}
              icon={RevertIcon}
              mode="ghost"
              onClick={() =>
                onChange(
                  PatchEvent.from(
                    restored.map(({key, children}) => set(children, ['body', {_key: key}, 'children'])),
                  ),
                )
              }
              padding={2}
              text={texts('inspector.quotes.fix')}
            />
          )}
          {quote && (
            <Button
              {...({as: IntentLink, intent: 'edit', params: {id: quote._id, type: 'quote'}} as object)}
              fontSize={1}
              icon={EditIcon}
              mode="bleed"
              padding={2}
              text={texts('inspector.quotes.open')}
            />
          )}
        </Inline>
        {state === 'changed' && !restored && (
          <Text muted size={1}>
            {texts('inspector.quotes.cannot-fix')}
          </Text>
        )}
        {state === 'changed' && <AcceptForm onAccept={accept} />}
      </Stack>
    </Card>
  )
}

function AcceptForm({onAccept}: {onAccept: (reason: string) => void}) {
  const texts = useTexts()
  const [reason, setReason] = useState('')
  return (
    <Stack gap={2}>
      <TextInput
        aria-label={texts('inspector.quotes.reason')}
        fontSize={1}
        onChange={(event) => setReason(event.currentTarget.value)}
        padding={2}
        placeholder={texts('inspector.quotes.reason.placeholder')}
        value={reason}
      />
      <Box>
        <Button
          disabled={reason.trim() === ''}
          fontSize={1}
          mode="ghost"
          onClick={() => onAccept(reason.trim())}
          padding={2}
          text={texts('inspector.quotes.accept')}
          tone="caution"
        />
      </Box>
    </Stack>
  )
}

function stripMarks(text: string): string {
  return text.replaceAll(/[“”"„«»]/gu, '')
}
