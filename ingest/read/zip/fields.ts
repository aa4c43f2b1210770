import type {FormatFields} from '../fields.ts'

/** Where Zip archives keep each field. */
export const zipFields: FormatFields = {
  format: 'zip',
  title: 'Zip archives',
  fields: [
    {
      field: 'associations',
      from: ['photographs that an item names by file or identifier'],
      note: 'the items themselves come from the files inside',
    },
  ],
}
