import {Card, Stack, Text} from '@sanity/ui'
import {useEffect, useMemo} from 'react'
import type {InputProps} from 'sanity'
import {useTexts} from '../i18n/use-texts.ts'
import {useNow} from '../live/use-now.ts'
import {useQuotes} from '../live/use-quotes.ts'
import {findBlockers, type ArticleLike} from '../state/article-state.ts'
import {findQuotations, toQuotationState, type BodyBlock} from '../state/quotations.ts'
import {watchSelectedWords} from '../state/selected-words.ts'
import {useBlockerText} from '../state/use-blocker-text.ts'
import {SpokenByContext, type SpokenBy} from './article-context.ts'

/** The form of an article: says first why it cannot be published, and knows the quotes for the body below. */
export function ArticleInput(props: InputProps) {
  const texts = useTexts()
  const now = useNow()
  const toText = useBlockerText()
  const article = (props.value ?? {}) as ArticleLike & {body?: BodyBlock[]}
  const blockers = findBlockers(article, now)
  const spokenBy = useSpokenByQuote(article.body)
  useEffect(watchSelectedWords, [])
  return (
    <SpokenByContext.Provider value={spokenBy}>
      <Stack gap={5}>
        {blockers.length > 0 && (
          <Card padding={4} radius={2} role="status" tone="critical" data-testid="blocked-banner">
            <Stack gap={3}>
              {blockers.map((blocker) => (
                <Text key={blocker.kind} size={1} weight="medium">
                  {toText(blocker)}
                </Text>
              ))}
            </Stack>
          </Card>
        )}
        {Boolean(article.waitingUpdate) && (
          <Card padding={4} radius={2} role="status" tone="caution">
            <Text size={1}>{texts('badge.update-waiting.explain')}</Text>
          </Card>
        )}
        {props.renderDefault(props)}
      </Stack>
    </SpokenByContext.Provider>
  )
}

/** The same map as long as it says the same: every quotation in the body reads it. */
function useSpokenByQuote(body: BodyBlock[] | undefined): Map<string, SpokenBy> | undefined {
  const quotations = findQuotations(body)
  const quotes = useQuotes(quotations.map(({quoteId}) => quoteId))
  const entries =
    quotes &&
    quotations.map((quotation): [string, SpokenBy] => {
      const quote = quotes.get(quotation.quoteId)
      return [
        quotation.quoteId,
        {
          speakerName: quote?.speakerName ?? null,
          state: toQuotationState(quotation, quote?.paragraphs ?? undefined),
        },
      ]
    })
  const key = entries && JSON.stringify(entries)
  return useMemo(() => (key ? new Map(JSON.parse(key) as [string, SpokenBy][]) : undefined), [key])
}
