import type {BlockPlace} from './block-features.ts'
import type {PageBlock} from './page-block.ts'

/** Blocks that are mostly links are links. */
const mostlyLinks = 0.5

/**
 * Keeps what the story cannot do without: the items of a list right behind a line of the story that ends in a colon or stands beside
 * another item of the same list that is kept, and the sentence right under a heading that is kept. Marks them in `isStory`.
 */
export function keepBelow(
  blocks: readonly PageBlock[],
  places: readonly BlockPlace[],
  isStory: boolean[],
): void {
  for (let index = 1; index < blocks.length; index++) {
    const here = blocks[index]!
    if (isStory[index] || !couldBelong(here)) continue
    if (isStory[index - 1] !== true) continue
    const above = blocks[index - 1]!
    if (here.block.kind === 'listItem') {
      const opened = above.block.kind === 'paragraph' && /[:：]\s*$/u.test(above.block.text)
      const runsOn = above.block.kind === 'listItem' && places[index - 1]!.parent === places[index]!.parent
      if (opened || runsOn) isStory[index] = true
    } else if (above.block.kind === 'crosshead' && isSentence(here) && above.linkLength === 0)
      isStory[index] = true
  }
}

function couldBelong({block, wordCount, furniture, linkLength}: PageBlock): boolean {
  return wordCount > 0 && furniture === null && linkLength < mostlyLinks * block.text.length
}

function isSentence({block, wordCount, linkLength}: PageBlock): boolean {
  return (
    block.kind === 'paragraph' &&
    wordCount >= 5 &&
    linkLength === 0 &&
    /[.!?…]["'”’»)]*$/u.test(block.text.slice(-6))
  )
}
