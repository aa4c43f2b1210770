import {listStart, sentenceEnd} from './line-patterns.ts'
import type {PageLine} from './page-lines.ts'

const leastLines = 6
const narrowest = 50
const widest = 110

/**
 * Joins the lines of copy that was broken at a fixed width (wires, e-mail) back into paragraphs, with a space where the
 * break was. Copy is taken to be broken so when its lines end at one margin: most of those that have a line tight below are
 * nearly as long as the longest and stop in the middle of a sentence. Any other copy comes back as it is. A joined line has
 * `endLine`, and no offset holds for it (`offset` is where it starts).
 */
export function unwrapLines(lines: readonly PageLine[]): readonly PageLine[] {
  const width = findMargin(lines)
  if (width === null) return lines
  const paragraphs: PageLine[][] = []
  lines.forEach((line, at) => {
    const paragraph = paragraphs.at(-1)
    const above = lines[at - 1]
    if (paragraph !== undefined && above !== undefined && runsOn(above, line, width)) paragraph.push(line)
    else paragraphs.push([line])
  })
  return paragraphs.map(joinLines)
}

function joinLines(paragraph: PageLine[]): PageLine {
  const first = paragraph[0] as PageLine
  const last = paragraph.at(-1) as PageLine
  if (first === last) return first
  return {...first, text: paragraph.map(({text}) => text).join(' '), endLine: last.line}
}

/** The line below belongs to the same paragraph: it is tight, begins no list, and its first word did not fit any more. */
function runsOn(line: PageLine, below: PageLine, width: number): boolean {
  if (below.blanksBefore > 0 || listStart.test(below.text) || below.indent > line.indent + 2) return false
  const space = below.text.indexOf(' ')
  const firstWord = space < 0 ? below.text.length : space
  return line.indent + line.text.length + 1 + firstWord > width - 2
}

function findMargin(lines: readonly PageLine[]): number | null {
  if (lines.length < leastLines) return null
  const lengths = lines.map(({text, indent}) => text.length + indent).sort((a, b) => a - b)
  const width = lengths.at(-1) ?? 0
  const usual = lengths[Math.floor(lengths.length * 0.95)] ?? 0
  if (usual < narrowest || usual > widest || width > widest + 40) return null
  let tight = 0
  let full = 0
  let broken = 0
  for (let at = 0; at + 1 < lines.length; at += 1) {
    const line = lines[at] as PageLine
    if ((lines[at + 1] as PageLine).blanksBefore > 0) continue
    tight += 1
    if (line.text.length + line.indent < usual * 0.8) continue
    full += 1
    if (!sentenceEnd.test(line.text)) broken += 1
  }
  return tight >= 0.4 * lines.length && full >= 0.5 * tight && broken >= 0.6 * full ? usual : null
}
