/** Findings about the character set of copy. */
export const encodingFindingCodes = {
  /** The bytes contradict the label; the evidence was believed. */
  labelContradicted: 'encoding-label-contradicted',
  /** The label names no encoding that is known here. */
  labelUnknown: 'encoding-label-unknown',
  /** No label; the encoding was told by the letters it gives. */
  guessed: 'encoding-guessed',
  /** Bytes that fit neither; read one by one or as U+FFFD. */
  invalidBytes: 'encoding-invalid-bytes',
  /** UTF-8 that was read as Latin-1 and written as UTF-8 again; undone. */
  doubleEncoded: 'encoding-double-encoded',
} as const
