/**
 * Parts of an XHTML body that repeat metadata, by their class: the reason that they are no part of the story. dpa
 * (digitalwires and dpa-G2 rendering) and TT (richhtml5) write the head of the page into the body.
 */
export const agencyClasses: Readonly<Record<string, string>> = {
  __proto__: null as never,
  slugline: 'tags',
  publicationDate: 'timestamp',
  embargoed: 'editors-note',
  closingline: 'author-note',
  vignette: 'section-label',
  dat: 'section-label',
}

/** dpa's own elements for what a story shows; each has `src` (embeds) or `ref`, `caption` and `creditline` (pictures). */
export const embedElements = /^dnl-(?!image)[a-z]+$/
export const pictureElements = /^dnl-image$/
