import type {FormatFields} from '../fields.ts'

/** Where RSS 0.9x, 1.0, 2.0 and Atom 0.3, 1.0 keeps each field. */
export const rssFields: FormatFields = {
  format: 'rss',
  title: 'RSS 0.9x, 1.0, 2.0 and Atom 0.3, 1.0',
  fields: [
    {field: 'uri', from: ['guid', 'id', 'item@rdf:about', 'link'], note: 'from link it is derived'},
    {field: 'link', from: ['link', 'guid (permalink)']},
    {field: 'provider', from: ['source/title', 'dc:publisher', 'title of the feed']},
    {field: 'firstCreated', from: ['published', 'issued', 'pubDate', 'dc:date']},
    {
      field: 'versionCreated',
      from: ['updated', 'modified', 'the date of creation'],
      note: 'the last one is derived',
    },
    {field: 'expires', from: ['dcterms:valid']},
    {field: 'headline', from: ['title', 'media:title']},
    {field: 'standfirst', from: ['description or summary beside fuller content']},
    {field: 'byline', from: ['author/name', 'dc:creator', 'author']},
    {field: 'language', from: ['xml:lang', 'dc:language', 'channel/language']},
    {field: 'subjects', from: ['category', 'dc:subject']},
    {field: 'keywords', from: ['media:keywords', 'itunes:keywords']},
    {field: 'copyrightNotice', from: ['rights', 'copyright']},
    {field: 'blocks', from: ['content:encoded', 'content', 'description', 'summary', 'media:description']},
    {
      field: 'associations',
      from: [
        'media:group',
        'media:content',
        'media:thumbnail',
        'enclosure',
        'link[@rel="enclosure"]',
        'pictures of the body',
      ],
    },
    {field: 'association.captions', from: ['media:description', 'media:text']},
    {field: 'association.creditLine', from: ['media:credit']},
    {field: 'association.byline', from: ['media:credit[@role="photographer"]']},
    {field: 'association.altText', from: ['img@alt']},
  ],
}
