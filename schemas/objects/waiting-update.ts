import {defineArrayMember, defineField, defineType} from 'sanity'

/** One place where both the editor and the agency changed something. Values are text, or JSON when they are not. */
export const waitingChange = defineType({
  name: 'waitingChange',
  title: 'Change',
  type: 'object',
  fields: [
    defineField({name: 'path', title: 'Where', type: 'string'}),
    defineField({name: 'kind', title: 'What', type: 'string'}),
    defineField({name: 'base', title: 'As it came before', type: 'text', rows: 2}),
    defineField({name: 'ours', title: 'As it stands here', type: 'text', rows: 2}),
    defineField({name: 'theirs', title: 'As it comes now', type: 'text', rows: 2}),
    defineField({name: 'inQuotation', title: 'Inside somebody’s words', type: 'boolean'}),
  ],
  preview: {
    select: {path: 'path', theirs: 'theirs'},
    prepare: ({path, theirs}) => ({title: theirs, subtitle: path}),
  },
})

/** A newer version from the wire whose changes meet an editor's own: it waits for the editor to take or leave it. */
export const waitingUpdate = defineType({
  name: 'waitingUpdate',
  title: 'Update waiting',
  type: 'object',
  readOnly: true,
  fields: [
    defineField({name: 'version', title: 'Version', type: 'string'}),
    defineField({name: 'versionCreated', title: 'Sent', type: 'string'}),
    defineField({name: 'receivedAt', title: 'Received', type: 'datetime'}),
    defineField({
      name: 'copy',
      title: 'Copy as received',
      type: 'reference',
      weak: true,
      to: [{type: 'wireCopy'}],
    }),
    defineField({
      name: 'changes',
      title: 'Changes',
      type: 'array',
      of: [defineArrayMember({type: 'waitingChange'})],
    }),
    defineField({
      name: 'order',
      title: 'The agency’s order',
      type: 'array',
      hidden: true,
      of: [defineArrayMember({type: 'string'})],
    }),
  ],
})
