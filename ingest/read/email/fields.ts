import type {FormatFields} from '../fields.ts'

/** Where E-mail (RFC 822 with MIME) keeps each field. */
export const emailFields: FormatFields = {
  format: 'email',
  title: 'E-mail (RFC 822 with MIME)',
  fields: [
    {field: 'uri', from: ['Message-ID']},
    {field: 'provider', from: ['From: address']},
    {field: 'creditLine', from: ['From: name']},
    {field: 'versionCreated', from: ['Date']},
    {field: 'headline', from: ['Subject', 'Headline of a form']},
    {field: 'signals', from: ['the label before the subject’s colon']},
    {field: 'language', from: ['Content-Language']},
    {field: 'byline', from: ['a line By … near the top', 'Byline of a form']},
    {field: 'dateline', from: ['the first paragraph', 'Dateline of a form'], note: 'derived'},
    {field: 'located', from: ['the dateline']},
    {field: 'slugline', from: ['Slugline of a form']},
    {field: 'standfirst', from: ['Abstract of a form']},
    {field: 'section', from: ['Desk of a form']},
    {field: 'urgency', from: ['Urgency of a form']},
    {field: 'subjects', from: ['Category of a form']},
    {field: 'genres', from: ['Genre of a form']},
    {field: 'keywords', from: ['Place of a form']},
    {field: 'edNotes', from: ['Legal flag and notes of a form'], note: 'never public'},
    {field: 'embargoedUntil', from: ['a line near the top'], note: 'text, with a finding'},
    {field: 'encoding', from: ['charset'], note: 'UTF-8 under another label is read as UTF-8'},
    {
      field: 'blocks',
      from: ['text/html', 'text/plain', 'Body of a form'],
      note: 'greeting, signature, legal notice and what is answered as not the story',
    },
    {
      field: 'associations',
      from: ['pictures, audio and video', 'inline pictures'],
      note: 'other copy attached gives items of its own',
    },
    {field: 'leftOut', from: ['dates, visiting cards and signatures among the attachments']},
    {
      field: 'association.captions',
      from: [
        'Content-Description',
        'the picture’s own words',
        'a line in italics or with a credit below the picture',
      ],
    },
    {field: 'association.altText', from: ['img alt']},
  ],
}
