import type {Finding} from '../../model/finding.ts'
import type {NewsItem} from '../../model/news-item.ts'
import {readEmbargoTime} from './embargo-time.ts'

/**
 * Lays an embargo that copy tells in words on the item: its moment where the words leave no doubt of it, which then counts
 * as derived; else the words themselves, with `finding`.
 */
export function setEmbargo(item: NewsItem, words: string, finding: Finding, findings: Finding[]): void {
  const moment = readEmbargoTime(words)
  item.embargoedUntil = moment ?? words
  if (moment === null) findings.push(finding)
  else item.derived = [...(item.derived ?? []), 'embargoedUntil']
}
