import type {Finding} from '../../model/finding.ts'
import type {NewsItem} from '../../model/news-item.ts'
import {readDate} from '../dates/read-date.ts'
import {textOf} from './access.ts'

type DateField = 'embargoedUntil' | 'expires' | 'firstCreated' | 'versionCreated'

/** Sets a date of an item from a JSON value; one that cannot be read or has no zone is kept as it came, with a finding. */
export function setDate(item: NewsItem, field: DateField, value: unknown, findings: Finding[]): void {
  const text = textOf(value)
  if (text === undefined) return
  const date = readDate(text, field)
  if (date === null) return
  item[field] = date.value
  if (date.finding) findings.push(date.finding)
}
