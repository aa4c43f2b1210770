import {BlockquoteIcon} from '@sanity/icons/Blockquote'
import {useState} from 'react'
import {useDocumentOperation, type DocumentActionComponent} from 'sanity'
import {useTexts} from '../i18n/use-texts.ts'
import {newKey} from '../state/new-key.ts'
import {
  findQuotations,
  toSpokenParagraphs,
  type BodyBlock,
  type MarkedQuotation,
} from '../state/quotations.ts'
import {readSelectedWords} from '../state/selected-words.ts'
import {ChoiceList} from './choice-list.tsx'

/** Sets words that somebody said large: those selected in the body, or else a quote that is chosen. It stands behind the paragraph where they end. */
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
  const insert = (quoteId: string, after: string, excerpt?: string) => {
    const pullQuote = {
      _type: 'pullQuote',
      _key: newKey(),
      quote: {_type: 'reference', _ref: quoteId},
      ...(excerpt ? {excerpt} : {}),
    }
    patch.execute([{insert: {after: `body[_key=="${after}"]`, items: [pullQuote]}}])
    close()
  }
  return {
    label: texts('action.pull-quote.label'),
    icon: BlockquoteIcon,
    disabled: quotations.length === 0,
    title: quotations.length === 0 ? texts('action.pull-quote.none') : undefined,
    onHandle: () => {
      const selected = readSelectedWords()
      const quotation = quotations.find(({quoteId}) => quoteId === selected?.quoteId)
      if (selected && quotation?.pieces.some(({block}) => block === selected.block))
        insert(selected.quoteId, selected.block, toExcerpt(selected.words, quotation))
      else setIsOpen(true)
    },
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
            if (last) insert(quoteId, last.block)
          }}
        />
      ),
    },
  }
}

/** The part of the quote that was selected, quotation marks aside; undefined when that is all of it. */
function toExcerpt(words: string, quotation: MarkedQuotation): string | undefined {
  const excerpt = withoutMarks(words)
  return excerpt === withoutMarks(toSpokenParagraphs(quotation).join(' ')) ? undefined : excerpt
}

function withoutMarks(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/^[\s"“”„«»‘’']+|[\s"“”„«»‘’']+$/gu, '')
}
