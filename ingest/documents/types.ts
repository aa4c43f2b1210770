/** Documents as an import makes them. Ids carry no `drafts.` prefix here: `reconcile` decides where each one lands. */

export interface Reference {
  _type: 'reference'
  _ref: string
  _weak?: boolean
}

export type Keyed<T> = T & {_key: string}

export interface Span {
  _type: 'span'
  _key: string
  text: string
  marks: string[]
}

export type MarkDef =
  | {_type: 'link'; _key: string; href: string}
  | {_type: 'quotation'; _key: string; quote: Reference}

export interface TextBlock {
  _type: 'block'
  _key: string
  style: 'normal' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6' | 'blockquote' | 'preformatted'
  listItem?: 'bullet' | 'number'
  level?: number
  markDefs: MarkDef[]
  children: Span[]
}

/** A picture with its caption; `image` is missing when text copy names no picture. */
export interface CaptionedImage {
  _type: 'captionedImage'
  _key?: string
  caption?: Reference
  /** Where the agency keeps the picture; nothing is fetched at import. */
  sourceUrl?: string
}

export type BodyObject =
  | Keyed<CaptionedImage>
  | {_type: 'newsletterSignup'; _key: string; newsletterBlock: Reference}
  | {_type: 'embed'; _key: string; url?: string; html?: string}
  | {
      _type: 'table'
      _key: string
      rows: {_type: 'tableRow'; _key: string; header: boolean; cells: string[]}[]
    }
  | {_type: 'separator'; _key: string; style: 'rule'}

export type BodyElement = TextBlock | BodyObject

export interface SubjectObject {
  _type: 'subject'
  _key: string
  name?: string
  code?: string
  scheme?: string
}

export interface WireObject {
  _type: 'wireInfo'
  copy: Reference
  provider?: string
  uri?: string
  version?: string
  firstCreated?: string
  versionCreated?: string
  pubStatus: 'usable' | 'withheld' | 'canceled'
  urgency?: number
  embargoedUntil?: string
  expires?: string
  edNotes?: Keyed<{_type: 'edNote'; role?: string; text: string; public: boolean}>[]
  usageTerms?: string
  copyrightNotice?: string
  creditLine?: string
  signals?: string[]
  altIds?: Keyed<{_type: 'altId'; role: string; value: string}>[]
  link?: string
  /** Short keys for finding the same story from another source by GROQ equality. */
  storyKeys?: string[]
  /** Parts of its package that came in other copy, in the package's order. */
  parts?: Keyed<JoinedPart>[]
}

export interface ArticleDocument {
  _id: string
  _type: 'article'
  headline?: string
  slug: {_type: 'slug'; current: string}
  slugline?: string
  standfirst?: string
  byline?: string
  by?: Keyed<Reference>[]
  dateline?: string
  located?: string
  leadImage?: CaptionedImage
  body: BodyElement[]
  section?: string
  subjects?: SubjectObject[]
  keywords?: string[]
  genres?: SubjectObject[]
  language?: string
  wire: WireObject
}

export interface ImageCaptionDocument {
  _id: string
  _type: 'imageCaption'
  text: string
  creditLine?: string
  byline?: string
  located?: string
  altText?: string
  fingerprint: string
  /** Short keys for finding near-duplicates by GROQ equality. */
  keys: string[]
  /** How often the copy that brought it printed it. */
  occurrences: number
  alsoSeen?: Keyed<{_type: 'otherWording'; text: string; copy: Reference}>[]
}

export interface QuoteDocument {
  _id: string
  _type: 'quote'
  paragraphs: string[]
  kind: 'direct' | 'partial' | 'indirect'
  speaker?: Reference
  speakerName?: string
  speakerRole?: string
  cue?: string
  /** 0 to 1. */
  confidence: number
  article: Reference
  copy: Reference
  /** One entry for each stretch of a block; offsets into the block's plain text, marks included, end exclusive. */
  at: Keyed<{_type: 'quotePlace'; block: string; start: number; end: number}>[]
}

export interface NewsletterBlockDocument {
  _id: string
  _type: 'newsletterBlock'
  title?: string
  pitch?: string
  emailLabel?: string
  requiredMessage?: string
  submitLabel?: string
  consent?: string
}

export interface PersonDocument {
  _id: string
  _type: 'person'
  name: string
  role?: string
}

/** An item that copy holds and a package may name (`held`), or one that a package or story of it names (`named`), found by the other's `uri`. */
export interface WirePart {
  _type: 'wirePart'
  /** What names the part over all its versions. */
  uri: string
  role: 'held' | 'named'
  /** Of a named part: what names the package, or the story, that names it. */
  of?: string
  /** A story that is the part, or that names it. */
  article?: Reference
  /** The caption of a picture that is held. */
  caption?: Reference
  /** Where the agency keeps the picture. */
  sourceUrl?: string
  /** Of the item that is held, or of the one that names it. */
  version?: string
  versionCreated?: string
  pubStatus: 'usable' | 'withheld' | 'canceled'
}

/** A part of a package that arrived by itself and was joined to the story. */
export interface JoinedPart {
  _type: 'joinedPart'
  uri: string
  caption?: Reference
  sourceUrl?: string
}

export interface WireCopyDocument {
  _id: string
  _type: 'wireCopy'
  /** The copy as received, decoded; absent when it is binary or past 256 KiB (then `rawFile`). */
  raw?: string
  rawFile?: {_type: 'file'; asset: Reference}
  format: string
  sha256: string
  fileName?: string
  provider?: string
  uri?: string
  version?: string
  receivedAt: string
  encoding: {_type: 'copyEncoding'; declared?: string; used: string}
  outcome: 'imported' | 'held' | 'killed' | 'failed'
  articles: Keyed<Reference>[]
  captions: Keyed<{_type: 'printedCaption'; caption: Reference; occurrences: number; lines: number[]}>[]
  furniture: Keyed<{_type: 'furniture'; text: string; reason: string; line?: number}>[]
  findings: Keyed<{
    _type: 'finding'
    severity: 'info' | 'warning' | 'error'
    code: string
    message: string
    line?: number
    offset?: number
    xpath?: string
    /** The part that is missing. */
    part?: string
    /** The part has arrived since. */
    resolved?: boolean
  }>[]
  /** For joining the parts of packages, which come in any order. */
  parts?: Keyed<WirePart>[]
}

export type SupportingDocument =
  | ImageCaptionDocument
  | QuoteDocument
  | NewsletterBlockDocument
  | PersonDocument

/** Everything one piece of copy makes. */
export interface MadeDocuments {
  wireCopy: WireCopyDocument
  articles: ArticleDocument[]
  /** Captions, quotes, newsletter blocks and people, each once, in the order they must be written (referenced ones first). */
  supporting: SupportingDocument[]
}
