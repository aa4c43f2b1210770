import type {LineShape} from '../lines/line-shape.ts'
import {bylineDesk} from '../lines/line-patterns.ts'
import type {PageLine} from '../lines/page-lines.ts'

/** A time of day alone on its line, as live reports print over their entries; the first group is the time. */
const entryTime =
  /^(?:(?:posted|updated|published) at )?(\d{1,2}[:.h]\d{2}(?: ?[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\.?)(?: ?(?:GMT|BST|IST|CET|[ECMP][SD]?T|Uhr))?$/iu

/** A time alone, without a word of posting before it. */
export function isTimeAlone(text: string): boolean {
  return text.length <= 16 && /^\d/u.test(text) && entryTime.test(text)
}

const leastEntries = 3
/** Between an entry's time and its first sentence: a title, an author, a picture with its credit. */
const reach = 6
/** A menu of the latest stories has times too; most of a live report's have sentences under them. */
const leastTold = 2
const leastShare = 0.6

/**
 * The indexes of the times over a live report's entries, in order; empty for any other page. A page is a live report when three times
 * at least stand on lines of their own and most of them have a sentence under them.
 */
export function findEntryTimes(
  lines: readonly PageLine[],
  shapes: readonly LineShape[],
  inThread: Uint8Array,
): number[] {
  const times: number[] = []
  lines.forEach(({text}, at) => {
    if (text.length <= 32 && inThread[at] === 0 && entryTime.test(text)) times.push(at)
  })
  // `Posted at 14:52` and `14:52` are one entry's.
  const firsts = times.filter((at, index) => times[index - 1] !== at - 1)
  if (firsts.length < leastEntries) return []
  const told = firsts.filter((at, index) => hasSentence(shapes, at + 1, firsts[index + 1] ?? shapes.length))
  return told.length >= leastTold && told.length >= leastShare * firsts.length ? firsts : []
}

function hasSentence(shapes: readonly LineShape[], from: number, next: number): boolean {
  for (let at = from; at < Math.min(next, from + reach); at++) {
    const shape = shapes[at]
    if (shape !== undefined && shape.furniture === null && shape.endsSentence && shape.words >= 5) return true
  }
  return false
}

interface LiveReport {
  lines: readonly PageLine[]
  shapes: readonly LineShape[]
  copies: readonly number[]
  inThread: Uint8Array
  entries: readonly number[]
  headline: number | null
}

/**
 * Marks a live report's lines in `story`: the points over its entries, which stand in a row, and of each entry its time to where the
 * next entry begins those that are a title right under the time, sentences or list items. The last entry ends with its first line that is none.
 */
export function takeInEntries(
  {lines, shapes, copies, inThread, entries, headline}: LiveReport,
  story: boolean[],
): void {
  const [first = 0] = entries
  for (let at = (headline ?? first) + 1; at < first; at++) {
    const isPoint = (index: number): boolean =>
      index > (headline ?? -1) && index < first && shapes[index]!.words >= 4 && isPlain(shapes[index]!)
    if (isPoint(at) && (isPoint(at - 1) || isPoint(at + 1))) story[at] = true
  }
  entries.forEach((time, index) => {
    const next = entries[index + 1]
    let titled = false
    let told = false
    for (let at = time; at < (next ?? lines.length); at++) {
      const shape = shapes[at]!
      const {text} = lines[at]!
      if (inThread[at] === 1) break
      if (entryTime.test(text)) {
        story[at] = isTimeAlone(text)
        continue
      }
      if (!isPlain(shape) || (copies[at] ?? 1) > 1) {
        if (next === undefined && told && shape.furniture !== null) break
        continue
      }
      const opens: boolean = !titled && !told && shape.words >= 2 && shape.words <= 20
      const title: boolean = opens && (!shape.endsSentence || shape.isQuestion) && !isAuthor(text, shape)
      const sentence: boolean = !title && (shape.endsSentence || shape.endsColon) && shape.words >= 3
      if (sentence || shape.startsList || (title && !shape.isName)) story[at] = true
      else if (next === undefined && told) break
      titled ||= title
      told ||= sentence
    }
  })
}

function isPlain(shape: LineShape): boolean {
  return (
    (shape.furniture === null || shape.furniture === 'read-more') &&
    !shape.isCredit &&
    !shape.isDate &&
    !shape.isByline &&
    !shape.isPictureCaption &&
    (!shape.hasCredit || shape.furniture !== null) &&
    !shape.isTweetSign
  )
}

function isAuthor(text: string, {words}: LineShape): boolean {
  return words <= 6 && bylineDesk.test(text)
}
