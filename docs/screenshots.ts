/**
 * `node docs/screenshots.ts`: the pictures of the README, taken from the real Studio on a lake of its own: the bundled raw article is
 * pasted into the Import tool, imported, and opened.
 */
import {readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import {openDesk} from '../test/studio/harness.ts'

const images = path.join(import.meta.dirname, 'images')
const sample = readFileSync(path.join(import.meta.dirname, '../cli/sample/harbour-plan.txt'), 'utf8')
const longest = {timeout: 60_000}

const desk = await openDesk()
try {
  const page = await desk.openTab('/import')
  const shoot = async (name: string) => {
    const picture = await sharp(await page.screenshot())
      .png({palette: true, colours: 96})
      .toBuffer()
    writeFileSync(path.join(images, `${name}.png`), picture)
  }

  const box = page.getByTestId('import-paste')
  await box.waitFor(longest)
  await box.fill(sample)
  await box.blur()
  await page.getByTestId('made-documents').waitFor(longest)
  await shoot('import-tool')

  await page.getByTestId('import-submit').click()
  await page.getByTestId('report-line').first().waitFor(longest)
  const [article] = await desk.client.fetch<{_id: string}[]>('*[_type == "article"]{_id}')
  const id = article!._id.replace('drafts.', '')

  await page.goto(`${desk.address}/structure/articles;all-articles;${id}`)
  await page.getByTestId('field-headline').waitFor(longest)
  await page.getByTestId('field-body').scrollIntoViewIfNeeded()
  await page.getByTestId('quotation-in-place').first().waitFor(longest)
  await shoot('article')

  await page.getByRole('button', {name: 'Wire copy'}).first().click()
  await page.getByTestId('left-out').first().waitFor(longest)
  await shoot('wire-copy')

  await page.getByRole('button', {name: 'Quotes'}).first().click()
  await page.getByTestId('quotation').first().waitFor(longest)
  await shoot('quotes')
} finally {
  await desk.close()
}
