import type {Page} from 'playwright-core'
import {launchBrowser} from '../test/studio/browser.ts'
import {openDesk, type StudioDesk} from '../test/studio/harness.ts'

/**
 * How long an editor waits for the built Studio on the local lake: from the address being opened in a fresh browser (a new process with an
 * empty profile) until an article stands in the list, and from the click on Publish right after a word typed in Portable Text until
 * the article is published. Beside the first stands the same browser on an empty page of the lake's, the part that is
 * neither Studio's nor the lake's.
 *
 * `node bench/studio-speed.ts [runs, default 7]`; times in milliseconds.
 */
export interface StudioSpeed {
  runs: number
  /** A fresh browser on a page with nothing in it. */
  emptyPageMs: Spread
  /** Opening `/` until the newsroom's lists are there with their counts. */
  listsMs: Spread
  /** Opening the list of articles until an article is in it. */
  articlesMs: Spread
  /** Of `articlesMs`, all the time that the lake took to answer what was asked of its API, added up. */
  lakeShareMs: Spread
  /** From the click on Publish, right after the last key, to the answer that says it is done. */
  publishedMs: Spread
  /** Of `publishedMs`, until Studio asked. */
  askedMs: Spread
}

interface Spread {
  median: number
  min: number
  max: number
}

const block = (key: string, text: string) => ({
  _type: 'block',
  _key: key,
  style: 'normal',
  markDefs: [],
  children: [{_type: 'span', _key: `${key}s`, text, marks: []}],
})
const patience = {timeout: 60_000}

export async function measureStudio(runs: number): Promise<StudioSpeed> {
  const articles = Array.from({length: Math.max(30, runs + 1)}, (_, n) => ({
    _id: `drafts.speed-${n}`,
    _type: 'article',
    headline: `Harbour story ${n}`,
    slug: {_type: 'slug', current: `harbour-story-${n}`},
    body: [block('b1', 'The harbour froze on Monday.'), block('b2', 'Ferries stayed where they were.')],
  }))
  const desk = await openDesk(articles)
  try {
    const [empty, lists, listed, lake]: number[][] = [[], [], [], []]
    const [published, asked]: number[][] = [[], []]
    // The first of each warms the machine's file cache, not the browser's, and is not counted.
    for (let run = 0; run <= runs; run++) {
      const emptyMs = await openFresh(desk, '/v1/ping', (page) => page.getByText('pong').waitFor(patience))
      const listsOpened = await openFresh(desk, '/', (page) =>
        page.getByText(String(articles.length), {exact: true}).first().waitFor(patience),
      )
      const articlesOpened = await openFresh(desk, '/structure/articles;all-articles', (page) =>
        page
          .getByText(/^Harbour story \d+$/)
          .first()
          .waitFor(patience),
      )
      const publishing = await publishAfterTyping(desk, `speed-${run}`)
      if (run === 0) continue
      empty!.push(emptyMs.readyMs)
      lists!.push(listsOpened.readyMs)
      listed!.push(articlesOpened.readyMs)
      lake!.push(articlesOpened.lakeMs)
      asked!.push(publishing.askedMs)
      published!.push(publishing.publishedMs)
    }
    return {
      runs,
      emptyPageMs: toSpread(empty!),
      listsMs: toSpread(lists!),
      articlesMs: toSpread(listed!),
      lakeShareMs: toSpread(lake!),
      publishedMs: toSpread(published!),
      askedMs: toSpread(asked!),
    }
  } finally {
    await desk.close()
  }
}

/** A browser of its own for one look; the time is from asking for the address until `until` holds. */
async function openFresh(
  desk: StudioDesk,
  pathname: string,
  until: (page: Page) => Promise<void>,
): Promise<{readyMs: number; lakeMs: number}> {
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage({viewport: {width: 1400, height: 900}})
    const startedAt = performance.now()
    await page.goto(desk.address + pathname, {waitUntil: 'commit'})
    await until(page)
    const readyMs = performance.now() - startedAt
    const lakeMs = await page.evaluate(() =>
      (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
        .filter(({name}) => /^\/v(1|X|\d{4}-\d\d-\d\d)\//.test(new URL(name).pathname))
        .reduce((sum, entry) => sum + (entry.responseStart - entry.requestStart), 0),
    )
    return {readyMs, lakeMs}
  } finally {
    await browser.close()
  }
}

async function publishAfterTyping(
  desk: StudioDesk,
  id: string,
): Promise<{askedMs: number; publishedMs: number}> {
  const page = await desk.openTab(`/intent/edit/id=${id};type=article`)
  page.setDefaultTimeout(patience.timeout)
  await page.locator('input#headline:not([readonly])').waitFor()
  const text = page.getByTestId('field-body').getByText('Ferries stayed')
  await text.scrollIntoViewIfNeeded()
  await text.click()
  // The first click wakes the editor up, the second places the cursor.
  await text.click()
  await page.keyboard.type('EARLIER ')
  await untilTrue(async () => {
    const draft = await desk.client.getDocument<{body: unknown}>(`drafts.${id}`)
    return JSON.stringify(draft?.body).includes('EARLIER')
  })
  await page.getByTestId('action-publish').waitFor()
  // Timed inside the page: the click as it arrives, the request as it is sent and answered.
  await page.evaluate(() => {
    const times = window as unknown as {clickedAt?: number}
    performance.clearResourceTimings()
    document.addEventListener('click', () => (times.clickedAt ??= performance.now()), {capture: true})
  })
  await page.keyboard.type('LAST')
  await page.getByTestId('action-publish').click()
  const timing = await page.waitForFunction(() => {
    const {clickedAt} = window as unknown as {clickedAt: number}
    const requests = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
    const publish = requests.findLast(
      (entry) => entry.name.includes('document.publish') && entry.startTime > clickedAt,
    )
    if (!publish) return undefined
    return {
      askedMs: publish.startTime - clickedAt,
      publishedMs: publish.responseEnd - clickedAt,
    }
  })
  const times = (await timing.jsonValue())!
  const stored = await desk.client.getDocument<{body: unknown}>(id)
  if (!JSON.stringify(stored?.body ?? '').includes('LAST'))
    throw new Error(`What was typed last in "${id}" is not in what was published`)
  await page.close()
  return times
}

async function untilTrue(ask: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + patience.timeout
  while (!(await ask())) {
    if (performance.now() > end) throw new Error('What was typed did not reach the lake')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

function toSpread(values: number[]): Spread {
  const sorted = values.map(Math.round).sort((one, other) => one - other)
  return {median: sorted[sorted.length >> 1]!, min: sorted[0]!, max: sorted.at(-1)!}
}

if (process.argv[1] === import.meta.filename) {
  process.stdout.write(`${JSON.stringify(await measureStudio(Number(process.argv[2] ?? 7)), undefined, 2)}\n`)
}
