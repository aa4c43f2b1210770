/** Findings of the arrangement. */
export const arrangeFindingCodes = {
  /** No line of the copy looks like a headline. */
  noHeadline: 'no-headline',
  /** Nothing in the copy looks like a story. */
  noBody: 'no-body',
} as const
