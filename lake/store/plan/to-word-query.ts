import {edgeDots} from '../indexes/find-words.ts'
import {toWordKey, toWordKeyStart} from '../indexes/word-key.ts'

export interface WordQuery {
  /** In the language of SQLite's full-text search. */
  query: string
  words: string[]
}

/**
 * What the documents hold that satisfy `match` with this pattern, a string or an array of them: each of its words, of which `*` stands for
 * any letters. Undefined when no word can be looked up; `never` when nothing matches.
 */
export function toWordQuery(pattern: unknown): WordQuery | undefined | 'never' {
  const texts: unknown[] = Array.isArray(pattern) ? pattern : [pattern]
  if (!texts.every((text) => typeof text === 'string')) return 'never'
  // As groq-js 2.0.1 reads patterns (`matchPatternRegex`).
  const terms = texts.flatMap((text) => text.replace(edgeDots, '').match(patternTerms) ?? [])
  if (terms.length === 0) return 'never'
  return toQuery(terms)
}

/** What the documents hold that hold all of the words; `*` in a word stands for any letters, and so does a dot. */
export function toQuery(words: string[]): WordQuery | undefined {
  const parts: string[] = []
  for (const word of words) {
    // Past the first of them the index does not know.
    const wild = word.search(/[*.]/)
    const key = wild === -1 ? toWordKey(word) : toWordKeyStart(word.slice(0, wild))
    if (key !== '') parts.push(wild === -1 ? `"${key}"` : `"${key}"*`)
  }
  return parts.length === 0 ? undefined : {query: parts.join(' AND '), words}
}

const patternTerms = /([^!@#$%^&(),\\/?";:{}|[\]+<>\s-])+/g
