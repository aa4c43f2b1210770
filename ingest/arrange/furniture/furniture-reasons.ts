/** Why a part of the copy is not the story. Each is stored with the furniture and shown to the editor. */
export const furnitureReasons = {
  'weather-strip': 'A temperature or forecast with a place',
  navigation: 'A menu, a section label or the path to the page',
  'heading-without-content': 'The heading of a list that has nothing in it here',
  'related-links': 'Links to other stories, and their headings',
  'read-more': 'A link inside the story to another one',
  'social-share': 'Buttons and counts of sharing and following',
  comments: 'Readers’ comments and their form',
  advertisement: 'An advertisement or its label',
  'subscription-offer': 'An offer of a paid subscription or membership',
  copyright: 'A copyright line or legal notice of the site',
  'form-residue': 'What a form on the page says',
  'cookie-notice': 'A notice about cookies or consent',
  'log-in': 'Log-in and account links',
  timestamp: 'When the page was published or changed',
  'reading-time': 'How long the story takes to read',
  tags: 'Topic labels of the story',
  'author-note': 'Who the writer is and how to reach them',
  'repeated-headline': 'The headline, printed again',
  'repeated-text': 'Words of the story, printed again',
  'media-player': 'Controls and labels of a player or gallery',
  'photo-credit': 'A credit whose picture did not come with the copy',
  contact: 'How to reach the publisher',
  'section-label': 'The name of a section, series or edition',
  counter: 'A number that stands alone',
  separator: 'A line of signs without words',
  'editors-note': 'A note to editors',
  'outside-the-story': 'Before or after the story, of no kind that is known',
  'in-story-insert': 'Between paragraphs of the story and no part of it',
} as const

/** One of the keys of `furnitureReasons`. */
export type FurnitureReason = keyof typeof furnitureReasons
