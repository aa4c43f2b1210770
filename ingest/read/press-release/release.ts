import type {FoundDateline} from '../wire-text/find-dateline.ts'

/** A release taken apart. Header fields go straight to the item. */
export interface ReadRelease {
  dateline: FoundDateline | null
  /** Words of an embargo, as they came. */
  embargo?: string
  /** The day of a line of its own in the head. */
  date?: string
  /** The sender's name above the labels, no headline. */
  letterhead?: {text: string; line?: number}
  /** The next line of the head names the sender. */
  isSenderNext?: boolean
  /** The names on the source lines. */
  sources?: string[]
  /** All words of the release. */
  copy?: string
}
