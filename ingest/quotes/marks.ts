import type {QuoteSource} from '../model/quote.ts'

/** The three families of quotation marks. Marks of one family never close a quotation opened by another. */
export type MarkFamily = 'double' | 'single' | 'angle'

/** What stands between an outermost pair of quotation marks in one paragraph. Offsets are into its text, marks included. */
export interface Stretch {
  paragraph: number
  start: number
  end: number
  family: MarkFamily
  /** False: the paragraph goes on with a quotation that the paragraph before left open, without re-opening it. */
  opened: boolean
  /** False: the paragraph ended first. */
  closed: boolean
}

interface Mark {
  at: number
  end: number
  family: MarkFamily
  /** The mark's own direction; straight marks have none. */
  shape: 'open' | 'close' | 'either'
  mayOpen: boolean
  mayClose: boolean
  /** A close-looking single mark that could as well be an apostrophe (`the voters' pick`). */
  doubtful: boolean
}

/** `“ROE: Good evening`: a transcript set in quotation marks, whose speaker stands inside them. */
export const transcriptLabel = /^["“”„«‘'\s]*((?:\p{Lu}[\p{L}.'’-]*\s){0,2}\p{Lu}[\p{L}'’-]+):\s/u

const markPattern = /["“”„‟«»‹›‘’‚‛]|'+|``/g
const spaceOrOpening = /[\s([{—–\-/"“„«‘‚>|]/
const elisions = /^(?:em|til|cause|tis|twas|n|bout|round|cos|cuz|ere|neath|\d\ds?)\b/i

/**
 * Finds the outermost quotations of every paragraph by their marks: double, single, guillemets and low-high, straight or
 * curly, also when curly and straight are mixed. Apostrophes are told from closing marks by what stands around them and by
 * whether a better closing mark follows. A quotation left open ends with its paragraph; dialogue dashes are left alone.
 * Runs in linear time. Stretches come in order and never overlap.
 */
export function findStretches(sources: readonly QuoteSource[]): Stretch[] {
  const stretches: Stretch[] = []
  let running: MarkFamily | null = null
  for (let paragraph = 0; paragraph < sources.length; paragraph++) {
    const source = sources[paragraph]!
    if (source.kind !== 'paragraph') running = null
    const next = sources[paragraph + 1]
    const reopens = next?.kind === 'paragraph' ? openingFamily(next.text) : null
    running = scanParagraph(source.text, paragraph, running, reopens, stretches)
  }
  return stretches
}

function openingFamily(text: string): MarkFamily | null {
  const first = text.search(/\S/)
  if (first < 0) return null
  const char = text[first]!
  if ('"“„'.includes(char)) return 'double'
  if ('«‹'.includes(char)) return 'angle'
  if ("'‘‚".includes(char) && !elisions.test(text.slice(first + 1, first + 8)))
    return text[first + 1] === char ? 'double' : 'single'
  return null
}

function scanParagraph(
  text: string,
  paragraph: number,
  running: MarkFamily | null,
  reopens: MarkFamily | null,
  out: Stretch[],
): MarkFamily | null {
  const marks = readMarks(text)
  if (marks.length === 0) return null
  const closings = pairSingles(text, marks, reopens)
  let outer: {mark: Mark; index: number} | null = null
  let nested = 0
  let any = false
  for (let index = 0; index < marks.length; index++) {
    const mark = marks[index]!
    if (outer === null) {
      if (opens(mark, text, closings[index]!, running, reopens, any)) {
        outer = {mark, index}
        nested = 0
      } else if (
        !any &&
        running === mark.family &&
        mark.mayClose &&
        mark.shape !== 'open' &&
        !mark.doubtful
      ) {
        out.push({
          paragraph,
          start: text.search(/\S/),
          end: mark.end,
          family: mark.family,
          opened: false,
          closed: true,
        })
        any = true
      }
      continue
    }
    if (mark.family !== outer.mark.family) continue
    if (mark.family === 'single') {
      const closing = closings[outer.index]!
      if (closing === index) {
        out.push({
          paragraph,
          start: outer.mark.at,
          end: mark.end,
          family: 'single',
          opened: true,
          closed: true,
        })
        outer = null
        any = true
      }
      continue
    }
    if (nests(mark, outer.mark, marks, index)) {
      nested++
      continue
    }
    if (
      nested > 0 &&
      mark.shape !== 'open' &&
      !(
        outer.mark.shape === 'either' &&
        mark.shape === 'either' &&
        !straightNested(marks, outer.index, index)
      )
    ) {
      nested--
      continue
    }
    const isMissed = mark.shape !== 'close' && mark.mayOpen && !mark.mayClose && mark.family === 'double'
    if (isMissed) {
      // The opening of another quotation: the closing mark of this one was left out.
      const cut = lastSentenceEnd(text, outer.mark.end, mark.at)
      out.push({paragraph, start: outer.mark.at, end: cut, family: mark.family, opened: true, closed: false})
      outer = {mark, index}
      any = true
      nested = 0
      continue
    }
    out.push({
      paragraph,
      start: outer.mark.at,
      end: mark.end,
      family: mark.family,
      opened: true,
      closed: true,
    })
    outer = null
    any = true
    nested = 0
  }
  if (outer === null) return null
  const end = text.trimEnd().length
  if (end <= outer.mark.end) return null
  out.push({paragraph, start: outer.mark.at, end, family: outer.mark.family, opened: true, closed: false})
  return outer.mark.family
}

function readMarks(text: string): Mark[] {
  const marks: Mark[] = []
  for (const match of text.matchAll(markPattern)) {
    const at = match.index
    let found = match[0]
    let end = at + found.length
    if (/^'{3,}$/.test(found)) {
      // A single mark inside a doubled one, or the other way round: the doubled one is the outer.
      found = "''"
    }
    const before = at === 0 ? ' ' : text[at - 1]!
    const after = end >= text.length ? ' ' : text[end]!
    let family: MarkFamily = 'single'
    if (/["“”„‟]|''|``/.test(found)) family = 'double'
    else if (/[«»‹›]/.test(found)) family = 'angle'
    if (
      family === 'double' &&
      found === '"' &&
      /\d/.test(before) &&
      /['′]\s?\d*$/.test(text.slice(Math.max(0, at - 5), at))
    )
      continue // 5'10"
    if (found === '"' && before === '=') continue // an attribute's value left in the copy
    let shape: Mark['shape'] = 'either'
    if (/[“„‟‘‚‛]|``/.test(found)) shape = 'open'
    else if (/[”’]/.test(found)) shape = 'close'
    else if (/[«‹]/.test(found)) shape = 'open'
    else if (/[»›]/.test(found)) shape = 'close'
    const spaceBefore = spaceOrOpening.test(before)
    const spaceAfter = /\s/.test(after)
    let mayOpen = spaceBefore && !spaceAfter
    let mayClose = !/\s/.test(before) && at > 0
    let doubtful = false
    if (family === 'angle') {
      // French sets a space inside its guillemets; German turns them round and sets none.
      if (shape === 'open') mayOpen = spaceBefore && (mayOpen || /\s[^\s]/.test(text.slice(end, end + 2)))
      else mayOpen = mayOpen && /[\p{L}\p{N}"“„‘'¿¡(]/u.test(after)
    }
    if (family === 'single') {
      const letterBefore = /[\p{L}\p{N}]/u.test(before)
      const letterAfter = /[\p{L}\p{N}]/u.test(after)
      if (letterBefore && letterAfter) continue
      mayOpen =
        mayOpen &&
        shape !== 'close' &&
        !(/[\p{L}\p{N}]/u.test(after) && found !== '‘' && elisions.test(text.slice(end, end + 8)))
      mayClose = mayClose && shape !== 'open' && !letterAfter
      doubtful = letterBefore && /[\s]/.test(after) && end < text.length
      if (!mayOpen && !mayClose) continue
    }
    marks.push({at, end, family, shape, mayOpen, mayClose, doubtful})
  }
  return joinDoubled(text, marks)
}

/**
 * Two closing single marks in a row stand for one double mark when a double quotation is open (the wire's ``so''). Two
 * apostrophes with no such opening are left alone.
 */
function joinDoubled(text: string, marks: Mark[]): Mark[] {
  const joined: Mark[] = []
  let doubleOpen = false
  for (let index = 0; index < marks.length; index++) {
    const mark = marks[index]!
    const next = marks[index + 1]
    if (
      doubleOpen &&
      mark.family === 'single' &&
      next?.family === 'single' &&
      next.at === mark.end &&
      text[mark.at] === '’' &&
      text[next.at] === '’'
    ) {
      joined.push({...mark, end: next.end, family: 'double', doubtful: false, mayClose: true, mayOpen: false})
      doubleOpen = false
      index++
      continue
    }
    if (mark.family === 'double' && text.startsWith("''", mark.at)) {
      if (doubleOpen) joined.push({...mark, shape: 'close', mayOpen: false})
      doubleOpen = false
      continue
    }
    if (mark.family === 'double')
      doubleOpen = mark.shape === 'open' || (mark.shape === 'either' && !doubleOpen)
    joined.push(mark)
  }
  return joined
}

/**
 * For every single mark that may open, the index of the mark that closes it, or -1. Between one opening and the next, a
 * close after a letter gives way to a later close: `the voters' pick` inside single marks is a possessive.
 */
function pairSingles(text: string, marks: readonly Mark[], reopens: MarkFamily | null): Int32Array {
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

function opens(
  mark: Mark,
  text: string,
  closing: number,
  running: MarkFamily | null,
  reopens: MarkFamily | null,
  any: boolean,
): boolean {
  if (mark.family === 'single') {
    if (!mark.mayOpen) return false
    if (closing >= 0) return true
    if (text.slice(0, mark.at).trim() !== '' && !(reopens === 'single' && isIntroduced(text, mark.at)))
      return false
    return /\s\S+\s\S+\s/.test(text.slice(mark.end, mark.end + 80))
  }
  if (mark.shape === 'open' && mark.family === 'angle') return mark.mayOpen || mark.at === 0
  if (mark.shape === 'open') return !/^\s*$/.test(text.slice(mark.end, mark.end + 1)) || mark.at === 0
  if (mark.shape === 'close') return mark.mayOpen && !mark.mayClose
  if (mark.mayClose && !mark.mayOpen)
    return !(running === mark.family && !any) && /[\s,:(]/.test(text[mark.at - 1] ?? ' ')
  return mark.mayOpen
}

/** Whether a colon or comma in front announces speech. */
function isIntroduced(text: string, at: number): boolean {
  return /[:,]\s+$/.test(text.slice(Math.max(0, at - 4), at))
}

function nests(mark: Mark, outer: Mark, marks: readonly Mark[], index: number): boolean {
  if (!mark.mayOpen || (mark.mayClose && mark.shape !== 'open')) return false
  const first = marks[index + 1]
  const second = marks[index + 2]
  if (!first || !second || first.family !== mark.family) return false
  if (mark.shape === 'open' && outer.shape === 'either') return first.shape === 'close'
  return (
    second.family === mark.family &&
    first.mayClose &&
    !first.mayOpen &&
    second.mayClose &&
    !second.mayOpen &&
    first.shape !== 'open' &&
    second.shape !== 'open'
  )
}

function straightNested(marks: readonly Mark[], from: number, to: number): boolean {
  for (let index = to - 1; index > from && index > to - 4; index--) {
    const mark = marks[index]!
    if (mark.shape === 'either' && mark.mayOpen && !mark.mayClose) return true
  }
  return false
}

function lastSentenceEnd(text: string, from: number, to: number): number {
  const piece = text.slice(from, to)
  const stop = piece.search(/[.!?,](?=\s)/)
  return stop < 0 ? from + piece.trimEnd().length : from + stop + 1
}
