import {ownString} from '../../text/own-string.ts'

const longest = 60
const most = 8192

/**
 * What was worked out of short lines, by their text. Only such lines are remembered, as labels and menus stand on every page of a site
 * and paragraphs do not; when it is full it is emptied, so that it never grows.
 */
export class LineMemory<T> {
  readonly #known = new Map<string, T>()

  get(line: string): T | undefined {
    return line.length > longest ? undefined : this.#known.get(line)
  }

  /** Remembers what the line gave, where it is short enough, and gives it back. */
  keep(line: string, value: T): T {
    if (line.length > longest) return value
    if (this.#known.size >= most) this.#known.clear()
    this.#known.set(ownString(line), value)
    return value
  }
}
