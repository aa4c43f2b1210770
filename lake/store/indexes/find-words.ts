import {toVariant, type StoredDocument} from '../documents/document.ts'
import {isTextAttribute} from '../query/text-attribute.ts'
import {toTextWords} from '../query/text-query.ts'
import {toWordKey} from './word-key.ts'

/**
 * The words of all text of a document as the full-text index holds them: those that `match` sees and those that `text::query` sees, each
 * once. Attributes that begin with `_` hold no text, but for `_id`.
 */
export function findWords(document: StoredDocument): Set<string> {
  const seen = new Set<string>()
  const keys = new Set<string>()
  const add = (words: readonly string[]) => {
    for (const word of words) {
      if (seen.has(word)) continue
      seen.add(word)
      keys.add(toWordKey(word))
    }
  }
  const addText = (text: string) => {
    add(toMatchTokens(text))
    if (splitsOtherwise.test(text)) add(toTextWords(text))
  }
  const waiting: unknown[] = [document]
  while (waiting.length > 0) {
    const value = waiting.pop()
    if (typeof value === 'string') addText(value)
    else if (Array.isArray(value)) for (const item of value as unknown[]) waiting.push(item)
    else if (typeof value === 'object' && value !== null) {
      for (const [name, child] of Object.entries(value)) if (isTextAttribute(name)) waiting.push(child)
      const joined = toBlockText(value)
      if (joined) addText(joined)
    }
  }
  addText(document._id.slice(toVariant(document._id).length))
  keys.add(toTypeWord(document._type))
  return keys
}

/** The word that each document of a type holds besides its own, so that a search within types is one. No text holds it. */
export function toTypeWord(type: unknown): string {
  return `\uf8ff${toWordKey(typeof type === 'string' ? type : '')}`
}

/** The text of a block as `pt::text()` gives it, where a word may go through several spans, and past what stands between them. */
function toBlockText({children}: {children?: unknown}): string | undefined {
  if (!Array.isArray(children) || children.length < 2) return undefined
  const texts = (children as ({_type?: unknown; text?: unknown} | null)[]).map((child) =>
    child?._type === 'span' ? child.text : undefined,
  )
  return texts.filter((text) => typeof text === 'string').join('')
}

/** The tokens that GROQ's `match` compares: as groq-js 2.0.1 makes them (`matchTokenize`). */
export function toMatchTokens(text: string): string[] {
  return text.replace(edgeDots, '').match(tokens) ?? []
}

export const edgeDots = /(\b\.+|\.+\b)/g
const tokens = /([^!@#$%^&*(),\\/?";:{}|[\]+<>\s-])+/g
/** Text whose words for `text::query` may be others than its tokens for `match`. */
const splitsOtherwise = /[^\w\s,;:!?"()/.&%$#@+-]|\w\.+\w/
