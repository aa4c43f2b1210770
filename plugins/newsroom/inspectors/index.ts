import {DoubleQuoteIcon} from '@sanity/icons/DoubleQuote'
import {InboxIcon} from '@sanity/icons/Inbox'
import {SyncIcon} from '@sanity/icons/Sync'
import {lazy} from 'react'
import {defineDocumentInspector, getPublishedId, useEditState} from 'sanity'
import {useTexts} from '../i18n/use-texts.ts'

/** The copy as received beside the article. */
export const wireCopyInspector = defineDocumentInspector({
  name: 'newsroom-wire-copy',
  component: lazy(() =>
    import('./wire-copy-inspector.tsx').then((module) => ({default: module.WireCopyInspector})),
  ),
  useMenuItem: () => ({icon: InboxIcon, title: useTexts()('inspector.copy.title'), showAsAction: true}),
})

/** Who said what, and whether the words still are theirs. */
export const quotesInspector = defineDocumentInspector({
  name: 'newsroom-quotes',
  component: lazy(() =>
    import('./quotes-inspector.tsx').then((module) => ({default: module.QuotesInspector})),
  ),
  useMenuItem: () => ({
    icon: DoubleQuoteIcon,
    title: useTexts()('inspector.quotes.title'),
    showAsAction: true,
  }),
})

/** The update that waits; its button is there for as long as one does. */
export const updateInspector = defineDocumentInspector({
  name: 'newsroom-update',
  component: lazy(() =>
    import('./update-inspector.tsx').then((module) => ({default: module.UpdateInspector})),
  ),
  useMenuItem: ({documentId, documentType}) => {
    const title = useTexts()('inspector.update.title')
    const {draft, published} = useEditState(getPublishedId(documentId), documentType)
    const isWaiting = (draft ?? published)?.waitingUpdate !== undefined
    return {icon: SyncIcon, title, showAsAction: true, hidden: !isWaiting, tone: 'caution'}
  },
})
