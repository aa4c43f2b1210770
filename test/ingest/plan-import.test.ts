import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {toDocuments} from '../../ingest/documents/index.ts'
import {parseCopy} from '../../ingest/parse-copy.ts'
import {findCaptionsQuery, findNeededIds, planImport} from '../../ingest/plan-import.ts'
import type {StoredDocument} from '../../ingest/reconcile/index.ts'
import {openStore, type Mutation, type Store} from '../../lake/store/index.ts'

const now = '2026-03-01T12:00:00.000Z'
let store: Store
beforeEach(() => (store = openStore({path: ':memory:'})))
afterEach(() => store.close())

async function importText(text: string): Promise<number> {
  const made = toDocuments(await parseCopy({bytes: new TextEncoder().encode(text)}), {receivedAt: now})
  const known = new Map<string, StoredDocument>()
  const look = async (ids: string[]) => {
    for (const document of store.getDocuments(ids)) if (document) known.set(document._id, document)
  }
  await look(findNeededIds(made))
  const {mutations} = await planImport(made, known, {
    now,
    look,
    findCaptions: (keys) => store.fetch(findCaptionsQuery, {keys}),
  })
  if (mutations.length > 0) store.transact(mutations as Mutation[])
  return mutations.length
}

const toPage = (headline: string, caption: string) =>
  [
    headline,
    caption,
    caption,
    'The swing bridge at Littleport was closed to lorries on Monday after engineers found a crack in one of its bearings.',
    'A spokeswoman for the county said that the repair would take three weeks, and that buses would go by way of Ardmore until then.',
  ].join('\n\n')

const plain =
  'Engineers Rosa Lind and Tom Ashby look at the bearing of the swing bridge at Littleport on Monday'

describe('captions over several copies', () => {
  it('are one document in other words too, with the other wording kept, and nothing changes the second time', async () => {
    await importText(toPage('Swing bridge closed to lorries for three weeks', plain))
    await importText(toPage('Crack found in swing bridge', `${plain} (Picture: Fen Photos)`))
    const captions = await store.fetch<{_id: string; text: string; alsoSeen: {text: string}[] | null}[]>(
      '*[_type == "imageCaption"]',
    )
    expect(captions).toHaveLength(1)
    const articles = await store.fetch<{lead: string}[]>(
      '*[_type == "article"]{"lead": leadImage.caption._ref}',
    )
    expect(articles.map((article) => article.lead)).toEqual([captions[0]!._id, captions[0]!._id])
    expect(await importText(toPage('Crack found in swing bridge', `${plain} (Picture: Fen Photos)`))).toBe(0)
    expect(await importText(toPage('Swing bridge closed to lorries for three weeks', plain))).toBe(0)
  })

  it('stay two when the day is another', async () => {
    await importText(toPage('Swing bridge closed to lorries for three weeks', plain))
    await importText(toPage('Crack found in swing bridge', plain.replace('Monday', 'Tuesday')))
    expect(await store.fetch('count(*[_type == "imageCaption"])')).toBe(2)
  })

  it('keep a wording that is cut short beside the full one', async () => {
    await importText(toPage('Swing bridge closed to lorries for three weeks', plain))
    await importText(
      toPage(
        'Crack found in swing bridge',
        'Engineers Rosa Lind and Tom Ashby look at the bearing of the swing bridge at Litt...',
      ),
    )
    const captions = await store.fetch<{text: string; alsoSeen: {text: string}[]}[]>(
      '*[_type == "imageCaption"]',
    )
    expect(captions).toHaveLength(1)
    expect(captions[0]!.alsoSeen.map((wording) => wording.text)).toEqual([expect.stringContaining('Litt...')])
  })
})
