import type {NewsItem} from '../../model/news-item.ts'

/** Parts that follow a story and do not replace it: they are copy of their own. */
const partOfStory = /\b(?:add|insert|sub|take|folo|sidebar|advisory)\b/i

/** The cycles that AP's sluglines open with; a story keeps its keyword from one to the next. */
const cycle = /^(?:AM|PM|BC)-/

/**
 * Gives a message without an identifier the name that its wire knows it by: the service, the keyword, and the day that it was
 * filed. Leads, write-thrus, corrections and kills of ANPA 1312 and IPTC 7901 repeat the keyword of the story that they replace.
 * Marked as derived; none without all three, and none for a part that follows its story (add, insert).
 */
export function deriveIdentity(item: NewsItem): void {
  const day = /^\d{4}-\d\d-\d\d/.exec(item.versionCreated ?? '')?.[0]
  const keyword = item.slugline
    ?.replace(cycle, '')
    .replaceAll(/[\s/-]+/g, ' ')
    .trim()
    .toLowerCase()
  if (!item.provider || !keyword || keyword.length < 4 || !day) return
  if (partOfStory.test(item.version ?? '') || item.signals.includes('advisory')) return
  item.identity = `${item.format}:${item.provider.toLowerCase()}:${keyword}:${day}`
  item.derived = [...(item.derived ?? []), 'identity']
}
