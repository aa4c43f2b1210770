import type {BodyBlock} from '../../model/news-item.ts'
import {toCopyLines, type CopyLine} from './copy-lines.ts'
import {groupLines, linesBlock} from './paragraphs.ts'
import {isFilledBreak, wrapWidth} from './wrap-width.ts'

/**
 * Plain running text as paragraphs. Blank lines part them; without any, filled text is put together again and of other
 * text each line is one. Without places, as the text is a value inside other copy.
 */
export function plainBlocks(text: string): BodyBlock[] {
  const lines = toCopyLines(text)
  const width = wrapWidth(lines.map((line) => line.text))
  const groups = groupLines(lines)
  const paragraphs = groups.length > 1 ? groups : splitLines(groups[0] ?? [], width)
  return paragraphs
    .flatMap((group): BodyBlock[] =>
      isList(group)
        ? group.map(({text: item}) => ({
            kind: 'listItem',
            list: 'bullet',
            level: 1,
            text: bullet.exec(item)![1]!.trim(),
          }))
        : [{kind: 'paragraph', text: linesBlock('paragraph', group, width).text}],
    )
    .filter((block) => block.text !== '')
}

const bullet = /^\s*(?:[•·●▪*]|-)\s+(\S.*)$/

/** Lines that all begin with the same bullet: two dashes alone may be two speakers, three are a list. */
function isList(group: readonly CopyLine[]): boolean {
  const signs = new Set(group.map(({text}) => (bullet.test(text) ? text.trim()[0] : undefined)))
  return signs.size === 1 && !signs.has(undefined) && group.length >= (signs.has('-') ? 3 : 2)
}

function splitLines(lines: readonly CopyLine[], width: number | null): CopyLine[][] {
  const paragraphs: CopyLine[][] = []
  for (const [at, line] of lines.entries()) {
    const previous = lines[at - 1]
    const open = paragraphs[paragraphs.length - 1]
    if (open && previous && width !== null && isFilledBreak(previous.text, line.text, width)) open.push(line)
    else paragraphs.push([line])
  }
  return paragraphs
}
