/** What reading dpa digitalwires may report. */
export const dpaFindingCodes = {
  /** The entry holds neither words nor media. */
  noContent: 'dpa-no-content',
  /** JSON without an entry. */
  noEntry: 'dpa-no-entry',
  /** A status outside of usable, withheld, canceled; the entry is held. */
  status: 'dpa-status-not-known',
  /** The words name a picture that is not among the entry's parts. */
  partMissing: 'dpa-part-missing',
} as const
