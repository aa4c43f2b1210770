import type {Page} from 'playwright-core'

/**
 * Puts the cursor at the end of the line of the article's body that has `words` in its middle. The editor takes a click up a moment after
 * the browser does, and while others write, lines move: done when the cursor is where it should be and stays there.
 */
export async function placeCursor(page: Page, words: string): Promise<void> {
  const text = page.getByTestId('field-body').getByText(words)
  await text.scrollIntoViewIfNeeded()
  for (let attempt = 0; attempt < 5; attempt++) {
    await text.click()
    await page.evaluate(untilCursorRests)
    await page.keyboard.press('End')
    await page.evaluate(untilCursorRests)
    if (await text.evaluate((element) => element.contains(getSelection()!.anchorNode))) return
  }
  throw new Error(`The cursor does not stay in the line "${words}".`)
}

async function untilCursorRests(): Promise<void> {
  const restFrames = 30
  const look = () => [getSelection()?.anchorNode, getSelection()?.anchorOffset] as const
  let before = look()
  for (let rest = 0; rest < restFrames; rest++) {
    await new Promise(requestAnimationFrame)
    const now = look()
    if (now[0] !== before[0] || now[1] !== before[1]) rest = -1
    before = now
  }
}
