import {describe, expect, it} from 'vitest'
import {isKeptInline} from '../../../ingest/documents/index.ts'
import {findNeededIds, parseCopy, planImport, toDocuments} from '../../../ingest/index.ts'
import type {Outcome, StoredDocument} from '../../../ingest/reconcile/index.ts'
import {MemoryDataset} from './dataset.ts'
import {paragraphsOf, typeOver} from './story.ts'

const paragraphs = [
  'The ferry to Ansel Island will sail again on Friday, its operator said.',
  '“We have replaced both engines and tested them twice,” said Marit Oddland, who runs the line.',
  'The island has had no crossing since a fire in April.',
]

function copyOf(version: string, body: string[], more: Record<string, unknown> = {}): Uint8Array {
  return new TextEncoder().encode(
    JSON.stringify({
      uri: 'urn:example:ferry',
      version,
      versioncreated: `2026-05-0${version}T08:00:00Z`,
      type: 'text',
      pubstatus: 'usable',
      headline: 'Ferry to sail again',
      provider: 'Example Wire',
      body_html: body.map((text) => `<p>${text}</p>`).join(''),
      ...more,
    }),
  )
}

/** Imports as the command does: parse, make documents, look up, remake the base from the stored copy, plan, commit. */
async function importCopy(
  dataset: MemoryDataset,
  bytes: Uint8Array,
  files?: Map<string, Uint8Array>,
): Promise<{outcome: Outcome; mutations: number; id: string}> {
  const copy = await parseCopy({bytes})
  const assetId = isKeptInline(copy) ? undefined : `file-${copy.sha256.slice(0, 40)}-bin`
  if (assetId) files?.set(assetId, bytes)
  const made = toDocuments(copy, {receivedAt: '2026-05-09T00:00:00Z', ...(assetId ? {assetId} : {})})
  const known = new Map<string, StoredDocument>()
  const look = (ids: string[]): Promise<void> => {
    for (const id of ids) {
      const document = dataset.documents.get(id)
      if (document) known.set(id, document)
    }
    return Promise.resolve()
  }
  await look(findNeededIds(made))
  const plan = await planImport(made, known, {
    now: '2026-05-09T00:00:00Z',
    look,
    readFile: async (id) => files?.get(id) ?? null,
  })
  dataset.commit(plan.mutations)
  return {outcome: plan.outcome, mutations: plan.mutations.length, id: made.articles[0]?._id ?? ''}
}

describe('importing versions of one item of the wire', () => {
  it('merges with the editor’s words, remaking the base from the stored copy', async () => {
    const dataset = new MemoryDataset()
    const {id, outcome} = await importCopy(dataset, copyOf('1', paragraphs))
    expect(outcome).toBe('created')
    expect(await importCopy(dataset, copyOf('1', paragraphs))).toMatchObject({
      outcome: 'unchanged',
      mutations: 0,
    })
    dataset.edit((article) => typeOver(article, 'since a fire in April', 'since a fire in early April'), id)
    dataset.publish(id)
    const second = paragraphs.with(
      0,
      'The ferry to Ansel Island will sail again on Saturday, its operator said.',
    )
    expect(await importCopy(dataset, copyOf('2', [...second, 'Tickets are on sale.']))).toMatchObject({
      outcome: 'updated',
    })
    expect(paragraphsOf(dataset.article(id))).toEqual([
      second[0],
      second[1],
      'The island has had no crossing since a fire in early April.',
      'Tickets are on sale.',
    ])
    expect(await importCopy(dataset, copyOf('1', paragraphs))).toMatchObject({mutations: 0})
    expect(await importCopy(dataset, copyOf('2', [...second, 'Tickets are on sale.']))).toMatchObject({
      mutations: 0,
    })
  })

  it('merges large copy, which is kept as a file, like any other', async () => {
    const dataset = new MemoryDataset()
    const files = new Map<string, Uint8Array>()
    const many = [
      ...paragraphs,
      ...Array.from({length: 1500}, (_, index) => {
        const days =
          'It lay in the harbour for another day while divers looked at its hull and its screws, day'
        return `${days} ${index} of many. ${days} after that the owners said that nothing had been found.`
      }),
    ]
    const {id} = await importCopy(dataset, copyOf('1', many), files)
    expect(files.size).toBe(1)
    dataset.edit((article) => typeOver(article, 'since a fire in April', 'since a fire in early April'), id)
    const second = many
      .with(0, 'The ferry to Ansel Island will sail again on Saturday, its operator said.')
      .toSpliced(1000, 1)
    expect(await importCopy(dataset, copyOf('2', second), files)).toMatchObject({outcome: 'updated'})
    expect(paragraphsOf(dataset.article(id))).toEqual(
      second.with(2, 'The island has had no crossing since a fire in early April.'),
    )
    files.clear()
    expect(await importCopy(dataset, copyOf('3', many))).toMatchObject({outcome: 'kept'})
  })

  it('holds back what meets the editor’s words, and a kill reaches what is published', async () => {
    const dataset = new MemoryDataset()
    const {id} = await importCopy(dataset, copyOf('1', paragraphs))
    dataset.edit((article) => typeOver(article, 'on Friday', 'this Friday'), id)
    dataset.publish(id)
    const second = paragraphs.with(
      0,
      'The ferry to Ansel Island will sail again on Saturday, its operator said.',
    )
    expect(await importCopy(dataset, copyOf('2', second))).toMatchObject({outcome: 'waiting'})
    expect(paragraphsOf(dataset.article(id))[0]).toBe(paragraphs[0]?.replace('on Friday', 'this Friday'))
    expect(
      await importCopy(dataset, copyOf('3', ['Kill this story.'], {pubstatus: 'canceled'})),
    ).toMatchObject({outcome: 'held'})
    expect(dataset.documents.get(id)?.wire).toMatchObject({pubStatus: 'canceled'})
    const records = [...dataset.documents.values()].filter(({_type}) => _type === 'wireCopy')
    const kill = records.find((record) => record.version === '3')
    expect(kill).toMatchObject({
      outcome: 'killed',
      receivedAt: '2026-05-09T00:00:00Z',
      articles: [{_ref: id}],
    })
    const told = (kill?.findings ?? []) as {code: string}[]
    expect(told.map(({code}) => code)).toContain('article-killed')
    expect(dataset.article(id).wire).toMatchObject({pubStatus: 'canceled', version: '3'})
    expect(paragraphsOf(dataset.article(id))[0]).toBe(paragraphs[0]?.replace('on Friday', 'this Friday'))
  })
})
