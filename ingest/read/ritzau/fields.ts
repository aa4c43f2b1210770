import type {FormatFields} from '../fields.ts'

/** Where Ritzau RBNews keeps each field. */
export const ritzauFields: FormatFields = {
  format: 'ritzau',
  title: 'Ritzau RBNews',
  fields: [
    {field: 'uri', from: ['NewsID']},
    {field: 'version', from: ['version']},
    {field: 'altIds', from: ['HistID', 'replacedID', 'Replaces']},
    {field: 'provider', from: ['origin']},
    {field: 'pubStatus', from: ['Annuleret']},
    {field: 'signals', from: ['NyVersion', 'Korrektion', 'Annuleret', 'replacedID']},
    {field: 'versionCreated', from: ['PublishDate']},
    {field: 'urgency', from: ['Priority']},
    {field: 'edNotes', from: ['TilRedaktionen']},
    {field: 'headline', from: ['headline']},
    {field: 'headlines', from: ['subtitle']},
    {field: 'slugline', from: ['strapline']},
    {field: 'byline', from: ['byLine']},
    {field: 'located', from: ['town']},
    {field: 'section', from: ['section']},
    {field: 'genres', from: ['format']},
    {field: 'subjects', from: ['IPTCList']},
    {field: 'keywords', from: ['SubjectKeyword']},
    {field: 'blocks', from: ['content']},
    {field: 'associations', from: ['MultimedieList']},
    {field: 'association.captions', from: ['MultimedieList']},
    {field: 'association.byline', from: ['MultimedieList']},
  ],
}
