import {describe, expectTypeOf, it} from 'vitest'
import type {
  ArticleDocument,
  ImageCaptionDocument,
  NewsletterBlockDocument,
  PersonDocument,
  QuoteDocument,
  WireCopyDocument,
} from '../../ingest/documents/index.ts'
import type * as stored from '../../queries/types.ts'

/** The names of the fields that a type has, without those that the dataset adds. */
type Fields<T> = Exclude<keyof T, '_createdAt' | '_updatedAt' | '_rev'>
/** Fields that the importer writes and the schema does not know: must be none. */
type Unknown<Made, Stored> = Exclude<Fields<Made>, Fields<Stored>>

describe('every field that an import makes is in the schema', () => {
  it('of each document', () => {
    expectTypeOf<Unknown<ArticleDocument, stored.Article>>().toEqualTypeOf<never>()
    expectTypeOf<Unknown<ImageCaptionDocument, stored.ImageCaption>>().toEqualTypeOf<never>()
    expectTypeOf<Unknown<QuoteDocument, stored.Quote>>().toEqualTypeOf<never>()
    expectTypeOf<Unknown<NewsletterBlockDocument, stored.NewsletterBlock>>().toEqualTypeOf<never>()
    expectTypeOf<Unknown<PersonDocument, stored.Person>>().toEqualTypeOf<never>()
    expectTypeOf<Unknown<WireCopyDocument, stored.WireCopy>>().toEqualTypeOf<never>()
  })

  it('of what the agency said', () => {
    expectTypeOf<Unknown<ArticleDocument['wire'], stored.WireInfo>>().toEqualTypeOf<never>()
    expectTypeOf<ArticleDocument['wire']['pubStatus']>().toEqualTypeOf<
      NonNullable<stored.WireInfo['pubStatus']>
    >()
    expectTypeOf<WireCopyDocument['outcome']>().toEqualTypeOf<NonNullable<stored.WireCopy['outcome']>>()
    expectTypeOf<QuoteDocument['kind']>().toEqualTypeOf<NonNullable<stored.Quote['kind']>>()
  })
})
