import {mkdirSync, rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {makeArticle} from '../../bench/make-article.ts'
import {DatasetUnavailable} from '../../cli/dataset/dataset.ts'
import {openRemoteDataset} from '../../cli/dataset/remote-dataset.ts'
import type {CopyFile} from '../../cli/files/copy-files.ts'
import {startReport, type ImportReport} from '../../cli/import/import-report.ts'
import {runImport} from '../../cli/import/run-import.ts'
import type {Lake} from '../../lake/index.ts'
import {startTestLake} from '../lake/open-test-lake.ts'
import {makeFolder} from './run-newsroom.ts'

let folder = ''
let remove = () => {}
beforeEach(() => ({folder, remove} = makeFolder()))
afterEach(() => remove())

function put(name: string, content: string): CopyFile {
  const file = path.join(folder, name)
  mkdirSync(path.dirname(file), {recursive: true})
  writeFileSync(file, content)
  return {path: file, size: Buffer.byteLength(content)}
}

const someFiles = (count: number) =>
  Array.from({length: count}, (_, index) => put(`${index}.txt`, makeArticle(index + 1, 3000).text))

async function importFiles(address: string, files: CopyFile[], concurrency = 4): Promise<ImportReport> {
  const report = startReport('', false)
  const dataset = openRemoteDataset({
    projectId: 'local',
    dataset: 'production',
    apiHost: address,
    // A twentieth of each wait: what is waited for comes sooner or later either way.
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms / 20)),
  })
  await runImport(files, report, {
    dataset,
    now: () => new Date('2026-05-01T00:00:00Z'),
    dryRun: false,
    signal: new AbortController().signal,
    concurrency,
  })
  return report
}

const countOf = (lake: Lake, type: string) => lake.store.fetch<number>(`count(*[_type == "${type}"])`)

/** How many transactions wrote each document. */
function watchWrites(lake: Lake): Map<string, number> {
  const writes = new Map<string, number>()
  lake.store.onTransaction(({changes}) => {
    for (const {after} of changes) if (after) writes.set(after._id, (writes.get(after._id) ?? 0) + 1)
  })
  return writes
}

/** Whether each article and each record of copy was written by one transaction (captions grow). */
function isOnceEach(writes: Map<string, number>): boolean {
  return [...writes].every(([id, times]) => times === 1 || !/^(?:drafts|wireCopy)/.test(id))
}

describe('an import over HTTP', () => {
  it('under the hosted lake’s limits writes each item once, however many requests are refused', async () => {
    const {lake, address} = await startTestLake({limits: 'content-lake'})
    const writes = watchWrites(lake)
    lake.faults.add({path: '/data/mutate/', status: 429, retryAfterSeconds: 1, times: 3})
    lake.faults.add({path: '/data/doc/', status: 429, retryAfterSeconds: 1, times: 2})
    const report = await importFiles(address, someFiles(150), 8)
    expect(report).toMatchObject({files: 150, written: 150, failed: 0})
    expect(await countOf(lake, 'article')).toBe(150)
    expect(isOnceEach(writes)).toBe(true)
  })

  it('of which connections break after the commit does nothing twice, and reports it as written', async () => {
    const {lake, address} = await startTestLake()
    const writes = watchWrites(lake)
    lake.faults.add({path: '/data/mutate/', dropAfterCommit: true, times: 3})
    lake.faults.add({path: '/data/mutate/', status: 502, times: 2})
    const report = await importFiles(address, someFiles(200))
    expect(report).toMatchObject({written: 200, failed: 0})
    expect(isOnceEach(writes)).toBe(true)
  })

  it('that finds the disk full stores what it says, and the rest when there is room again', async () => {
    const {lake, address} = await startTestLake()
    const files = someFiles(150)
    lake.faults.add({path: '/data/mutate/', delayMs: 1})
    lake.faults.add({path: '/data/mutate/', status: 507, times: 500})
    await expect(importFiles(address, files, 1)).rejects.toThrow(DatasetUnavailable)
    const stored = await countOf(lake, 'wireCopy')
    expect(stored).toBeLessThan(150)
    lake.faults.clear()
    const report = await importFiles(address, files)
    expect(report).toMatchObject({written: 150 - stored, unchanged: stored, failed: 0})
    expect(await countOf(lake, 'article')).toBe(150)
  })

  it('makes one caption of one that many copies print at once, with every other wording once', async () => {
    const {lake, address} = await startTestLake()
    const caption = 'Rosa Lind and Tom Ashby look at the bearing of the swing bridge at Littleport on Monday'
    const files = Array.from({length: 40}, (_, index) => {
      const printed = index % 2 === 0 ? caption : caption.replace('bearing', '“bearing”')
      const [first, ...rest] = makeArticle(index + 1, 2000).text.split('\n\n')
      return put(`${index}.txt`, [first, rest[0], printed, printed, ...rest.slice(3)].join('\n\n'))
    })
    // Two importers, as two shards would be.
    await Promise.all([importFiles(address, files.slice(0, 20), 4), importFiles(address, files.slice(20), 4)])
    const captions = await lake.store.fetch<{alsoSeen: {_key: string; text: string}[] | null}[]>(
      '*[_type == "imageCaption" && text match "swing bridge"]',
    )
    expect(captions).toHaveLength(1)
    const keys = (captions[0]?.alsoSeen ?? []).map(({_key}) => _key)
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys.length).toBeGreaterThan(0)
  })

  it('of a package too large for one transaction is finished by the next import when it is interrupted', async () => {
    const {lake, address} = await startTestLake({limits: 'content-lake'})
    const items = Array.from({length: 800}, (_, index) => toItem(index))
    const file = put('package.xml', toFeed(items))
    lake.faults.add({path: '/data/mutate/', delayMs: 1})
    lake.faults.add({path: '/data/mutate/', status: 400, times: 20})
    expect(await importFiles(address, [file])).toMatchObject({failed: 1})
    const begun = await countOf(lake, 'article')
    expect(begun).toBeGreaterThan(0)
    expect(begun).toBeLessThan(800)
    expect(await countOf(lake, 'wireCopy')).toBe(1)
    lake.faults.clear()
    expect(await importFiles(address, [file])).toMatchObject({failed: 0, written: 1})
    expect(await countOf(lake, 'article')).toBe(800)
    expect(await importFiles(address, [file])).toMatchObject({unchanged: 1, mutations: 0})
    rmSync(file.path)
  })

  it('merges the next version of large copy, whose base is a file', async () => {
    const {lake, address} = await startTestLake()
    const body = Array.from({length: 900}, (_, index) => `<p>${toItem(index).text.slice(0, 400)}</p>`)
    const version = (number: number, last: string) =>
      JSON.stringify({
        uri: 'urn:example:long',
        version: String(number),
        type: 'text',
        pubstatus: 'usable',
        headline: 'A very long report',
        provider: 'Example Wire',
        body_html: [...body, `<p>${last}</p>`].join(''),
      })
    await importFiles(address, [put('1.json', version(1, 'The first end of it.'))])
    const [draft] = await lake.store.fetch<{_id: string}[]>('*[_type == "article"]{_id}')
    lake.store.transact([{patch: {id: draft!._id, set: {headline: 'An editor’s headline'}}}])
    await importFiles(address, [put('2.json', version(2, 'The second end of it.'))])
    const [after] = await lake.store.fetch<{headline: string; end: string; version: string}[]>(
      '*[_type == "article"]{headline, "end": body[-1].children[0].text, "version": wire.version}',
    )
    expect(after).toEqual({
      headline: 'An editor’s headline',
      end: 'The second end of it.',
      version: '2',
    })
  })
})

function toItem(index: number): {title: string; text: string} {
  const text = `Item ${index} of the package. `.concat(
    makeArticle(index + 1, 6000)
      .text.replaceAll(/\s+/g, ' ')
      .replaceAll(/[<>&"]/g, ''),
  )
  return {title: `Bridge report number ${index}`, text}
}

function toFeed(items: {title: string; text: string}[]): string {
  const entries = items.map(
    ({title, text}, index) =>
      `<item><title>${title}</title><guid isPermaLink="false">urn:example:${index}</guid><description>${text}</description></item>`,
  )
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Example</title><link>http://example.com</link><description>x</description>${entries.join('')}</channel></rss>`
}
