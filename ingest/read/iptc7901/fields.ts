import type {FormatFields} from '../fields.ts'

/** Where IPTC 7901 keeps each field. */
export const iptc7901Fields: FormatFields = {
  format: 'iptc7901',
  title: 'IPTC 7901',
  fields: [
    {field: 'identity', from: ['service, keyword line and day'], note: 'derived; none for adds and inserts'},
    {field: 'version', from: ['take lines of the heading']},
    {field: 'altIds', from: ['header: source and number']},
    {field: 'provider', from: ['header options', 'the dateline']},
    {field: 'pubStatus', from: ['take lines']},
    {field: 'embargoedUntil', from: ['notes that speak of an embargo'], note: 'text, with a finding'},
    {
      field: 'versionCreated',
      from: ['end line: 131137 GMT Nov 13', 'KWS-21:37-09-12-18'],
      note: 'the latter has no zone',
    },
    {field: 'urgency', from: ['header: priority']},
    {field: 'signals', from: ['take lines', 'notes in brackets']},
    {
      field: 'edNotes',
      from: ['the notebook’s sections', 'notes in brackets above the headline'],
      note: 'never public',
    },
    {field: 'headline', from: ['the heading up to = or +']},
    {field: 'slugline', from: ['keyword line']},
    {field: 'byline', from: ['the heading']},
    {field: 'dateline', from: ['the first paragraph'], note: 'derived'},
    {field: 'located', from: ['the dateline'], note: 'derived'},
    {field: 'subjects', from: ['header: category']},
    {
      field: 'blocks',
      from: ['filled lines put together; columns as tables; notebook and sign-off as not the story'],
    },
  ],
}
