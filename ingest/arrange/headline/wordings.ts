import type {Looked} from './headline-score.ts'

const maxQuoted = 340

/** The page's lines in lower case, made when asked for, and a sketch of each line's words that says cheaply what it cannot quote. */
export class Wordings {
  readonly count: number
  readonly #page: Looked
  readonly #lowered: (string | undefined)[] = []
  readonly #words: Int32Array

  constructor(page: Looked) {
    this.#page = page
    this.count = page.lines.length
    this.#words = Int32Array.from(page.shapes, ({content}) => sketch(content, 0, content.length))
  }

  /** Lines that are too long to quote a headline have no length. */
  length(at: number): number {
    const {length} = this.#page.lines[at]!.text
    return length <= maxQuoted ? length : 0
  }

  lower(at: number): string {
    const {text} = this.#page.lines[at]!
    return (this.#lowered[at] ??= text.length <= maxQuoted ? text.toLowerCase() : '')
  }

  words(at: number): number {
    return this.#words[at]!
  }

  /** Without the first and the last word: inside another line they may be parts of longer ones. */
  innerWords(at: number): number {
    const {content} = this.#page.shapes[at]!
    return sketch(content, 1, content.length - 1)
  }
}

/**
 * Other lines that quote a headline whole (`34 responses to …`, the path to the page) speak for it; a line that ends in
 * another candidate is such a path itself. Looks at most 300 lines up and down.
 */
export function quotedElsewhere(at: number, candidates: readonly {at: number}[], wordings: Wordings): number {
  const own = wordings.lower(at)
  if (own.length < 12) return 0
  const wanted = wordings.innerWords(at)
  let score = 0
  const to = Math.min(wordings.count, at + 300)
  for (let other = Math.max(0, at - 300); other < to; other += 1) {
    const longer = wordings.length(other) - own.length
    if (longer <= 0 || longer > 120 || (wordings.words(other) & wanted) !== wanted) continue
    if (wordings.lower(other).includes(own)) {
      score += 1.2
      break
    }
  }
  const path = candidates.some((other) => {
    if (other.at === at || wordings.length(other.at) >= own.length) return false
    const text = wordings.lower(other.at)
    return text.length >= 12 && own.endsWith(text)
  })
  return path ? score - 2 : score
}

/** One bit of 32 a word (Bloom 1970): a line that lacks a bit lacks the word. */
function sketch(words: readonly string[], from: number, to: number): number {
  let bits = 0
  for (let index = from; index < to; index++) {
    const word = words[index]!
    bits |= 1 << ((word.charCodeAt(0) * 7 + word.charCodeAt(word.length - 1) * 3 + word.length) & 31)
  }
  return bits
}
