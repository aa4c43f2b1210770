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

/** American English, for the texts of the content model: what differs from those in the schema. */
export const enUsSchema: Record<string, string> = {
  'schema.article.standfirst': 'Deck',
  'schema.body.block.style.h2': 'Subhead',
  'schema.body.block.style.h3': 'Subhead, level 3',
  'schema.body.block.style.h4': 'Subhead, level 4',
  'schema.body.block.style.h5': 'Subhead, level 5',
  'schema.body.block.style.h6': 'Subhead, level 6',
  'schema.newsletterBlock.emailLabel': 'Label of the email box',
  'schema.person.organisation': 'Organization',
  'schema.person.ordering.organisation': 'Organization',
  'schema.person.role.description': 'Secretary, coach, neighbor.',
}
