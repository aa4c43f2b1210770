import {readFileSync} from 'node:fs'
import path from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {toDocuments} from '../../ingest/documents/index.ts'
import {parseCopy} from '../../ingest/parse-copy.ts'
import {runSanityCommand} from '../../lake/command-line/index.ts'
import {openStore, type Mutation} from '../../lake/store/index.ts'
import {makeFolder} from '../cli/run-newsroom.ts'

const root = path.resolve(import.meta.dirname, '../..')
const sample = path.join(root, 'cli/sample/harbour-plan.txt')
const receivedAt = '2026-01-02T03:04:05.000Z'

let folder = ''
let remove = () => {}
beforeEach(() => ({folder, remove} = makeFolder()))
afterEach(() => remove())

/** Runs the real Sanity command line against the lake in the test's folder. */
async function runSanity(...args: string[]): Promise<string> {
  let output = ''
  const code = await runSanityCommand(args, {
    data: folder,
    dataset: 'production',
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    onOutput: (text) => (output += text),
  })
  if (code !== 0) throw new Error(`sanity ${args.join(' ')} ended with ${code}:\n${output.slice(-2000)}`)
  return output
}

function withStore<T>(use: (store: ReturnType<typeof openStore>) => T): T {
  const store = openStore({path: path.join(folder, 'production.sqlite')})
  try {
    return use(store)
  } finally {
    store.close()
  }
}

const readAll = () => withStore((store) => [...store.exportDocuments()])
const write = (...mutations: Mutation[]) => withStore((store) => store.transact(mutations))

describe('sanity migration run import-article', () => {
  it('changes nothing in a dry run, makes what an import makes, and changes nothing the second time', async () => {
    const made = toDocuments(await parseCopy({bytes: readFileSync(sample)}), {receivedAt})
    const {_id, _type, raw, format, sha256, encoding} = made.wireCopy
    write({create: {_id, _type, raw, format, sha256, encoding, receivedAt}})

    expect(await runSanity('migration', 'run', 'import-article')).toContain(made.articles[0]!._id)
    expect(readAll()).toHaveLength(1)

    await runSanity('dataset', 'export', 'production', path.join(folder, 'export.tar.gz'))
    const fromExport = await runSanity(
      'migration',
      'run',
      'import-article',
      '--from-export',
      path.join(folder, 'export.tar.gz'),
    )
    expect(fromExport).toContain(made.articles[0]!._id)

    await runSanity('migration', 'run', 'import-article', '--no-dry-run', '--no-confirm')
    const first = readAll()
    expect(first.map((document) => document._id).sort()).toEqual(
      [
        made.wireCopy._id,
        ...made.supporting.map((document) => document._id),
        `drafts.${made.articles[0]!._id}`,
      ].sort(),
    )
    const draft = first.find((document) => document._type === 'article')
    expect(draft).toMatchObject({headline: made.articles[0]!.headline, body: made.articles[0]!.body})

    await runSanity('migration', 'run', 'import-article', '--no-dry-run', '--no-confirm')
    expect(readAll().map((document) => document._rev)).toEqual(first.map((document) => document._rev))
  }, 240_000)
})

describe('sanity migration run dedupe-captions', () => {
  it('joins captions of one picture, moving references before it deletes', async () => {
    const caption = (id: string, text: string, more = {}): Mutation => ({
      create: {_id: id, _type: 'imageCaption', text, fingerprint: id, keys: [], occurrences: 1, ...more},
    })
    const short = 'Dora Finch opens the new library in Westhaven on Monday'
    const full = 'Dora Finch opens the new library in Westhaven on Monday. Picture: Island Press'
    write(
      caption('imageCaption-old1', short, {altText: 'A woman with a key'}),
      caption('imageCaption-old2', full, {creditLine: 'Island Press'}),
      caption('imageCaption-other', 'Dora Finch opens the new library in Westhaven on Tuesday'),
    )
    write({
      create: {
        _id: 'drafts.article-a',
        _type: 'article',
        leadImage: {_type: 'captionedImage', caption: {_type: 'reference', _ref: 'imageCaption-old1'}},
        body: [
          {_type: 'captionedImage', _key: 'k1', caption: {_type: 'reference', _ref: 'imageCaption-old2'}},
        ],
      },
    })
    await runSanity('migration', 'run', 'dedupe-captions', '--no-dry-run', '--no-confirm')
    const after = readAll()
    const captions = after.filter((document) => document._type === 'imageCaption')
    expect(captions).toHaveLength(2)
    const kept = captions.find((document) => document._id !== 'imageCaption-other')!
    expect(kept).toMatchObject({creditLine: 'Island Press', altText: 'A woman with a key'})
    const wordings = [kept['text'], ...(kept['alsoSeen'] as {text: string}[]).map((wording) => wording.text)]
    expect(wordings.sort()).toEqual([short, full].sort())
    expect(after.find((document) => document._type === 'article')).toMatchObject({
      leadImage: {caption: {_ref: kept._id}},
      body: [{caption: {_ref: kept._id}}],
    })
  }, 120_000)
})
