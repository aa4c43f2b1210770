import {RemoveIcon} from '@sanity/icons/Remove'
import {defineField, defineType} from 'sanity'

/** A line across the column, where the copy has one. */
export const separator = defineType({
  name: 'separator',
  title: 'Rule',
  type: 'object',
  icon: RemoveIcon,
  fields: [
    defineField({
      name: 'style',
      title: 'Style',
      type: 'string',
      initialValue: 'rule',
      options: {list: [{value: 'rule', title: 'Rule'}]},
      hidden: true,
    }),
  ],
  preview: {prepare: () => ({title: '———', media: RemoveIcon})},
})
