/** Findings that reading Markdown can give. */
export const markdownFindingCodes = {
  /** A line opens more quotations or lists than any document does; the signs were kept as text. */
  tooDeep: 'markdown-too-deep',
  /** The front matter between the rules could not be read; it is kept as a note. */
  frontMatterUnread: 'markdown-front-matter-unread',
} as const
