/**
 * `node docs/walk.ts`: walks through the whole job in the real Studio on a lake of its own, from a raw page to a published article that a
 * query finds, and takes a picture at each step, into `docs/images/walk/`. `docs/walk.md` tells what they show.
 */
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import {openDesk} from '../test/studio/harness.ts'

const folder = path.join(import.meta.dirname, 'images/walk')
const sample = readFileSync(path.join(import.meta.dirname, '../cli/sample/harbour-plan.txt'), 'utf8')
const patienceMs = 60_000

mkdirSync(folder, {recursive: true})
const desk = await openDesk()
try {
  const page = await desk.openTab('/import')
  page.setDefaultTimeout(patienceMs)
  const shoot = async (name: string) => {
    const picture = await page.screenshot()
    // Flat surfaces and text: 96 colours look the same and are a fifth of the size.
    writeFileSync(
      path.join(folder, `${name}.png`),
      await sharp(picture).png({palette: true, colours: 96}).toBuffer(),
    )
    process.stdout.write(`${name}\n`)
  }

  const box = page.getByTestId('import-paste')
  await box.waitFor()
  await shoot('1-import-tool')

  await box.fill(sample)
  await box.blur()
  await page.getByTestId('made-documents').waitFor()
  await shoot('2-pasted')

  await page.locator('[data-line="12"] button').click()
  await page.locator('[data-line="12"] select').waitFor()
  await shoot('3-what-is-this-line')
  await page.locator('[data-line="12"] select').selectOption('standfirst')
  await page.locator('[data-line="12"][data-kind="standfirst"]').waitFor()
  await shoot('4-corrected')

  await page.getByTestId('import-submit').click()
  await page.getByTestId('report-line').first().waitFor()
  await shoot('5-imported')

  await page.getByTestId('report-line').first().getByRole('link').click()
  await page.locator('input#headline:not([readonly])').waitFor()
  await page.getByTestId('field-body').scrollIntoViewIfNeeded()
  await page.getByTestId('quotation-in-place').first().waitFor()
  await shoot('6-article')

  // A slip: the editor puts a word into the minister's mouth.
  const quotation = page.getByTestId('quotation-in-place').first()
  await quotation.dblclick()
  await page.keyboard.type('bargain')
  await page.getByRole('button', {name: 'Quotes'}).first().click()
  const changed = page.locator('[data-testid="quotation"][data-state="changed"]')
  await changed.waitFor()
  await shoot('7-quotation-changed')
  await changed.getByRole('button', {name: 'Use the words that came'}).click()
  await changed.waitFor({state: 'detached'})
  await shoot('8-quotation-put-right')
  await page.getByRole('button', {name: 'Quotes'}).first().click()

  const [caption] = await desk.client.fetch<{_id: string}[]>('*[_type == "imageCaption"]{_id}')
  await page.goto(`${desk.address}/structure/captions;all-captions;${caption!._id}`)
  await page.getByTestId('field-text').locator('textarea:not([readonly])').waitFor()
  const picture = await sharp(Buffer.from(drawQuay())).png().toBuffer()
  await page
    .getByTestId('document-panel-form-view')
    .or(page.getByTestId('form-view'))
    .locator('input[type="file"]')
    .first()
    .setInputFiles({name: 'quay.png', mimeType: 'image/png', buffer: picture})
  while (!(await desk.client.fetch('count(*[_type == "sanity.imageAsset"]) > 0')))
    await page.waitForTimeout(100)
  await page.getByTestId('field-creditLine').locator('input').fill('Priya Nair/Harbour Press')
  await page.getByTestId('field-altText').locator('textarea').fill('A stone quay and a moored ferry at dusk')
  await shoot('9-picture-added')
  await page.getByTestId('action-publish').click()

  const [article] = await desk.client.fetch<{_id: string}[]>('*[_type == "article"]{_id}')
  const id = article!._id.replace('drafts.', '')
  await page.goto(`${desk.address}/structure/articles;all-articles;${id}`)
  await page.locator('input#headline:not([readonly])').waitFor()
  await page.getByTestId('caption-block').first().locator('img').waitFor()
  await page.getByTestId('action-publish').and(page.locator(':enabled')).click()
  while (!(await desk.client.getDocument(id))) await page.waitForTimeout(100)
  await page
    .getByTestId('pane-footer')
    .getByText(/published/i)
    .first()
    .waitFor()
  await shoot('10-published')

  const query = `*[_type == "article"]{
  headline, standfirst,
  "picture": leadImage.caption->{text, creditLine},
  "said": *[_type == "quote" && article._ref == ^._id][0...2]{speakerName, "words": paragraphs[0]}
}`
  const answer = await desk.client.fetch(query, {}, {perspective: 'published'})
  writeFileSync(path.join(folder, 'query.groq'), `${query}\n`)
  writeFileSync(path.join(folder, 'answer.json'), `${JSON.stringify(answer, null, 2)}\n`)
} finally {
  await desk.close()
}

function drawQuay(): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600">
    <rect width="900" height="600" fill="#d9a066"/><rect y="330" width="900" height="270" fill="#2f5d73"/>
    <path d="M0 300h520v60H0z" fill="#5b5247"/><path d="M560 300h280l-40 70H600z" fill="#f2efe6"/>
    <path d="M640 300v-60h110v60z" fill="#c94f3d"/></svg>`
}
