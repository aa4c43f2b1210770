import type {FormatFields} from '../fields.ts'

/** Where a Markdown document keeps each field. */
export const markdownFields: FormatFields = {
  format: 'markdown',
  title: 'Markdown',
  fields: [
    {field: 'headline', from: ['headline', 'title', 'the first heading']},
    {field: 'byline', from: ['byline', 'author', 'authors', 'by', 'the line "By …" below the headline']},
    {field: 'standfirst', from: ['standfirst', 'subtitle', 'description', 'summary', 'excerpt', 'dek']},
    {field: 'slugline', from: ['slugline']},
    {field: 'dateline', from: ['dateline']},
    {field: 'located', from: ['located', 'location']},
    {field: 'section', from: ['section', 'category', 'categories']},
    {field: 'firstCreated', from: ['date', 'published', 'created', 'publishdate']},
    {field: 'versionCreated', from: ['lastmod', 'updated', 'modified']},
    {field: 'embargoedUntil', from: ['embargo', 'embargoed', 'embargoeduntil']},
    {field: 'language', from: ['language', 'lang', 'locale']},
    {field: 'keywords', from: ['tags', 'keywords']},
    {field: 'uri', from: ['uri', 'canonical', 'url']},
    {field: 'link', from: ['canonical', 'canonical_url', 'url', 'link']},
    {field: 'version', from: ['version']},
    {field: 'edNotes', from: ['lines of the front matter that are no plain fields'], note: 'never public'},
    {field: 'association.altText', from: ['the alternative text of an image']},
    {field: 'association.captions', from: ['the title of an image', 'figcaption in markup']},
  ],
}
