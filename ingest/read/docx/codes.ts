/** Findings that reading Word documents can give. */
export const docxFindingCodes = {
  /** The document is damaged or no Word document. */
  unreadable: 'docx-unreadable',
  /** It unpacks to more than a document may; nothing was read. */
  tooLarge: 'docx-too-large',
  /** A part is encrypted. */
  encrypted: 'docx-encrypted',
  /** A line of the document speaks of an embargo; its time was kept as it came. */
  embargo: 'docx-embargo-as-text',
} as const
