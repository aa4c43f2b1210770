import {BlockquoteIcon} from '@sanity/icons/Blockquote'
import {defineField, defineType} from 'sanity'
import {toQuoteTitle} from '../preview-text.ts'
import {messages} from '../validation-messages.ts'

/** A quote set large between paragraphs. */
export const pullQuote = defineType({
  name: 'pullQuote',
  title: 'Pull quote',
  type: 'object',
  icon: BlockquoteIcon,
  fields: [
    defineField({
      name: 'quote',
      title: 'Quote',
      description: 'The words shown are the quote’s own, with its speaker.',
      type: 'reference',
      to: [{type: 'quote'}],
      options: {
        // What somebody told another article stands in that one.
        filter: ({document}) => ({
          filter: 'article._ref == $articleId',
          params: {articleId: document._id.replace(/^(?:drafts|versions\.[^.]+)\./, '')},
        }),
      },
      validation: (rule) => rule.required().error(messages.quoteToShow),
    }),
    defineField({
      name: 'excerpt',
      title: 'Part of the quote',
      description: 'Leave empty to show all of it. Words that are not in the quote are not allowed.',
      type: 'text',
      rows: 2,
    }),
  ],
  preview: {
    select: {
      excerpt: 'excerpt',
      paragraphs: 'quote.paragraphs',
      speaker: 'quote.speaker.name',
      printed: 'quote.speakerName',
    },
    prepare: ({excerpt, paragraphs, speaker, printed}) => ({
      title: toQuoteTitle(excerpt ? [excerpt] : paragraphs),
      subtitle: speaker ?? printed ?? 'Nobody named',
      media: BlockquoteIcon,
    }),
  },
})
