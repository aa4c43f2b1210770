/** Findings of the NewsML 1 reader. */
export const newsml1FindingCodes = {
  /** A part that the item names is not in this copy. */
  partMissing: 'package-part-missing',
  /** `PublicIdentifier` is missing or the same for every item of the sender; the id was made from the other parts. */
  identityDerived: 'newsml1-identity-derived',
  /** A `Status` that NewsML does not have. */
  unknownStatus: 'newsml1-unknown-status',
  /** A news item without any content. */
  noContent: 'newsml1-no-content',
  /** No NewsItem in the copy. */
  noItem: 'newsml1-no-item',
} as const
