/** Codes of the findings that reconciling leaves. */
export const reconcileFindingCodes = {
  /** Changes of the wire met an editor's and wait on the article. */
  updateWaits: 'update-waits',
  /** The copy that the article was last made from cannot be remade, so nothing was changed. */
  baseMissing: 'base-missing',
  /** An older version arrived late: recorded, without effect. */
  olderVersion: 'older-version',
  /** The wire changed words inside quotation marks, and the change was taken. */
  quotationChanged: 'quotation-changed',
  /** The item was killed. */
  killed: 'article-killed',
  /** The item was put on hold. */
  withheld: 'article-withheld',
  /** A later version may be used again: an editor must agree. */
  usableAgain: 'usable-again-waits',
  /** The article was deleted by an editor and the same copy came again: it stays deleted. */
  deletedHere: 'article-deleted-here',
  /** A story that looks like one from another source. */
  perhapsSame: 'perhaps-the-same-story',
} as const
