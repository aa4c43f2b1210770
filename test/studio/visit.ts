import type {Page} from 'playwright-core'

/** Goes to an address of the Studio that is open in the page, as a click on a link does: without loading it anew. */
export async function visit(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState({}, '', to)
    dispatchEvent(new PopStateEvent('popstate', {state: {}}))
  }, address)
}
