import {UserIcon} from '@sanity/icons/User'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {messages} from '../validation-messages.ts'

/** Somebody who is quoted, or who writes. */
export const person = defineType({
  name: 'person',
  title: 'Person',
  type: 'document',
  icon: UserIcon,
  fields: [
    defineField({
      name: 'name',
      title: 'Name',
      type: 'string',
      validation: (rule) => rule.required().error(messages.personName),
    }),
    defineField({
      name: 'alternateNames',
      title: 'Also known as',
      description: 'Other spellings and earlier names, so that quotes can be found under them.',
      type: 'array',
      of: [defineArrayMember({type: 'string'})],
      options: {layout: 'tags'},
      validation: (rule) => rule.unique(),
    }),
    defineField({name: 'role', title: 'Role', description: 'Minister, coach, neighbour.', type: 'string'}),
    defineField({name: 'organisation', title: 'Organisation', type: 'string'}),
  ],
  orderings: [
    {title: 'Name', name: 'name', by: [{field: 'name', direction: 'asc'}]},
    {title: 'Organisation', name: 'organisation', by: [{field: 'organisation', direction: 'asc'}]},
  ],
  preview: {
    select: {name: 'name', role: 'role', organisation: 'organisation'},
    prepare: ({name, role, organisation}) => ({
      title: name ?? 'Person without name',
      subtitle: [role, organisation].filter(Boolean).join(', '),
      media: UserIcon,
    }),
  },
})
