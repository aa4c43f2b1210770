/** What reading AP Media API answers may report. */
export const apFindingCodes = {
  /** The answer holds the item's description but not its words: they are fetched from the address in the message. */
  bodyElsewhere: 'ap-body-not-in-copy',
  /** A picture is named but its caption and renditions are not in the copy. */
  partMissing: 'ap-part-missing',
  /** The answer holds no item. */
  noItem: 'ap-no-item',
  /** A status that the API does not document. */
  status: 'ap-status-not-known',
} as const
