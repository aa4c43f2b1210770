import {defineQuery} from 'groq'
import {captionedImageFields, isPublishable, newsletterFields, quoteFields} from './fragments.ts'

/**
 * One article to show, or null: `$slug`. Captions, quotes and newsletter blocks come resolved in the places where they stand. Killed,
 * held and embargoed articles are not found.
 */
export const articleBySlugQuery =
  defineQuery(`*[_type == "article" && slug.current == $slug && ${isPublishable}][0]{
  _id,
  _updatedAt,
  headline,
  "slug": slug.current,
  slugline,
  standfirst,
  byline,
  "by": by[]->{_id, name, role, organisation},
  dateline,
  located,
  section,
  subjects[]{name, code, scheme},
  genres[]{name, code, scheme},
  keywords,
  language,
  "leadImage": leadImage{${captionedImageFields}},
  "body": body[]{
    ...,
    _type == "block" => {
      "markDefs": markDefs[]{
        ...,
        _type == "quotation" => {"quote": quote->{${quoteFields}}}
      }
    },
    _type == "captionedImage" => {${captionedImageFields}},
    _type == "pullQuote" => {"quote": quote->{${quoteFields}}},
    _type == "newsletterSignup" => {"newsletterBlock": newsletterBlock->{${newsletterFields}}}
  },
  "firstCreated": wire.firstCreated,
  "versionCreated": wire.versionCreated,
  "provider": wire.provider,
  "copyrightNotice": wire.copyrightNotice,
  "usageTerms": wire.usageTerms,
  "publicNotes": wire.edNotes[public == true].text
}`)
