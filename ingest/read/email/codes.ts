/** What reading e-mail may report. */
export const emailFindingCodes = {
  /** The message breaks a limit (nesting, size of headers) or cannot be taken apart; its text was read as it stands. */
  unreadable: 'email-unreadable',
  /** The message has no words. */
  noBody: 'email-no-body',
  /** An attachment could not be read; it is kept with the message. */
  attachment: 'email-attachment-not-read',
  /** The words were labelled with one character set and are in another. */
  mislabelled: 'email-charset-mislabelled',
  /** A line of the message speaks of an embargo; its time was kept as it came. */
  embargo: 'email-embargo-as-text',
} as const
