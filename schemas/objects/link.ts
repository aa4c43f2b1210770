import {LinkIcon} from '@sanity/icons/Link'
import {defineField, defineType} from 'sanity'
import {messages} from '../validation-messages.ts'

/** A link inside a paragraph. Only addresses that are safe to click are allowed. */
export const link = defineType({
  name: 'link',
  title: 'Link',
  type: 'object',
  icon: LinkIcon,
  fields: [
    defineField({
      name: 'href',
      title: 'Address',
      description:
        'A web address, a mailto: or tel: address, or a path on this site that starts with a slash.',
      type: 'url',
      validation: (rule) => [
        rule.required().error(messages.linkAddress),
        rule.uri({allowRelative: true, scheme: ['http', 'https', 'mailto', 'tel', 'ftp']}),
      ],
    }),
  ],
})
