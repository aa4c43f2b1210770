import type {BodyBlock} from '../../model/news-item.ts'
import {columnBlock, isColumnLine} from '../wire-text/column-block.ts'
import type {CopyLine} from '../wire-text/copy-lines.ts'
import {isCrossheadLine} from '../wire-text/crosshead.ts'
import {linesBlock} from '../wire-text/paragraphs.ts'
import {isFilledBreak} from '../wire-text/wrap-width.ts'
import {reach} from './is-contact.ts'
import {aboutLine, bullet} from './lines.ts'
import {listItems} from './list-items.ts'

/** Reads lines of the story that stand together: columns, a heading over text, a list, a paragraph. */
export function readStoryGroup(group: CopyLine[], width: number | null, blocks: BodyBlock[]): void {
  if (group.length > 1 && group.every(({text}) => isColumnLine(text))) {
    blocks.push(columnBlock(group))
    return
  }
  const [head, second] = group
  if (head && second && !bullet.test(head.text)) {
    const third = group[2]?.text
    const heads =
      isHeadOf(head.text, second.text, width) ||
      (third !== undefined &&
        isShortHead(head.text, width) &&
        isShortHead(second.text, width) &&
        isHeadOf(second.text, third, width))
    if (heads) {
      blocks.push({...linesBlock('crosshead', [head], null), level: 2})
      readStoryGroup(group.slice(1), width, blocks)
      return
    }
  }
  if (group.some(({text}) => bullet.test(text)) && bullet.test(head?.text ?? '')) {
    for (const item of listItems(group, width))
      blocks.push({kind: 'listItem', list: 'bullet', level: 1, text: item.text, at: {line: item.line}})
    return
  }
  const block = linesBlock('paragraph', group, width)
  if (group.length === 1 && (isCrossheadLine(block.text) || isStandingHead(block.text)))
    blocks.push({...block, kind: 'crosshead', level: 2})
  else blocks.push(block)
}

/** A short first line over text that fills its lines heads it. */
function isHeadOf(line: string, next: string, width: number | null): boolean {
  if (width !== null && isFilledBreak(line, next, width)) return false
  if (aboutLine.test(line.trim()) && line.trim().length <= 70) return true
  if (width === null) return false
  if (!isShortHead(line, width)) return false
  return bullet.test(next)
    ? line.trim().length < 50
    : next.trim().length > width * 0.7 && next.trim().length > line.trim().length
}

function isShortHead(line: string, width: number | null): boolean {
  const words = line.trim()
  return (
    width !== null &&
    words.length <= 70 &&
    !reach.test(words) &&
    !/https?:\/\//.test(words) &&
    !/[.!?,;]["”)]?$/.test(words)
  )
}

/** A line alone between blank ones, in title case and without an end of a sentence. */
function isStandingHead(text: string): boolean {
  if (aboutLine.test(text) && text.length <= 70) return true
  if (text.length > 60 || /[.!?:;,”"')]$/.test(text) || /https?:|@|\d{4}/.test(text)) return false
  const words = text.split(/\s+/)
  return (
    (words.length >= 2 || /^\p{Lu}\p{Ll}{5,}$/u.test(text)) &&
    /^\p{Lu}/u.test(text) &&
    words.filter((word) => /^\p{Lu}/u.test(word)).length >= words.length / 2
  )
}
