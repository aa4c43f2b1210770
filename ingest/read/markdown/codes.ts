/** Findings that reading Markdown can give. */
export const markdownFindingCodes = {
  /** A line opens more quotations or lists than any document does; the signs were kept as text. */
  tooDeep: 'markdown-too-deep',
  /** The front matter between the rules could not be read; it is kept as a note. */
  frontMatterUnread: 'markdown-front-matter-unread',
  /** A line of the document speaks of an embargo; its time was kept as it came. */
  embargo: 'markdown-embargo-as-text',
} as const
