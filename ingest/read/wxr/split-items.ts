/** Longer than any post; what comes is damaged or hostile. */
const maxItemLength = 32 * 1024 * 1024

/** Of the item that stands in a slice for one that was too long to be taken over. */
export const tooLongType = 'newsroom-too-long'

/** An item of that type, with the words that the long one begins with. */
export function tooLongItem(beginning: string): string {
  const words = beginning.slice(0, 60).replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<item><title>${words}</title><wp:post_type>${tooLongType}</wp:post_type></item>`
}

/** What lies before, between and after the items, or an item's own markup. */
export interface Piece {
  kind: 'item' | 'rest' | 'too-long'
  text: string
}

/**
 * Cuts an export into its `<item>`s as text arrives, so that one item is in memory at a time and one that is broken leaves
 * the others alone. CDATA sections and comments are passed over: a post may write about `</item>`.
 */
export class ItemSplitter {
  #buffer = ''
  #inItem = false
  /** Where the search goes on: what is before it has been looked at. */
  #at = 0
  /** The section or comment that the buffer ends in, and what came since. */
  #open: {closing: string; tail: string; more: string[]; length: number} | null = null

  /** Takes more text and gives the pieces that are complete. */
  add(text: string): Piece[] {
    if (this.#open !== null && !this.#closes(text)) return []
    this.#buffer =
      this.#buffer.slice(this.#inItem ? 0 : Math.min(this.#at, this.#buffer.length)) + this.#joined() + text
    if (!this.#inItem) this.#at = 0
    return this.#take(false)
  }

  /** Inside of a CDATA section or comment only its end is looked for, in what is new. */
  #closes(text: string): boolean {
    const open = this.#open!
    const seen = open.tail + text
    const length = this.#buffer.length + open.length + text.length
    if (seen.includes(open.closing) || (this.#inItem && length > maxItemLength)) return true
    open.more.push(text)
    open.length += text.length
    open.tail = seen.slice(-2)
    return false
  }

  #joined(): string {
    const more = this.#open?.more.join('') ?? ''
    this.#open = null
    return more
  }

  /** The last piece; an item without its end is given as it is. */
  end(): Piece[] {
    this.#buffer += this.#joined()
    const pieces = this.#take(true)
    const rest = this.#buffer
    this.#buffer = ''
    if (rest.trim()) pieces.push({kind: this.#inItem ? 'item' : 'rest', text: rest})
    this.#inItem = false
    this.#at = 0
    return pieces
  }

  #take(isLast: boolean): Piece[] {
    const pieces: Piece[] = []
    for (;;) {
      const found = this.#inItem ? this.#endOfItem(isLast) : this.#startOfItem(isLast)
      if (found < 0) break
      const text = this.#buffer.slice(0, found)
      if (this.#inItem) pieces.push({kind: 'item', text})
      else if (text.trim()) pieces.push({kind: 'rest', text})
      this.#buffer = this.#buffer.slice(found)
      this.#at = 0
      this.#inItem = !this.#inItem
    }
    if (this.#inItem && this.#buffer.length > maxItemLength) {
      pieces.push({kind: 'too-long', text: this.#buffer.slice(0, 2000)})
      this.#open = null
      this.#buffer = ''
      this.#at = 0
      this.#inItem = false
    } else if (!this.#inItem && this.#at > 0) {
      pieces.push({kind: 'rest', text: this.#buffer.slice(0, this.#at)})
      this.#buffer = this.#buffer.slice(this.#at)
      this.#at = 0
    }
    return pieces
  }

  /** A section or comment whose end has not come. */
  #leaveOpen({0: opening, index}: RegExpExecArray, isLast: boolean): void {
    this.#at = index
    if (!isLast) this.#open = {closing: closingOf(opening), tail: this.#buffer.slice(-2), more: [], length: 0}
  }

  #startOfItem(isLast: boolean): number {
    const tag = /<item[\s>]|<!--|<!\[CDATA\[/g
    let passed = this.#at
    tag.lastIndex = passed
    for (let match = tag.exec(this.#buffer); match; match = tag.exec(this.#buffer)) {
      if (match[0].startsWith('<item')) return match.index
      const end = endOf(this.#buffer, match[0], match.index)
      if (end < 0) {
        this.#leaveOpen(match, isLast)
        return -1
      }
      passed = end
      tag.lastIndex = end
    }
    // A tag may be cut in two by the end of the chunk.
    this.#at = isLast ? this.#buffer.length : Math.max(passed, this.#buffer.length - 16)
    return -1
  }

  #endOfItem(isLast: boolean): number {
    const tag = /<\/item\s*>|<item[\s>]|<!--|<!\[CDATA\[/g
    let passed = Math.max(this.#at, 5)
    tag.lastIndex = passed
    for (let match = tag.exec(this.#buffer); match; match = tag.exec(this.#buffer)) {
      if (match[0].startsWith('</')) return match.index + match[0].length
      // An item inside an item: the first was never closed.
      if (match[0].startsWith('<item')) return match.index
      const end = endOf(this.#buffer, match[0], match.index)
      if (end < 0) {
        this.#leaveOpen(match, isLast)
        return -1
      }
      passed = end
      tag.lastIndex = end
    }
    this.#at = isLast ? this.#buffer.length : Math.max(passed, this.#buffer.length - 16)
    return -1
  }
}

function endOf(text: string, opening: string, at: number): number {
  const closing = closingOf(opening)
  const end = text.indexOf(closing, at + opening.length)
  return end < 0 ? -1 : end + closing.length
}

function closingOf(opening: string): string {
  return opening === '<!--' ? '-->' : ']]>'
}
