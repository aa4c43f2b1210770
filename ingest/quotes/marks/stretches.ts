import type {QuoteSource} from '../../model/quote.ts'
import {elisions, readMarks, type Mark, type MarkFamily} from './quotation-marks.ts'
import {isIntroduced, pairSingles} from './single-marks.ts'

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

/** `“ROE: Good evening`: a transcript set in quotation marks, whose speaker stands inside them. */
export const transcriptLabel = /^["“”„«‘'\s]*((?:\p{Lu}[\p{L}.'’-]*\s){0,2}\p{Lu}[\p{L}'’-]+):\s/u

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
