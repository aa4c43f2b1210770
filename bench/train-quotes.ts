/**
 * `node bench/train-quotes.ts`: trains the scorers of `ingest/quotes` from the train set of the quote benchmark and writes their weights
 * to `ingest/quotes/data/weights.json`. How well they do on articles they have not seen: `node bench/generalisation.ts`.
 */
import {writeFileSync} from 'node:fs'
import path from 'node:path'
import {quotationSpace} from '../ingest/quotes/quotation.ts'
import {writeWeights} from '../ingest/quotes/attribution/ranking.ts'
import {referenceSpace} from '../ingest/quotes/attribution/reference.ts'
import {sourceSpace} from '../ingest/quotes/attribution/source-features.ts'
import {fitQuotes, quoteSamples, readGold, toExamples} from './quote-trainer.ts'

const {examples, coverage} = toExamples(readGold(path.join(quoteSamples, 'train.ndjson')))
console.log(coverage)
const {quotation, source, reference} = fitQuotes(examples)
const stored = {
  quotation: writeWeights(quotationSpace, quotation),
  source: writeWeights(sourceSpace, source),
  reference: writeWeights(referenceSpace, reference),
}
const file = path.resolve(import.meta.dirname, '../ingest/quotes/data/weights.json')
writeFileSync(file, `${JSON.stringify(stored, null, 1)}\n`)
console.log(`weights written to ${path.relative(process.cwd(), file)}`)
