import type {FormatFields} from '../fields.ts'

/** Where PA API JSON keeps each field. */
export const paFields: FormatFields = {
  format: 'pa',
  title: 'PA API JSON',
  fields: [
    {field: 'itemClass', from: ['type']},
    {field: 'uri', from: ['uri', 'usn']},
    {field: 'version', from: ['version']},
    {field: 'altIds', from: ['usn', 'unique-name', 'originalUrn']},
    {field: 'provider', from: ['provider', 'source-feed']},
    {field: 'pubStatus', from: ['status']},
    {field: 'embargoedUntil', from: ['embargoed', 'ednote'], note: 'from a note it is text, with a finding'},
    {field: 'firstCreated', from: ['firstVersion']},
    {field: 'versionCreated', from: ['versionCreated']},
    {field: 'urgency', from: ['priority']},
    {field: 'signals', from: ['status', 'ednote']},
    {field: 'edNotes', from: ['ednote'], note: 'never public'},
    {field: 'language', from: ['language']},
    {field: 'headline', from: ['headline']},
    {field: 'standfirst', from: ['subhead', 'abstract'], note: 'an abstract of one word is a desk code'},
    {field: 'slugline', from: ['slug']},
    {field: 'byline', from: ['byline']},
    {field: 'dateline', from: ['the first paragraph'], note: 'derived'},
    {field: 'located', from: ['location', 'the dateline']},
    {field: 'subjects', from: ['subjects.code[]', 'mediaCatCodes']},
    {field: 'keywords', from: ['keywords']},
    {field: 'copyrightNotice', from: ['copyrightNotice', 'copyrightHolder']},
    {field: 'usageTerms', from: ['usage']},
    {field: 'blocks', from: ['body_html', 'body_text']},
    {field: 'associations', from: ['associations']},
  ],
}
