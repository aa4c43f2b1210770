import {ImageIcon} from '@sanity/icons/Image'
import {defineField, defineType} from 'sanity'
import {messages} from '../validation-messages.ts'

/** A picture in an article. The caption is shared with every other article that shows it, unless this use has its own. */
export const captionedImage = defineType({
  name: 'captionedImage',
  title: 'Picture with caption',
  type: 'object',
  icon: ImageIcon,
  fields: [
    defineField({
      name: 'image',
      title: 'Picture for this article only',
      description: 'Leave empty to show the picture of the caption.',
      type: 'image',
      options: {hotspot: true},
    }),
    defineField({
      name: 'caption',
      title: 'Caption',
      description: 'Shared: what is changed there is changed in every article that shows it.',
      type: 'reference',
      to: [{type: 'imageCaption'}],
      validation: (rule) =>
        rule
          .custom((caption, {parent}) => {
            const use = parent as {override?: string} | undefined
            return caption || use?.override ? true : messages.pictureCaption
          })
          .warning(),
    }),
    defineField({
      name: 'override',
      title: 'Caption for this article only',
      description: 'Printed instead of the shared wording, here and nowhere else.',
      type: 'text',
      rows: 3,
    }),
    defineField({
      name: 'sourceUrl',
      title: 'Where the agency keeps the picture',
      type: 'url',
      readOnly: true,
      hidden: ({value}) => !value,
      validation: (rule) =>
        rule.uri({allowRelative: true, scheme: ['http', 'https', 'ftp', 'cid', 'file']}).warning(),
    }),
  ],
  preview: {
    select: {
      override: 'override',
      text: 'caption.text',
      creditLine: 'caption.creditLine',
      image: 'image',
      captionImage: 'caption.image',
    },
    prepare: ({override, text, creditLine, image, captionImage}) => ({
      title: override ?? text ?? 'Picture without caption',
      subtitle: creditLine,
      media: image ?? captionImage ?? ImageIcon,
    }),
  },
})
