/**
 * `node bench/headlines.ts [--list]`: how often the headline found in a page's copied text is the one that the saved page itself gives
 * (JSON-LD, OpenGraph, markup), over the extraction set's development pages whose text has that line. No labels are needed: the two
 * ways to the headline share no code. `--list` prints where they differ.
 */
import {parseArgs} from 'node:util'
import {readExtractionSet} from './extraction-set.ts'
import {predictArticleHtml} from './tasks/article-html.ts'
import {predictArticleText} from './tasks/article-text.ts'

const {values} = parseArgs({options: {list: {type: 'boolean', default: false}}})
const {folder, pages} = await readExtractionSet()

let compared = 0
let same = 0
for (const page of pages) {
  const stated = (await predictArticleHtml(page, {base: folder})).headline
  if (stated === null || stated === undefined || !hasLine(page.text, stated)) continue
  compared += 1
  const found = (await predictArticleText(page)).headline ?? ''
  if (toWords(found) === toWords(stated)) same += 1
  else if (values.list) console.log(`${page.id}\n  page: ${stated}\n  text: ${found}`)
}
console.log(
  `headline of the copied text is the page's own: ${(same / compared).toFixed(4)} (${same} of ${compared})`,
)

function hasLine(text: string, headline: string): boolean {
  const wanted = toWords(headline)
  return wanted !== '' && text.split(/\r\n|\n|\r/u).some((line) => toWords(line) === wanted)
}

function toWords(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')
}
