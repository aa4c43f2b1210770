/** What reading plain-text press releases may report. */
export const pressReleaseFindingCodes = {
  /** The release may not be published before a time; it was kept as it came. */
  embargo: 'press-release-embargo-as-text',
  /** No line could be the headline. */
  noHeadline: 'press-release-no-headline',
  /** There is no dateline that starts the story. */
  noDateline: 'press-release-no-dateline',
} as const
