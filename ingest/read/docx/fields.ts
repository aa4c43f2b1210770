import type {FormatFields} from '../fields.ts'

/** Where a Word document keeps each field. */
export const docxFields: FormatFields = {
  format: 'docx',
  title: 'Word documents (.docx)',
  fields: [
    {
      field: 'headline',
      from: ['the first paragraph in style Title or Heading, or all bold', 'a short first line', 'dc:title'],
      note: 'from dc:title it is derived',
    },
    {field: 'standfirst', from: ['style Subtitle', 'a line in bold or italics below the headline']},
    {field: 'byline', from: ['the line "By …" below the headline']},
    {field: 'firstCreated', from: ['dcterms:created'], note: 'of the document'},
    {field: 'versionCreated', from: ['dcterms:modified'], note: 'of the document'},
    {field: 'language', from: ['dc:language']},
    {field: 'keywords', from: ['cp:keywords']},
    {field: 'dateline', from: ['the first paragraph'], note: 'derived'},
    {field: 'located', from: ['the dateline'], note: 'derived'},
    {field: 'edNotes', from: ['comments', 'an embargo in header or footer'], note: 'never public'},
    {
      field: 'embargoedUntil',
      from: ['a line above the headline', 'header or footer'],
      note: 'text, with a finding',
    },
    {
      field: 'blocks',
      from: ['the body; labels, dates, contacts and what stands behind the end as not the story'],
    },
    {field: 'leftOut', from: ['header and footer']},
    {field: 'associations', from: ['pictures of the document, with their bytes']},
    {
      field: 'association.captions',
      from: ['a paragraph in style Caption, in italics or with a credit after the picture'],
    },
    {field: 'association.creditLine', from: ['a line after the picture that is a credit alone']},
    {field: 'association.altText', from: ['the alternative text of the picture']},
  ],
}
