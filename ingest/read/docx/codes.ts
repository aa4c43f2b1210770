/** Findings that reading Word documents can give. */
export const docxFindingCodes = {
  /** The document is damaged or no Word document. */
  unreadable: 'docx-unreadable',
  /** It unpacks to more than a document may; nothing was read. */
  tooLarge: 'docx-too-large',
  /** A part is encrypted. */
  encrypted: 'docx-encrypted',
} as const
