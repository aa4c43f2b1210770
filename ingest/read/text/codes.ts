/** Findings of the text reader. */
export const textFindingCodes = {
  /** The file has no bytes, or nothing but white space. */
  emptyFile: 'empty-file',
  /** The bytes are those of a picture, an archive, a program …: nothing was read. */
  looksLikeBinary: 'looks-like-binary',
  /** Some bytes do not fit the encoding; they were read as Windows-1252. */
  mixedEncoding: 'mixed-encoding',
  /** NUL bytes were left out. */
  nulBytes: 'nul-bytes',
  /** Control characters were left out. */
  controlCharacters: 'control-characters',
  /** Halves of surrogate pairs became U+FFFD. */
  loneSurrogates: 'lone-surrogates',
  /** The copy has U+FFFD in it: letters were lost before it came here. */
  lostCharacters: 'lost-characters',
  /** UTF-8 that was read as Windows-1252 and written out again before it came here. */
  doubleEncoded: 'double-encoded',
} as const
