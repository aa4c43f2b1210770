import type {FormatFields} from '../fields.ts'

/** Where a Word document keeps each field. */
export const docxFields: FormatFields = {
  format: 'docx',
  title: 'Word documents (.docx)',
  fields: [
    {
      field: 'headline',
      from: ['a first paragraph in style Title or Heading, or all bold', 'dc:title'],
      note: 'from dc:title it is derived',
    },
    {field: 'byline', from: ['the line "By …" below the headline']},
    {field: 'firstCreated', from: ['dcterms:created'], note: 'of the document'},
    {field: 'versionCreated', from: ['dcterms:modified'], note: 'of the document'},
    {field: 'language', from: ['dc:language']},
    {field: 'keywords', from: ['cp:keywords']},
    {field: 'associations', from: ['pictures of the document, with their bytes']},
    {field: 'association.captions', from: ['a paragraph in style Caption after the picture']},
    {field: 'association.altText', from: ['the alternative text of the picture']},
  ],
}
