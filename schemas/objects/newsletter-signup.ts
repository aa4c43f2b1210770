import {EnvelopeIcon} from '@sanity/icons/Envelope'
import {defineField, defineType} from 'sanity'
import {messages} from '../validation-messages.ts'

/** The place in an article where a newsletter block stands. */
export const newsletterSignup = defineType({
  name: 'newsletterSignup',
  title: 'Newsletter block',
  type: 'object',
  icon: EnvelopeIcon,
  fields: [
    defineField({
      name: 'newsletterBlock',
      title: 'Newsletter block',
      description: 'Shared: what is changed there is changed in every article that carries it.',
      type: 'reference',
      to: [{type: 'newsletterBlock'}],
      validation: (rule) => rule.required().error(messages.newsletterToShow),
    }),
  ],
  preview: {
    select: {title: 'newsletterBlock.title', pitch: 'newsletterBlock.pitch'},
    prepare: ({title, pitch}) => ({
      title: title ?? pitch ?? 'Newsletter block',
      subtitle: title ? pitch : undefined,
      media: EnvelopeIcon,
    }),
  },
})
