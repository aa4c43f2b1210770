import {BlockquoteIcon} from '@sanity/icons/Blockquote'
import {useState} from 'react'
import {useDocumentOperation, type DocumentActionComponent} from 'sanity'
import {useTexts} from '../i18n/use-texts.ts'
import {findQuotations, toSpokenParagraphs, type BodyBlock} from '../state/quotations.ts'
import {ChoiceList} from './choice-list.tsx'

/** Sets one of the article's quotes large, behind the paragraph where it ends. */
export const PullQuoteAction: DocumentActionComponent = ({id, type, draft, published, onComplete}) => {
  const texts = useTexts()
  const {patch} = useDocumentOperation(id, type)
  const [isOpen, setIsOpen] = useState(false)
  const body = (draft ?? published)?.body as BodyBlock[] | undefined
  const quotations = findQuotations(body)
  const close = () => {
    setIsOpen(false)
    onComplete()
  }
  return {
    label: texts('action.pull-quote.label'),
    icon: BlockquoteIcon,
    disabled: quotations.length === 0,
    title: quotations.length === 0 ? texts('action.pull-quote.none') : undefined,
    onHandle: () => setIsOpen(true),
    dialog: isOpen && {
      type: 'dialog',
      header: texts('action.pull-quote.label'),
      onClose: close,
      content: (
        <ChoiceList
          explanation={texts('action.pull-quote.pick')}
          none={texts('action.pull-quote.none')}
          error={undefined}
          choices={quotations.map((quotation) => ({
            id: quotation.quoteId,
            text: toSpokenParagraphs(quotation).join(' '),
          }))}
          onChoose={(quoteId) => {
            const last = quotations.find((quotation) => quotation.quoteId === quoteId)?.pieces.at(-1)
            if (!last) return
            const pullQuote = {
              _type: 'pullQuote',
              _key: crypto.randomUUID().replaceAll('-', '').slice(0, 12),
              quote: {_type: 'reference', _ref: quoteId},
            }
            patch.execute([{insert: {after: `body[_key=="${last.block}"]`, items: [pullQuote]}}])
            close()
          }}
        />
      ),
    },
  }
}
