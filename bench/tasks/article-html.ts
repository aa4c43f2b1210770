import {readFileSync} from 'node:fs'
import path from 'node:path'
import {gunzipSync} from 'node:zlib'
import {parseItem} from '../../ingest/parse-copy.ts'
import {htmlReader} from '../../ingest/read/html/index.ts'
import {toPrediction, type ArticlePrediction} from './article-text.ts'

/** Reads, arranges and finds the quotations of a saved page as an import does. `html_path` is relative to `base`; gzip or plain. */
export async function predictArticleHtml(
  {id, html_path: file}: {id: string; html_path: string},
  {base}: {base: string},
): Promise<ArticlePrediction> {
  const stored = readFileSync(path.resolve(base, file))
  const bytes = stored[0] === 0x1f && stored[1] === 0x8b ? gunzipSync(stored) : stored
  const [read] = await htmlReader.read(new Uint8Array(bytes), {})
  if (read === undefined) throw new Error(`The page reader gave no item for "${id}".`)
  return toPrediction(id, parseItem(read))
}
