import type {Mark, MarkFamily} from './quotation-marks.ts'

/**
 * For every single mark that may open, the index of the mark that closes it, or -1. Between one opening and the next, a
 * close after a letter gives way to a later close: `the voters' pick` inside single marks is a possessive.
 */
export function pairSingles(text: string, marks: readonly Mark[], reopens: MarkFamily | null): Int32Array {
  const closings = new Int32Array(marks.length).fill(-1)
  let best = -1
  let certain = -1
  let doubles = 0
  const doublesUpTo = new Int32Array(marks.length + 1)
  for (let index = 0; index < marks.length; index++) {
    if (marks[index]!.family === 'double') doubles++
    doublesUpTo[index + 1] = doubles
  }
  for (let index = marks.length - 1; index >= 0; index--) {
    const mark = marks[index]!
    if (mark.family !== 'single') continue
    if (mark.mayClose && !(mark.mayOpen && mark.shape === 'open')) {
      if (!mark.doubtful) {
        best = index
        certain = index
      } else if (best < 0) best = index
      else if (certain < 0 && !/[sxz]/i.test(text[mark.at - 1]!)) best = index
      if (!mark.mayOpen) continue
    }
    if (mark.mayOpen) {
      let closing = best
      if (closing === index) closing = -1
      if (closing >= 0 && (doublesUpTo[closing]! - doublesUpTo[index]!) % 2 !== 0) closing = -1
      if (
        closing >= 0 &&
        marks[closing]!.doubtful &&
        reopens === 'single' &&
        (text.slice(0, mark.at).trim() === '' || isIntroduced(text, mark.at))
      )
        closing = -1
      closings[index] = closing
      best = -1
      certain = -1
    }
  }
  return closings
}

/** Whether a colon or comma in front announces speech. */
export function isIntroduced(text: string, at: number): boolean {
  return /[:,]\s+$/.test(text.slice(Math.max(0, at - 4), at))
}
