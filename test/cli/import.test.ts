import {chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest'
import {makeWireFiles} from '../../bench/wire-files.ts'
import type {ImportReport} from '../../cli/import/import-report.ts'
import {makeFolder, runNewsroom} from './run-newsroom.ts'

const sample = path.resolve(import.meta.dirname, '../../cli/sample/harbour-plan.txt')

let folder = ''
let remove = () => {}
beforeEach(() => ({folder, remove} = makeFolder()))
afterEach(() => remove())

const run = (...args: string[]) => runNewsroom(args, {folder})

async function importFiles(...args: string[]): Promise<{report: ImportReport; code: number | null}> {
  const {stdout, code, stderr} = await run('import', '--json', ...args)
  if (!stdout) throw new Error(stderr)
  return {report: JSON.parse(stdout) as ImportReport, code}
}

async function query<T>(groq: string): Promise<T> {
  const {stdout, stderr, code} = await run('query', groq)
  if (code !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as T
}

const countTypes = `{
  "drafts": count(*[_type == "article" && _id in path("drafts.**")]),
  "articles": count(*[_type == "article"]),
  "captions": count(*[_type == "imageCaption"]),
  "newsletterBlocks": count(*[_type == "newsletterBlock"]),
  "copies": count(*[_type == "wireCopy"])
}`

describe('newsroom import', () => {
  it('makes one draft, one caption, one newsletter block and one record of the copy', async () => {
    const {report, code} = await importFiles(sample)
    expect(code).toBe(0)
    expect(report).toMatchObject({files: 1, written: 1, failed: 0})
    expect(await query(countTypes)).toEqual({
      drafts: 1,
      articles: 1,
      captions: 1,
      newsletterBlocks: 1,
      copies: 1,
    })
  })

  it('makes no mutation of the same copy the second time', async () => {
    await importFiles(sample)
    const {report} = await importFiles(sample)
    expect(report).toMatchObject({written: 0, unchanged: 1, mutations: 0})
  })

  it('keeps what an editor wrote in between', async () => {
    await importFiles(sample)
    const {openEmbeddedDataset} = await import('../../cli/dataset/embedded-dataset.ts')
    const dataset = openEmbeddedDataset(path.join(folder, '.newsroom'), 'production')
    const [draft] = (await dataset.fetch('*[_type == "article"]{_id}', {}, 'raw')) as {_id: string}[]
    await dataset.commit([{patch: {id: draft!._id, set: {headline: 'An editor’s headline'}}}], 'an-editor')
    await dataset.close()
    const {report} = await importFiles(sample)
    expect(report.mutations).toBe(0)
    expect(await query('*[_type == "article"].headline')).toEqual(['An editor’s headline'])
  })

  it('does not bring a draft back over what was published', async () => {
    await importFiles(sample)
    const {openEmbeddedDataset} = await import('../../cli/dataset/embedded-dataset.ts')
    const dataset = openEmbeddedDataset(path.join(folder, '.newsroom'), 'production')
    const [draft] = (await dataset.fetch('*[_type == "article"]', {}, 'raw')) as {
      _id: string
      _type: string
      headline: string
    }[]
    const published = {...draft!, _id: draft!._id.replace('drafts.', ''), headline: 'Published headline'}
    await dataset.commit([{create: published}, {delete: {id: draft!._id}}], 'publishing')
    await dataset.close()
    const {report} = await importFiles(sample)
    expect(report.mutations).toBe(0)
    expect(await query('*[_type == "article"]{_id, headline}')).toEqual([
      {_id: published._id, headline: 'Published headline'},
    ])
  })

  it('writes nothing in a dry run', async () => {
    const {report} = await importFiles(sample, '--dry-run')
    expect(report.mutations).toBeGreaterThan(0)
    expect(await query('count(*)')).toBe(0)
  })

  it('imports the rest of a batch with bad files in it, and says what was wrong with each', async () => {
    const copy = path.join(folder, 'copy')
    mkdirSync(path.join(copy, 'sub'), {recursive: true})
    const write = (name: string, content: string | Uint8Array) =>
      writeFileSync(path.join(copy, name), content)
    write('empty.txt', '')
    write(
      'binary.bin',
      Uint8Array.from({length: 5000}, (_unused, index) => (index * 7919) % 256),
    )
    write(
      'nul.txt',
      'Bridge closes\n\nThe bridge was \u0000closed on Friday after divers found a crack in its second pier.\n',
    )
    write(
      'surrogate.txt',
      new Uint8Array([
        ...new TextEncoder().encode('Ferry sails\n\nThe ferry '),
        0xed,
        0xa0,
        0x80,
        ...new TextEncoder().encode(' sailed again on Sunday evening, the company said in a statement.\n'),
      ]),
    )
    write('furniture.txt', 'Home\nNews\nSport\nWeather\nSign in\n')
    write(
      'no-headline.txt',
      'the ferry sailed again on Sunday evening, the company said in a long statement that was sent to all newspapers.',
    )
    write('headline-only.txt', 'Ferry sails again')
    write('sub/good.txt', readFileSync(sample))
    write('unreadable.txt', 'secret')
    chmodSync(path.join(copy, 'unreadable.txt'), 0)
    const {report, code} = await importFiles(copy, path.join(folder, 'missing.txt'))
    expect(code).toBe(1)
    const by = (name: string) => report.results.find((result) => result.file.endsWith(name))
    expect(by('good.txt')).toMatchObject({outcome: 'written'})
    expect(by('missing.txt')).toMatchObject({
      outcome: 'failed',
      messages: [expect.stringContaining('no such file')],
    })
    expect(by('empty.txt')).toMatchObject({outcome: 'failed', messages: [expect.stringMatching(/empty/i)]})
    expect(by('binary.bin')).toMatchObject({outcome: 'failed', messages: [expect.stringMatching(/binary/i)]})
    expect(by('furniture.txt')).toMatchObject({outcome: 'failed'})
    expect(by('nul.txt')?.outcome).toBe('written')
    expect(by('surrogate.txt')?.outcome).toBe('written')
    for (const result of report.results)
      if (result.outcome === 'failed') expect(result.messages.join('')).not.toBe('')
  })

  // On a busy machine the signal may come when all is stored.
  it('finishes after an interruption what it had begun', {timeout: 120_000, retry: 2}, async () => {
    const copy = path.join(folder, 'copy')
    mkdirSync(copy)
    const text = readFileSync(sample, 'utf8')
    for (let index = 0; index < 400; index++)
      writeFileSync(path.join(copy, `${index}.txt`), text.replaceAll('Kilbrannan', `Kilbrannan ${index}`))
    const first = await runNewsroom(['import', '--json', copy], {
      folder,
      onStart: (kill) => void waitForDocuments(path.join(folder, '.newsroom')).then(() => kill('SIGINT')),
    })
    const interrupted = JSON.parse(first.stdout) as ImportReport
    const stored = await query<number>('count(*[_type == "wireCopy"])')
    expect(first.code).toBe(130)
    expect(interrupted).toMatchObject({interrupted: true})
    expect(stored).toBe(interrupted.written)
    expect(stored).toBeLessThan(400)
    const {report} = await importFiles(copy)
    expect(report).toMatchObject({unchanged: stored, written: 400 - stored, failed: 0})
    expect(await query('count(*[_type == "article"])')).toBe(400)
  })
})

/** Resolves once an import has stored something in the folder: its write-ahead log has grown past what the empty tables take. */
async function waitForDocuments(data: string): Promise<void> {
  const log = path.join(data, 'production.sqlite-wal')
  await vi.waitUntil(() => existsSync(log) && statSync(log).size > 400_000, {timeout: 60_000, interval: 5})
}

function normalise(document: Record<string, unknown> & {_type: string}): unknown {
  if (document._type === 'person') return {name: document['name']}
  if (document._type !== 'imageCaption') return document
  const {alsoSeen = [], text} = document as {alsoSeen?: {text: string}[]; text?: string}
  return [text, ...alsoSeen.map((wording) => wording.text)].sort()
}

describe('an archive', () => {
  const putWire = (count: number) => {
    mkdirSync(path.join(folder, 'wire'))
    for (const {name, content} of makeWireFiles(count))
      writeFileSync(path.join(folder, 'wire', name), content)
  }

  const firstComers = [
    '_rev',
    '_createdAt',
    '_updatedAt',
    'receivedAt',
    'fileName',
    'findings',
    'copy',
  ] as const

  /** What is stored, by id, without what differs from run to run (times, revisions) and what is the first comer's: a caption's wording, a file's name. */
  async function readDataset(data: string): Promise<Map<string, unknown>> {
    const {stdout} = await run('export', '--data', data)
    const documents = stdout.trim().split('\n')
    return new Map(
      documents.map((line) => {
        const document = JSON.parse(line) as Record<string, unknown> & {_id: string; _type: string}
        for (const name of firstComers) delete document[name]
        return [document._id, normalise(document)]
      }),
    )
  }

  it('in three shares, one after another and in any order, makes the dataset that one import makes', async () => {
    putWire(90)
    await run('import', 'wire', '--data', 'whole')
    for (const share of ['3/3', '1/3', '2/3'])
      await run('import', 'wire', '--data', 'shares', '--shard', share)
    const [whole, shares] = [await readDataset('whole'), await readDataset('shares')]
    expect(whole.size).toBeGreaterThan(90)
    expect([...shares.keys()].sort()).toEqual([...whole.keys()].sort())
    for (const [id, document] of whole) expect(shares.get(id), id).toEqual(document)
  }, 120_000)

  it('with a ledger goes on where it was: what is done is passed over, what failed or was written anew is not', async () => {
    putWire(30)
    const withLedger = ['wire', '--ledger', 'done.db']
    const first = (await importFiles(...withLedger)).report
    expect(first.files).toBe(30)
    const second = (await importFiles(...withLedger)).report
    expect(second).toMatchObject({files: first.failed, failed: first.failed})
    const name = makeWireFiles(30).find((file) => !file.isBad && file.name.endsWith('.txt'))!.name
    const text = readFileSync(sample, 'utf8')
    writeFileSync(path.join(folder, 'wire', name), `${text}\nA last line was added to it on Monday.\n`)
    expect((await importFiles(...withLedger)).report).toMatchObject({files: first.failed + 1, written: 1})
    const elsewhere = (await importFiles(...withLedger, '--data', 'other')).report
    expect(elsewhere.files).toBe(readdirSync(path.join(folder, 'wire')).length)
  }, 120_000)
})

describe('a large WordPress export', () => {
  const sentence = 'The boats lay in the basin, and the harbour office counted them once more. '
  const makePost = (id: number) =>
    `<item><title>Boats ${id}</title><link>https://harbour.example/${id}/</link><guid isPermaLink="false">https://harbour.example/?p=${id}</guid><content:encoded><![CDATA[${`<p>${sentence.repeat(40)}</p>`.repeat(60)}]]></content:encoded><wp:post_id>${id}</wp:post_id><wp:post_date_gmt>2024-03-02 10:00:00</wp:post_date_gmt><wp:post_type>post</wp:post_type><wp:status>publish</wp:status><wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>9${id}</wp:meta_value></wp:postmeta></item>`
  const makePicture = (id: number) =>
    `<item><title>Picture</title><excerpt:encoded>Boat number ${id} in the basin</excerpt:encoded><wp:post_id>9${id}</wp:post_id><wp:post_type>attachment</wp:post_type><wp:attachment_url>https://harbour.example/${id}.jpg</wp:attachment_url></item>`

  it('is imported in slices, each on record with what it needs; a second time nothing changes', async () => {
    const ids = Array.from({length: 100}, (_, index) => index + 1)
    const file = path.join(folder, 'export.xml')
    writeFileSync(
      file,
      `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Harbour</title>${ids.map(makePost).join('\n')}${ids.map(makePicture).join('\n')}</channel></rss>`,
    )
    expect(statSync(file).size).toBeGreaterThan(16 * 1024 * 1024)
    const {report, code} = await importFiles(file)
    expect(code).toBe(0)
    expect(report.results[0]?.file).toBe(`${file}#1`)
    expect(
      await query(`{
      "articles": count(*[_type == "article"]),
      "pictured": count(*[_type == "article" && leadImage.caption->text match "Boat number *"]),
      "copies": count(*[_type == "wireCopy"]) > 10,
      "raw": count(*[_type == "wireCopy" && !defined(raw)])
    }`),
    ).toEqual({articles: 100, pictured: 100, copies: true, raw: 0})
    const again = await importFiles(file)
    expect(again.report.mutations).toBe(0)
    const ledger = ['--ledger', path.join(folder, 'ledger.db')]
    expect((await importFiles(file, ...ledger)).report.files).toBeGreaterThan(10)
    expect((await importFiles(file, ...ledger)).report.files).toBe(0)
  }, 120_000)
})
