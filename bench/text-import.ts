/**
 * `node bench/text-import.ts`: how fast raw text of 8 KB an article becomes documents, beside `compromise` finding the quotations of
 * the same text, in one run. Figures are medians; read the ratios, not the milliseconds.
 */
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import compromise from 'compromise'
import {arrange} from '../ingest/arrange/index.ts'
import {toDocuments} from '../ingest/documents/index.ts'
import type {NewsItem} from '../ingest/model/news-item.ts'
import {parseCopy, parseItem} from '../ingest/parse-copy.ts'
import {startReport} from '../cli/import/import-report.ts'
import {runImport} from '../cli/import/run-import.ts'
import {openEmbeddedDataset} from '../cli/dataset/embedded-dataset.ts'
import {makeArticle} from './make-article.ts'
import {measure} from './measure.ts'
import {mkdirSync, writeFileSync} from 'node:fs'

const articles = Array.from({length: 200}, (_unused, index) => makeArticle(index + 1))
const megabytes = articles.reduce((sum, {bytes}) => sum + bytes.byteLength, 0) / 1e6
const few = articles.slice(0, 20)
const work = mkdtempSync(path.join(tmpdir(), 'newsroom-bench-'))
const files = articles.map(({bytes}, index) => {
  const file = path.join(work, 'copy', `${index}.txt`)
  mkdirSync(path.dirname(file), {recursive: true})
  writeFileSync(file, bytes)
  return {path: file, size: bytes.byteLength}
})
let round = 0

try {
  const [understood, parsed, stored, quotations] = await measure([
    {
      name: 'arrangement and quotes',
      run: () => articles.map(({text}) => parseItem({item: toItem(text), findings: []})),
    },
    {
      name: 'bytes to documents',
      run: async () => {
        for (const {bytes} of articles)
          toDocuments(await parseCopy({bytes}), {receivedAt: '2026-01-01T00:00:00Z'})
      },
    },
    {
      name: 'files to stored documents',
      run: async () => {
        const dataset = openEmbeddedDataset(path.join(work, `data-${round++}`), 'production')
        await runImport(files, startReport('', false), {
          dataset,
          now: () => new Date(),
          dryRun: false,
          signal: new AbortController().signal,
        })
        await dataset.close()
      },
    },
    {
      name: 'compromise quotations()',
      run: () => few.map(({text}) => compromise(text).quotations().out('array')),
    },
  ])
  const perArticle = {
    'arrangement and quotes': understood!.medianMs / articles.length,
    'bytes to documents': parsed!.medianMs / articles.length,
    'files to stored documents': stored!.medianMs / articles.length,
    'compromise quotations()': quotations!.medianMs / few.length,
  }
  const peer = perArticle['compromise quotations()']
  console.table(
    Object.entries(perArticle).map(([what, ms]) => ({
      what,
      'ms an article': Number(ms.toFixed(3)),
      'articles a second': Math.round(1000 / ms),
      'MB a second': Number((megabytes / articles.length / (ms / 1000)).toFixed(2)),
      'times compromise': Number((peer / ms).toFixed(1)),
    })),
  )
} finally {
  rmSync(work, {recursive: true, force: true})
}

function toItem(text: string): NewsItem {
  return {
    format: 'text',
    itemClass: 'text',
    pubStatus: 'usable',
    signals: [],
    edNotes: [],
    subjects: [],
    genres: [],
    keywords: [],
    associations: [],
    encoding: {used: 'utf-8'},
    text,
  }
}

// Kept so that a benchmark that measures nothing is seen: the sample must make a body.
if (arrange(toItem(articles[0]!.text)).value.body.length < 5) throw new Error('The made article has no body.')
