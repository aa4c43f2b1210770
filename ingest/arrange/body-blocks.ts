import type {BodyBlock} from '../model/news-item.ts'
import {countOfThings, listStart} from './lines/line-patterns.ts'
import {isTimeAlone} from './story/live-entries.ts'
import type {PageView} from './page-view.ts'

/** The story's lines as blocks, in order. Each keeps its line and, as the copy has these very characters there, its offset. */
export function toBodyBlocks(view: PageView, story: readonly number[]): BodyBlock[] {
  const blocks: BodyBlock[] = []
  const parted = isParted(view, story)
  story.forEach((at, order) => {
    const line = view.lines[at]
    const shape = view.shapes[at]
    if (line === undefined || shape === undefined) return
    const place: {line: number; offset?: number} =
      line.endLine === undefined ? {line: line.line, offset: line.offset} : {line: line.line}
    if (line.text.includes('\t')) {
      addTableRow(blocks, line.text, place)
      return
    }
    const marker =
      shape.startsList && !/^[–—-]/u.test(line.text)
        ? listStart.exec(line.text)
        : dashItem(view, story, order)
    if (marker !== null && !headsPart(view, story, order)) {
      const text = line.text.slice(marker[0].length)
      blocks.push({
        kind: 'listItem',
        text,
        level: 1,
        list: /\d/u.test(marker[0]) ? 'number' : 'bullet',
        at: place.offset === undefined ? place : {line: place.line, offset: place.offset + marker[0].length},
      })
      return
    }
    const isPoint = at < (view.entries[0] ?? 0) && shape.words >= 4 && !shape.endsSentence
    if (isPoint || isNeeded(view, story, order) || isListed(view, story, order, parted))
      blocks.push({kind: 'listItem', text: line.text, level: 1, list: 'bullet', at: place})
    else if (isCrosshead(view, story, order))
      blocks.push({kind: 'crosshead', text: line.text, level: 2, at: place})
    else blocks.push({kind: 'paragraph', text: line.text, at: place})
  })
  return blocks
}

/** A number before a heading, as in `1. Port Ellery` with a paragraph under it. */
function headsPart(view: PageView, story: readonly number[], order: number): boolean {
  const shape = view.shapes[story[order] ?? -1]
  const next = view.shapes[story[order + 1] ?? -1]
  if (shape === undefined || next === undefined || !/^\d/u.test(view.lines[story[order] ?? -1]?.text ?? ''))
    return false
  if (shape.endsSentence || shape.endsColon || shape.words > 10) return false
  if (view.shapes[story[order - 1] ?? -1]?.startsList === true) return false
  return !next.startsList && next.endsSentence && next.words >= 5 && next.length > shape.length
}

/** Whether paragraphs of this page have a blank line between them. */
function isParted(view: PageView, story: readonly number[]): boolean {
  const gaps = story.slice(1).filter((at) => (view.lines[at]?.blanksBefore ?? 0) > 0).length
  return gaps * 2 >= story.length - 1
}

/** An item of a list of quantities, beside another. */
function isNeeded(view: PageView, story: readonly number[], order: number): boolean {
  const needed = (position: number): boolean => {
    const at = story[position] ?? -1
    return view.shapes[at]?.isQuantity === true || countOfThings.test(view.lines[at]?.text ?? '')
  }
  return needed(order) && (needed(order - 1) || needed(order + 1))
}

/** A dash begins a list item only beside another such line: dialogue and signatures begin with one too. */
function dashItem(view: PageView, story: readonly number[], order: number): RegExpExecArray | null {
  const found = (position: number): RegExpExecArray | null => {
    const text = view.lines[story[position] ?? -1]?.text ?? ''
    return text.length < 300 ? /^[–—-]\s+/u.exec(text) : null
  }
  const own = found(order)
  return own !== null && (found(order - 1) !== null || found(order + 1) !== null) ? own : null
}

/** Short lines that stand tight together where paragraphs stand apart. */
function isListed(view: PageView, story: readonly number[], order: number, parted: boolean): boolean {
  if (!parted) return false
  const tight = (position: number): boolean => {
    const at = story[position]
    const before = story[position - 1]
    return at !== undefined && before === at - 1 && view.lines[at]?.blanksBefore === 0
  }
  const short = (position: number): boolean => {
    const shape = view.shapes[story[position] ?? -1]
    return shape !== undefined && shape.length <= 140 && !shape.startsQuote
  }
  const endsSentence = (position: number): boolean =>
    view.shapes[story[position] ?? -1]?.endsSentence === true
  if (!short(order) || headsProse(view, story, order) || headsProse(view, story, order - 1)) return false
  const opened = view.shapes[story[order - 1] ?? -1]?.endsColon === true
  if (isAnswer(view, story, order) || isAnswer(view, story, order + 1)) return false
  if (tight(order)) return opened || (tight(order + 1) && short(order + 1)) || short(order - 1)
  // The first of a list stands apart from what is above it, the others do not.
  return tight(order + 1) && short(order + 1) && !endsSentence(order) && !endsSentence(order + 1)
}

/** Two lines tight to each other and to no third, the second of several sentences: a heading and its paragraph. */
function headsProse(view: PageView, story: readonly number[], order: number): boolean {
  const at = story[order] ?? -1
  const below = view.shapes[story[order + 1] ?? -1]
  const isTight = (line: number | undefined, above: number | undefined): boolean =>
    line !== undefined && above === line - 1 && view.lines[line]?.blanksBefore === 0
  if (below === undefined || !isTight(story[order + 1], at)) return false
  if (isTight(at, story[order - 1]) || isTight(story[order + 2], story[order + 1])) return false
  return (
    below.endsSentence && below.innerStops > 0 && below.words >= 12 && view.shapes[at]?.endsSentence === false
  )
}

/** A line under a question, with no third line tight to the two. */
function isAnswer(view: PageView, story: readonly number[], order: number): boolean {
  const question = view.shapes[story[order - 1] ?? -1]
  const at = story[order] ?? -1
  const next = story[order + 1] ?? -1
  if (question?.isQuestion !== true || view.lines[at]?.blanksBefore !== 0) return false
  return next !== at + 1 || view.lines[next]?.blanksBefore !== 0
}

function isCrosshead(view: PageView, story: readonly number[], order: number): boolean {
  const at = story[order] ?? -1
  const shape = view.shapes[at]
  const next = view.shapes[story[order + 1] ?? -1]
  if (shape === undefined || next === undefined) return false
  if (isTimeAlone(view.lines[at]?.text ?? '')) return next.words > 1
  if (headsPart(view, story, order)) return true
  if (order === 0 || isRepeatedLabel(view, story, order)) return false
  if (
    shape.length > 90 ||
    shape.words > 14 ||
    (shape.startsQuote && !isQuotedHeading(view.lines[at]?.text ?? '')) ||
    shape.startsLower ||
    shape.hasUrl
  )
    return false
  if (/^[–—-]|,$/u.test(view.lines[at]?.text ?? '')) return false
  if (shape.endsSentence && !shape.isQuestion) return false
  // Under an interviewer's initials a question is part of the talk.
  if (shape.isQuestion && (shape.startsLabel || shape.innerStops > 0)) return false
  if (isAnswer(view, story, order + 1)) return true
  if (shape.endsColon && (shape.words > 6 || opensList.test(view.lines[at]?.text ?? ''))) return false
  if (isNeeded(view, story, order + 1)) return shape.words <= 8
  return next.length > shape.length && (next.words > 8 || isListed(view, story, order + 1, true))
}

/** `The rates will be:`: a sentence that its list finishes. */
const opensList =
  /\b(?:are|is|was|were|be|include[sd]?|including|that|has|have|had|to|following|follows|said|says|told|heard|took)\s?:$/iu

const labelReach = 40

/** `Best for: dogs` where another line hereabouts begins with the same label: a line of facts. */
function isRepeatedLabel(view: PageView, story: readonly number[], order: number): boolean {
  const found = /^\p{Lu}[\p{L} ]{1,24}: (?=\S)/u.exec(view.lines[story[order] ?? -1]?.text ?? '')
  if (found === null) return false
  for (let other = Math.max(0, order - labelReach); other <= order + labelReach; other++)
    if (other !== order && view.lines[story[other] ?? -1]?.text.startsWith(found[0]) === true) return true
  return false
}

/** A heading in quotation marks: short, closed, no stop inside. */
function isQuotedHeading(text: string): boolean {
  return text.length <= 60 && /^["“‘'][^"”’.!?,]+["”’']$/u.test(text)
}

function addTableRow(blocks: BodyBlock[], text: string, place: {line: number; offset?: number}): void {
  const cells = text.split('\t').map((cell) => cell.trim())
  const last = blocks.at(-1)
  if (last?.kind === 'table' && last.rows !== undefined) {
    last.rows.push({header: false, cells})
    last.text += `\n${cells.join('\t')}`
    delete last.at?.offset
    return
  }
  blocks.push({
    kind: 'table',
    text: cells.join('\t'),
    rows: [{header: false, cells}],
    at: cells.join('\t') === text ? place : {line: place.line},
  })
}
