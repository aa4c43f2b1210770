import type {ArrangedItem} from '../model/arranged-item.ts'
import type {Staged} from '../model/finding.ts'
import type {NewsItem} from '../model/news-item.ts'
import {arrangeBlocks} from './arrange-blocks.ts'
import {arrangeFlatPage} from './arrange-flat-page.ts'

/**
 * Tells every part of an item's copy apart: body, captions, newsletter boxes, furniture. A flat page (`item.text`) is worked
 * out from its lines; a structured one (`item.blocks`) is taken as its format says. Never throws on bad copy; every word of
 * the copy is in exactly one part of the result.
 */
export function arrange(item: NewsItem): Staged<ArrangedItem> {
  return item.blocks === undefined ? arrangeFlatPage(item) : arrangeBlocks(item)
}
