/** Findings of the NewsML-G2 reader. */
export const newsmlG2FindingCodes = {
  /** A concept, knowledge or planning item: reference data, no news. */
  skipped: 'newsml-g2-item-skipped',
  /** A part that a package names is not in this copy. */
  partMissing: 'package-part-missing',
  /** An item without `guid`. */
  noGuid: 'newsml-g2-no-guid',
  /** Content of a kind that is not news text; its words are kept as paragraphs. */
  unknownContent: 'newsml-g2-unknown-content',
  /** Content that could not be decoded. */
  badContent: 'newsml-g2-bad-content',
  /** A `pubStatus` that NewsML-G2 does not have. */
  unknownStatus: 'newsml-g2-unknown-status',
  /** `embargoed` without a time. */
  openEmbargo: 'newsml-g2-embargo-without-time',
  /** A group names a group that does not exist, or itself. */
  badGroup: 'newsml-g2-bad-group',
  /** Neither item nor package in the copy. */
  noItem: 'newsml-g2-no-item',
} as const
