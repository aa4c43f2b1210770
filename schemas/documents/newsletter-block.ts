import {EnvelopeIcon} from '@sanity/icons/Envelope'
import {defineField, defineType} from 'sanity'
import {messages} from '../validation-messages.ts'

/** A newsletter's sign-up box, stored once however many articles carry it. */
export const newsletterBlock = defineType({
  name: 'newsletterBlock',
  title: 'Newsletter block',
  type: 'document',
  icon: EnvelopeIcon,
  fieldsets: [
    {
      name: 'form',
      title: 'The form',
      description: 'What stands in and under the boxes.',
      options: {columns: 2},
    },
  ],
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      validation: (rule) =>
        rule
          .custom((title, {document}) => (title || document?.pitch ? true : messages.newsletterWords))
          .error(),
    }),
    defineField({
      name: 'pitch',
      title: 'Pitch',
      description: 'Why a reader should sign up.',
      type: 'text',
      rows: 3,
    }),
    defineField({name: 'emailLabel', title: 'Label of the e-mail box', type: 'string', fieldset: 'form'}),
    defineField({name: 'submitLabel', title: 'Label of the button', type: 'string', fieldset: 'form'}),
    defineField({
      name: 'requiredMessage',
      title: 'When the address is missing',
      type: 'string',
      fieldset: 'form',
    }),
    defineField({
      name: 'consent',
      title: 'Consent',
      description: 'What a reader agrees to by signing up.',
      type: 'text',
      rows: 2,
      fieldset: 'form',
    }),
    defineField({
      name: 'listId',
      title: 'Mailing list',
      description:
        'The list’s identifier at the mail service. Copy never has it: fill it in before the block is used.',
      type: 'string',
      validation: (rule) => rule.custom((listId) => (listId ? true : messages.newsletterList)).warning(),
    }),
  ],
  orderings: [{title: 'Title', name: 'title', by: [{field: 'title', direction: 'asc'}]}],
  preview: {
    select: {title: 'title', pitch: 'pitch'},
    prepare: ({title, pitch}) => ({
      title: title ?? pitch ?? 'Newsletter block',
      subtitle: title ? pitch : undefined,
      media: EnvelopeIcon,
    }),
  },
})
