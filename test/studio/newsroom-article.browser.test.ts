import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {findViolations} from './find-violations.ts'
import {openDesk, type StudioDesk} from './harness.ts'
import {makeNewsroomDocuments} from './newsroom-documents.ts'

let desk: StudioDesk
let page: Page
let articleId: string

beforeAll(async () => {
  const made = await makeNewsroomDocuments(new Date())
  articleId = made.articleId
  const picturedBy = (name: string, caption: string) => ({
    _id: `drafts.pictured-${name}`,
    _type: 'article',
    headline: `Pictured ${name}`,
    leadImage: {_type: 'captionedImage', caption: {_type: 'reference', _ref: caption}},
  })
  desk = await openDesk([
    ...made.documents,
    {_id: 'caption-shared', _type: 'imageCaption', text: 'The ferry at Castle Bay on Tuesday', keys: ['k1']},
    {
      _id: 'caption-other',
      _type: 'imageCaption',
      text: 'The ferry at Castle Bay, seen from the quay',
      keys: ['k1', 'k2'],
    },
    picturedBy('one', 'caption-shared'),
    picturedBy('two', 'caption-shared'),
    picturedBy('three', 'caption-other'),
  ] as never)
  page = await desk.openTab('/structure/articles')
})
afterAll(() => desk?.close())

const shot = (name: string) =>
  process.env['NEWSROOM_SHOTS']
    ? page.screenshot({path: `${process.env['NEWSROOM_SHOTS']}/${name}.png`})
    : undefined

async function openArticle(id: string): Promise<void> {
  await page.goto(`${desk.address}/structure/articles;all-articles;${id}`)
  await page.getByTestId('field-headline').waitFor({timeout: 60_000})
}

async function showBody(): Promise<void> {
  await page.getByTestId('field-body').scrollIntoViewIfNeeded()
  await page.getByTestId('quotation-in-place').first().waitFor()
}

/** What an editor does to a paragraph in the document behind the form's back: the form follows. */
async function findDraft(): Promise<{
  body: {
    _key: string
    children?: {text: string; marks: string[]}[]
    markDefs?: {_key: string; _type: string}[]
  }[]
}> {
  return (await desk.client.getDocument(`drafts.${articleId}`)) as never
}

describe('publishing', () => {
  it.each([
    ['killed', 'Killed', /the agency killed this story/],
    ['held', 'Held', /the agency holds this story back/],
    ['embargoed', 'Embargoed until', /it is under embargo/],
  ])('is blocked for a story that is %s, with a badge and the reason', async (name, badge, reason) => {
    await openArticle(`article-${name}`)
    await page.getByTestId('blocked-banner').waitFor()
    expect(await page.getByTestId('blocked-banner').textContent()).toMatch(reason)
    await page.getByText(badge).last().waitFor()
    expect(await page.getByTestId('action-publish').isDisabled()).toBe(true)
    await shot(`blocked-${name}`)
  })

  it('is open for a story that nothing holds', async () => {
    await openArticle(articleId)
    await expect.poll(() => page.getByTestId('action-publish').isEnabled(), {timeout: 15_000}).toBe(true)
    expect(await page.getByTestId('blocked-banner').count()).toBe(0)
  })
})

describe('a story past the time until which it may be shown', () => {
  it('has a badge that says since when', async () => {
    await desk.client.create({
      _id: 'drafts.article-expired',
      _type: 'article',
      headline: 'A story that was for one evening',
      wire: {expires: '2026-01-02T12:00:00Z'},
    })
    await openArticle('article-expired')
    await page
      .getByText(/^Expired on .*2026/)
      .last()
      .waitFor()
  })
})

describe('the body', () => {
  it('shows who said each quotation, in place', async () => {
    await openArticle(articleId)
    await showBody()
    const speakers = await page
      .getByTestId('quotation-in-place')
      .evaluateAll((marks) => marks.map((mark) => mark.getAttribute('data-speaker')))
    expect(speakers).toContain('Morag Sinclair')
    await shot('body')
  })

  it('shows a newsletter block as the reader sees it', async () => {
    await page.getByTestId('newsletter-block').first().scrollIntoViewIfNeeded()
    await page.getByTestId('newsletter-block').getByText('Newsletter').first().waitFor()
    await shot('newsletter')
  })
})

describe('the Quotes inspector', () => {
  it('says which words are no longer the words that came, and puts them back', async () => {
    await openArticle(articleId)
    await page.getByRole('button', {name: 'Quotes'}).first().click()
    await page.locator('[data-testid="quotation"][data-state="same"]').first().waitFor()
    const before = await findDraft()
    const block = before.body.find((element) => element.markDefs?.some(({_type}) => _type === 'quotation'))
    const mark = block?.markDefs?.find(({_type}) => _type === 'quotation')?._key ?? ''
    const index = block?.children?.findIndex(({marks}) => marks.includes(mark)) ?? -1
    const words = block?.children?.[index]?.text ?? ''
    await desk.client
      .patch(`drafts.${articleId}`)
      .set({[`body[_key=="${block?._key}"].children[${index}].text`]: words.replace(/\w+/u, 'Otherwise')})
      .commit()
    const changed = page.locator('[data-testid="quotation"][data-state="changed"]')
    await changed.waitFor({timeout: 15_000})
    await shot('quotes-changed')
    await changed.getByRole('button', {name: 'Use the words that came'}).click()
    await expect
      .poll(
        async () => (await findDraft()).body.find(({_key}) => _key === block?._key)?.children?.[index]?.text,
        {timeout: 15_000},
      )
      .toBe(words)
    await shot('quotes-restored')
  })

  it('takes a change that an editor gives a reason for', async () => {
    const {body} = await findDraft()
    const block = body.find((element) => element.markDefs?.some(({_type}) => _type === 'quotation'))!
    const index = block.children!.findIndex(({marks}) => marks.length > 0)
    const path = `body[_key=="${block._key}"].children[${index}].text`
    await desk.client
      .patch(`drafts.${articleId}`)
      .set({[path]: '"a bargain"'})
      .commit()
    const changed = page.locator('[data-testid="quotation"][data-state="changed"]')
    await changed.getByLabel('Why were the words changed?').fill('A slip of the tongue')
    await changed.getByRole('button', {name: 'Accept the change'}).click()
    await page.locator('[data-testid="quotation"][data-state="accepted"]').waitFor()
    await page.getByText('Change accepted: A slip of the tongue').waitFor()
  })

  it('leads to the words in the body', async () => {
    const last = page.getByTestId('quotation').last()
    await last.getByRole('button', {name: 'Show in the article'}).click()
    const words = ((await last.textContent()) ?? '').match(/Long may they be painted/)?.[0] ?? ''
    await page.getByTestId('quotation-in-place').filter({hasText: words}).last().waitFor()
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('contenteditable')), {
        timeout: 15_000,
      })
      .toBe('true')
  })

  it('has names and roles that a screen reader can use', async () => {
    expect(await findViolations(page, '[data-testid="inspector"]')).toEqual([])
  })
})

describe('the Wire copy inspector', () => {
  it('shows word by word what differs from the copy, and puts it and a left-out line back', async () => {
    await openArticle(articleId)
    await page.getByRole('button', {name: 'Wire copy'}).first().click()
    const edited = page.locator('[data-testid="difference"][data-kind="edited"]')
    await edited.waitFor({timeout: 60_000})
    expect(await edited.locator('ins').allTextContents()).toEqual(['a bargain'])
    expect(await edited.locator('del').allTextContents()).toEqual(['false economy'])
    await edited.getByRole('button', {name: 'Use the copy’s words'}).click()
    await page.getByText('The article says what the copy says.').waitFor({timeout: 30_000})
    const headline = await page.locator('input#headline').inputValue()
    await page.locator('input#headline').fill(`${headline} again`)
    const line = page.locator('[data-testid="line-difference"][data-field="headline"]')
    await line.waitFor({timeout: 30_000})
    expect(await line.locator('ins').allTextContents()).toEqual(['again'])
    await line.getByRole('button', {name: 'Use the copy’s words'}).click()
    await page.getByText('The article says what the copy says.').waitFor({timeout: 30_000})
    await expect.poll(() => page.locator('input#headline').inputValue()).toBe(headline)
    const leftOut = page.getByTestId('left-out').first()
    const lineNumber = await leftOut.getAttribute('data-line')
    expect(await findViolations(page, '[data-testid="inspector"]')).toEqual([])
    await page.getByTestId('raw-copy').click()
    await page.getByTestId('copy-lines').locator('[data-kind="headline"]').waitFor()
    await shot('wire-copy')
    await leftOut.getByRole('button').click()
    await page.locator('[data-testid="difference"][data-kind="added"]').waitFor({timeout: 15_000})
    expect(lineNumber).toBe('1')
    await expect
      .poll(async () => (await findDraft()).body[0]?.children?.[0]?.text, {timeout: 15_000})
      .toBe('9.4°C Kilbrannan')
    await shot('wire-copy-restored')
  })
})

describe('the caption actions', () => {
  const open = async (id: string) => {
    await page.goto(`${desk.address}/structure/captions;all-captions;${id}`)
    await page.getByTestId('field-text').locator('textarea:not([readonly])').waitFor({timeout: 60_000})
    await page.getByTestId('pane-footer').getByTestId('action-menu-button').click()
  }
  const findCaptionOf = async (id: string) =>
    (await desk.client.fetch<string | null>('*[_id == $id][0].leadImage.caption._ref', {id: `drafts.${id}`}))!

  it('give one article a caption of its own, and leave the others theirs', async () => {
    await open('caption-shared')
    await page.getByRole('menuitem', {name: 'Split off for one article'}).click()
    await page.getByTestId('choice').filter({hasText: 'Pictured one'}).click()
    await expect.poll(() => findCaptionOf('pictured-one'), {timeout: 15_000}).not.toBe('caption-shared')
    expect(await findCaptionOf('pictured-two')).toBe('caption-shared')
    const own = await desk.client.getDocument(await findCaptionOf('pictured-one'))
    expect(own!['text']).toBe('The ferry at Castle Bay on Tuesday')
  })

  it('join another caption of the same picture into this one: its articles show this one, its words are kept', async () => {
    await open('caption-shared')
    await page.getByRole('menuitem', {name: 'Join with another caption'}).click()
    await page.getByTestId('choice').filter({hasText: 'The ferry at Castle Bay, seen from the quay'}).click()
    await expect.poll(() => desk.client.getDocument('caption-other'), {timeout: 15_000}).toBeUndefined()
    expect(await findCaptionOf('pictured-three')).toBe('caption-shared')
    const joined = (await desk.client.getDocument('caption-shared')) as unknown as {
      alsoSeen: {text: string}[]
    }
    expect(joined.alsoSeen.map(({text}) => text)).toEqual(['The ferry at Castle Bay, seen from the quay'])
  })
})

it('nothing was said on the console, and nothing refused', () => {
  expect(desk.complaints).toEqual([])
  expect(desk.errors).toEqual([])
})
