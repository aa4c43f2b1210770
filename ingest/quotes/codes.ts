/** Codes of the findings that looking for quotations can give. */
export const quoteFindingCodes = {
  /** Who said a quotation could not be worked out surely enough; the speaker was left open for the editor. */
  speakerOpen: 'quote-speaker-open',
  /** A quotation has no closing mark, and the next paragraph does not go on with it. */
  unclosed: 'quote-unclosed',
} as const
