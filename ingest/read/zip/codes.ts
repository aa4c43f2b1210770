/** What reading zip archives may report. */
export const zipFindingCodes = {
  /** The archive has no directory that can be read, or ends too early. */
  unreadable: 'zip-unreadable',
  /** A file in the archive cannot be unpacked (encrypted, damaged, an unknown method). */
  entryUnreadable: 'zip-entry-unreadable',
  /** A file, or all together, would unpack to more than is allowed: a bomb, or an archive to be split. */
  tooLarge: 'zip-too-large',
  /** A file's path leads out of the archive; its name alone was used and nothing was written anywhere. */
  unsafePath: 'zip-unsafe-path',
  /** There are more files than are read from one archive. */
  tooMany: 'zip-too-many-files',
  /** Archives are packed in archives deeper than is read. */
  tooDeep: 'zip-too-deep',
  /** The archive holds no copy. */
  empty: 'zip-empty',
} as const
