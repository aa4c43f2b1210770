import {evaluate, parse} from 'groq-js'
import {describe, expect, it} from 'vitest'
import {
  articleBySlugQuery,
  articlesBySectionQuery,
  captionUsesQuery,
  embargoedArticlesQuery,
  heldArticlesQuery,
  killedArticlesQuery,
  latestArticlesQuery,
  newsletterBlockUsesQuery,
  quotesBySpeakerQuery,
  updatesWaitingQuery,
  wireInboxQuery,
} from '../../queries/index.ts'
import type {
  ArticleBySlugQueryResult,
  QuotesBySpeakerQueryResult,
  WireInboxQueryResult,
} from '../../queries/index.ts'
import {dataset, ids, now} from './newsroom-dataset.ts'

async function run<Result>(query: string, params: Record<string, unknown> = {}): Promise<Result> {
  const value = await evaluate(parse(query, {params}), {dataset, params, timestamp: new Date(now)})
  return (await value.get()) as Result
}

const toIds = (documents: {_id: string}[]) => documents.map(({_id}) => _id)

describe('an article by its slug', () => {
  it('comes with captions, quotes and newsletter blocks in their places', async () => {
    const found = await run<ArticleBySlugQueryResult>(articleBySlugQuery, {slug: `slug-of-${ids.plain}`})
    expect(found?.leadImage).toMatchObject({
      text: 'The new bridge over the harbour.',
      creditLine: 'J. Ferro / Quay Pictures',
    })
    expect(found?.by).toMatchObject([{name: 'Lena Oriel'}])
    const [block, image, newsletter, pullQuote] = found?.body ?? []
    expect(block).toMatchObject({
      markDefs: [
        {
          _key: 'q1',
          quote: {
            paragraphs: ['The bridge will open in June.'],
            speakerName: 'Lena Oriel',
            speakerRole: 'harbour master',
          },
        },
        {_key: 'l1', href: '/harbour'},
      ],
    })
    expect(image).toMatchObject({
      text: 'The bridge on Tuesday.',
      captionId: ids.caption,
      altText: 'A white bridge',
    })
    expect(newsletter).toMatchObject({newsletterBlock: {title: 'Harbour Post'}})
    expect(pullQuote).toMatchObject({quote: {_id: 'quote-plain', speakerName: 'Lena Oriel'}})
  })

  it('shows no note that is for the desk', async () => {
    const found = await run<ArticleBySlugQueryResult>(articleBySlugQuery, {slug: `slug-of-${ids.plain}`})
    expect(found?.publicNotes).toEqual([])
  })

  it.each([ids.killed, ids.held, ids.embargoed, ids.unreadable, ids.expired])(
    'is not found while it may not be shown: %s',
    async (id) => {
      expect(await run(articleBySlugQuery, {slug: `slug-of-${id}`})).toBeNull()
    },
  )

  it('is found once its embargo has passed', async () => {
    expect(await run(articleBySlugQuery, {slug: `slug-of-${ids.lifted}`})).toMatchObject({_id: ids.lifted})
  })
})

describe('lists of articles', () => {
  it('are in the order of time, whatever zone the agency wrote it in', async () => {
    const found = await run<{_id: string}[]>(latestArticlesQuery, {from: 0, to: 10})
    expect(toIds(found)).toEqual([ids.later, ids.lifted, ids.plain])
  })

  it('can be read a page at a time', async () => {
    expect(toIds(await run(latestArticlesQuery, {from: 1, to: 2}))).toEqual([ids.lifted])
  })

  it('of a section hold that section only', async () => {
    expect(toIds(await run(articlesBySectionQuery, {section: 'Harbour', from: 0, to: 10}))).toEqual([
      ids.later,
      ids.plain,
    ])
  })
})

describe('quotes by speaker', () => {
  it('leave out what was said in killed, embargoed, expired and missing articles', async () => {
    const found = await run<QuotesBySpeakerQueryResult>(quotesBySpeakerQuery, {speaker: ids.person})
    expect(toIds(found)).toEqual(['quote-plain'])
    expect(found[0]?.article?.slug).toBe(`slug-of-${ids.plain}`)
  })
})

describe('where a thing is used', () => {
  it('a caption: as lead picture and in the body, with its own words or without', async () => {
    expect(await run(captionUsesQuery, {caption: ids.caption})).toMatchObject([
      {_id: ids.plain, isLead: true, blocks: [{_key: 'i1', hasOwnWords: true}]},
    ])
  })

  it('a newsletter block: the places in the body', async () => {
    expect(await run(newsletterBlockUsesQuery, {newsletterBlock: ids.newsletter})).toMatchObject([
      {_id: ids.plain, blocks: ['n1']},
    ])
  })
})

describe('the desk', () => {
  it('sees copy with what became of it', async () => {
    const [copy] = await run<WireInboxQueryResult>(wireInboxQuery, {from: 0, to: 10})
    expect(copy).toMatchObject({_id: ids.copy, outcome: 'imported', leftOut: 1, warnings: 1, errors: 0})
    expect(copy?.articles).toMatchObject([{_id: ids.plain, updateWaiting: false}])
  })

  it('sees killed and held articles', async () => {
    expect(toIds(await run(killedArticlesQuery))).toEqual([ids.killed])
    expect(toIds(await run(heldArticlesQuery))).toEqual([ids.held])
  })

  it('sees embargoes that stand, and those whose time cannot be read', async () => {
    const found = await run<{_id: string; isReadable: boolean}[]>(embargoedArticlesQuery)
    expect(found.map(({_id, isReadable}) => [_id, isReadable]).sort()).toEqual([
      [ids.embargoed, true],
      [ids.unreadable, false],
    ])
  })

  it('sees updates that wait', async () => {
    expect(await run(updatesWaitingQuery)).toMatchObject([{_id: ids.unreadable, version: '4', changes: 1}])
  })
})
