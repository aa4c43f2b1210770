import {readFileSync} from 'node:fs'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {toDocuments, type MadeDocuments} from '../../ingest/documents/index.ts'
import {parseCopy} from '../../ingest/parse-copy.ts'
import {findNeededIds, planImport} from '../../ingest/plan-import.ts'
import {openStore, type Mutation, type Perspective} from '../../lake/store/index.ts'
import * as queries from '../../queries/index.ts'

const sample = path.resolve(import.meta.dirname, '../../cli/sample/harbour-plan.txt')
const now = '2026-03-01T12:00:00.000Z'

/** A ninjs item of our own making; only what a case needs. */
function makeItem(uri: string, more: Record<string, unknown>): Uint8Array {
  const item = {
    uri,
    standard: {name: 'ninjs', version: '3.0'},
    type: 'text',
    versioncreated: '2026-02-28T09:00:00Z',
    headline: `A story for ${uri}`,
    headlines: [{value: `A story for ${uri}`}],
    body_text: 'The mayor of Littleport opened the swing bridge twice on Monday, and closed it once.',
    bodies: [
      {
        role: 'main',
        contentType: 'text/plain',
        value: 'The mayor of Littleport opened the swing bridge twice on Monday, and closed it once.',
      },
    ],
    ...more,
  }
  return new TextEncoder().encode(JSON.stringify(item))
}

const store = openStore({path: ':memory:', now: () => new Date(now)})

async function importCopy(bytes: Uint8Array, publish = true): Promise<MadeDocuments> {
  const made = toDocuments(await parseCopy({bytes}), {receivedAt: now})
  const known = new Map(
    store
      .getDocuments(findNeededIds(made))
      .flatMap((document) => (document ? [[document._id, document as never] as const] : [])),
  )
  const {mutations} = await planImport(made, known, {now})
  store.transact(mutations as Mutation[])
  if (publish)
    for (const article of made.articles) {
      const draft = store.getDocument(`drafts.${article._id}`)!
      store.transact([{createOrReplace: {...draft, _id: article._id}}, {delete: {id: draft._id}}])
    }
  return made
}

const run = <Result>(query: string, params = {}, perspective: Perspective = 'published') =>
  store.fetch<Result>(query, params, {perspective})

describe('the shipped queries over imported documents', () => {
  let page: MadeDocuments
  let killed: MadeDocuments
  let held: MadeDocuments
  let embargoed: MadeDocuments
  let released: MadeDocuments

  beforeAll(async () => {
    page = await importCopy(readFileSync(sample))
    killed = await importCopy(makeItem('urn:example:killed', {pubStatus: 'canceled', pubstatus: 'canceled'}))
    held = await importCopy(makeItem('urn:example:held', {pubStatus: 'withheld', pubstatus: 'withheld'}))
    embargoed = await importCopy(
      makeItem('urn:example:embargoed', {
        embargoedUntil: '2026-03-02T00:00:00Z',
        embargoed: '2026-03-02T00:00:00Z',
      }),
    )
    released = await importCopy(
      makeItem('urn:example:released', {
        embargoedUntil: '2026-03-01T06:00:00Z',
        embargoed: '2026-03-01T06:00:00Z',
      }),
    )
  })
  afterAll(() => store.close())

  const slugOf = (made: MadeDocuments) => made.articles[0]!.slug.current

  it('find an article by its slug, with caption, quotes and newsletter block resolved', async () => {
    const found = await run<queries.ArticleBySlugQueryResult>(queries.articleBySlugQuery, {
      slug: slugOf(page),
    })
    expect(found?.leadImage).toMatchObject({text: expect.stringContaining('Ferry workers (left)')})
    const quoted = found!.body!.flatMap((element) => ('markDefs' in element ? (element.markDefs ?? []) : []))
    expect(quoted.length).toBeGreaterThan(13)
    expect(JSON.stringify(quoted)).toContain('Tomas Reidy')
    expect(found!.body!.at(-1)).toMatchObject({
      newsletterBlock: {title: 'Morning Tide & Evening Post Newsletter'},
    })
  })

  it('keep killed, held and embargoed articles from the site, and show those whose embargo has passed', async () => {
    for (const made of [killed, held, embargoed])
      expect(await run(queries.articleBySlugQuery, {slug: slugOf(made)})).toBeNull()
    expect(await run(queries.articleBySlugQuery, {slug: slugOf(released)})).not.toBeNull()
    const latest = await run<{_id: string}[]>(queries.latestArticlesQuery, {from: 0, to: 20})
    expect(latest.map((article) => article._id).sort()).toEqual(
      [page, released].map((made) => made.articles[0]!._id).sort(),
    )
  })

  it('tell the desk what is killed, held and embargoed', async () => {
    const toIds = async (query: string) => (await run<{_id: string}[]>(query)).map((article) => article._id)
    expect(await toIds(queries.killedArticlesQuery)).toEqual([killed.articles[0]!._id])
    expect(await toIds(queries.heldArticlesQuery)).toEqual([held.articles[0]!._id])
    expect(await toIds(queries.embargoedArticlesQuery)).toEqual([embargoed.articles[0]!._id])
    expect(await toIds(queries.updatesWaitingQuery)).toEqual([])
  })

  it('find what a person said', async () => {
    const person = page.supporting.find(
      (document) => document._type === 'person' && document.name === 'Ailsa Burnett',
    )!
    const found = await run<queries.QuotesBySpeakerQueryResult>(queries.quotesBySpeakerQuery, {
      speaker: person._id,
    })
    expect(found).toMatchObject([{speakerName: 'Ailsa Burnett', article: {slug: slugOf(page)}}])
  })

  it('find where a caption and a newsletter block stand', async () => {
    const caption = page.supporting.find((document) => document._type === 'imageCaption')!
    expect(await run(queries.captionUsesQuery, {caption: caption._id})).toMatchObject([
      {_id: page.articles[0]!._id, isLead: true},
    ])
    const newsletterBlock = page.supporting.find((document) => document._type === 'newsletterBlock')!
    expect(await run(queries.newsletterBlockUsesQuery, {newsletterBlock: newsletterBlock._id})).toMatchObject(
      [{_id: page.articles[0]!._id, blocks: [expect.any(String)]}],
    )
  })

  it('show the wire inbox with what became of each copy', async () => {
    const inbox = await run<queries.WireInboxQueryResult>(queries.wireInboxQuery, {from: 0, to: 20}, 'drafts')
    expect(inbox).toHaveLength(5)
    expect(inbox.find((copy) => copy._id === page.wireCopy._id)).toMatchObject({
      format: 'text',
      outcome: 'imported',
      leftOut: 2,
      articles: [{_id: page.articles[0]!._id}],
    })
    expect(inbox.find((copy) => copy._id === killed.wireCopy._id)).toMatchObject({outcome: 'killed'})
  })

  it('find the articles of a section', async () => {
    expect(await run(queries.articlesBySectionQuery, {section: 'Sport', from: 0, to: 20})).toEqual([])
    store.transact([{patch: {id: released.articles[0]!._id, set: {section: 'Sport'}}}])
    expect(await run(queries.articlesBySectionQuery, {section: 'Sport', from: 0, to: 20})).toMatchObject([
      {_id: released.articles[0]!._id},
    ])
  })
})
