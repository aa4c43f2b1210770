import {defineArrayMember, defineField, defineType} from 'sanity'
import {partRoles, severities} from '../choices.ts'

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
    defineField({name: 'part', title: 'Missing part', type: 'string'}),
    defineField({
      name: 'resolved',
      title: 'Resolved',
      description: 'The part has arrived since.',
      type: 'boolean',
    }),
  ],
  preview: {
    select: {message: 'message', code: 'code', resolved: 'resolved'},
    prepare: ({message, code, resolved}) => ({
      title: message,
      subtitle: resolved ? `${code} · resolved` : code,
    }),
  },
})

/** A part of a package that the copy holds, or names. */
export const wirePart = defineType({
  name: 'wirePart',
  title: 'Part of a package',
  type: 'object',
  fields: [
    defineField({name: 'uri', title: 'Identifier', type: 'string'}),
    defineField({name: 'role', title: 'Held or named', type: 'string', options: {list: [...partRoles]}}),
    defineField({name: 'of', title: 'Named by', type: 'string'}),
    defineField({name: 'article', title: 'Article', type: 'reference', weak: true, to: [{type: 'article'}]}),
    defineField({
      name: 'caption',
      title: 'Caption',
      type: 'reference',
      weak: true,
      to: [{type: 'imageCaption'}],
    }),
    defineField({name: 'sourceUrl', title: 'Where the agency keeps the picture', type: 'string'}),
    defineField({name: 'version', title: 'Version', type: 'string'}),
    defineField({name: 'versionCreated', title: 'This version sent', type: 'string'}),
    defineField({name: 'pubStatus', title: 'May it be published?', type: 'string'}),
  ],
  preview: {select: {title: 'uri', subtitle: 'role'}},
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
