import type {FormatFields} from '../fields.ts'

/** Where a saved web page keeps each field. */
export const htmlFields: FormatFields = {
  format: 'html',
  title: 'Saved web pages (HTML)',
  fields: [
    {
      field: 'uri',
      from: ['link rel=canonical', 'og:url', 'JSON-LD mainEntityOfPage'],
      note: 'without its fragment',
    },
    {field: 'link', from: ['link rel=canonical', 'og:url', 'JSON-LD mainEntityOfPage']},
    {field: 'provider', from: ['og:site_name', 'JSON-LD publisher']},
    {
      field: 'firstCreated',
      from: ['JSON-LD datePublished', 'article:published_time', 'itemprop=datePublished', 'time'],
    },
    {
      field: 'versionCreated',
      from: ['JSON-LD dateModified', 'article:modified_time', 'og:updated_time', 'itemprop=dateModified'],
    },
    {field: 'language', from: ['html lang', 'JSON-LD inLanguage', 'og:locale', 'content-language']},
    {
      field: 'headline',
      from: ['the heading shown', 'JSON-LD headline', 'og:title', 'title'],
      note: 'what the page shows first; else a finding',
    },
    {field: 'byline', from: ['the line shown', 'JSON-LD author', 'meta author']},
    {field: 'standfirst', from: ['the line shown that is the description, or marked as summary']},
    {field: 'section', from: ['JSON-LD articleSection', 'article:section']},
    {field: 'keywords', from: ['JSON-LD keywords', 'news_keywords', 'article:tag', 'keywords']},
    {field: 'copyrightNotice', from: ['JSON-LD copyrightNotice', 'meta copyright']},
    {
      field: 'blocks',
      from: ['the blocks judged to be the story'],
      note: 'by learned trees over structure, wording and the extraction library',
    },
    {field: 'leftOut', from: ['every other text of the page, in order, with its reason']},
    {field: 'signups', from: ['newsletter boxes among what is left out']},
    {field: 'association.captions', from: ['figcaption', 'elements named caption', 'itemprop=caption']},
    {
      field: 'association.creditLine',
      from: ['elements named credit, copyright, source', 'the end of the caption'],
    },
    {field: 'association.altText', from: ['img alt']},
  ],
}
