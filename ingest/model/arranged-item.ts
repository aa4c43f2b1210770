import type {BodyBlock, NewsItem, NewsletterBox} from './news-item.ts'

/** A caption of the article, joined over every place it was printed. */
export interface ArrangedCaption {
  /** The fullest wording, as printed. */
  text: string
  creditLine: string | null
  byline: string | null
  altText: string | null
  /** How often it was printed in the copy, every wording counted. */
  occurrences: number
  /** 1-based lines of the copy. */
  lines: number[]
  /** Every other wording that was joined into it. */
  alsoSeen: string[]
  /** Index into `associations`, when a picture came with it. */
  association: number | null
}

/** Why a part of the copy is not the story. Kebab-case, listed in `furniture-reasons.ts`. */
export interface Furniture {
  text: string
  reason: string
  /** 1-based line of the copy; absent for formats without lines. */
  line?: number
}

/** A news item with every part of its copy told apart: body, captions, newsletter boxes, furniture. */
export interface ArrangedItem extends Omit<NewsItem, 'text' | 'blocks' | 'leftOut' | 'signups'> {
  /** In order; nothing in it is furniture unless the block says so. */
  body: BodyBlock[]
  captions: ArrangedCaption[]
  newsletters: NewsletterBox[]
  furniture: Furniture[]
  /** 1-based lines of headline, byline, dateline and standfirst, when the copy has lines. */
  lines: {headline?: number[]; byline?: number[]; dateline?: number[]; standfirst?: number[]}
}
