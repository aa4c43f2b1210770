/** What reading IPTC 7901 may report. */
export const iptc7901FindingCodes = {
  /** The header line with priority and category is missing or damaged. */
  headerUnreadable: 'iptc7901-header-unreadable',
  /** There is no start of text, so all lines after the header were taken as the text. */
  noStartOfText: 'iptc7901-no-start-of-text',
  /** The end of text is missing: the message may be cut. */
  noEnd: 'iptc7901-message-cut',
  /** The stamp gives no time zone or cannot be read; it was kept as it came. */
  stamp: 'iptc7901-stamp-unreadable',
  /** A note speaks of an embargo; its time was kept as it came. */
  embargo: 'iptc7901-embargo-as-text',
  /** No line could be the headline. */
  noHeadline: 'iptc7901-no-headline',
  /** The message is the agency's own notice, not a story. */
  agencyNotice: 'iptc7901-agency-notice',
} as const
