import type {Finding} from '../../model/finding.ts'
import type {NewsItem} from '../../model/news-item.ts'
import {readEmbargoTime} from './embargo-time.ts'

/**
 * Lays an embargo that copy tells in words on the item: its moment where the words leave no doubt of it, which then counts
 * as derived; else the words themselves, with `finding`.
 */
export function setEmbargo(item: NewsItem, words: string, finding: Finding, findings: Finding[]): void {
  if (setEmbargoTime(item, words)) return
  item.embargoedUntil = words
  findings.push(finding)
}

/** Sets the moment of an embargo, derived from words that leave no doubt of it; false for others. */
export function setEmbargoTime(item: NewsItem, words: string): boolean {
  const moment = readEmbargoTime(words)
  if (moment === null) return false
  item.embargoedUntil = moment
  item.derived = [...(item.derived ?? []), 'embargoedUntil']
  return true
}
