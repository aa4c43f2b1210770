import {LaunchIcon} from '@sanity/icons/Launch'
import {defineField, defineType} from 'sanity'

/** Something from another site shown in the article. The code is kept as it came; a site decides what of it to run. */
export const embed = defineType({
  name: 'embed',
  title: 'Embed',
  type: 'object',
  icon: LaunchIcon,
  fields: [
    defineField({
      name: 'url',
      title: 'Address',
      description: 'Of the post, video or graphic.',
      type: 'url',
      validation: (rule) => rule.uri({allowRelative: true, scheme: ['http', 'https']}).warning(),
    }),
    defineField({
      name: 'html',
      title: 'Code as it came',
      description: 'Kept for the record. It is never run in Studio.',
      type: 'text',
      rows: 4,
      readOnly: true,
      hidden: ({value}) => !value,
    }),
  ],
  preview: {
    select: {url: 'url', html: 'html'},
    prepare: ({url, html}) => ({title: url ?? 'Embed', subtitle: url ? undefined : html, media: LaunchIcon}),
  },
})
