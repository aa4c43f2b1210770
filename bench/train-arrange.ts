/**
 * `node bench/train-arrange.ts [--set FOLDER]`: trains the line scorer of `ingest/arrange` from the extraction set's development
 * pages and writes its trees to `ingest/arrange/data/story-trees.json`. How well it does on sites it has not seen:
 * `node bench/generalisation.ts`.
 */
import {writeFileSync} from 'node:fs'
import path from 'node:path'
import {parseArgs} from 'node:util'
import {readExtractionSet} from './extraction-set.ts'
import {fitStory, toFamilies} from './story-trainer.ts'

const {values} = parseArgs({options: {set: {type: 'string'}}})
const {pages} = await readExtractionSet(values.set)
const model = fitStory(toFamilies(pages))
const file = path.resolve(import.meta.dirname, '../ingest/arrange/data/story-trees.json')
const text = `${JSON.stringify(model, null, 1)}\n`
writeFileSync(file, text)
console.log(
  `${model.trees.length} trees written to ${path.relative(process.cwd(), file)} (${(text.length / 1024).toFixed(0)} KiB)`,
)
