/** Findings that reading a saved page can give. */
export const htmlFindingCodes = {
  /** The page is too large or too deeply nested for the extraction library; the story was told by the other signs. */
  withoutLibrary: 'html-too-large-for-library',
  /** No part of the page reads like a story; every word is in what was left out. */
  noStory: 'html-no-story',
  /** The page shows no headline; the one given is what the page says of itself. */
  headlineNotShown: 'html-headline-not-shown',
} as const
