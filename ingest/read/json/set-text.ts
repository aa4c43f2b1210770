import type {NewsItem} from '../../model/news-item.ts'

type TextField =
  | 'provider'
  | 'uri'
  | 'version'
  | 'language'
  | 'headline'
  | 'standfirst'
  | 'slugline'
  | 'byline'
  | 'dateline'
  | 'located'
  | 'section'
  | 'creditLine'
  | 'copyrightNotice'
  | 'usageTerms'
  | 'link'

/** Sets the text fields of an item that the copy has; one that it does not have stays absent. */
export function setTexts(item: NewsItem, fields: Partial<Record<TextField, string | undefined>>): void {
  for (const field of Object.keys(fields) as TextField[]) {
    const text = fields[field]
    if (text !== undefined && text.trim() !== '') item[field] = text.trim()
  }
}

/** An urgency of 1 to 9; anything else is none. */
export function toUrgency(value: number | undefined): number | undefined {
  return value !== undefined && Number.isInteger(value) && value >= 1 && value <= 9 ? value : undefined
}
