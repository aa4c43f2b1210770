import {source as axeSource} from 'axe-core'
import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {openDesk, type StudioDesk} from './harness.ts'
import {makeNewsroomDocuments} from './newsroom-documents.ts'

let desk: StudioDesk
let page: Page
let articleId: string

beforeAll(async () => {
  const made = await makeNewsroomDocuments(new Date())
  articleId = made.articleId
  desk = await openDesk(made.documents)
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

async function findSeriousViolations(selector: string): Promise<string[]> {
  await page.evaluate(axeSource)
  return page.evaluate(async (within) => {
    const {axe} = globalThis as unknown as {
      axe: {
        run: (
          context: string,
          options: object,
        ) => Promise<{violations: {id: string; impact: string; nodes: {html: string}[]}[]}>
      }
    }
    const {violations} = await axe.run(within, {resultTypes: ['violations']})
    return violations
      .filter(({impact}) => impact === 'serious' || impact === 'critical')
      .map(({id, nodes}) => `${id}: ${nodes[0]?.html ?? ''}`)
  }, selector)
}

describe('the lists', () => {
  it('show how many articles are in each state', async () => {
    const count = (id: string) => page.getByTestId(`newsroom-count-${id}`).textContent()
    await page.getByTestId('newsroom-count-articles-killed').waitFor({timeout: 60_000})
    expect(await count('articles-killed')).toBe('1')
    expect(await count('embargoed')).toBe('1')
    expect(await count('ready')).toBe('1')
    expect(await count('revision')).toBe('4')
    await shot('lists')
  })

  it('count anew when an article is killed meanwhile', async () => {
    await desk.client.patch('drafts.article-held').set({'wire.pubStatus': 'canceled'}).commit()
    await expect
      .poll(() => page.getByTestId('newsroom-count-articles-killed').textContent(), {timeout: 15_000})
      .toBe('2')
    await desk.client.patch('drafts.article-held').set({'wire.pubStatus': 'withheld'}).commit()
  })

  it('have names and roles that a screen reader can use', async () => {
    expect(await findSeriousViolations('[data-testid="newsroom-list-ready"]')).toEqual([])
  })
})

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

  it('has names and roles that a screen reader can use', async () => {
    expect(await findSeriousViolations('[data-testid="quotation"]')).toEqual([])
  })
})

describe('the Wire copy inspector', () => {
  it('shows what differs from the copy, and puts a left-out line into the article', async () => {
    await openArticle(articleId)
    await page.getByRole('button', {name: 'Wire copy'}).first().click()
    await page.getByText('The article says what the copy says.').waitFor({timeout: 30_000})
    const leftOut = page.getByTestId('left-out').first()
    const line = await leftOut.getAttribute('data-line')
    await shot('wire-copy')
    await leftOut.getByRole('button').click()
    await page.locator('[data-testid="difference"][data-kind="added"]').waitFor({timeout: 15_000})
    expect(line).toBe('1')
    await expect
      .poll(async () => (await findDraft()).body[0]?.children?.[0]?.text, {timeout: 15_000})
      .toBe('9.4°C Kilbrannan')
    await shot('wire-copy-restored')
  })
})

it('no page had an uncaught error', () => {
  expect(desk.errors).toEqual([])
})
