import type {FormatFields} from '../fields.ts'

/** Where Plain-text press releases keep each field. */
export const pressReleaseFields: FormatFields = {
  format: 'press-release',
  title: 'Plain-text press releases',
  fields: [
    {field: 'altIds', from: ['MEDIA RELEASE number']},
    {field: 'provider', from: ['the dateline: /PRNewswire-AsiaNet/']},
    {field: 'creditLine', from: ['Source: line', 'the name under "News provided by"']},
    {field: 'byline', from: ['By … under the headline']},
    {field: 'leftOut', from: ['labels, letterhead and contacts above the headline']},
    {field: 'embargoedUntil', from: ['EMBARGOED UNTIL line'], note: 'text, with a finding'},
    {
      field: 'versionCreated',
      from: ['a line above the story that is a date', 'the dateline’s date'],
      note: 'derived, without a zone',
    },
    {field: 'edNotes', from: ['the embargo line'], note: 'never public'},
    {field: 'headline', from: ['the lines under the release number']},
    {field: 'standfirst', from: ['items under the dateline']},
    {field: 'dateline', from: ['the dateline']},
    {field: 'located', from: ['the dateline'], note: 'derived'},
    {field: 'blocks', from: ['filled lines put together; contacts and source line as not the story']},
    {field: 'associations', from: ['Photo - and Logo - lines']},
  ],
}
