import {DoubleQuoteIcon} from '@sanity/icons/DoubleQuote'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {quoteKinds} from '../choices.ts'
import {toQuoteTitle} from '../preview-text.ts'
import {messages} from '../validation-messages.ts'

/** What somebody said, in the words as they came. The article may be edited; this is never. */
export const quote = defineType({
  name: 'quote',
  title: 'Quote',
  type: 'document',
  icon: DoubleQuoteIcon,
  groups: [
    {name: 'quote', title: 'Quote', default: true},
    {name: 'record', title: 'Record'},
  ],
  fieldsets: [{name: 'speaker', title: 'Who said it'}],
  fields: [
    defineField({
      name: 'paragraphs',
      title: 'The words as they came',
      description: 'These are the record and cannot be edited. Edit the words in the article.',
      type: 'array',
      of: [defineArrayMember({type: 'text', rows: 3})],
      readOnly: true,
      group: 'quote',
      validation: (rule) => rule.min(1).error(messages.quoteWords),
    }),
    defineField({
      name: 'kind',
      title: 'Kind',
      type: 'string',
      options: {list: [...quoteKinds], layout: 'radio'},
      initialValue: 'direct',
      group: 'quote',
    }),
    defineField({
      name: 'speaker',
      title: 'Speaker',
      description: 'The person. Leave empty when the source is not named.',
      type: 'reference',
      to: [{type: 'person'}],
      group: 'quote',
      fieldset: 'speaker',
      validation: (rule) =>
        rule
          .custom((speaker, {document}) => (speaker || document?.speakerName ? true : messages.quoteSpeaker))
          .warning(),
    }),
    defineField({
      name: 'speakerName',
      title: 'Speaker as printed',
      description: 'The name, or “a spokesperson”, as the copy has it.',
      type: 'string',
      group: 'quote',
      fieldset: 'speaker',
    }),
    defineField({
      name: 'speakerRole',
      title: 'Role as printed',
      type: 'string',
      group: 'quote',
      fieldset: 'speaker',
    }),
    defineField({
      name: 'cue',
      title: 'Said how',
      description: 'said, according to …',
      type: 'string',
      group: 'quote',
    }),
    defineField({
      name: 'article',
      title: 'Article',
      type: 'reference',
      weak: true,
      to: [{type: 'article'}],
      readOnly: true,
      group: 'record',
    }),
    defineField({
      name: 'copy',
      title: 'Copy as received',
      type: 'reference',
      to: [{type: 'wireCopy'}],
      readOnly: true,
      group: 'record',
    }),
    defineField({
      name: 'confidence',
      title: 'How sure the speaker is',
      description: 'From 0 to 1, by the importer.',
      type: 'number',
      readOnly: true,
      group: 'record',
      validation: (rule) => rule.min(0).max(1),
    }),
    defineField({
      name: 'at',
      title: 'Where it stood at import',
      type: 'array',
      of: [defineArrayMember({type: 'quotePlace'})],
      readOnly: true,
      hidden: true,
      group: 'record',
    }),
  ],
  orderings: [
    {title: 'Newest', name: 'newest', by: [{field: '_createdAt', direction: 'desc'}]},
    {title: 'Speaker', name: 'speaker', by: [{field: 'speakerName', direction: 'asc'}]},
  ],
  preview: {
    select: {
      paragraphs: 'paragraphs',
      speaker: 'speaker.name',
      printed: 'speakerName',
      role: 'speakerRole',
      kind: 'kind',
    },
    prepare: ({paragraphs, speaker, printed, role, kind}) => ({
      title: toQuoteTitle(paragraphs),
      subtitle: [speaker ?? printed ?? 'Nobody named', role, kind === 'direct' ? undefined : kind]
        .filter(Boolean)
        .join(' · '),
      media: DoubleQuoteIcon,
    }),
  },
})
