import {InboxIcon} from '@sanity/icons/Inbox'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {outcomes} from '../choices.ts'

/** A piece of copy exactly as it was received, and what became of it. Nobody edits it. */
export const wireCopy = defineType({
  name: 'wireCopy',
  title: 'Wire copy',
  type: 'document',
  icon: InboxIcon,
  readOnly: true,
  groups: [
    {name: 'result', title: 'What became of it', default: true},
    {name: 'copy', title: 'The copy'},
    {name: 'record', title: 'Record'},
  ],
  fields: [
    defineField({
      name: 'outcome',
      title: 'Outcome',
      type: 'string',
      options: {list: [...outcomes]},
      group: 'result',
    }),
    defineField({
      name: 'articles',
      title: 'Articles',
      type: 'array',
      of: [defineArrayMember({type: 'reference', weak: true, to: [{type: 'article'}]})],
      group: 'result',
    }),
    defineField({
      name: 'captions',
      title: 'Captions',
      type: 'array',
      of: [defineArrayMember({type: 'printedCaption'})],
      group: 'result',
    }),
    defineField({
      name: 'furniture',
      title: 'Left out',
      description: 'What is not the story, with the reason.',
      type: 'array',
      of: [defineArrayMember({type: 'furniture'})],
      group: 'result',
    }),
    defineField({
      name: 'findings',
      title: 'Findings',
      description: 'What a person should know about this copy.',
      type: 'array',
      of: [defineArrayMember({type: 'finding'})],
      group: 'result',
    }),
    defineField({
      name: 'parts',
      title: 'Parts of packages',
      description: 'Held here, or named here: they are joined to their story in whatever order they come.',
      type: 'array',
      of: [defineArrayMember({type: 'wirePart'})],
      group: 'record',
    }),
    defineField({name: 'raw', title: 'Text as received', type: 'text', rows: 30, group: 'copy'}),
    defineField({
      name: 'rawFile',
      title: 'File as received',
      description: 'For copy that is large or is not text.',
      type: 'file',
      group: 'copy',
    }),
    defineField({name: 'provider', title: 'Agency', type: 'string', group: 'record'}),
    defineField({name: 'uri', title: 'Identifier', type: 'string', group: 'record'}),
    defineField({name: 'version', title: 'Version', type: 'string', group: 'record'}),
    defineField({name: 'receivedAt', title: 'Received', type: 'datetime', group: 'record'}),
    defineField({name: 'format', title: 'Format', type: 'string', group: 'record'}),
    defineField({name: 'fileName', title: 'File name', type: 'string', group: 'record'}),
    defineField({name: 'encoding', title: 'Character set', type: 'copyEncoding', group: 'record'}),
    defineField({name: 'sha256', title: 'SHA-256 of the bytes', type: 'string', group: 'record'}),
  ],
  orderings: [
    {title: 'Received, newest first', name: 'received', by: [{field: 'receivedAt', direction: 'desc'}]},
    {
      title: 'Agency',
      name: 'provider',
      by: [
        {field: 'provider', direction: 'asc'},
        {field: 'receivedAt', direction: 'desc'},
      ],
    },
  ],
  preview: {
    select: {
      headline: 'articles.0.headline',
      raw: 'raw',
      fileName: 'fileName',
      provider: 'provider',
      outcome: 'outcome',
      receivedAt: 'receivedAt',
    },
    prepare: ({headline, raw, fileName, provider, outcome, receivedAt}) => ({
      title: headline ?? fileName ?? (raw as string | undefined)?.trimStart().slice(0, 120) ?? 'Wire copy',
      subtitle: [
        provider,
        outcomes.find(({value}) => value === outcome)?.title,
        (receivedAt as string | undefined)?.slice(0, 16).replace('T', ' '),
      ]
        .filter(Boolean)
        .join(' · '),
      media: InboxIcon,
    }),
  },
})
