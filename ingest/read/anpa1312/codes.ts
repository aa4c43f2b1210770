/** What reading ANPA 1312 may report. */
export const anpaFindingCodes = {
  /** The header line with priority, category and keyword is missing or damaged. */
  headerUnreadable: 'anpa-header-unreadable',
  /** There is no start of text, so all lines were taken as the story. */
  noStartOfText: 'anpa-no-start-of-text',
  /** The end-of-text line with the time of transmission is missing: the message may be cut. */
  noEnd: 'anpa-message-cut',
  /** A note speaks of an embargo; its time was kept as it came. */
  embargo: 'anpa-embargo-as-text',
  /** The stamp of the message gives no time zone or cannot be read. */
  stamp: 'anpa-stamp-unreadable',
  /** There is no line that could be the headline. */
  noHeadline: 'anpa-no-headline',
} as const
