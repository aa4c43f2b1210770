import {readFileSync} from 'node:fs'
import path from 'node:path'
import type {Page} from 'playwright-core'
import sharp from 'sharp'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {findViolations} from './find-violations.ts'
import {openDesk, type StudioDesk} from './harness.ts'
import {makeNewsroomDocuments} from './newsroom-documents.ts'
import {placeCursor} from './place-cursor.ts'
import {visit} from './visit.ts'

interface Element {
  _type: string
  _key: string
  style?: string
  listItem?: string
  level?: number
  children?: {text: string; marks: string[]}[]
  markDefs?: {_key: string; href?: string}[]
  [field: string]: unknown
}

let desk: StudioDesk
let page: Page
let articleId: string

const sources = ['word', 'google-docs', 'web-page']
const toParagraph = (key: string, text: string) => ({
  _type: 'block',
  _key: key,
  style: 'normal',
  markDefs: [],
  children: [{_type: 'span', _key: `${key}s`, text, marks: []}],
})

beforeAll(async () => {
  const made = await makeNewsroomDocuments(new Date())
  articleId = made.articleId
  const captionId = made.documents.find(({_type}) => _type === 'imageCaption')!._id
  const targets = [...sources, 'insert', 'toolbar'].map((name) => ({
    _id: `drafts.${name}`,
    _type: 'article',
    headline: `Body: ${name}`,
    body: [toParagraph('first', 'Before.')],
  }))
  const pictured = {
    _id: 'drafts.pictured',
    _type: 'article',
    headline: 'Body: pictured',
    body: [
      toParagraph('first', 'Before.'),
      {_type: 'captionedImage', _key: 'picture', caption: {_type: 'reference', _ref: captionId}},
    ],
  }
  desk = await openDesk([...made.documents, ...targets, pictured])
  const png = await sharp({create: {width: 600, height: 400, channels: 3, background: '#36648b'}})
    .png()
    .toBuffer()
  const asset = await desk.client.assets.upload('image', png, {filename: 'quay.png'})
  await desk.client
    .patch(captionId)
    .set({
      image: {_type: 'image', asset: {_type: 'reference', _ref: asset._id}},
      creditLine: 'Priya Nair/Harbour Press',
    })
    .commit()
  page = await desk.openTab('/structure')
  page.setDefaultTimeout(40_000)
  await page.getByTestId('newsroom-lists').waitFor({timeout: 60_000})
})
afterAll(() => desk?.close())

const findBody = async (id: string) =>
  ((await desk.client.getDocument(`drafts.${id}`)) as unknown as {body: Element[]}).body

/** Opens an article at its body, which Studio renders once it comes into view. */
async function openArticle(id: string): Promise<void> {
  await visit(page, `/structure/articles;all-articles;${id}`)
  await page.locator('input#headline:not([readonly])').waitFor()
  await page.getByTestId('field-body').scrollIntoViewIfNeeded()
}

/** A paste as the browser tells of it; what is on the clipboard of this machine stays there. */
async function paste(formats: Record<string, string>): Promise<void> {
  await page.evaluate((data) => {
    const clipboardData = new DataTransfer()
    for (const [format, text] of Object.entries(data)) clipboardData.setData(format, text)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', {clipboardData, bubbles: true, cancelable: true}),
    )
  }, formats)
}

/** One line an element: style, list and level, then the words with their marks; objects as JSON without keys. */
function toOutline(body: Element[]): string[] {
  return body.map((element) => {
    const {_type, style, listItem, level, children, markDefs, ...fields} = element
    if (_type === 'separator') return `separator ${style}`
    if (_type !== 'block')
      return `${_type} ${JSON.stringify(fields, (key, value: unknown) => (key.startsWith('_') ? undefined : value))}`
    const words = children!.map(({text, marks}) => {
      const named = marks.map((mark) => markDefs?.find(({_key}) => _key === mark)?.href ?? mark)
      return named.length > 0 ? `[${named.join(' ')}: ${text}]` : text
    })
    return `${listItem ? `${listItem} ${level}` : style} | ${words.join('')}`
  })
}

describe('pasting into the body', () => {
  const outlines: Record<string, string[]> = {
    word: [
      'h2 | Lifeboat station to move after ninety years',
      'normal | The crew at [strong: Castle Bay] voted to leave the old boathouse, [em: which floods at every spring tide], for a site beside [https://www.example.org/quay: the new quay].',
      'h2 | What changes',
      'bullet 1 | A slipway that works at every state of the tide',
      'bullet 2 | with a winch of its own',
      'bullet 1 | A drying room',
      'number 1 | Plans in May',
      'number 1 | Piling in June',
      'table {"rows":[{"header":true,"cells":["Year","Launches"]},{"header":false,"cells":["2024","31"]}]}',
      'normal | “We go out whatever the roof is doing,” said the coxswain, Una McAllister.',
    ],
    'google-docs': [
      'h2 | Ferry fares to rise in May',
      'normal | A single crossing will cost [strong: four pounds more], the company said in [https://www.example.org/fares: a notice][em:  nobody had expected][strike-through:  today].',
      'h2 | Who pays less',
      'bullet 1 | Islanders',
      'bullet 2 | with a card',
      'bullet 1 | Schools',
      'number 1 | Consultation',
      'table {"rows":[{"header":false,"cells":["Car","£38"]}]}',
    ],
    'web-page': [
      'h2 | Bridge repairs put back a year',
      'normal | Work on the [em: Ardmore] bridge will [strong: not] begin before spring, the council said. The deck carries 4,000 m[sup: 2] of steel and CO[sub: 2] is a worry; the cost [strike-through: fell] rose. See [https://www.example.org/bridge?a=1&b=2: the report] or click here.',
      'captionedImage {"override":"The bridge at Ardmore, closed since March. Photograph: Priya Nair/Harbour Press","sourceUrl":"https://media.example.org/bridge.jpg"}',
      'blockquote | Nobody told us until the cones went out.',
      'separator rule',
      'table {"rows":[{"header":true,"cells":["Route","Minutes"]},{"header":false,"cells":["By the bridge","9"]},{"header":false,"cells":["By the coast","41"]}]}',
      'preformatted | tide  high\n06:10  4.2 m',
      'embed {"url":"https://video.example.org/embed/8841"}',
      'captionedImage {"override":"Chart of crossings a year"}',
      'number 1 | Survey',
      'bullet 2 | of the piers',
      'number 1 | Tender',
    ],
  }

  it.each(sources)('from %s keeps what the story is made of', async (name) => {
    await openArticle(name)
    await placeCursor(page, 'Before.')
    await page.keyboard.press('Enter')
    const html = readFileSync(path.join(import.meta.dirname, `../fixtures/paste/${name}.html`), 'utf8')
    await paste({'text/html': html, 'text/plain': 'not this'})
    await expect
      .poll(async () => toOutline(await findBody(name)).map((line) => line.replaceAll('\u00a0', ' ')), {
        timeout: 20_000,
      })
      .toEqual(['normal | Before.', ...outlines[name]!])
  })

  it('of a few words puts them where the cursor is', async () => {
    await openArticle('insert')
    await placeCursor(page, 'Before.')
    await page.keyboard.type(' ')
    await paste({
      'text/html': '<meta charset="utf-8"><span>And <b>after</b>.</span>',
      'text/plain': 'not this',
    })
    await expect
      .poll(async () => toOutline(await findBody('insert')), {timeout: 20_000})
      .toEqual(['normal | Before. And [strong: after].'])
  })
})

describe('the toolbar', () => {
  it.each([
    ['captionedImage', 'Caption'],
    ['pullQuote', 'Quote'],
    ['newsletterSignup', 'Newsletter block'],
  ])('inserts a %s where the cursor is and asks for its content', async (type, field) => {
    await openArticle('toolbar')
    await placeCursor(page, 'Before.')
    const toolbar = page.getByTestId('pt-editor__toolbar-card')
    const button = page.getByTestId(`${type}-insert-menu-button`).locator('visible=true')
    // What has no room in the bar is in the menu behind its last dots.
    if ((await toolbar.getByTestId(`${type}-insert-menu-button`).locator('visible=true').count()) === 0)
      await toolbar.locator('button[aria-haspopup]:visible').last().click()
    await button.last().click()
    await page.getByRole('dialog').getByText(field, {exact: true}).first().waitFor()
    await expect
      .poll(async () => (await findBody('toolbar')).map(({_type}) => _type), {timeout: 20_000})
      .toContain(type)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({state: 'detached'})
  })
})

describe('a picture in the body', () => {
  const block = () => page.getByTestId('field-body').getByTestId('caption-block')

  it('is shown with its picture, credit and how many articles use its caption', async () => {
    await openArticle('pictured')
    await block().scrollIntoViewIfNeeded()
    await block().getByText('Priya Nair/Harbour Press').waitFor()
    expect(await block().getByTestId('caption-uses').textContent()).toBe('Used in 5 articles')
    expect(
      await block()
        .locator('img')
        .evaluate((image: HTMLImageElement) => image.naturalWidth),
    ).toBeGreaterThan(0)
  })

  it('has no fault that axe finds', async () => {
    expect(await findViolations(page, '[data-testid="caption-block"]')).toEqual([])
  })

  it('can be given words for this article only, and the shared ones again', async () => {
    await block().getByRole('button', {name: 'Words for this article only'}).click()
    await page.getByRole('dialog').locator('textarea').last().fill('Own words.')
    await page.keyboard.press('Escape')
    await block().getByText('Own words in this article').waitFor()
    await expect
      .poll(async () => (await findBody('pictured'))[1]?.['override'], {timeout: 20_000})
      .toBe('Own words.')
    await block().getByRole('button', {name: 'Use the shared words'}).click()
    await expect
      .poll(async () => 'override' in (await findBody('pictured'))[1]!, {timeout: 20_000})
      .toBe(false)
  })

  it('leads to the caption, which is edited once for all articles', async () => {
    await block().getByRole('link', {name: 'Edit for all 5 articles'}).click()
    const field = page.getByTestId('field-text').locator('textarea')
    await field.fill('The quay at Kilbrannan')
    await openArticle(articleId)
    await page.getByTestId('caption-block').first().getByText('The quay at Kilbrannan').waitFor()
  })
})

describe('a quotation in the body', () => {
  it('shows who said it', async () => {
    await openArticle(articleId)
    const mark = page.getByTestId('quotation-in-place').filter({hasText: 'A full ferry'}).first()
    await mark.scrollIntoViewIfNeeded()
    expect(await mark.getAttribute('data-speaker')).toBe('Morag Sinclair')
  })

  it('whose words are selected is made a pull quote of those words', async () => {
    const mark = page.getByTestId('quotation-in-place').filter({hasText: 'A full ferry'}).first()
    await mark.click()
    await mark.evaluate((element, words) => {
      const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        const at = node.textContent!.indexOf(words)
        if (at >= 0) getSelection()!.setBaseAndExtent(node, at, node, at + words.length)
      }
    }, 'not always an argument')
    await page.getByTestId('pane-footer').getByTestId('action-menu-button').click()
    await page.getByRole('menuitem', {name: 'Make a pull quote'}).click()
    const findPullQuote = async () => {
      const body = await findBody(articleId)
      const index = body.findIndex(({_type}) => _type === 'pullQuote')
      return {excerpt: body[index]?.['excerpt'], before: body[index - 1]?.children?.[0]?.text}
    }
    await expect.poll(findPullQuote, {timeout: 20_000}).toEqual({
      excerpt: 'not always an argument',
      before: '"A full ferry is not always an argument for a bigger ferry,"',
    })
  })

  it('is chosen from a list for a pull quote when nothing is selected', async () => {
    await placeCursor(page, 'Neither could say')
    await page.getByTestId('pane-footer').getByTestId('action-menu-button').click()
    await page.getByRole('menuitem', {name: 'Make a pull quote'}).click()
    await page.getByTestId('choice').first().waitFor()
    expect(await findViolations(page, '[role="dialog"]')).toEqual([])
    await page.getByTestId('choice').filter({hasText: 'hard to follow'}).click()
    await expect
      .poll(async () => (await findBody(articleId)).filter(({_type}) => _type === 'pullQuote').length, {
        timeout: 20_000,
      })
      .toBe(2)
  })
})

describe('a newsletter block in the body', () => {
  it('is shown as the reader sees it, with nothing in it to click by mistake', async () => {
    const block = page.getByTestId('newsletter-block')
    await block.scrollIntoViewIfNeeded()
    await block.getByText('Morning Tide & Evening Post Newsletter').waitFor()
    await block.getByText('Sign up').waitFor()
    expect(await block.locator('[inert]').count()).toBe(1)
    expect(await findViolations(page, '[data-testid="newsletter-block"]')).toEqual([])
  })
})

it('nothing was said on the console, and nothing refused', () => {
  expect(desk.complaints).toEqual([])
  expect(desk.errors).toEqual([])
})
