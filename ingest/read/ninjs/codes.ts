/** What reading ninjs may report. */
export const ninjsFindingCodes = {
  /** The item has no `uri`, which every version of ninjs asks for. */
  uriMissing: 'ninjs-uri-missing',
  /** A property has a value that the schema does not allow; the message says what was done with it. */
  valueNotAllowed: 'ninjs-value-not-allowed',
  /** A property has the wrong type, e.g. an object where text belongs. */
  wrongType: 'ninjs-wrong-type',
  /** Properties that no version of ninjs (and no known dialect) has; they were left alone. */
  unknownProperty: 'ninjs-unknown-property',
  /** The item has neither headline nor words nor picture. */
  noContent: 'ninjs-no-content',
  /** Associations nested deeper than any item has them were left out. */
  tooDeep: 'ninjs-associations-too-deep',
  /** A picture is named without caption and renditions. */
  partMissing: 'ninjs-part-missing',
  /** JSON without anything that makes it a news item. */
  notAnItem: 'ninjs-not-an-item',
} as const
