import type {Finding} from '../model/finding.ts'
import type {FoundQuote, QuoteSource} from '../model/quote.ts'
import type {AttributionWeights} from './attribution/attribution.ts'
import storedWeights from './data/weights.json' with {type: 'json'}
import {findQuotesWith} from './find.ts'
import type {QuoteOptions} from './find.ts'
import {quotationSpace} from './quotation.ts'
import {readWeights} from './attribution/ranking.ts'
import {referenceSpace} from './attribution/reference.ts'
import {sourceSpace} from './attribution/source-features.ts'

let weights: AttributionWeights | null = null

/**
 * Finds who said what: every quotation of an article as one speech (pieces broken by their attribution and paragraphs that
 * run on belong together), with its speaker, cue, role and how sure the attribution is (0 to 1). Quotes come in the order
 * of the copy and never overlap; the words are as they came. Scare quotes and titles of works are left out. Copy without
 * quotation marks gives no quotes. Linear time.
 */
export function findQuotes(
  sources: readonly QuoteSource[],
  options: QuoteOptions = {},
): {value: FoundQuote[]; findings: Finding[]} {
  weights ??= {
    quotation: readWeights(quotationSpace, storedWeights.quotation),
    source: readWeights(sourceSpace, storedWeights.source),
    reference: readWeights(referenceSpace, storedWeights.reference),
  }
  return findQuotesWith(weights, sources, options)
}
