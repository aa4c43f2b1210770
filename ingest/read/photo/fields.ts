import type {FormatFields} from '../fields.ts'

/** Where Photographs (IIM, XMP, Exif) keep each field. */
export const photoFields: FormatFields = {
  format: 'photo',
  title: 'Photographs (IIM, XMP, Exif)',
  fields: [
    {field: 'uri', from: ['XMP DigImageGUID', 'XMP dc:identifier']},
    {field: 'altIds', from: ['IIM 2:103', 'XMP TransmissionReference']},
    {field: 'provider', from: ['IIM 2:115', 'XMP photoshop:Source']},
    {field: 'embargoedUntil', from: ['instructions'], note: 'text, with a finding'},
    {field: 'expires', from: ['IIM 2:37, 2:38']},
    {
      field: 'firstCreated',
      from: ['XMP photoshop:DateCreated', 'IIM 2:55, 2:60', 'Exif DateTimeOriginal'],
      note: 'Exif’s zone where XMP has the same time without one',
    },
    {field: 'versionCreated', from: ['IIM 2:30, 2:35']},
    {field: 'urgency', from: ['IIM 2:10', 'XMP photoshop:Urgency']},
    {field: 'edNotes', from: ['IIM 2:40', 'XMP photoshop:Instructions'], note: 'never public'},
    {field: 'language', from: ['IIM 2:135']},
    {field: 'headline', from: ['IIM 2:105', 'XMP photoshop:Headline']},
    {field: 'slugline', from: ['IIM 2:05', 'XMP dc:title', 'PNG Title']},
    {
      field: 'byline',
      from: ['IIM 2:80', 'XMP dc:creator', 'Exif Artist', 'PNG Author'],
      note: 'a cut name gives way to the whole one',
    },
    {
      field: 'located',
      from: ['IIM 2:90, 2:95, 2:101', 'XMP City, State, Country', 'XMP LocationCreated, LocationShown'],
    },
    {field: 'subjects', from: ['IIM 2:12, 2:15, 2:20']},
    {field: 'keywords', from: ['IIM 2:25', 'XMP dc:subject']},
    {field: 'creditLine', from: ['IIM 2:110', 'XMP photoshop:Credit']},
    {field: 'copyrightNotice', from: ['IIM 2:116', 'XMP dc:rights', 'Exif Copyright', 'PNG Copyright']},
    {field: 'usageTerms', from: ['XMP xmpRights:UsageTerms']},
    {field: 'encoding', from: ['IIM 1:90', 'the letters of the words']},
    {field: 'associations', from: ['the picture itself']},
    {
      field: 'association.captions',
      from: ['IIM 2:120', 'XMP dc:description', 'Exif ImageDescription', 'PNG Description'],
      note: 'a cut wording gives way to the whole one',
    },
    {field: 'association.altText', from: ['XMP AltTextAccessibility']},
  ],
}
