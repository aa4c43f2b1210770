import type {NewsItem} from '../model/news-item.ts'

/**
 * Where a format keeps one field of a news item: one row of `docs/formats.md`. Each reader folder exports a list of these
 * from its `fields.ts`, and the table is generated from the lists.
 */
export interface FieldSource {
  field:
    | keyof NewsItem
    | 'association.captions'
    | 'association.creditLine'
    | 'association.altText'
    | 'association.byline'
  /** Path, tag or header in the format's own spelling; several are tried in this order. */
  from: string[]
  /** What an engineer or editor should know: a limit, an agency's habit, that the value is derived. */
  note?: string
}

/** The fields of one format. */
export interface FormatFields {
  format: string
  title: string
  fields: readonly FieldSource[]
}
