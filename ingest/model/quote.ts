/** A paragraph (or crosshead, list item …) in which quotations are looked for. */
export interface QuoteSource {
  text: string
  /** Offset of `text` in the whole copy; 0 when the copy has no offsets. */
  start: number
  /** A quotation may run on from one `paragraph` to the next; any other kind ends it. */
  kind: 'paragraph' | 'crosshead' | 'listItem' | 'blockQuote' | 'headline'
}

/** A stretch of one paragraph. Offsets are into that paragraph's `text`, end exclusive; quotation marks are included. */
export interface QuoteSegment {
  paragraph: number
  start: number
  end: number
}

/** One speech: the words, and who said them. */
export interface FoundQuote {
  kind: 'direct' | 'partial' | 'indirect'
  /** Offsets into the whole copy, marks included, end exclusive; an attribution between two pieces lies inside. */
  start: number
  end: number
  segments: QuoteSegment[]
  /** The words as they came, without the outer quotation marks, one string a paragraph; pieces of one paragraph that an attribution broke are joined by a space. */
  paragraphs: string[]
  /** As a reader would want it indexed: the full name, or the noun phrase of an unnamed source. Null: left open. */
  speakerName: string | null
  /** True when `speakerName` is a person's name (and so makes a person document). */
  named: boolean
  /** As printed at this quotation (`he`, `the President`), where it stands. */
  mention: {text: string; start: number; end: number} | null
  speakerRole: string | null
  /** The verb or phrase that attributes it. */
  cue: {text: string; start: number; end: number} | null
  /** 0 to 1; how sure the attribution is. Below the threshold `speakerName` is null and a finding says so. */
  confidence: number
}
