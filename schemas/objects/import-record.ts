import {defineArrayMember, defineField, defineType} from 'sanity'
import {severities} from '../choices.ts'

/** A part of the copy that is not the story, and why. */
export const furniture = defineType({
  name: 'furniture',
  title: 'Left out',
  type: 'object',
  fields: [
    defineField({name: 'text', title: 'Text', type: 'text', rows: 2}),
    defineField({name: 'reason', title: 'Why', type: 'string'}),
    defineField({name: 'line', title: 'Line', type: 'number'}),
  ],
  preview: {select: {title: 'text', subtitle: 'reason'}},
})

/** Something about the copy that a person should know. */
export const finding = defineType({
  name: 'finding',
  title: 'Finding',
  type: 'object',
  fields: [
    defineField({name: 'severity', title: 'How serious', type: 'string', options: {list: [...severities]}}),
    defineField({name: 'code', title: 'Code', type: 'string'}),
    defineField({name: 'message', title: 'What', type: 'text', rows: 2}),
    defineField({name: 'line', title: 'Line', type: 'number'}),
    defineField({name: 'offset', title: 'Character', type: 'number'}),
    defineField({name: 'xpath', title: 'Element', type: 'string'}),
  ],
  preview: {select: {title: 'message', subtitle: 'code'}},
})

/** A caption that the copy printed, how often and where. */
export const printedCaption = defineType({
  name: 'printedCaption',
  title: 'Printed caption',
  type: 'object',
  fields: [
    defineField({
      name: 'caption',
      title: 'Caption',
      type: 'reference',
      weak: true,
      to: [{type: 'imageCaption'}],
    }),
    defineField({name: 'occurrences', title: 'Times printed', type: 'number'}),
    defineField({name: 'lines', title: 'On lines', type: 'array', of: [defineArrayMember({type: 'number'})]}),
  ],
  preview: {
    select: {text: 'caption.text', occurrences: 'occurrences'},
    prepare: ({text, occurrences}) => ({title: text, subtitle: `× ${occurrences ?? 1}`}),
  },
})

/** Which character set the copy said it was in, and which it was read in. */
export const copyEncoding = defineType({
  name: 'copyEncoding',
  title: 'Character set',
  type: 'object',
  fields: [
    defineField({name: 'declared', title: 'As declared', type: 'string'}),
    defineField({name: 'used', title: 'As read', type: 'string'}),
  ],
})

/** Another wording of a caption, and the copy that printed it. */
export const otherWording = defineType({
  name: 'otherWording',
  title: 'Other wording',
  type: 'object',
  fields: [
    defineField({name: 'text', title: 'Text', type: 'text', rows: 2}),
    defineField({name: 'copy', title: 'Copy', type: 'reference', weak: true, to: [{type: 'wireCopy'}]}),
  ],
  preview: {select: {title: 'text'}},
})

/** A stretch of one block of the article; offsets count characters of the block's plain text, end exclusive. */
export const quotePlace = defineType({
  name: 'quotePlace',
  title: 'Place',
  type: 'object',
  fields: [
    defineField({name: 'block', title: 'Block', type: 'string'}),
    defineField({name: 'start', title: 'From', type: 'number'}),
    defineField({name: 'end', title: 'To', type: 'number'}),
  ],
  preview: {select: {title: 'block'}},
})
