import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {findViolations} from './find-violations.ts'
import {openDesk, type StudioDesk} from './harness.ts'
import {importCopy} from './import-copy.ts'
import {makeNewsroomDocuments} from './newsroom-documents.ts'
import {visit} from './visit.ts'
import {makeWireStory} from './wire-story.ts'

let desk: StudioDesk
let page: Page
/** Articles by what they are called here. */
const ids: Record<string, string> = {}

const ferryCaption = {_type: 'imageCaption', text: 'The ferry at Castle Bay on Tuesday', keys: ['k1', 'k2']}
const documents = [
  {...ferryCaption, _id: 'caption-ferry', altText: 'A white ferry', creditLine: 'Una Reid/Quay Wire'},
  {...ferryCaption, _id: 'caption-ferry-too', text: 'The ferry at Castle Bay', keys: ['k2']},
  {_id: 'quote-nobody', _type: 'quote', kind: 'direct', paragraphs: ['It was bound to happen.']},
  {
    _id: 'article-printed',
    _type: 'article',
    headline: 'Bridge opens early',
    slug: {_type: 'slug', current: 'bridge-opens-early'},
    body: [],
  },
]

beforeAll(async () => {
  const made = await makeNewsroomDocuments(new Date())
  ids['sample'] = made.articleId
  desk = await openDesk([...made.documents, ...documents])
  ids['waiting'] = (await importCopy(desk.client, makeWireStory({version: '1'}))).articleId
  await desk.client.patch(`drafts.${ids['waiting']}`).set({headline: 'Ferry turns back'}).commit()
  await importCopy(desk.client, makeWireStory({version: '2', headline: 'Ferry turned back by ice'}))
  ids['urgent'] = (
    await importCopy(desk.client, makeWireStory({version: '1', urgency: 1, uri: 'urn:quay:flash'}))
  ).articleId
  await importCopy(desk.client, new TextEncoder().encode(' \n'))
  page = await desk.openTab('/structure')
  await page.getByTestId('newsroom-lists').waitFor({timeout: 60_000})
})
afterAll(() => desk?.close())

const published = (name: string) => ids[name] ?? name

/** The ids of the documents that the list at an address of the structure shows. */
async function findRows(list: string): Promise<string[]> {
  await visit(page, `/structure/${list}`)
  const id = list.split(';').at(-1) ?? ''
  const rows = page.locator(`a[href*="${id};"]`)
  await rows.first().waitFor({timeout: 10_000})
  const addresses = await rows.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  return addresses.map((address) => address.split(';').at(-1)!.split(/[,?]/)[0]!).sort()
}

const count = (id: string) => page.getByTestId(`newsroom-count-${id}`).textContent()

describe('the lists', () => {
  it.each<[list: string, articles: string[]]>([
    ['wire;updates', ['waiting']],
    ['wire;held', ['article-held']],
    ['wire;killed', ['article-killed']],
    ['wire;by-urgency;urgency-1', ['urgent']],
    ['wire;by-urgency;urgency-3', ['waiting']],
    ['articles;embargoed', ['article-embargoed']],
    ['articles;ready', ['sample', 'urgent']],
    ['articles;published', ['article-printed']],
    ['articles;articles-killed', ['article-killed']],
    [
      'articles;revision',
      ['sample', 'waiting', 'urgent', 'article-killed', 'article-held', 'article-embargoed'],
    ],
    ['captions;similar', ['caption-ferry', 'caption-ferry-too']],
    ['captions;unused', ['caption-ferry', 'caption-ferry-too']],
    ['quotes;unattributed', ['quote-nobody']],
  ])('%s has the documents that belong there, and no other', async (list, articles) => {
    expect(await findRows(list)).toEqual(articles.map(published).sort())
  })

  it.each<[list: string, filter: string]>([
    ['wire;new', '_type == "wireCopy" && outcome == "imported"'],
    ['wire;failed', '_type == "wireCopy" && outcome == "failed"'],
    ['wire;all-copy', '_type == "wireCopy"'],
    ['wire;by-provider;provider-Quay_20Wire', '_type == "wireCopy" && provider == "Quay Wire"'],
    ['captions;all-captions', '_type == "imageCaption"'],
    ['captions;no-alt', '_type == "imageCaption" && !defined(altText)'],
    ['captions;no-credit', '_type == "imageCaption" && !defined(creditLine)'],
    ['quotes;all-quotes', '_type == "quote"'],
    ['quotes;by-speaker', '_type == "person"'],
    ['newsletters', '_type == "newsletterBlock"'],
    ['people', '_type == "person"'],
  ])('%s has what the dataset has of them', async (list, filter) => {
    const stored = await desk.client.fetch<string[]>(`*[${filter}]._id`)
    expect(stored.length).toBeGreaterThan(0)
    expect(await findRows(list)).toEqual(stored.sort())
  })

  it('by speaker lead to what that person said', async () => {
    const [person] = await desk.client.fetch<{_id: string}[]>(
      '*[_type == "person" && name == "Morag Sinclair"]',
    )
    const said = await desk.client.fetch<string[]>('*[_type == "quote" && speaker._ref == $id]._id', {
      id: person!._id,
    })
    expect(await findRows(`quotes;by-speaker;${person!._id}`)).toEqual(said.sort())
  })

  it('of quotes changed since the wire follow the articles', async () => {
    const id = `drafts.${ids['sample']}`
    const article = (await desk.client.getDocument(id)) as unknown as {
      body: {_key: string; children?: {text: string; marks: string[]}[]; markDefs?: {_key: string}[]}[]
    }
    const block = article.body.find(({markDefs}) => (markDefs ?? []).length > 0)!
    const at = block.children!.findIndex(({marks}) => marks.length > 0)
    await desk.client
      .patch(id)
      .set({[`body[_key=="${block._key}"].children[${at}].text`]: '"a bargain"'})
      .commit()
    const quoteId = (block.markDefs![0] as unknown as {quote: {_ref: string}}).quote._ref
    expect(await findRows('quotes;changed')).toEqual([quoteId])
  })

  it('say of a story before it is opened that it is killed, held or embargoed', async () => {
    await findRows('articles;all-articles')
    for (const [name, status] of [
      ['killed', 'Killed · Quay Wire'],
      ['held', 'Held · Quay Wire'],
      ['embargoed', 'Embargoed · Harbour Press'],
    ]) {
      const row = page.locator(`a[href*="all-articles;article-${name}"]`)
      await row.getByText(status!, {exact: false}).waitFor({timeout: 15_000})
    }
    expect(await page.getByTestId('newsroom-begin').count()).toBe(0)
  })

  it('count what they hold, and count anew while they are looked at', async () => {
    await visit(page, '/structure/articles')
    await page.getByTestId('newsroom-count-articles-killed').waitFor({timeout: 60_000})
    expect(await count('articles-killed')).toBe('1')
    expect(await count('embargoed')).toBe('1')
    expect(await count('published')).toBe('1')
    expect(await count('revision')).toBe('6')
    await desk.client.patch('drafts.article-held').set({'wire.pubStatus': 'canceled'}).commit()
    await expect.poll(() => count('articles-killed'), {timeout: 15_000}).toBe('2')
  })

  it.each(['light', 'dark'] as const)(
    'can be read and worked without sight or mouse (%s)',
    async (scheme) => {
      await page.emulateMedia({colorScheme: scheme})
      for (const list of ['wire', 'articles', 'captions', 'quotes', 'wire;by-provider', 'wire;by-urgency']) {
        await visit(page, `/structure/${list}`)
        await page.locator('[data-testid^="newsroom-count-"]').first().waitFor()
        expect(await findViolations(page, '[data-testid="newsroom-lists"]')).toEqual([])
      }
      await page.emulateMedia({colorScheme: 'light'})
    },
  )

  it('can be walked with the keyboard', async () => {
    await visit(page, '/structure/articles')
    await page.getByTestId('newsroom-count-ready').waitFor()
    await page.getByTestId('newsroom-list-revision').focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL(/articles;embargoed/)
  })

  it('of ids that were worked out show the newest where there are hundreds, and say how many there are', async () => {
    const transaction = desk.client.transaction()
    for (let index = 0; index < 300; index++)
      for (const half of ['one', 'other'])
        transaction.create({
          _id: `0c9e6a4b-caption-of-many-${index}-${half}`,
          _type: 'imageCaption',
          text: `Boat ${index} at the quay, the ${half} of two`,
          keys: [`boat-${index}`],
        })
    await transaction.commit()
    for (const [list, title] of [
      ['similar', 'Perhaps the same as another: 200 of 602'],
      ['unused', 'Unused: 200 of 602'],
    ]) {
      expect((await findRows(`captions;${list}`)).length).toBeGreaterThan(5)
      await page.getByText(title!, {exact: true}).first().waitFor()
    }
  })

  it('say nothing on the console and ask for nothing that is refused', () => {
    expect(desk.complaints).toEqual([])
    expect(desk.errors).toEqual([])
  })
})
