import type {BodyBlock, NewsItem} from '../../model/news-item.ts'
import {findDateline} from '../wire-text/find-dateline.ts'
import {isEmbargo, isOpeningByline, noteInBrackets} from './read-heading.ts'

/** Where the paragraph with the dateline is looked for. */
const reach = 10

/**
 * The first paragraph that opens with a dateline. Reuters and others put the points of the story, a note on what is new and
 * the byline above it; there only a dateline with the agency's mark counts.
 */
export function openingOf(blocks: readonly BodyBlock[]): {at: number; text: string} | null {
  for (const [at, block] of blocks.slice(0, reach).entries()) {
    if (block.kind !== 'paragraph' || block.furniture !== undefined) continue
    const found = findDateline(block.text)
    if (found && (at === 0 || found.agency !== undefined)) return {at, text: block.text}
  }
  return null
}

/** Tells what stands between heading and dateline apart: notes and the byline go to `item`, points become a list. */
export function readLeadBlocks(blocks: readonly BodyBlock[], item: NewsItem): BodyBlock[] {
  const opening = openingOf(blocks)
  if (opening === null || opening.at === 0) return [...blocks]
  const lead = blocks.slice(0, opening.at).filter((block) => {
    const mayBeNote = block.furniture === undefined || block.furniture === 'editors-note'
    if (block.kind !== 'paragraph' || !mayBeNote) return true
    const note = noteInBrackets.test(block.text)
    if (isEmbargo(block.text)) item.edNotes.push({role: 'embargo', text: block.text, public: false})
    else if (note) item.edNotes.push({role: 'heading', text: block.text.slice(1, -1), public: false})
    else if (item.byline === undefined && isOpeningByline(block.text)) item.byline = block.text
    else return true
    return false
  })
  return [...lead, ...blocks.slice(opening.at)]
}
