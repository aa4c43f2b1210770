import {isUtf8} from 'node:buffer'

/** A line, counted from 1. `text` is undefined for one that is too long or not UTF-8. */
export interface Line {
  number: number
  text: string | undefined
  bytes: number
  reason?: string
}

const newline = 10
const byteOrderMark = '\uFEFF'

/** The lines of a stream of UTF-8; a last one without its line end counts. Of a line longer than `maxBytes` nothing is kept. */
export async function* readLines(chunks: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Line> {
  let parts: Uint8Array[] = []
  let size = 0
  let number = 0
  const take = (part: Uint8Array) => {
    size += part.byteLength
    if (size <= maxBytes) parts.push(part)
    else parts = []
  }
  const end = (): Line => {
    const bytes = parts.length === 1 ? parts[0]! : Buffer.concat(parts)
    const line = toLine(++number, bytes, size, maxBytes)
    parts = []
    size = 0
    return line
  }
  for await (const chunk of chunks) {
    let start = 0
    for (let at = chunk.indexOf(newline); at !== -1; at = chunk.indexOf(newline, start)) {
      take(chunk.subarray(start, at))
      yield end()
      start = at + 1
    }
    if (start < chunk.byteLength) take(chunk.subarray(start))
  }
  if (size > 0) yield end()
}

function toLine(number: number, bytes: Uint8Array, size: number, maxBytes: number): Line {
  if (size > maxBytes) {
    const reason = `The line has ${size} bytes; at most ${maxBytes} are taken.`
    return {number, text: undefined, bytes: size, reason}
  }
  if (!isUtf8(bytes)) return {number, text: undefined, bytes: size, reason: 'The line is not UTF-8.'}
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
  return {number, text: number === 1 && text.startsWith(byteOrderMark) ? text.slice(1) : text, bytes: size}
}
