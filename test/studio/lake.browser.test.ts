import type {Page} from 'playwright-core'
import sharp from 'sharp'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {openDesk, type StudioDesk} from './harness.ts'

let desk: StudioDesk

const block = (key: string, text: string) => ({
  _type: 'block',
  _key: key,
  style: 'normal',
  markDefs: [],
  children: [{_type: 'span', _key: `${key}s`, text, marks: []}],
})
const article = (_id: string, headline: string) => ({
  _id,
  _type: 'article',
  headline,
  slug: {_type: 'slug', current: headline.toLowerCase().replaceAll(' ', '-')},
  body: [block('b1', 'The harbour froze on Monday.'), block('b2', 'Ferries stayed where they were.')],
})

beforeAll(async () => {
  desk = await openDesk([
    article('drafts.edited', 'Harbour under ice'),
    article('drafts.published', 'Ferry timetable changes'),
    article('unpublished', 'Bridge opens early'),
    article('discarded', 'Market hall repainted'),
    article('restored', 'Library keeps Sunday hours'),
    article('drafts.shared', 'Two desks one story'),
    article('drafts.survivor', 'Power cut at the press'),
    {_id: 'drafts.captioned', _type: 'imageCaption'},
  ])
})
afterAll(() => desk?.close())

const patienceMs = 60_000

/** Asks again until the answer is yes. */
async function expectSoon(what: string, ask: () => Promise<unknown>): Promise<void> {
  const answer = () => ask().catch(() => false)
  await expect.poll(answer, {timeout: patienceMs, interval: 10, message: what}).toBeTruthy()
}

const stored = (id: string) => desk.client.getDocument<Record<string, unknown>>(id)

async function openDocument(id: string, type = 'article'): Promise<Page> {
  const page = await desk.openTab(`/intent/edit/id=${id};type=${type}`)
  page.setDefaultTimeout(patienceMs)
  await page.getByTestId('form-view').waitFor()
  // Until the document is there and its connection stands, nothing is taken.
  const field = type === 'article' ? 'input#headline' : 'textarea#text'
  await page.locator(`${field}:not([readonly])`).waitFor()
  return page
}

async function typeIntoBody(page: Page, after: string, words: string): Promise<void> {
  const text = page.getByTestId('field-body').getByText(after)
  await text.scrollIntoViewIfNeeded()
  await text.click()
  // The first click wakes the editor up, the second places the cursor.
  await text.click()
  await page.keyboard.type(words)
}

async function chooseAction(page: Page, name: string): Promise<void> {
  await page.getByTestId('pane-footer').getByTestId('action-menu-button').click()
  await page.getByRole('menuitem', {name}).click()
}

async function confirm(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('dialog').getByRole('button', {name}).click()
}

test('the list of articles shows them, and search finds one by a word of its headline', async () => {
  const page = await desk.openTab('/structure/articles;all-articles')
  page.setDefaultTimeout(patienceMs)
  for (const headline of ['Harbour under ice', 'Ferry timetable changes', 'Bridge opens early'])
    await page.getByText(headline).first().waitFor()
  await page.getByTestId('studio-search').click()
  await page.getByPlaceholder('Search', {exact: true}).pressSequentially('timetable', {delay: 20})
  await page.getByTestId('search-results').getByText('Ferry timetable changes').first().waitFor()
  expect(await page.getByTestId('search-results').getByText('Bridge opens early').count()).toBe(0)
  await page.close()
})

test('headline and body are edited, stored as they are typed, and published', async () => {
  const page = await openDocument('edited')
  await page.locator('input#headline').fill('Harbour still under ice')
  await expectSoon(
    'the headline',
    async () => (await stored('drafts.edited'))?.['headline'] === 'Harbour still under ice',
  )
  await typeIntoBody(page, 'Ferries stayed', 'XYZ')
  await expectSoon('the words', async () =>
    JSON.stringify((await stored('drafts.edited'))?.['body']).includes('XYZ'),
  )
  await page.getByTestId('action-publish').click()
  await expectSoon('the article', () => stored('edited'))
  expect(await stored('drafts.edited')).toBeUndefined()
  expect((await stored('edited'))!['headline']).toBe('Harbour still under ice')
  await page.close()
})

test('publishing right after typing in the body publishes what was typed', async () => {
  const page = await openDocument('published')
  await typeIntoBody(page, 'Ferries stayed', 'FIRST')
  await expectSoon('the words', async () =>
    JSON.stringify((await stored('drafts.published'))?.['body']).includes('FIRST'),
  )
  // Timed inside the page, by the click as it arrives and the request as it is sent and answered.
  await page.evaluate(() => {
    const times = window as unknown as {clickedAt?: number}
    performance.clearResourceTimings()
    document.addEventListener('click', () => (times.clickedAt ??= performance.now()), {capture: true})
  })
  await page.keyboard.type('LAST')
  await page.getByTestId('action-publish').click()
  await expectSoon('the article', () => stored('published'))
  const timing = await page.waitForFunction(() => {
    const clickedAt = (window as unknown as {clickedAt: number}).clickedAt
    const requests = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
    const publish = requests.findLast(
      (entry) => entry.name.includes('document.publish') && entry.startTime > clickedAt,
    )
    if (!publish) return undefined
    return {
      askedMs: Math.round(publish.startTime - clickedAt),
      answeredMs: Math.round(publish.responseEnd - publish.startTime),
    }
  })
  const {askedMs, answeredMs} = (await timing.jsonValue())!
  process.stdout.write(
    `publish after typing: asked ${askedMs} ms after the click, answered ${answeredMs} ms later\n`,
  )
  expect(JSON.stringify((await stored('published'))!['body'])).toContain('FIRSTLAST')
  await page.close()
})

test('a published article is unpublished', async () => {
  const page = await openDocument('unpublished')
  await page.getByTestId('document-header-Published-chip').click()
  await page.getByTestId('action-unpublish').click()
  await confirm(page, /unpublish/i)
  await expectSoon('the draft', () => stored('drafts.unpublished'))
  expect(await stored('unpublished')).toBeUndefined()
  await page.close()
})

test('changes are discarded', async () => {
  const page = await openDocument('discarded')
  await page.locator('input#headline').fill('Market hall painted blue')
  await expectSoon(
    'the draft',
    async () => (await stored('drafts.discarded'))?.['headline'] === 'Market hall painted blue',
  )
  await chooseAction(page, 'Discard changes')
  await confirm(page, /discard/i)
  await expectSoon('that the draft is gone', async () => (await stored('drafts.discarded')) === undefined)
  await expectSoon(
    'the old headline',
    async () => (await page.locator('input#headline').inputValue()) === 'Market hall repainted',
  )
  await page.close()
})

test('an older revision is restored', async () => {
  await desk.client.action({
    actionType: 'sanity.action.document.edit',
    draftId: 'drafts.restored',
    publishedId: 'restored',
    patch: {set: {headline: 'Library closes on Sundays'}},
  })
  await desk.client.action({
    actionType: 'sanity.action.document.publish',
    draftId: 'drafts.restored',
    publishedId: 'restored',
  })
  const page = await openDocument('restored')
  await page.getByTestId('pane-footer-document-status').click()
  await page.getByText('History', {exact: true}).click()
  await page.getByTestId('timeline-item-button').last().click()
  await page.getByTestId('action-reverttorevision').click()
  await page.getByTestId('confirm-popover-confirm-button').click()
  await expectSoon(
    'the old headline',
    async () => (await stored('drafts.restored'))?.['headline'] === 'Library keeps Sunday hours',
  )
  await page.close()
})

test('a second tab sees an edit while it is made', async () => {
  const first = await openDocument('shared')
  const second = await openDocument('shared')
  await first.locator('input#headline').fill('Two desks, one story')
  await expectSoon(
    'the edit',
    async () => (await second.locator('input#headline').inputValue()) === 'Two desks, one story',
  )
  await first.close()
  await second.close()
})

test('four tabs with three documents each stay live', async () => {
  const ids = ['edited', 'published', 'shared', 'survivor']
  const tabs = await Promise.all(
    ids.map(async (id) => {
      const page = await openDocument(id)
      await page.goto(`${desk.address}/intent/edit/id=discarded;type=article`)
      await page.goto(`${desk.address}/intent/edit/id=${id};type=article`)
      await page.locator('input#headline:not([readonly])').waitFor()
      return page
    }),
  )
  for (const [n, page] of tabs.entries()) await page.locator('input#headline').fill(`Written in tab ${n}`)
  for (const [n, id] of ids.entries()) {
    await expectSoon(
      `tab ${n}`,
      async () => (await stored(`drafts.${id}`))?.['headline'] === `Written in tab ${n}`,
    )
  }
  // What it warns of, connections that run out, does not happen here.
  for (const page of tabs) expect(await page.getByText("You've got your brakes on").count()).toBe(0)
  for (const page of tabs) await page.close()
})

test('a picture is uploaded to a caption', async () => {
  const page = await openDocument('captioned', 'imageCaption')
  const picture = await sharp({create: {width: 60, height: 40, channels: 3, background: '#336699'}})
    .png()
    .toBuffer()
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({name: 'ice.png', mimeType: 'image/png', buffer: picture})
  await expectSoon('the picture', async () => {
    const image = (await stored('drafts.captioned'))?.['image'] as {asset?: {_ref: string}} | undefined
    return image?.asset?._ref.endsWith('-60x40-png')
  })
  await page.locator('img[src*="-60x40.png"]').first().waitFor()
  await page.close()
})

test('a lake that is killed in the middle of an edit loses nothing that it acknowledged, and the tab goes on when it is back', async () => {
  const page = await openDocument('survivor')
  await page.locator('input#headline').fill('Written before the cut')
  await expectSoon(
    'the edit',
    async () => (await stored('drafts.survivor'))?.['headline'] === 'Written before the cut',
  )
  // Studio stops taking words once it knows that the connection is gone, so these are typed just before.
  await page.locator('input#headline').fill('Written as the power went')
  await desk.kill()
  await desk.start()
  const kept = (await stored('drafts.survivor'))!['headline']
  expect(['Written before the cut', 'Written as the power went']).toContain(kept)
  await expectSoon(
    'the edit that was under way',
    async () => (await stored('drafts.survivor'))?.['headline'] === 'Written as the power went',
  )
  await page.locator('input#headline:not([readonly])').fill('Written after the cut')
  await expectSoon(
    'the next edit',
    async () => (await stored('drafts.survivor'))?.['headline'] === 'Written after the cut',
  )
  await page.close()
})

test('nothing was refused or thrown on the way, other than while the lake was down', () => {
  expect(desk.errors).toEqual([])
})
