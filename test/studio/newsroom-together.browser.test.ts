import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {findViolations} from './find-violations.ts'
import {openDesk, type StudioDesk} from './harness.ts'
import {importCopy} from './import-copy.ts'
import {placeCursor} from './place-cursor.ts'
import {makeWireStory, wireParagraphs} from './wire-story.ts'

interface Block {
  _key: string
  children: {text: string}[]
}

let desk: StudioDesk
let articleId: string
let ada: Page
let ben: Page

beforeAll(async () => {
  desk = await openDesk()
  articleId = (await importCopy(desk.client, makeWireStory({version: '1'}))).articleId
  ada = await openArticle()
  ben = await openArticle()
})
afterAll(() => desk?.close())

async function openArticle(): Promise<Page> {
  const page = await desk.openTab(`/structure/articles;all-articles;${articleId}`)
  page.setDefaultTimeout(60_000)
  await page.locator('input#headline:not([readonly])').waitFor()
  await page.getByTestId('field-body').scrollIntoViewIfNeeded()
  await page.getByTestId('field-body').getByText('The night ferry').waitFor()
  return page
}

const findDraft = async () =>
  (await desk.client.getDocument(`drafts.${articleId}`)) as unknown as {
    headline: string
    body: Block[]
    waitingUpdate?: {changes: unknown[]}
    wire: {version: string}
  }
const findParagraphs = async () =>
  (await findDraft()).body.map(({children}) => children.map(({text}) => text).join(''))

describe('two editors in one article, and an import arriving meanwhile', () => {
  it('lose no word, whoever wrote it', async () => {
    const update = makeWireStory({
      version: '2',
      headline: 'Night ferry turned back by ice',
      paragraphs: [
        wireParagraphs[0]!,
        wireParagraphs[1]!,
        'The company put the passengers up in the village hall and the school.',
        'Crossings resume on Thursday if the wind drops.',
      ],
    })
    await placeCursor(ada, 'The night ferry')
    await Promise.all([
      ada.keyboard.type(' Ada was here, typing a whole sentence of her own.', {delay: 15}),
      ben.locator('input#headline').fill('Night ferry turns back: by Ben'),
      importCopy(desk.client, update),
    ])
    await placeCursor(ben, 'The company put')
    await ben.keyboard.type(' Ben adds this.', {delay: 15})
    await expect
      .poll(async () => (await findParagraphs()).join('\n'), {timeout: 30_000})
      .toContain('Ben adds this.')
    const paragraphs = await findParagraphs()
    expect(paragraphs.join('\n')).toContain('Ada was here, typing a whole sentence of her own.')
    // In the same second as the agency's: Studio sends what was typed, not the whole line.
    expect((await findDraft()).headline).toContain(': by Ben')
    // What nobody here had touched is the agency's new wording.
    expect(paragraphs.join('\n')).toContain('Crossings resume on Thursday')
    const both = [ada, ben].map((page) => page.getByTestId('field-body'))
    for (const body of both) {
      await body.getByText('Ada was here, typing a whole sentence of her own.').waitFor()
      await body.getByText('Ben adds this.').waitFor()
    }
  })

  it('see that an update is waiting where both changed something, without loading the page anew', async () => {
    await importCopy(
      desk.client,
      makeWireStory({
        version: '3',
        headline: 'Ferry back in port',
        paragraphs: [
          wireParagraphs[0]!,
          wireParagraphs[1]!,
          'The company put the passengers up in the village hall and the school. They slept on camp beds.',
          wireParagraphs[3]!,
        ],
      }),
    )
    for (const page of [ada, ben]) await page.getByTestId('pane-footer').getByText('Update waiting').waitFor()
    expect((await findDraft()).headline).toContain(': by Ben')
    expect((await findDraft()).waitingUpdate!.changes.length).toBeGreaterThanOrEqual(2)
  })

  it('take one change and leave another', async () => {
    await ada.getByTestId('pane-footer').getByTestId('action-menu-button').click()
    await ada.getByRole('menuitem', {name: 'Look at the waiting update'}).click()
    const change = (place: string) =>
      ada.getByTestId('waiting-change').filter({has: ada.getByText(place, {exact: true})})
    await change('Headline').waitFor()
    expect(await findViolations(ada, '[data-testid="waiting-update"]')).toEqual([])
    await change('Headline').getByRole('button', {name: 'Take'}).click()
    await expect.poll(async () => (await findDraft()).headline, {timeout: 20_000}).toBe('Ferry back in port')
    await change('Body').first().getByRole('button', {name: 'Leave'}).click()
    await expect.poll(async () => (await findDraft()).waitingUpdate, {timeout: 20_000}).toBeUndefined()
    expect((await findParagraphs()).join('\n')).toContain('Ben adds this.')
    await expect
      .poll(() => ben.locator('input#headline').inputValue(), {timeout: 20_000})
      .toBe('Ferry back in port')
    await ada.getByTestId('pane-footer').getByText('Update waiting').waitFor({state: 'detached'})
  })

  it('see the next update beside the article, and take all of it', async () => {
    await ben.locator('input#headline').fill('Ferry in port at last')
    await expect
      .poll(async () => (await findDraft()).headline, {timeout: 20_000})
      .toBe('Ferry in port at last')
    const paragraphs = [wireParagraphs[0]!, wireParagraphs[1]!, wireParagraphs[2]!, wireParagraphs[3]!]
    await importCopy(desk.client, makeWireStory({version: '4', headline: 'Ferry sails again', paragraphs}))
    await ben.getByRole('button', {name: 'Waiting update'}).first().click()
    const inspector = ben.getByTestId('inspector')
    await inspector.getByTestId('waiting-change').first().waitFor()
    expect(await findViolations(ben, '[data-testid="inspector"]')).toEqual([])
    await inspector.getByRole('button', {name: 'Take all'}).click()
    await ben.getByTestId('nothing-waits').waitFor()
    expect((await findDraft()).headline).toBe('Ferry sails again')
    expect((await findDraft()).waitingUpdate).toBeUndefined()
    expect((await findParagraphs()).join('\n')).toContain('Ada was here')
    await inspector.getByRole('button', {name: 'Close'}).click()
    await ben.getByRole('button', {name: 'Waiting update'}).waitFor({state: 'detached'})
  })

  it('are told of a kill at once, and cannot publish any more', async () => {
    await expect.poll(() => ben.getByTestId('action-publish').isEnabled(), {timeout: 20_000}).toBe(true)
    await importCopy(desk.client, makeWireStory({version: '5', pubStatus: 'canceled', headline: 'KILL'}))
    for (const page of [ada, ben]) {
      await page.getByTestId('pane-footer').getByText('Killed', {exact: true}).waitFor()
      await expect.poll(() => page.getByTestId('action-publish').isDisabled(), {timeout: 20_000}).toBe(true)
      expect(await page.getByTestId('blocked-banner').textContent()).toMatch(/the agency killed this story/)
    }
    // The words are kept: taking a story down is an editor's act.
    expect((await findParagraphs()).join('\n')).toContain('Ada was here')
  })

  it('say nothing on the console, and nothing is refused', () => {
    expect(desk.complaints).toEqual([])
    expect(desk.errors).toEqual([])
  })
})
