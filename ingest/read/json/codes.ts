/** What the shared JSON reading may report. */
export const jsonFindingCodes = {
  /** The text is not JSON by the letter (cut short, raw line breaks, a missing comma); what could be read was. */
  repaired: 'json-repaired',
  /** Nothing in the text is a JSON value. */
  unreadable: 'json-unreadable',
  /** Values nested deeper than any wire format goes were left out. */
  tooDeep: 'json-too-deep',
  /** A key that would change the prototype of an object was ignored. */
  unsafeKey: 'json-unsafe-key',
} as const
