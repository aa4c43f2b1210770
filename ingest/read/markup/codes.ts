/** Findings that reading markup can give. */
export const markupFindingCodes = {
  /** A link whose scheme can run code or hide content was dropped; its words are kept. */
  linkRefused: 'markup-link-refused',
  /** A picture whose address cannot be used (a script or broken address); its caption is kept. */
  pictureRefused: 'markup-picture-refused',
  /** A form, script or style stood in the body; it is never run nor shown. */
  scriptLeftOut: 'markup-script-left-out',
} as const
