/** Findings about a piece of copy as a whole. */
export const readFindingCodes = {
  /** A reader threw: a bug in it. The rest of the batch goes on. */
  readerFailed: 'reader-failed',
  /** The copy is in a known format but holds no item. */
  noItem: 'no-item',
} as const
