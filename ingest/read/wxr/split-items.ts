/** Longer than any post; what comes is damaged or hostile. */
const maxItemLength = 32 * 1024 * 1024

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

  /** Takes more text and gives the pieces that are complete. */
  add(text: string): Piece[] {
    this.#buffer = this.#buffer.slice(this.#inItem ? 0 : Math.min(this.#at, this.#buffer.length)) + text
    if (!this.#inItem) this.#at = 0
    return this.#take(false)
  }

  /** The last piece; an item without its end is given as it is. */
  end(): Piece[] {
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

  #startOfItem(isLast: boolean): number {
    const tag = /<item[\s>]|<!--|<!\[CDATA\[/g
    let passed = this.#at
    tag.lastIndex = passed
    for (let match = tag.exec(this.#buffer); match; match = tag.exec(this.#buffer)) {
      if (match[0].startsWith('<item')) return match.index
      const end = endOf(this.#buffer, match[0], match.index)
      if (end < 0) {
        this.#at = match.index
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
        this.#at = match.index
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
  const closing = opening === '<!--' ? '-->' : ']]>'
  const end = text.indexOf(closing, at + opening.length)
  return end < 0 ? -1 : end + closing.length
}
