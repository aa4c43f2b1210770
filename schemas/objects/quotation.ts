import {DoubleQuoteIcon} from '@sanity/icons/DoubleQuote'
import {defineField, defineType} from 'sanity'
import {messages} from '../validation-messages.ts'

/**
 * Marks words in the body as somebody's. The quote document holds the words as they came; `acceptedWords` are the changed words
 * that an editor took responsibility for, so that the next change is noticed again.
 */
export const quotation = defineType({
  name: 'quotation',
  title: 'Quotation',
  type: 'object',
  icon: DoubleQuoteIcon,
  fields: [
    defineField({
      name: 'quote',
      title: 'Quote',
      description: 'Who said these words, and the words exactly as they came.',
      type: 'reference',
      to: [{type: 'quote'}],
      validation: (rule) => rule.required().error(messages.quotationQuote),
    }),
    defineField({
      name: 'acceptedReason',
      title: 'Why the words were changed',
      description:
        'Needed when the article no longer says what the quote says: a slip of the tongue, an offensive word, a translation.',
      type: 'string',
    }),
    defineField({
      name: 'acceptedWords',
      title: 'The changed words that were accepted',
      type: 'text',
      rows: 3,
      readOnly: true,
      hidden: ({value}) => !value,
    }),
  ],
})
