import {isTextAttribute} from './text-attribute.ts'

/** A search as a person types it: words, `begin*`, `"exact phrase"`, `-without`. */
export interface TextQuery {
  /** The words that must be there; one that ends in `*` matches the beginnings of words. */
  words: string[]
  excludedWords: string[]
  /** Whether any text anywhere in the value (a document) satisfies the whole query; keys, types and references are no text. */
  matches(value: unknown): boolean
}

const tokenPattern = /-?"[^"]*"|\S+/gu
const wordPattern = /[\p{L}\p{N}\p{M}_]+\*?|\*/gu

/** Reads a search; an empty one matches nothing, `*` everything that has text (of whole documents all: `resolveTextQueries`). */
export function parseTextQuery(text: string): TextQuery {
  const required: string[][] = []
  const excluded: string[][] = []
  for (const token of text.match(tokenPattern) ?? []) {
    const isExcluded = token.startsWith('-') && token.length > 1
    const isPhrase = token.includes('"')
    const words = toTextWords(token)
    if (words.length === 0) continue
    const list = isExcluded ? excluded : required
    if (isPhrase) list.push(words)
    else list.push(...words.map((word) => [word]))
  }
  return {
    words: required.flat(),
    excludedWords: excluded.flat(),
    matches: (value) => {
      if (required.length === 0 && excluded.length === 0) return false
      const waitingFor = new Set(required)
      for (const textOfField of eachText(value)) {
        const words = toTextWords(textOfField)
        if (excluded.some((phrase) => holdsPhrase(words, phrase))) return false
        for (const phrase of waitingFor) if (holdsPhrase(words, phrase)) waitingFor.delete(phrase)
        if (waitingFor.size === 0 && excluded.length === 0) return true
      }
      return waitingFor.size === 0
    },
  }
}

/** The words of a text as `text::query` compares them. */
export function toTextWords(text: string): string[] {
  return text.toLowerCase().normalize('NFC').match(wordPattern) ?? []
}

function holdsPhrase(words: string[], phrase: string[]): boolean {
  for (let start = 0; start + phrase.length <= words.length; start++) {
    if (phrase.every((word, at) => matchesWord(words[start + at]!, word))) return true
  }
  return false
}

function matchesWord(word: string, wanted: string): boolean {
  return wanted.endsWith('*') ? word.startsWith(wanted.slice(0, -1)) : word === wanted
}

function* eachText(value: unknown): Generator<string> {
  const waiting: unknown[] = [value]
  while (waiting.length > 0) {
    const current = waiting.pop()
    if (typeof current === 'string') yield current
    else if (Array.isArray(current)) for (const item of current as unknown[]) waiting.push(item)
    else if (typeof current === 'object' && current !== null) {
      for (const [name, child] of Object.entries(current)) if (isTextAttribute(name)) waiting.push(child)
    }
  }
}
