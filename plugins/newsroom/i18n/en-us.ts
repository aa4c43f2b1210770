import {enGb, type MessageKey} from './en-gb.ts'

/** American English: what differs from British. */
export const enUs: Record<MessageKey, string> = {
  ...enGb,
  'body.newsletter.email': 'Email address',
  'kind.standfirst': 'Deck',
  'import.documents.standfirst': 'Deck',
  'action.update.where.standfirst': 'Deck',
  'kind.crosshead': 'Subhead',
}
