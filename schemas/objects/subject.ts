import {TagIcon} from '@sanity/icons/Tag'
import {defineField, defineType} from 'sanity'

/** What a story is about, or the kind of story it is, with the code of the scheme it is from. */
export const subject = defineType({
  name: 'subject',
  title: 'Subject',
  type: 'object',
  icon: TagIcon,
  fields: [
    defineField({name: 'name', title: 'Name', description: 'As a reader would say it.', type: 'string'}),
    defineField({
      name: 'code',
      title: 'Code',
      description: 'As the agency sent it, for example medtop:20000065.',
      type: 'string',
    }),
    defineField({
      name: 'scheme',
      title: 'Scheme',
      description: 'Whose list the code is from.',
      type: 'string',
    }),
  ],
  preview: {
    select: {name: 'name', code: 'code', scheme: 'scheme'},
    prepare: ({name, code, scheme}) => ({
      title: name ?? code ?? 'Subject',
      subtitle: [name ? code : undefined, scheme].filter(Boolean).join(' · '),
      media: TagIcon,
    }),
  },
})
