/** What reading PA API JSON may report. */
export const paFindingCodes = {
  /** A status that is not known; the item is held. */
  status: 'pa-status-not-known',
  /** The item holds neither headline nor words. */
  noContent: 'pa-no-content',
  /** The note speaks of an embargo; its time was kept as it came. */
  embargo: 'pa-embargo-as-text',
  /** JSON without an item. */
  noItem: 'pa-no-item',
} as const
