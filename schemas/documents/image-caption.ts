import {ImageIcon} from '@sanity/icons/Image'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {messages} from '../validation-messages.ts'

/** A photograph's caption, stored once however often and in whatever wording it was printed. */
export const imageCaption = defineType({
  name: 'imageCaption',
  title: 'Caption',
  type: 'document',
  icon: ImageIcon,
  groups: [
    {name: 'caption', title: 'Caption', default: true},
    {name: 'record', title: 'Record'},
  ],
  fieldsets: [{name: 'credit', title: 'Whose picture', options: {columns: 2}}],
  fields: [
    defineField({
      name: 'text',
      title: 'Caption',
      description: 'What every article that shows this picture prints under it.',
      type: 'text',
      rows: 3,
      group: 'caption',
      validation: (rule) => rule.required().error(messages.captionText),
    }),
    defineField({
      name: 'image',
      title: 'Picture',
      description: 'Copy that came as text has no picture: add it here.',
      type: 'image',
      options: {hotspot: true},
      group: 'caption',
    }),
    defineField({
      name: 'altText',
      title: 'Alternative text',
      description: 'What the picture shows, for readers who cannot see it.',
      type: 'text',
      rows: 2,
      group: 'caption',
      validation: (rule) =>
        rule
          .custom((altText, {document}) => (altText || !document?.image ? true : messages.captionAltText))
          .warning(),
    }),
    defineField({
      name: 'creditLine',
      title: 'Credit',
      description: 'As it must be printed.',
      type: 'string',
      group: 'caption',
      fieldset: 'credit',
      validation: (rule) =>
        rule
          .custom((creditLine, {document}) =>
            creditLine || !document?.image ? true : messages.captionCredit,
          )
          .warning(),
    }),
    defineField({
      name: 'byline',
      title: 'Photographer',
      type: 'string',
      group: 'caption',
      fieldset: 'credit',
    }),
    defineField({name: 'located', title: 'Taken in', type: 'string', group: 'caption', fieldset: 'credit'}),
    defineField({
      name: 'alsoSeen',
      title: 'Other wordings',
      description: 'Printed elsewhere and taken for the same picture’s caption.',
      type: 'array',
      of: [defineArrayMember({type: 'otherWording'})],
      readOnly: true,
      group: 'record',
    }),
    defineField({
      name: 'occurrences',
      title: 'Times printed in the copy that brought it',
      type: 'number',
      readOnly: true,
      group: 'record',
    }),
    defineField({
      name: 'fingerprint',
      title: 'Fingerprint',
      type: 'string',
      readOnly: true,
      hidden: true,
      group: 'record',
    }),
    defineField({
      name: 'keys',
      title: 'Keys for finding near-duplicates',
      type: 'array',
      of: [defineArrayMember({type: 'string'})],
      readOnly: true,
      hidden: true,
      group: 'record',
    }),
  ],
  orderings: [
    {title: 'Newest', name: 'newest', by: [{field: '_createdAt', direction: 'desc'}]},
    {title: 'Caption', name: 'text', by: [{field: 'text', direction: 'asc'}]},
    {title: 'Credit', name: 'credit', by: [{field: 'creditLine', direction: 'asc'}]},
  ],
  preview: {
    select: {text: 'text', creditLine: 'creditLine', byline: 'byline', image: 'image'},
    prepare: ({text, creditLine, byline, image}) => ({
      title: text ?? 'Caption without words',
      subtitle: creditLine ?? byline ?? 'No credit',
      media: image ?? ImageIcon,
    }),
  },
})
