/** Findings of the NITF reader. */
export const nitfFindingCodes = {
  /** No `body.content`: there is no story. */
  noBody: 'nitf-no-body',
  /** A paragraph holds the code of an embed; it is kept as data, never run. */
  embedCode: 'nitf-embed-code',
  /** Bytes inside `media-object` that are not base64. */
  badObject: 'nitf-bad-object',
  /** A `management-status` that NITF does not have. */
  unknownStatus: 'nitf-unknown-status',
  /** A message to editors speaks of an embargo whose moment its words do not tell. */
  embargo: 'nitf-embargo-in-words',
} as const
