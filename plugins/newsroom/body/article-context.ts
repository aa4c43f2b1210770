import {createContext, useContext} from 'react'
import type {QuotationState} from '../state/quotations.ts'

/** What a quotation in the body shows: who said it, and whether the words still are theirs. */
export interface SpokenBy {
  speakerName: string | null
  state: QuotationState
}

/** By quote id; undefined outside an article, or while the quotes are not known yet. */
export const SpokenByContext = createContext<Map<string, SpokenBy> | undefined>(undefined)

export function useSpokenBy(quoteId: string | undefined): SpokenBy | undefined {
  return useContext(SpokenByContext)?.get(quoteId ?? '')
}
