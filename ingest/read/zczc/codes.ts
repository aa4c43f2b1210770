/** What reading ZCZC-framed wire text may report. */
export const zczcFindingCodes = {
  /** The closing NNNN is missing: the message may be cut. */
  noEnd: 'zczc-message-cut',
  /** No tag or line gives a headline. */
  noHeadline: 'zczc-no-headline',
} as const
