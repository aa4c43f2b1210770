import type {FurnitureReason} from '../../arrange/furniture/furniture-reasons.ts'
import type {CollectedBlock} from '../markup/block-walker.ts'

/** A block of a page with what is known of it before it is judged. */
export interface PageBlock extends CollectedBlock {
  /** Words of its text (see `toWords`), joined by spaces; empty for a picture. */
  words: string
  wordCount: number
  /** Share of its characters that the extraction library took for the article's, 0 to 1. */
  vote: number
  /** Wordings that give furniture away, see `textSignalNames`. */
  signals: number
  /** What the words alone say it is, when they are a label and not the story. */
  furniture: FurnitureReason | null
}
