import type {FormatFields} from '../fields.ts'

/** Where NITF 3.x keeps each field. */
export const nitfFields: FormatFields = {
  format: 'nitf',
  title: 'NITF 3.x',
  fields: [
    {field: 'uri', from: ['docdata/doc-id@id-string', 'nitf@uno']},
    {field: 'identity', from: ['du-key@key'], note: 'where doc-id is that key and a count'},
    {field: 'version', from: ['docdata/du-key@version']},
    {field: 'altIds', from: ['docdata/du-key@key']},
    {
      field: 'provider',
      from: [
        'body.head/distributor',
        'meta[@name="…source"]',
        'doc-id@regsrc',
        'del-list/from-src@src-name',
        'doc.copyright@holder',
      ],
      note: 'the last one is derived',
    },
    {field: 'pubStatus', from: ['docdata@management-status']},
    {
      field: 'signals',
      from: ['docdata@management-status', 'docdata/correction', 'ed-msg@info', 'words of the slugline'],
    },
    {
      field: 'embargoedUntil',
      from: ['date.release@norm'],
      note: 'only when later than date.issue, or when the status is embargoed; else from words of ed-msg that name day, time and zone',
    },
    {field: 'expires', from: ['date.expire@norm']},
    {field: 'firstCreated', from: ['revision-history[@function="writer-author"]@norm']},
    {field: 'versionCreated', from: ['date.issue@norm', 'pubdata@date.publication']},
    {field: 'urgency', from: ['urgency@ed-urg']},
    {
      field: 'edNotes',
      from: ['ed-msg@info', 'correction@info', 'note'],
      note: 'a note of type pa (publishable advisory) is public',
    },
    {field: 'language', from: ['nitf@baselang', 'nitf@xml:lang']},
    {field: 'headline', from: ['hedline/hl1', 'head/title']},
    {field: 'headlines', from: ['hedline/hl1', 'hedline/hl2']},
    {field: 'standfirst', from: ['body.head/abstract']},
    {
      field: 'slugline',
      from: ['meta by agency (slugline, anpa-keyword …)'],
      note: 'NITF has none of its own',
    },
    {field: 'byline', from: ['body.head/byline']},
    {field: 'dateline', from: ['body.head/dateline']},
    {field: 'located', from: ['dateline/location', 'evloc@city']},
    {field: 'section', from: ['pubdata@position.section', 'meta[@name="section"]']},
    {field: 'subjects', from: ['tobject.subject', 'classifier']},
    {field: 'genres', from: ['tobject.property']},
    {field: 'keywords', from: ['key-list/keyword@key', 'meta[@name="keywords"]']},
    {
      field: 'copyrightNotice',
      from: ['body.head/rights', 'doc.copyright'],
      note: 'from doc.copyright it is derived',
    },
    {field: 'usageTerms', from: ['doc.rights@limitations']},
    {field: 'blocks', from: ['body.content', 'body.end']},
    {field: 'associations', from: ['media', 'img@source', 'paragraph of a label and a link to a picture']},
    {field: 'association.captions', from: ['media-caption']},
    {
      field: 'association.creditLine',
      from: ['media-reference@source-credit', 'media-metadata', 'media-producer'],
    },
    {field: 'association.altText', from: ['media-reference@alternate-text']},
    {field: 'association.byline', from: ['media-producer']},
  ],
}
