import {stripVTControlCharacters, styleText} from 'node:util'

type Style = Parameters<typeof styleText>[0]

/** Colours for a terminal; plain text where the stream is none, or `NO_COLOR` is set. */
export interface Paint {
  columns: number
  style(style: Style, text: string): string
}

export function createPaint(stream: NodeJS.WriteStream): Paint {
  return {
    columns: Math.min(stream.columns ?? 100, 110),
    style: (style, text) => styleText(style, text, {stream, validateStream: true}),
  }
}

/** Copy is shown as text, never as commands to the terminal: escape sequences and control characters are taken out. */
export function toPlain(text: string): string {
  return stripVTControlCharacters(text).replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g, '\uFFFD')
}

/** Text folded at `width` columns, each line after the first indented like the first. */
export function fold(text: string, width: number, indent: string): string {
  const lines: string[] = []
  for (const paragraph of toPlain(text).split('\n')) {
    let line = ''
    for (const word of paragraph.split(' ')) {
      if (line && line.length + word.length + 1 > width - indent.length) {
        lines.push(line)
        line = word
      } else line = line ? `${line} ${word}` : word
    }
    lines.push(line)
  }
  return lines.map((line) => indent + line).join('\n')
}

/** Cut for a list, at a character boundary. */
export function cut(text: string, length: number): string {
  const plain = toPlain(text).replaceAll('\n', ' ')
  return plain.length > length ? `${plain.slice(0, length - 1).trimEnd()}…` : plain
}

/** `1 caption`, `2 captions`. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? noun : plural}`
}
