import {isSameCaption} from '../../ingest/captions/index.ts'

/** A pair of the labelled set. */
export interface CaptionPair {
  id: string
  a: string
  b: string
}

/** The answer that the scorer reads, from the very function that an import calls. */
export function predictCaption({id, a, b}: CaptionPair): {id: string; same: boolean} {
  return {id, same: isSameCaption(a, b)}
}
