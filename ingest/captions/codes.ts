/** Codes of the findings that joining captions leaves. */
export const captionFindingCodes = {
  /** Two wordings that may caption one picture; they were not joined. */
  perhapsSame: 'captions-perhaps-the-same',
  /** Two wordings were joined although a name is spelt in two ways or a verb was edited. */
  joinedUnsure: 'captions-joined-unsure',
} as const
