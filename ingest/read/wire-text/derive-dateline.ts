import type {NewsItem} from '../../model/news-item.ts'
import {findDateline} from './find-dateline.ts'

/** Reads dateline and place off the story's first paragraph where the format names none, and marks them as derived. */
export function deriveDateline(item: NewsItem): void {
  if (item.dateline !== undefined) return
  const opening = item.blocks?.find(({kind, furniture}) => kind === 'paragraph' && furniture === undefined)
  const found = opening === undefined ? null : findDateline(opening.text)
  if (found === null) return
  item.dateline = found.dateline
  item.derived = [...(item.derived ?? []), 'dateline']
  if (item.located === undefined) {
    item.located = found.located
    item.derived.push('located')
  }
}

/** Marks a block that only prints the headline again, so that it is not the story's first words. */
export function markRepeatedHeadline(item: NewsItem): void {
  const first = item.blocks?.find(({furniture}) => furniture === undefined)
  if (first && item.headline !== undefined && first.text.trim() === item.headline.trim())
    first.furniture = 'repeated-headline'
}
