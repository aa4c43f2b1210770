/**
 * `node bench/predict.ts TASK < in.ndjson > out.ndjson`: what the importer makes of each line of a labelled set, in the form that
 * the set's scorer takes. It calls what an import calls; nothing is special-cased.
 *
 * Tasks: article-text, article-html (with `--base DIR`: the folder its `html_path` is relative to), quotes, captions.
 */
import {createInterface} from 'node:readline/promises'
import {parseArgs} from 'node:util'

type Predict = (record: never) => unknown

const {values, positionals} = parseArgs({
  options: {base: {type: 'string', default: '.'}},
  allowPositionals: true,
})

const tasks: Record<string, () => Promise<Predict>> = {
  'article-text': async () => {
    const {predictArticleText} = await import('./tasks/article-text.ts')
    return (record) => predictArticleText(record)
  },
  'article-html': async () => {
    const {predictArticleHtml} = await import('./tasks/article-html.ts')
    return (record) => predictArticleHtml(record, {base: values.base})
  },
  quotes: async () => {
    const {predictQuotes} = await import('./tasks/quotes.ts')
    return (record) => predictQuotes(record)
  },
  captions: async () => {
    const {predictCaption} = await import('./tasks/captions.ts')
    return (record) => predictCaption(record)
  },
}

const load = tasks[positionals[0] ?? '']
if (!load) {
  process.stderr.write(
    `predict: ${positionals[0] ? `there is no task "${positionals[0]}"` : 'name a task'}; one of ${Object.keys(tasks).join(', ')}.\n`,
  )
  process.exit(2)
}
const predict = await load()
let lineNumber = 0
for await (const line of createInterface({input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY})) {
  lineNumber++
  if (line.trim() === '') continue
  let record: unknown
  try {
    record = JSON.parse(line)
  } catch (error) {
    process.stderr.write(`predict: line ${lineNumber} is no JSON (${(error as Error).message}); left out.\n`)
    process.exitCode = 1
    continue
  }
  let prediction: unknown
  try {
    prediction = await predict(record as never)
  } catch (error) {
    process.stderr.write(`predict: line ${lineNumber}: ${(error as Error).message}; left out.\n`)
    process.exitCode = 1
    continue
  }
  if (!process.stdout.write(`${JSON.stringify(prediction)}\n`))
    await new Promise((resolve) => process.stdout.once('drain', resolve))
}
