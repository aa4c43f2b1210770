import {DoubleQuoteIcon} from '@sanity/icons/DoubleQuote'
import {InboxIcon} from '@sanity/icons/Inbox'
import {lazy} from 'react'
import {defineDocumentInspector} from 'sanity'
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
