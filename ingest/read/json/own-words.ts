import {toBlocks} from '../markup/index.ts'
import {ownText} from './access.ts'

/** Words under the first of `names` that holds any; those that came as paragraphs of markup lose it. */
export function ownWords(object: unknown, ...names: string[]): string | undefined {
  const text = ownText(object, ...names)
  if (text === undefined || !/^\s*<(?:p|div|span|b|i|em|strong)\b/i.test(text)) return text
  const words = toBlocks(text)
    .blocks.map((block) => block.text)
    .filter(Boolean)
    .join('\n')
  return words || undefined
}
