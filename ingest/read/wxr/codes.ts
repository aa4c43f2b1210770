/** Findings of the WordPress reader. */
export const wxrFindingCodes = {
  /** Menus, revisions, styles and other things that are no copy. */
  skipped: 'wxr-skipped',
  /** A picture that the post names is not in the export. */
  pictureMissing: 'wxr-picture-missing',
  /** A shortcode of a plug-in: its words are kept, what it makes is not known. */
  unknownShortcode: 'wxr-unknown-shortcode',
  /** A post behind a password. */
  passwordProtected: 'wxr-password-protected',
  /** An item longer than any post: left out. */
  itemTooLong: 'wxr-item-too-long',
  /** No item in the export. */
  noItems: 'wxr-no-items',
} as const
