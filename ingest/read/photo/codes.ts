/** What reading photographs may report. */
export const photoFindingCodes = {
  /** The file has no caption, byline or credit in it. */
  noMetadata: 'photo-no-metadata',
  /** The file ends inside a part whose length it gives: it is cut, or lies about its size. */
  truncated: 'photo-truncated',
  /** The picture says that it is larger than its bytes can hold. */
  implausibleSize: 'photo-size-implausible',
  /** Records of the IIM block are damaged, out of order or repeated; the first sound value of each was taken. */
  damagedIim: 'photo-iim-damaged',
  /** A value was cut at the length that IIM allows; the fuller wording of XMP or Exif was taken where there is one. */
  cutValue: 'photo-iim-value-cut',
  /** A date cannot be read, or its time zone is impossible; it was kept as it came. */
  date: 'photo-date-unreadable',
  /** An instruction speaks of an embargo; its time was kept as it came. */
  embargo: 'photo-embargo-as-text',
  /** The Exif block cannot be read. */
  exif: 'photo-exif-unreadable',
  /** The words are in another character set than dataset 1:90 says. */
  mislabelled: 'photo-iim-mislabelled',
} as const
