import {useDateTimeFormat, type DocumentBadgeComponent, type DocumentBadgeProps} from 'sanity'
import {useTexts} from '../i18n/use-texts.ts'
import {useNow} from '../live/use-now.ts'
import {useQuotes} from '../live/use-quotes.ts'
import {findBlockers, findExpiry, type ArticleLike} from '../state/article-state.ts'
import {findQuotations, toQuotationState, type BodyBlock} from '../state/quotations.ts'

const toArticle = (props: DocumentBadgeProps) =>
  (props.version ?? props.draft ?? props.published) as (ArticleLike & {body?: BodyBlock[]}) | null

/** Killed, held, or under embargo: why the article must not be published. */
export const BlockedBadge: DocumentBadgeComponent = (props) => {
  const texts = useTexts()
  const now = useNow()
  const format = useDateTimeFormat({dateStyle: 'medium', timeStyle: 'short'})
  const [blocker] = findBlockers(toArticle(props), now)
  if (!blocker) return null
  if (blocker.kind === 'killed')
    return {label: texts('badge.killed'), title: texts('badge.killed.explain'), color: 'danger'}
  if (blocker.kind === 'held')
    return {label: texts('badge.held'), title: texts('badge.held.explain'), color: 'danger'}
  if (blocker.kind === 'embargoed')
    return {label: texts('badge.embargoed', {time: format.format(blocker.until)}), color: 'warning'}
  return {label: texts('badge.embargo-unreadable', {value: blocker.value}), color: 'danger'}
}

/** Past the time until which the agency lets it be shown. */
export const ExpiredBadge: DocumentBadgeComponent = (props) => {
  const texts = useTexts()
  const now = useNow()
  const format = useDateTimeFormat({dateStyle: 'medium', timeStyle: 'short'})
  const expired = findExpiry(toArticle(props), now)
  if (!expired) return null
  return {
    label: texts('badge.expired', {time: format.format(expired)}),
    title: texts('badge.expired.explain'),
    color: 'warning',
  }
}

/** A newer version from the wire waits for the editor. */
export const UpdateWaitingBadge: DocumentBadgeComponent = (props) => {
  const texts = useTexts()
  if (!toArticle(props)?.waitingUpdate) return null
  return {
    label: texts('badge.update-waiting'),
    title: texts('badge.update-waiting.explain'),
    color: 'warning',
  }
}

/** Words that somebody said are no longer those words. */
export const ChangedQuotationsBadge: DocumentBadgeComponent = (props) => {
  const texts = useTexts()
  const quotations = findQuotations(toArticle(props)?.body)
  const quotes = useQuotes(quotations.map(({quoteId}) => quoteId))
  const count = quotations.filter(
    (quotation) =>
      toQuotationState(quotation, quotes?.get(quotation.quoteId)?.paragraphs ?? undefined) === 'changed',
  ).length
  if (count === 0) return null
  return {
    label: texts('badge.changed-quotations', {count}),
    title: texts('badge.changed-quotations.explain'),
    color: 'danger',
  }
}

/** Which agency it is from, and which version of its item. */
export const VersionBadge: DocumentBadgeComponent = (props) => {
  const texts = useTexts()
  const {provider, version} = toArticle(props)?.wire ?? {}
  if (!provider) return null
  const label = version
    ? texts('badge.version', {provider, version})
    : texts('badge.version-plain', {provider})
  return {label, color: 'primary'}
}

export const articleBadges = [
  BlockedBadge,
  ExpiredBadge,
  UpdateWaitingBadge,
  ChangedQuotationsBadge,
  VersionBadge,
]
