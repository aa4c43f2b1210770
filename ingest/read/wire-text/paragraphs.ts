import type {BodyBlock} from '../../model/news-item.ts'
import type {CopyLine} from './copy-lines.ts'
import {isFilledBreak} from './wrap-width.ts'

/**
 * The text of some lines that make one paragraph: lines that were only filled are joined with a space, others keep their
 * line break. With no `width` nothing was filled.
 */
export function joinLines(lines: readonly CopyLine[], width: number | null): string {
  let text = ''
  let previous = ''
  for (const {text: line} of lines) {
    const words = line.trim()
    if (words === '') continue
    if (text !== '') text += joint(previous, line, width)
    text += words
    previous = line
  }
  return text
}

/** What stands between two lines of one paragraph; a word that was split at its hyphen is put together. */
function joint(line: string, next: string, width: number | null): string {
  if (width === null || !(isFilledBreak(line, next, width) || runsOn(line, next, width))) return '\n'
  const end = line.trimEnd()
  const split =
    end.endsWith('-') &&
    /^\p{Ll}$/u.test(end.at(-2) ?? '') &&
    /^\s*\p{Ll}/u.test(next) &&
    !/^\s*(?:and|or|to|und|oder|bis|et|ou|y|o)\b/.test(next)
  return split ? '' : ' '
}

/** A long line that the next one goes on with in the middle of a sentence, though its first word would have fitted. */
function runsOn(line: string, next: string, width: number): boolean {
  const full = line.trimEnd().length / width
  if (full > 0.6 && /^\s*\p{Ll}/u.test(next) && /[\p{L}\p{N},)]\s*$/u.test(line)) return true
  return full > 0.8 && /\s\p{Ll}{1,4}\s*$/u.test(line) && /^\s*[\p{L}\p{N}"“]/u.test(next)
}

/** A block of these lines, with the place of the first. `offset` is given when the copy has these very characters there. */
export function linesBlock(
  kind: BodyBlock['kind'],
  lines: readonly CopyLine[],
  width: number | null,
): BodyBlock {
  const text = joinLines(lines, width)
  const first = lines.find((line) => line.text.trim() !== '')
  if (!first) return {kind, text}
  const exact = lines.filter((line) => line.text.trim() !== '').length === 1
  const indent = first.text.length - first.text.trimStart().length
  return {kind, text, at: exact ? {line: first.line, offset: first.offset + indent} : {line: first.line}}
}

/** Lines in groups that stand between blank ones. */
export function groupLines(lines: readonly CopyLine[]): CopyLine[][] {
  const groups: CopyLine[][] = []
  let group: CopyLine[] = []
  for (const line of lines) {
    if (line.text.trim() === '') {
      if (group.length > 0) groups.push(group)
      group = []
    } else {
      group.push(line)
    }
  }
  if (group.length > 0) groups.push(group)
  return groups
}
