import type {FormatFields} from '../fields.ts'

/** Where ANPA 1312 keeps each field. */
export const anpa1312Fields: FormatFields = {
  format: 'anpa1312',
  title: 'ANPA 1312',
  fields: [
    {field: 'identity', from: ['service, keyword and day'], note: 'derived; none for adds and inserts'},
    {field: 'version', from: ['first text line: 1st Ld-Writethru', 'header line']},
    {field: 'altIds', from: ['header: service letter and number']},
    {field: 'provider', from: ['end line: AP-WF-…', 'the dateline']},
    {field: 'pubStatus', from: ['KILL in the version or a note']},
    {field: 'embargoedUntil', from: ['notes that speak of an embargo'], note: 'text, with a finding'},
    {field: 'versionCreated', from: ['end line'], note: 'years 70 to 99 are of the twentieth century'},
    {field: 'urgency', from: ['header: priority letter'], note: 'f 1, b 2, u 3, r 4, d 5'},
    {field: 'signals', from: ['version', 'notes']},
    {field: 'edNotes', from: ['^Eds: lines', '^AP Photo lines'], note: 'never public'},
    {field: 'headline', from: ['the first caret line after the slugline']},
    {
      field: 'standfirst',
      from: ['a further caret line'],
      note: 'left out when it repeats the first paragraph',
    },
    {field: 'slugline', from: ['first text line', 'header keyword']},
    {field: 'byline', from: ['^By … =']},
    {field: 'dateline', from: ['the first paragraph'], note: 'derived'},
    {field: 'located', from: ['the dateline'], note: 'derived'},
    {field: 'subjects', from: ['header: category letter']},
    {field: 'creditLine', from: ['the line under the byline']},
    {field: 'blocks', from: ['indented lines; tables from BS, US and RS or from semicolons']},
    {field: 'leftOut', from: ['the writer’s role', 'a repeated summary']},
  ],
}
