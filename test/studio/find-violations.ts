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
  const element = page.locator(selector).first()
  await element.waitFor()
  await element.evaluate(untilStill)
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

/** Resolves once an element has come in: what is half transparent on its way has colours that it does not keep. */
async function untilStill(element: Element): Promise<void> {
  const stillFrames = 15
  const mostFrames = 600
  const look = () => {
    const shown = [element, ...element.querySelectorAll('*')]
    for (let above = element.parentElement; above; above = above.parentElement) shown.push(above)
    return shown.map((one) => getComputedStyle(one).opacity).join()
  }
  let before = look()
  for (let still = 0, frame = 0; still < stillFrames && frame < mostFrames; still++, frame++) {
    await new Promise(requestAnimationFrame)
    const now = look()
    if (now !== before) still = -1
    before = now
  }
}
