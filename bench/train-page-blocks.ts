/**
 * `node bench/train-page-blocks.ts [--set FOLDER]`: learns which blocks of a saved page are the story, from the extraction set's
 * development pages, and writes the trees to `ingest/read/html/data/block-trees.json`. How well it does on sites it has not
 * seen: `node bench/generalisation.ts`.
 */
import {writeFileSync} from 'node:fs'
import path from 'node:path'
import {parseArgs} from 'node:util'
import {featureNames} from '../ingest/read/html/block-features.ts'
import {readExtractionSet} from './extraction-set.ts'
import {fitPages, toLabelledPages} from './page-trainer.ts'

const {values} = parseArgs({options: {set: {type: 'string'}}})
const {pages, folder} = await readExtractionSet(values.set)
const model = fitPages(toLabelledPages(pages, folder))
const file = path.resolve(import.meta.dirname, '../ingest/read/html/data/block-trees.json')
const text = `${JSON.stringify({features: featureNames, ...model}, null, 1)}\n`
writeFileSync(file, text)
console.log(
  `${model.trees.length} trees written to ${path.relative(process.cwd(), file)} (${(text.length / 1024).toFixed(0)} KiB)`,
)
