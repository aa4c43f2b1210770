import type {FoundDateline} from '../wire-text/find-dateline.ts'

/** A release taken apart. Header fields go straight to the item. */
export interface ReadRelease {
  dateline: FoundDateline | null
  /** Words of an embargo, as they came. */
  embargo?: string
}
