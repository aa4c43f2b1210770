import type {NewsItem} from '../../model/news-item.ts'

/** An item of a format with nothing read into it yet: usable text without words. Its blocks are empty rather than absent, as absent ones say that it is a flat page. */
export function newItem(format: string, encoding: NewsItem['encoding']): NewsItem {
  return {
    format,
    itemClass: 'text',
    pubStatus: 'usable',
    signals: [],
    edNotes: [],
    subjects: [],
    genres: [],
    keywords: [],
    blocks: [],
    associations: [],
    encoding,
  }
}
