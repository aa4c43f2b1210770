import type {Finding} from './finding.ts'

/** IPTC ninjs 3.3 `pubStatus`. `canceled` is a kill, `withheld` a hold. */
export type PubStatus = 'usable' | 'withheld' | 'canceled'

/** NewsML-G2 `itemClass`, without the `ninat:` prefix. */
export type ItemClass = 'text' | 'picture' | 'video' | 'audio' | 'graphic' | 'composite'

/** An editorial note that came with the copy. Notes are for the desk: none is public unless the copy says so. */
export interface EdNote {
  role?: string
  text: string
  public: boolean
}

/** A subject or genre with the scheme its code is from (`medtop`, `iptc-subject-code`, an agency's own). */
export interface Subject {
  name?: string
  /** The code as it came, e.g. `medtop:20000065`. */
  code?: string
  scheme?: string
}

/** What the desk is told to do with the item. */
export type Signal = 'update' | 'correction' | 'kill' | 'hold' | 'advisory' | 'writethru' | 'sameAs'

/** A run of a block's text that is set apart. Offsets are into the block's `text`, end exclusive. */
export interface TextMark {
  start: number
  end: number
  kind: 'strong' | 'em' | 'underline' | 'code' | 'sub' | 'sup' | 'strike' | 'link'
  /** For `link`: an absolute or site-relative address, already cleaned (never `javascript:` and the like). */
  href?: string
}

/** The kinds of block a body is made of. */
export type BlockKind =
  | 'paragraph'
  | 'crosshead'
  | 'blockQuote'
  | 'listItem'
  | 'preformatted'
  | 'table'
  | 'embed'
  | 'image'
  | 'separator'

/**
 * One block of a body. `text` is the words as they came (line breaks inside a paragraph are `\n`). A table has `rows`
 * and its `text` is the cells joined by tabs and line breaks; an embed has `url` and/or `html`; an image points into the
 * item's `associations` by `association` (its index).
 */
export interface BodyBlock {
  kind: BlockKind
  text: string
  marks?: TextMark[]
  /** Crosshead level 2 to 6; list nesting from 1. */
  level?: number
  list?: 'bullet' | 'number'
  rows?: {header: boolean; cells: string[]}[]
  url?: string
  html?: string
  association?: number
  /** Not for publication, and why (see `FurnitureReason`): a note to editors in the running text, a sign-off, and so on. */
  furniture?: string
  /** Where it came from. `offset` is where `text` starts in the decoded copy, given only when the copy has these very characters there. */
  at?: {line?: number; offset?: number; xpath?: string}
}

/** One printed wording of a picture's caption. */
export interface PictureCaption {
  text: string
  /** `caption`, `alt`, `headline`, `title` … as the format names it. */
  role?: string
  language?: string
}

/** A rendition of a picture (or video, audio), as the copy addresses it. Nothing is fetched. */
export interface Rendition {
  href: string
  mimeType?: string
  width?: number
  height?: number
  role?: string
}

/** A picture (or other media, or related item) that came with the copy. */
export interface Association {
  uri?: string
  /** What names it over all its versions, where its `uri` changes with each, as `NewsItem.identity` does. */
  identity?: string
  itemClass: ItemClass
  /** How it belongs: `featuremedia`, `gallery`, `inline`, `related` … as the format names it. */
  name?: string
  headline?: string
  captions: PictureCaption[]
  altText?: string
  creditLine?: string
  byline?: string
  copyrightNotice?: string
  usageTerms?: string
  located?: string
  renditions: Rendition[]
  /** The bytes themselves, when they came inside the copy (e-mail attachment, zip, photograph). */
  bytes?: Uint8Array
  /** True when the copy names this part but does not hold it. */
  missing?: boolean
}

/**
 * One item of copy as a reader understood it, before anything is arranged. Values are never invented: a field the copy does
 * not have is absent. Dates are ISO 8601 with the zone the copy gave; one that cannot be read, or has no zone, is kept as it
 * came with a finding.
 *
 * A reader gives either `blocks` (the format says what each part is) or `text` (a flat page: `arrange` works it out).
 */
export interface NewsItem {
  /** The reader's folder name: `text`, `html`, `nitf` … */
  format: string
  itemClass: ItemClass
  provider?: string
  uri?: string
  version?: string
  altIds?: {role: string; value: string}[]
  /** What names the item over all its versions, where its `uri` changes with each or it has none. Article ids are made from it. */
  identity?: string
  pubStatus: PubStatus
  embargoedUntil?: string
  expires?: string
  firstCreated?: string
  versionCreated?: string
  /** 1 (flash) to 9. */
  urgency?: number
  signals: Signal[]
  edNotes: EdNote[]
  /** BCP 47. */
  language?: string
  /** Set when the copy declares none and it was worked out from the words. */
  languageDetected?: string
  headline?: string
  /** Every headline with its role or language, when there are several. */
  headlines?: {value: string; role?: string; language?: string}[]
  standfirst?: string
  slugline?: string
  byline?: string
  dateline?: string
  located?: string
  section?: string
  subjects: Subject[]
  genres: Subject[]
  keywords: string[]
  creditLine?: string
  copyrightNotice?: string
  usageTerms?: string
  /** Where the item stands on the web, if the copy says. */
  link?: string
  blocks?: BodyBlock[]
  /** Flat copy, decoded, exactly as received (line ends kept). */
  text?: string
  /** Furniture a reader already told apart (menus, related links of a saved page), in order. */
  leftOut?: {text: string; reason: string; line?: number}[]
  /** Newsletter boxes a reader already told apart. */
  signups?: NewsletterBox[]
  associations: Association[]
  encoding: {declared?: string; used: string}
  /** Names of the fields above that were derived, not read. */
  derived?: string[]
}

/** A newsletter or e-mail alert sign-up box. `lines` are the 1-based lines of the copy it was printed on. */
export interface NewsletterBox {
  title: string | null
  pitch: string | null
  emailLabel: string | null
  submitLabel: string | null
  requiredMessage: string | null
  consent: string | null
  /** Whatever else stood in the box. */
  other: string[]
  lines: number[]
}

/** What a reader gives for one file: its items (one for most formats, many for a feed) with each item's own findings. */
export interface ReadItem {
  item: NewsItem
  findings: Finding[]
}
