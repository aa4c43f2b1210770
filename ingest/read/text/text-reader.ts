import type {NewsItem} from '../../model/news-item.ts'
import type {Reader} from '../reader.ts'
import {decodeText} from './decode-text.ts'

/**
 * Plain text: the fallback for whatever no other reader knows. Gives one item with the decoded `text` and nothing told
 * apart; `arrange` does that. Empty and binary input give an item with an empty text and an `error` finding.
 */
export const textReader: Reader = {
  format: 'text',
  title: 'Plain text, and the text of a page copied with everything around it',
  detect: () => ({score: 0.05, why: 'read as plain text, as no other format was recognised'}),
  read(bytes) {
    const {text, encoding, findings} = decodeText(bytes)
    const item: NewsItem = {
      format: 'text',
      itemClass: 'text',
      pubStatus: 'usable',
      signals: [],
      edNotes: [],
      subjects: [],
      genres: [],
      keywords: [],
      text,
      associations: [],
      encoding,
    }
    return [{item, findings}]
  },
}
