import type {CopyLine} from '../wire-text/copy-lines.ts'
import {bullet} from './lines.ts'

/** The items of a list, each with the lines that go on under its bullet. */
export function listItems(group: readonly CopyLine[], width: number | null): {text: string; line: number}[] {
  const items: CopyLine[][] = []
  for (const line of group) {
    const own = bullet.exec(line.text)?.[1]
    const open = items[items.length - 1]
    if (own !== undefined || !open) items.push([{...line, text: own ?? line.text}])
    else open.push(line)
  }
  return items.map((lines) => ({
    text: lines.map(({text}) => text.trim()).join(width === null ? '\n' : ' '),
    line: lines[0]?.line ?? 0,
  }))
}
