import phrases from '../data/furniture-phrases.json' with {type: 'json'}
import type {FurnitureReason} from './furniture-reasons.ts'

interface Phrase {
  reason: FurnitureReason
  words: string
  /** Anything may follow. */
  open: boolean
}

/** The phrases by their first word: most lines begin with none of these, and one look-up says so. */
const byFirstWord = new Map<string, Phrase[]>()
for (const [reason, list] of Object.entries(phrases)) {
  if (typeof list === 'string') continue
  for (const phrase of list) {
    const open = phrase.endsWith(' …')
    const words = open ? phrase.slice(0, -2) : phrase
    const first = words.split(' ', 1)[0]!
    const known = byFirstWord.get(first)
    const entry = {reason: reason as FurnitureReason, words, open}
    if (known === undefined) byFirstWord.set(first, [entry])
    else known.push(entry)
  }
}

const longestLine = 160
const longestLabel = 60

/**
 * The part of a page that a line is by one of the phrases of data/furniture-phrases.json, or null. Capitals, the kind of apostrophe, a
 * colon and a count behind the phrase (`Kommentare (12)`) make no difference.
 */
export function furnitureOfPhrase(text: string): FurnitureReason | null {
  if (text.length > longestLine) return null
  const end = text.search(/[\s:(]/u)
  const first = (end < 0 ? text : text.slice(0, end)).toLowerCase().replace('’', "'")
  const list = byFirstWord.get(first)
  if (list === undefined) return null
  const whole = text.toLowerCase().replaceAll('’', "'").replaceAll(/\s+/gu, ' ')
  for (const {reason, words, open} of list) {
    if (!whole.startsWith(words)) continue
    const rest = whole.slice(words.length)
    if (/^ ?[:!›»→>]*(?: ?\(?\d[\d.,]*\)?)? ?[:!›»→>]*$/u.test(rest)) return reason
    // A sentence goes on behind the phrase; a link has a colon before it, or no stop at its end.
    const links =
      /^ ?:/u.test(rest) || (rest.startsWith(' ') && text.length <= longestLabel && !/[.!?…]$/u.test(rest))
    if (open && links) return reason === 'related-links' ? 'read-more' : reason
  }
  return null
}
