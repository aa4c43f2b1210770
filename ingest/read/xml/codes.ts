/** Findings of the XML tree; every reader of an XML format may give them. */
export const xmlFindingCodes = {
  /** The copy carries a document type with declarations (DTD, entities); they are never fetched and never expanded. */
  doctypeIgnored: 'xml-doctype-ignored',
  /** Elements nested deeper than the tree keeps stand beside each other; no text is lost. */
  nestedTooDeep: 'xml-nested-too-deep',
  /** A start tag without its end, or an end without its start. */
  notWellFormed: 'xml-not-well-formed',
  /** The copy ends inside a tag, comment or section. */
  cutShort: 'xml-cut-short',
  /** More elements than a piece of copy can mean; the rest is left out. */
  tooManyNodes: 'xml-too-many-nodes',
  /** No element at all. */
  empty: 'xml-empty',
} as const
