import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {openDesk, type StudioDesk} from './harness.ts'
import {placeCursor} from './place-cursor.ts'

let desk: StudioDesk

const article = {
  _id: 'drafts.article-ferry',
  _type: 'article',
  headline: 'Ferry turns back',
  body: [
    {
      _type: 'block',
      _key: 'a',
      style: 'h2',
      markDefs: [],
      children: [{_type: 'span', _key: 'b', text: 'Ice in the harbour', marks: []}],
    },
  ],
  wire: {_type: 'wireInfo', pubStatus: 'usable'},
}

beforeAll(async () => {
  desk = await openDesk([article])
})
afterAll(() => desk?.close())

/** The article's form as somebody sees it who has chosen the language. */
async function openForm(language: string) {
  const page = await desk.openTab('/structure')
  await page.evaluate((locale) => localStorage.setItem('sanity-locale:local:newsroom', locale), language)
  await page.goto(`${desk.address}/structure/articles;all-articles;article-ferry`)
  await page.locator('input#headline').waitFor({timeout: 60_000})
  return page
}

describe('the language of the Studio', () => {
  it.each([
    {
      language: 'en-GB',
      group: 'Filing',
      field: 'Standfirst',
      fieldset: 'Byline and place',
      style: 'Crosshead',
    },
    {language: 'en-US', group: 'Filing', field: 'Deck', fieldset: 'Byline and place', style: 'Subhead'},
    {
      language: 'de-DE',
      group: 'Einordnung',
      field: 'Vorspann',
      fieldset: 'Autorenzeile und Ort',
      style: 'Zwischentitel',
    },
  ])('is that of the content model too: $language', async ({language, group, field, fieldset, style}) => {
    const page = await openForm(language)
    expect(await page.getByRole('tab', {name: group}).count()).toBe(1)
    expect(await page.getByTestId('field-standfirst').getByText(field, {exact: true}).count()).toBe(1)
    expect(await page.getByText(fieldset, {exact: true}).count()).toBeGreaterThan(0)
    await placeCursor(page, 'Ice in the harbour')
    await page.getByTestId('field-body').getByText(style, {exact: true}).first().waitFor({state: 'attached'})
    await page.close()
  })

  it('names what can be chosen, and keeps what it means', async () => {
    const page = await openForm('de-DE')
    await page.getByRole('tab', {name: 'Agentur'}).click()
    const status = page.getByTestId('field-wire.pubStatus')
    await status.getByText('Frei', {exact: true}).first().waitFor({state: 'attached'})
    expect(await status.getByText('Darf es veröffentlicht werden?').count()).toBe(1)
    await page.close()
    expect(desk.errors).toEqual([])
    expect(desk.complaints).toEqual([])
  })
})
