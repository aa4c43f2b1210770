import {countOfThings} from '../lines/line-patterns.ts'
import type {LineShape} from '../lines/line-shape.ts'
import {isTimeAlone} from './live-entries.ts'
import type {PageView} from '../page-view.ts'

/**
 * Lists and times belong to the paragraphs they stand between: the short lines under a line that ends in a colon, lines with a
 * list's mark beside the story or each other, and the times of a live report right above its paragraphs.
 */
export function takeInLists(view: PageView, story: boolean[]): void {
  let open = false
  view.shapes.forEach((shape, at) => {
    const line = view.lines[at]
    if (line === undefined || at <= (view.headline ?? -1)) return
    const opener = view.shapes[at - 1]?.endsColon === true && story[at - 1] === true
    if (story[at] === true) {
      open = shape.endsColon || (open && shape.length <= 140 && (opener || line.blanksBefore === 0))
      return
    }
    if (line.text.includes('\t') && isRow(view, story, at)) {
      story[at] = true
      return
    }
    const plain = isPlain(shape) && view.inThread[at] !== 1
    if (plain && open && shape.length <= 140 && (line.blanksBefore === 0 || opener)) story[at] = true
    else if (plain && shape.startsList && story[at - 1] === true && shape.words >= 2) story[at] = true
    else if (plain && (headsList(view, story, at) || opensNumbers(view, story, at))) story[at] = true
    else if (isTimeAlone(line.text) && story[at + 1] === true && (view.shapes[at + 1]?.prose ?? 0) > 0.3)
      story[at] = true
    else open = false
  })
  takeInQuantities(view, story)
  takeInTight(view, story)
}

/**
 * Where paragraphs stand apart, a line that is tight to the story's lines above and below is part of theirs: an address, the name
 * under a letter.
 */
function takeInTight(view: PageView, story: boolean[]): void {
  let lines = 0
  let apart = 0
  story.forEach((is, at) => {
    if (!is) return
    lines++
    if (view.lines[at]!.blanksBefore > 0) apart++
  })
  if (apart * 4 < lines) return
  for (let at = 1; at + 1 < story.length; at++) {
    if (story[at] === true || story[at - 1] !== true || story[at + 1] !== true) continue
    const tight = view.lines[at]!.blanksBefore === 0 && view.lines[at + 1]!.blanksBefore === 0
    const shape = view.shapes[at]!
    if (tight && isPlain(shape) && !shape.hasCredit && view.copies[at] === 1 && view.inThread[at] !== 1)
      story[at] = true
  }
}

const numberReach = 30

/** `1. Port Ellery` right over the story's first line, with `2.` soon after. */
function opensNumbers(view: PageView, story: readonly boolean[], at: number): boolean {
  if (story[at + 1] !== true || !/^1[.)]\s/u.test(view.lines[at]!.text)) return false
  for (let above = at - 1; above >= 0 && above > at - numberReach; above--)
    if (story[above] === true) return false
  for (let below = at + 2; below < at + numberReach; below++)
    if (story[below] === true && /^2[.)]\s/u.test(view.lines[below]!.text)) return true
  return false
}

/** A line of a table, right under or right over another of the story's. */
function isRow(view: PageView, story: readonly boolean[], at: number): boolean {
  const row = (other: number): boolean =>
    story[other] === true && view.lines[other]?.text.includes('\t') === true
  return row(at - 1) || row(at + 1)
}

/** A short line inside the story right over a list. */
function headsList(view: PageView, story: readonly boolean[], at: number): boolean {
  const shape = view.shapes[at]!
  const below = view.shapes[at + 1]
  // `The thieves took:` between paragraphs of the story, and under it what.
  if (shape.endsColon && below?.startsList === true && story[at - 1] === true && shape.words <= 25)
    return true
  if (below?.startsList !== true || shape.startsList || shape.endsSentence || shape.words > 10) return false
  return story[at + 1] === true && (story[at - 1] === true || story[at - 2] === true)
}

const longestItem = 90
const fewestItems = 3
/** A heading above the first item, and the lines between two lists. */
const nearStory = 4

/**
 * A list of quantities (`150g butter`, `3 eggs`) with the short lines that head its parts belongs to the story that it stands in or
 * right beside.
 */
function takeInQuantities(view: PageView, story: boolean[]): void {
  let from = -1
  for (let at = (view.headline ?? -1) + 1; at <= view.lines.length; at++) {
    if (at < view.lines.length && isItem(view, at)) {
      if (from < 0) from = at
      continue
    }
    if (from >= 0) takeInRun(view, story, from, at)
    from = -1
  }
}

function isItem(view: PageView, at: number): boolean {
  const shape = view.shapes[at]!
  return isPlain(shape) && view.inThread[at] !== 1 && shape.length <= longestItem && !shape.hasUrl
}

function takeInRun(view: PageView, story: boolean[], from: number, to: number): void {
  const counted: number[] = []
  for (let at = from; at < to; at++) {
    if (view.shapes[at]!.isQuantity || countOfThings.test(view.lines[at]!.text)) counted.push(at)
  }
  const [first] = counted
  const last = counted.at(-1)
  if (first === undefined || last === undefined || counted.length < fewestItems) return
  if (counted.length * 2 < last - first + 1) return
  const beside = story.slice(Math.max(0, first - nearStory), last + nearStory + 1).includes(true)
  if (!beside) return
  const heads = first > from && view.shapes[first - 1]!.words <= 6 ? first - 1 : first
  story.fill(true, heads, last + 1)
}

/** Nothing by which it would be something else than a part of the story. */
export function isPlain(shape: LineShape): boolean {
  return (
    shape.furniture === null && !shape.isCredit && !shape.isDate && !shape.isByline && !shape.isPictureCaption
  )
}
