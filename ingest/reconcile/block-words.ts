import {toCanonical} from './same-value.ts'
import type {BodyElement} from './types.ts'

/** A word, a space or a mark of a text block, with what is marked on it: `strong`, or a definition as JSON without its key. */
export interface BlockWord {
  text: string
  marks: string[]
}

interface Span {
  _type: string
  _key?: string
  text?: string
  marks?: string[]
}

const wordPattern = /\p{L}[\p{L}\p{M}\p{N}'’-]*|\p{N}+|\s+|[^\s\p{L}\p{N}]/gu

/** Whether an element of a body is text (a Portable Text block). */
export function isTextBlock(element: BodyElement): boolean {
  return (
    element._type === 'block' &&
    Array.isArray(element.children) &&
    (element.children as Span[]).every((child) => child._type === 'span')
  )
}

/** The words of a text block in order; joined they are its text. */
export function toBlockWords(block: BodyElement): BlockWord[] {
  const definitions = new Map(
    ((block.markDefs as ({_key: string} & Record<string, unknown>)[] | undefined) ?? []).map((definition) => [
      definition._key,
      toCanonical(definition, true),
    ]),
  )
  const words: BlockWord[] = []
  for (const span of block.children as Span[]) {
    const marks = (span.marks ?? []).map((mark) => definitions.get(mark) ?? mark)
    for (const found of (span.text ?? '').matchAll(wordPattern))
      words.push({text: found[0], marks: [...new Set(marks)].sort()})
  }
  return words
}

/** The reverse of `toBlockWords`: spans and definitions with keys made from the block's. */
export function fromBlockWords(words: BlockWord[], key: string): {markDefs: unknown[]; children: unknown[]} {
  const markDefs: Record<string, unknown>[] = []
  const keys = new Map<string, string>()
  const children: {_type: 'span'; _key: string; text: string; marks: string[]}[] = []
  let last = ''
  for (const word of words) {
    const marks = word.marks.map((mark) => {
      if (!mark.startsWith('{')) return mark
      const known = keys.get(mark)
      if (known !== undefined) return known
      const definition = JSON.parse(mark) as Record<string, unknown>
      const markKey = `${key}${definition._type === 'link' ? 'l' : 'q'}${markDefs.length}`
      keys.set(mark, markKey)
      markDefs.push({...definition, _key: markKey})
      return markKey
    })
    const signature = JSON.stringify(marks)
    const span = children.at(-1)
    if (span && signature === last) span.text += word.text
    else children.push({_type: 'span', _key: `${key}s${children.length}`, text: word.text, marks})
    last = signature
  }
  if (children.length === 0) children.push({_type: 'span', _key: `${key}s0`, text: '', marks: []})
  return {markDefs, children}
}

/** Whether a mark says that its words are somebody's. */
export function isQuotationMark(mark: string): boolean {
  return mark.startsWith('{') && mark.includes('"_type":"quotation"')
}

/** A body element as text for comparing: equal when nothing an editor sees differs (keys aside). */
export function contentOf(element: BodyElement): string {
  if (!isTextBlock(element)) return toCanonical(element, true)
  const {markDefs: _, children: __, ...rest} = element
  const runs: [string, string][] = []
  for (const word of toBlockWords(element)) {
    const marks = word.marks.join(' ')
    const run = runs.at(-1)
    if (run && run[1] === marks) run[0] += word.text
    else runs.push([word.text, marks])
  }
  return toCanonical({...rest, ...(element.level === undefined ? {} : {level: element.level}), runs}, true)
}

/** The plain text of a body element; of an object what words it has. */
export function textOf(element: BodyElement): string {
  if (Array.isArray(element.children))
    return (element.children as Span[]).map((child) => child.text ?? '').join('')
  if (Array.isArray(element.rows))
    return (element.rows as {cells?: string[]}[]).map((row) => (row.cells ?? []).join('\t')).join('\n')
  return typeof element.html === 'string' ? element.html : typeof element.url === 'string' ? element.url : ''
}
