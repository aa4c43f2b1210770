import {hashText} from '../text/hash.ts'
import {toWords} from '../text/words.ts'
import {readCaption} from './read-caption.ts'

/**
 * The id of a wording: 24 hex digits, the same on any machine. Credits, labels, punctuation, quotation marks, case, white space and what
 * encoding left behind do not change it; any word or number does. A text that is only a credit is told apart by all its words.
 * Hashed are the letters in order with numbers kept apart, so a hyphen or a glued word does not matter.
 */
export function captionFingerprint(text: string): string {
  const caption = readCaption(text)
  const words =
    caption.tokens.length > 0 ? toWords(caption.core.replaceAll('&', ' and ')) : ['credit', ...toWords(text)]
  const letters = words.map((word) => (/^\p{N}/u.test(word) ? ` ${word} ` : word)).join('')
  return hashText(['caption', letters, caption.creditPositions])
}
