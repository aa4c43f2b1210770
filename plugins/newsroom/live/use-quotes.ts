import {useLiveQuery} from './use-live-query.ts'

/** A quote as the plugin shows it. */
export interface QuoteDetails {
  _id: string
  paragraphs: string[] | null
  kind: string | null
  speakerName: string | null
  speakerRole: string | null
}

const query = `*[_type == "quote" && _id in $ids]{
  _id, paragraphs, kind, speakerRole, "speakerName": coalesce(speaker->name, speakerName)
}`

/** The quotes with these ids, by id, kept up to date; undefined until they are known. */
export function useQuotes(ids: string[]): Map<string, QuoteDetails> | undefined {
  const quotes = useLiveQuery<QuoteDetails[]>(ids.length > 0 ? query : '[]', ['quote', 'person'], {
    ids: [...new Set(ids)].sort(),
  })
  return quotes && new Map(quotes.map((quote) => [quote._id, quote]))
}
