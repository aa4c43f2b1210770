import {ThListIcon} from '@sanity/icons/ThList'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {messages} from '../validation-messages.ts'

/** One row of a table, cell by cell. */
export const tableRow = defineType({
  name: 'tableRow',
  title: 'Row',
  type: 'object',
  fields: [
    defineField({name: 'header', title: 'Heads the columns', type: 'boolean', initialValue: false}),
    defineField({
      name: 'cells',
      title: 'Cells',
      type: 'array',
      of: [defineArrayMember({type: 'string'})],
      options: {layout: 'list'},
    }),
  ],
  preview: {
    select: {cells: 'cells', header: 'header'},
    prepare: ({cells, header}) => ({
      title: ((cells as string[] | undefined) ?? []).join(' | '),
      subtitle: header ? 'Heads the columns' : undefined,
    }),
  },
})

/** A table in an article: results, prices, standings. */
export const table = defineType({
  name: 'table',
  title: 'Table',
  type: 'object',
  icon: ThListIcon,
  fields: [
    defineField({
      name: 'rows',
      title: 'Rows',
      type: 'array',
      of: [defineArrayMember({type: 'tableRow'})],
      validation: (rule) => rule.min(1).warning(messages.tableRows),
    }),
  ],
  preview: {
    select: {rows: 'rows'},
    prepare: ({rows}) => {
      const all = (rows as {cells?: string[]}[] | undefined) ?? []
      return {
        title: (all[0]?.cells ?? []).join(' | ') || 'Empty table',
        subtitle: `${all.length} × ${Math.max(0, ...all.map((row) => row.cells?.length ?? 0))}`,
        media: ThListIcon,
      }
    },
  },
})
