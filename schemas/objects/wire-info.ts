import {defineArrayMember, defineField, defineType} from 'sanity'
import {pubStatuses, wireSignals} from '../choices.ts'

/** A note to editors that came with the copy. */
export const edNote = defineType({
  name: 'edNote',
  title: 'Note to editors',
  type: 'object',
  fields: [
    defineField({name: 'role', title: 'Kind', type: 'string'}),
    defineField({name: 'text', title: 'Note', type: 'text', rows: 2}),
    defineField({
      name: 'public',
      title: 'May be shown to readers',
      description: 'Only when the copy itself says so.',
      type: 'boolean',
      initialValue: false,
    }),
  ],
  preview: {
    select: {text: 'text', role: 'role'},
    prepare: ({text, role}) => ({title: text, subtitle: role}),
  },
})

/** Another name that the item goes by. */
export const altId = defineType({
  name: 'altId',
  title: 'Other identifier',
  type: 'object',
  fields: [
    defineField({name: 'role', title: 'Kind', type: 'string'}),
    defineField({name: 'value', title: 'Identifier', type: 'string'}),
  ],
  preview: {select: {title: 'value', subtitle: 'role'}},
})

/** A part of the story's package that came in other copy. */
export const joinedPart = defineType({
  name: 'joinedPart',
  title: 'Joined part',
  type: 'object',
  fields: [
    defineField({name: 'uri', title: 'Identifier', type: 'string'}),
    defineField({
      name: 'caption',
      title: 'Caption',
      type: 'reference',
      weak: true,
      to: [{type: 'imageCaption'}],
    }),
    defineField({name: 'sourceUrl', title: 'Where the agency keeps the picture', type: 'string'}),
  ],
  preview: {select: {title: 'caption.text', subtitle: 'uri'}},
})

/** What the agency said about the item. Names and values are IPTC ninjs 3.3's. */
export const wireInfo = defineType({
  name: 'wireInfo',
  title: 'From the wire',
  type: 'object',
  readOnly: true,
  options: {columns: 2},
  fields: [
    defineField({
      name: 'copy',
      title: 'Copy as received',
      description: 'The last version that reached this article.',
      type: 'reference',
      to: [{type: 'wireCopy'}],
    }),
    defineField({name: 'provider', title: 'Agency', type: 'string'}),
    defineField({
      name: 'uri',
      title: 'Identifier',
      description: 'The same for every version of the item.',
      type: 'string',
    }),
    defineField({name: 'version', title: 'Version', type: 'string'}),
    defineField({name: 'firstCreated', title: 'First sent', type: 'string'}),
    defineField({name: 'versionCreated', title: 'This version sent', type: 'string'}),
    defineField({
      name: 'pubStatus',
      title: 'May it be published?',
      description: 'A killed or held item cannot be published.',
      type: 'string',
      options: {list: [...pubStatuses]},
    }),
    defineField({
      name: 'urgency',
      title: 'Urgency',
      description: '1 is a flash, 9 is the least urgent.',
      type: 'number',
    }),
    defineField({
      name: 'embargoedUntil',
      title: 'Embargoed until',
      description: 'With the time zone that the agency gave.',
      type: 'string',
    }),
    defineField({name: 'expires', title: 'Take down after', type: 'string'}),
    defineField({
      name: 'edNotes',
      title: 'Notes to editors',
      type: 'array',
      of: [defineArrayMember({type: 'edNote'})],
    }),
    defineField({name: 'usageTerms', title: 'Terms of use', type: 'text', rows: 2}),
    defineField({name: 'copyrightNotice', title: 'Copyright', type: 'string'}),
    defineField({name: 'creditLine', title: 'Credit', type: 'string'}),
    defineField({
      name: 'signals',
      title: 'What the desk was told',
      type: 'array',
      of: [defineArrayMember({type: 'string', options: {list: [...wireSignals]}})],
    }),
    defineField({
      name: 'altIds',
      title: 'Other identifiers',
      type: 'array',
      of: [defineArrayMember({type: 'altId'})],
    }),
    defineField({name: 'link', title: 'On the web', type: 'string'}),
    defineField({
      name: 'parts',
      title: 'Joined parts',
      description: 'Parts of its package that came in other copy.',
      type: 'array',
      of: [defineArrayMember({type: 'joinedPart'})],
    }),
    defineField({
      name: 'storyKeys',
      title: 'For finding the same story',
      type: 'array',
      hidden: true,
      of: [defineArrayMember({type: 'string'})],
    }),
  ],
})
