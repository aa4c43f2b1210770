/** Findings of the Ritzau reader. */
export const ritzauFindingCodes = {
  /** No words in the item. */
  noContent: 'ritzau-no-content',
} as const
