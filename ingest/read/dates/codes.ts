/** Findings about dates. */
export const dateFindingCodes = {
  /** No known way of writing a date; kept as text. */
  unreadable: 'date-unreadable',
  /** A date without a time zone; kept as it came, no zone is assumed. */
  withoutZone: 'date-without-zone',
} as const
