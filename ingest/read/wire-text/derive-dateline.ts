import type {NewsItem} from '../../model/news-item.ts'
import {findDateline} from './find-dateline.ts'
import {isPlace} from './is-place.ts'

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

/**
 * Reads the place off a dateline that the format has a field for but names no place of; marks it as derived. The dash
 * that ends the dateline is left out.
 */
export function derivePlace(item: NewsItem): void {
  if (item.dateline === undefined) return
  const dateline = item.dateline.replace(/[\s_–—=-]+$/, '')
  if (dateline === '') delete item.dateline
  else item.dateline = dateline
  if (item.located !== undefined || dateline === '') return
  const found = findDateline(`${dateline} - `)
  const place = found?.located ?? (isPlace(dateline) || isOneWordOfHan(dateline) ? dateline : undefined)
  if (place === undefined) return
  item.located = place
  item.derived = [...(item.derived ?? []), 'located']
}

function isOneWordOfHan(text: string): boolean {
  return /^\p{sc=Han}{2,12}$/u.test(text)
}

/** Marks a block that only prints the headline again, so that it is not the story's first words. */
export function markRepeatedHeadline(item: NewsItem): void {
  const first = item.blocks?.find(({furniture}) => furniture === undefined)
  if (first && item.headline !== undefined && first.text.trim() === item.headline.trim())
    first.furniture = 'repeated-headline'
}
