import {source as axeSource} from 'axe-core'
import type {Page} from 'playwright-core'

interface Axe {
  run(
    context: string,
    options: object,
  ): Promise<{violations: {id: string; impact: string; nodes: {html: string}[]}[]}>
}

/**
 * What axe finds wrong inside the elements of a selector, as `rule: element`: all of its rules for WCAG 2.2 A and AA, contrast included.
 * Empty when a screen reader, a keyboard and weak eyes get along with it.
 */
export async function findViolations(page: Page, selector: string): Promise<string[]> {
  await page.locator(selector).first().waitFor()
  await page.evaluate(axeSource)
  return page.evaluate(async (within) => {
    const {axe} = globalThis as unknown as {axe: Axe}
    const {violations} = await axe.run(within, {
      resultTypes: ['violations'],
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    })
    return violations.flatMap(({id, nodes}) => nodes.map(({html}) => `${id}: ${html.slice(0, 300)}`))
  }, selector)
}
