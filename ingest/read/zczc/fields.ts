import type {FormatFields} from '../fields.ts'

/** Where ZCZC-framed bulletins keep each field. */
export const zczcFields: FormatFields = {
  format: 'zczc',
  title: 'ZCZC-framed bulletins',
  fields: [
    {field: 'provider', from: ['ZCZC line']},
    {field: 'headline', from: ['$']},
    {field: 'slugline', from: ['#']},
    {field: 'section', from: ['~']},
    {field: 'keywords', from: ['@']},
    {field: 'subjects', from: ['*', '%']},
    {field: 'blocks', from: ['paragraphs and starred items up to NNNN']},
    {field: 'leftOut', from: [':']},
  ],
}
