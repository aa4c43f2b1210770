import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {findNeededIds, parseCopy, planImport, toDocuments} from '../../../ingest/index.ts'
import {createPartIndex} from '../../../ingest/parts/part-index.ts'
import type {StoredDocument} from '../../../ingest/reconcile/index.ts'
import {MemoryDataset} from '../reconcile/dataset.ts'
import {namingStory, packageFile, pictureFile, storyFile} from './package-copies.ts'

const now = '2031-03-06T00:00:00Z'

async function importCopy(dataset: MemoryDataset, bytes: Uint8Array) {
  const made = toDocuments(await parseCopy({bytes}), {receivedAt: now})
  const known = new Map<string, StoredDocument>()
  const parts = createPartIndex()
  for (const document of dataset.documents.values()) parts.add(document)
  const look = async (ids: string[]) => {
    for (const id of ids) {
      const document = dataset.documents.get(id)
      if (document) known.set(id, document)
    }
  }
  await look(findNeededIds(made))
  const plan = await planImport(made, known, {now, look, parts})
  dataset.commit(plan.mutations)
  return plan
}

async function importAll(files: Uint8Array[]): Promise<MemoryDataset> {
  const dataset = new MemoryDataset()
  for (const file of files) await importCopy(dataset, file)
  return dataset
}

/** Everything in a dataset but its revisions. */
function contentOf({documents}: MemoryDataset, type?: string): Record<string, unknown> {
  const chosen = [...documents.values()].filter(({_type}) => type === undefined || _type === type)
  return Object.fromEntries(chosen.map(({_rev, ...document}) => [document._id, document]))
}

function storyOf(dataset: MemoryDataset, headline = 'Ferry is back'): StoredDocument {
  const found = [...dataset.documents.values()].filter(
    (document) => document._type === 'article' && document.headline === headline,
  )
  return found.find(({_id}) => _id.startsWith('drafts.')) ?? found[0]!
}

/** The captions that an article shows, in order. */
function shownIn(dataset: MemoryDataset, article: StoredDocument): unknown[] {
  const images = [article.leadImage, ...(article.body as unknown[])] as {caption?: {_ref: string}}[]
  return images.flatMap((image) => (image?.caption ? [dataset.documents.get(image.caption._ref)?.text] : []))
}

const ferry = 'The ferry leaves Elmestad on Friday.'
const captain = 'Captain Sanna Holm on the bridge of the ferry.'

describe('a package and its parts', () => {
  it('make the same documents in whatever order they come, and change nothing when they come again', async () => {
    const files = [packageFile(), storyFile(), pictureFile(1), pictureFile(2)]
    const expected = contentOf(await importAll(files))
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(files, {minLength: files.length}),
        fc.shuffledSubarray(files),
        async (order, again) => {
          const dataset = await importAll(order)
          expect(contentOf(dataset)).toEqual(expected)
          for (const file of again) expect((await importCopy(dataset, file)).mutations).toEqual([])
        },
      ),
      {numRuns: 40},
    )
  })

  it('end in the same article when versions of each come in any order', async () => {
    const files = [
      packageFile(1, [1]),
      packageFile(2, [2, 1]),
      storyFile(1),
      storyFile(2, 'Tickets are sold at the quay.'),
      pictureFile(1),
      pictureFile(2),
    ]
    const expected = await importAll(files)
    expect(shownIn(expected, storyOf(expected))).toEqual([captain, ferry])
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(files, {minLength: files.length}), async (order) => {
        expect(contentOf(await importAll(order), 'article')).toEqual(contentOf(expected, 'article'))
      }),
      {numRuns: 60},
    )
  })

  it('leave findings that are resolved when the parts arrive', async () => {
    const dataset = await importAll([packageFile()])
    const findings = () =>
      [...dataset.documents.values()].flatMap((document) =>
        document._type === 'wireCopy'
          ? (document.findings as {code: string; part?: string; resolved?: boolean}[]).filter(
              ({part}) => part,
            )
          : [],
      )
    expect(findings()).toMatchObject([
      {code: 'package-part-missing', part: 'urn:nb:story:1'},
      {code: 'package-part-missing', part: 'urn:nb:pic:1'},
      {code: 'package-part-missing', part: 'urn:nb:pic:2'},
    ])
    await importCopy(dataset, pictureFile(2))
    await importCopy(dataset, storyFile())
    expect(findings().map(({resolved}) => resolved ?? false)).toEqual([true, false, true])
  })

  it('are joined to a published article as a draft of it, its words as an editor left them', async () => {
    const dataset = await importAll([packageFile(), storyFile()])
    const id = storyOf(dataset)._id.replace('drafts.', '')
    dataset.edit((article) => void (article.headline = 'Ferry is back at last'), id)
    dataset.publish(id)
    expect(await importCopy(dataset, pictureFile(1))).toMatchObject({outcome: 'updated'})
    const draft = storyOf(dataset, 'Ferry is back at last')
    expect(draft._id).toBe(`drafts.${id}`)
    expect(shownIn(dataset, draft)).toEqual([ferry])
    expect(dataset.documents.get(id)?.leadImage).toBeUndefined()
  })

  it('stay out where an editor took them out, and wait where an editor put another picture', async () => {
    const dataset = await importAll([packageFile(), storyFile(), pictureFile(1)])
    const id = storyOf(dataset)._id.replace('drafts.', '')
    dataset.edit((article) => delete article.leadImage, id)
    await importCopy(dataset, storyFile(2, 'Tickets are sold at the quay.'))
    expect(shownIn(dataset, storyOf(dataset))).toEqual([])

    const other = await importAll([packageFile(1, [1]), storyFile()])
    other.edit(
      (article) => void (article.leadImage = {_type: 'captionedImage', sourceUrl: 'https://own.example/'}),
      id,
    )
    expect(await importCopy(other, pictureFile(1))).toMatchObject({outcome: 'waiting'})
    expect(storyOf(other).leadImage).toEqual({_type: 'captionedImage', sourceUrl: 'https://own.example/'})
  })

  it('that are killed leave the article', async () => {
    const dataset = await importAll([packageFile(), storyFile(), pictureFile(1), pictureFile(2)])
    expect(shownIn(dataset, storyOf(dataset))).toEqual([ferry, captain])
    await importCopy(dataset, pictureFile(1, {version: 2, status: 'canceled'}))
    expect(shownIn(dataset, storyOf(dataset))).toEqual([captain])
  })
})

describe('a story that names a picture which is not in its copy', () => {
  it('shows it once it has come, before or after', async () => {
    const after = await importAll([namingStory, pictureFile(1)])
    const before = await importAll([pictureFile(1), namingStory])
    expect(shownIn(after, storyOf(after, 'Pier reopens'))).toEqual([ferry])
    expect(contentOf(after)).toEqual(contentOf(before))
  })
})
