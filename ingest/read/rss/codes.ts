/** Findings of the RSS and Atom reader. */
export const rssFindingCodes = {
  /** A feed without entries: only its own title and description were read. */
  noEntries: 'feed-no-entries',
  /** An entry without id and link; it is known by its words alone. */
  noIdentity: 'feed-entry-no-id',
} as const
