import type {Finding} from '../../model/finding.ts'
import type {NewsItem} from '../../model/news-item.ts'
import {readDate} from '../dates/read-date.ts'
import {type XmlElement, xpathOf} from './xml-tree.ts'

type DateField = 'firstCreated' | 'versionCreated' | 'embargoedUntil' | 'expires'

/** Reads a date into a field of the item, unless the field has one. Blank text changes nothing; see `readDate` for the rest. */
export function setDate(
  item: NewsItem,
  findings: Finding[],
  field: DateField,
  text: string | undefined,
  element?: XmlElement,
): void {
  if (item[field] !== undefined) return
  const read = readDate(text, field, element && xpathOf(element))
  if (!read) return
  item[field] = read.value
  if (read.finding && !findings.some((finding) => finding.message === read.finding!.message)) {
    findings.push(read.finding)
  }
}
