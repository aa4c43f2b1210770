import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {makeArticle} from '../../bench/make-article.ts'
import {parseCopy} from '../../ingest/index.ts'
import {findViolations} from './find-violations.ts'
import {openDesk, type StudioDesk} from './harness.ts'
import {sampleCopy} from './newsroom-documents.ts'

let desk: StudioDesk
let page: Page

beforeAll(async () => {
  desk = await openDesk()
  page = await desk.openTab('/import')
})
afterAll(() => desk?.close())

const shot = (name: string) =>
  process.env['NEWSROOM_SHOTS']
    ? page.screenshot({path: `${process.env['NEWSROOM_SHOTS']}/${name}.png`})
    : undefined

async function paste(text: string): Promise<void> {
  const box = page.getByTestId('import-paste')
  await box.waitFor({timeout: 60_000})
  await box.fill(text)
  await box.blur()
  await page.getByTestId('made-documents').waitFor({timeout: 30_000})
}

const count = (query: string) => desk.client.fetch<number>(`count(${query})`)

describe('the Import tool', () => {
  it('is where a newsroom that has nothing yet is led to', async () => {
    await page.goto(`${desk.address}/structure`)
    await page.getByTestId('newsroom-begin').getByRole('button', {name: 'Bring copy in'}).click()
    await page.getByTestId('import-paste').waitFor({timeout: 60_000})
    expect(new URL(page.url()).pathname).toBe('/import')
  })

  it('shows what each line of pasted copy became, before anything is written', async () => {
    await paste(sampleCopy)
    const kinds = await page
      .locator('[data-testid="copy-lines"] [data-line]')
      .evaluateAll((lines) => lines.map((line) => line.getAttribute('data-kind')))
    expect(kinds[0]).toBe('furniture')
    expect(kinds).toContain('headline')
    expect(kinds).toContain('caption')
    expect(kinds).toContain('newsletter')
    expect(await page.getByTestId('made-caption').count()).toBe(1)
    expect(await page.getByTestId('made-newsletter').count()).toBe(1)
    expect(await page.getByTestId('made-quote').count()).toBeGreaterThan(5)
    expect(await count('*[!(_id in path("_.**"))]')).toBe(0)
    await shot('import-preview')
  })

  it.each(['light', 'dark'] as const)('can be worked without sight or mouse (%s)', async (colorScheme) => {
    await page.emulateMedia({colorScheme})
    expect(await findViolations(page, '[data-testid="import-tool"]')).toEqual([])
    await page.emulateMedia({colorScheme: 'light'})
  })

  it('takes a line for what the editor says it is', async () => {
    await page.locator('[data-line="1"] button').click()
    await page.locator('[data-line="1"] select').selectOption('standfirst')
    await page.locator('[data-line="1"][data-kind="standfirst"]').waitFor()
    await page.getByTestId('made-documents').getByText('9.4°C Kilbrannan').waitFor()
    await shot('import-corrected')
  })

  it('keeps what waits and what was said of it, when the editor looks elsewhere or the page is loaded again', async () => {
    await page.goto(`${desk.address}/structure`)
    await page.getByTestId('import-tool').waitFor({state: 'detached'})
    await page.goto(`${desk.address}/import`)
    await page.locator('[data-line="1"][data-kind="standfirst"]').waitFor({timeout: 30_000})
    await page.reload()
    await page.locator('[data-line="1"][data-kind="standfirst"]').waitFor({timeout: 30_000})
    expect(await page.getByTestId('import-paste').count()).toBe(0)
  })

  it('imports it, reports, and leads to the article', async () => {
    await page.getByTestId('import-submit').click()
    const line = page.getByTestId('report-line').first()
    await line.waitFor({timeout: 30_000})
    expect(await line.getAttribute('data-outcome')).toBe('created')
    const drafts = await desk.client.fetch<{headline: string; standfirst: string}[]>(
      '*[_type == "article"]{headline, standfirst}',
    )
    expect(drafts).toEqual([
      {headline: 'Harbour must not be sold twice: minister', standfirst: '9.4°C Kilbrannan'},
    ])
    await shot('import-report')
    await line.getByRole('link').click()
    await page.getByTestId('field-headline').waitFor({timeout: 30_000})
  })

  it('keeps its report, and writes nothing when the same copy comes again', async () => {
    await page.goto(`${desk.address}/import`)
    await page.getByTestId('report-line').waitFor({timeout: 30_000})
    const before = await desk.client.fetch('*[_type == "article"]{_id, _rev}')
    await paste(sampleCopy)
    await page.getByTestId('import-submit').click()
    await expect.poll(() => page.getByTestId('report-line').count(), {timeout: 30_000}).toBe(2)
    expect(await desk.client.fetch('*[_type == "article"]{_id, _rev}')).toEqual(before)
  })

  it('takes several files, and a broken one does not stop the others', async () => {
    await page.getByTestId('import-files').setInputFiles([
      {
        name: 'one.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from(sampleCopy.replaceAll('Kilbrannan', 'Ardmore')),
      },
      {name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.from('')},
    ])
    await page.getByTestId('made-documents').waitFor({timeout: 30_000})
    await page.getByText('no story in it', {exact: true}).waitFor({timeout: 30_000})
    await page.getByTestId('import-submit').click()
    await expect.poll(() => page.getByTestId('report-line').count(), {timeout: 30_000}).toBe(4)
    const outcomes = await page
      .getByTestId('report-line')
      .evaluateAll((lines) => lines.map((line) => line.getAttribute('data-outcome')))
    expect(outcomes.slice(0, 2).sort()).toEqual(['created', 'failed'])
    await shot('import-files')
  })

  it('takes files that are dropped on it, and shows them at once', async () => {
    const data = await page.evaluateHandle(
      (text) => {
        const transfer = new DataTransfer()
        transfer.items.add(new File([text], 'dropped.txt', {type: 'text/plain'}))
        return transfer
      },
      sampleCopy.replaceAll('Kilbrannan', 'Highmoor'),
    )
    await page.getByTestId('import-tool').dispatchEvent('drop', {dataTransfer: data})
    await page.getByTestId('made-documents').getByText('Harbour must not be sold twice: minister').waitFor()
    await page.getByRole('button', {name: 'Start again'}).click()
    await page.getByTestId('import-paste').waitFor()
  })

  it('reads and imports many without holding up who types meanwhile, and says how far it is', async () => {
    await page.evaluate(() => {
      const tasks: number[] = []
      ;(globalThis as unknown as {longTasks: number[]}).longTasks = tasks
      new PerformanceObserver((list) =>
        tasks.push(...list.getEntries().map(({duration}) => duration)),
      ).observe({
        type: 'longtask',
      })
      // Every state of the progress line: the last ones may be gone before a test can look.
      const seen: string[] = []
      ;(globalThis as unknown as {progress: string[]}).progress = seen
      new MutationObserver(() => {
        const text = document.querySelector('[data-testid="import-progress"]')?.textContent
        if (text && seen.at(-1) !== text) seen.push(text)
      }).observe(document.body, {subtree: true, childList: true, characterData: true})
    })
    const files = Array.from({length: 20}, (_, index) => ({
      name: `wire-${index}.txt`,
      mimeType: 'text/plain',
      buffer: Buffer.from(makeArticle(index, 12_000).bytes),
    }))
    const from = performance.now()
    for (const {buffer} of files) await parseCopy({bytes: buffer})
    const importerMs = performance.now() - from
    const before = await page.getByTestId('report-line').count()
    await page.getByTestId('import-files').setInputFiles(files)
    await page.getByTestId('import-submit').getByText('Import all 20').waitFor({timeout: 60_000})
    await page.getByTestId('import-submit').click()
    await expect
      .poll(() => page.getByTestId('report-line').count(), {timeout: 90_000, interval: 250})
      .toBe(before + 20)
    const {longest, progress} = await page.evaluate(() => {
      const {longTasks, progress} = globalThis as unknown as {longTasks: number[]; progress: string[]}
      return {longest: Math.max(0, ...longTasks), progress}
    })
    process.stdout.write(
      `longest task of the page while 20 files were read and imported: ${longest} ms (the importer alone: ${importerMs.toFixed(0)} ms)\n`,
    )
    expect(progress.length).toBeGreaterThan(5)
    expect(progress[1]).toMatch(/^\d+ of 20 imported$/)
    // The importer's own time for them, on this machine as busy as it is now: on the page's thread it would be one task.
    expect(longest).toBeLessThan(importerMs)
  })

  it('says nothing on the console, and nothing is refused', () => {
    expect(desk.complaints).toEqual([])
    expect(desk.errors).toEqual([])
  })
})
