import type {CaptionToken, PrintedDate} from './caption-tokens.ts'

import {functionWords} from './caption-words.ts'

/** Where two captions' words meet: `pairs` in order; `typos` counts the pairs that are one word spelt two ways. */
export interface Alignment {
  pairs: {a: number; b: number}[]
  typos: number
  /** A typo in a capitalised word: it may be another name. */
  nameTypo: boolean
}

/** Words a side, past which the middle of two captions is not aligned but taken as different. */
const maxMiddleWords = 420

/**
 * Longest common run of words, kept in order. Equal beginnings and ends are taken first, so a truncated or prefixed caption
 * costs its length only; what is left between is aligned by dynamic programming up to `maxMiddleWords` words a side and left
 * unaligned past that, which makes no caption slower than linear.
 */
export function alignTokens(
  a: CaptionToken[],
  b: CaptionToken[],
  bTruncated: boolean,
  aTruncated: boolean,
): Alignment {
  const alignment: Alignment = {pairs: [], typos: 0, nameTypo: false}
  const ends: {a: number; b: number}[] = []
  const shorter = Math.min(a.length, b.length)
  let start = 0
  while (start < shorter && a[start]?.key === b[start]?.key) start += 1
  let end = 0
  while (end < shorter && a[a.length - 1 - end]?.key === b[b.length - 1 - end]?.key) end += 1
  // Where they overlap the longer run is the true one: `A group of people: A seal rests` ends with all of `A seal rests`.
  if (start + end > shorter) {
    if (end > start) start = shorter - end
    else end = shorter - start
  }
  for (let index = 0; index < start; index += 1) alignment.pairs.push({a: index, b: index})
  const aEnd = a.length - end
  const bEnd = b.length - end
  for (let index = 0; index < end; index += 1) ends.push({a: aEnd + index, b: bEnd + index})
  if (aEnd - start <= maxMiddleWords && bEnd - start <= maxMiddleWords) {
    alignMiddle(a, b, start, aEnd, bEnd, aTruncated, bTruncated, alignment)
  }
  alignment.pairs.push(...ends)
  return alignment
}

function alignMiddle(
  a: CaptionToken[],
  b: CaptionToken[],
  start: number,
  aEnd: number,
  bEnd: number,
  aTruncated: boolean,
  bTruncated: boolean,
  into: Alignment,
): void {
  const rows = aEnd - start
  const columns = bEnd - start
  if (rows === 0 || columns === 0) return
  const width = columns + 1
  const best = new Uint16Array((rows + 1) * width)
  const same = new Uint8Array(rows * columns)
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      const aToken = a[start + row] as CaptionToken
      const bToken = b[start + column] as CaptionToken
      const cut =
        (aTruncated && start + row === a.length - 1) || (bTruncated && start + column === b.length - 1)
      const likeness = tokenLikeness(aToken, bToken, cut)
      same[row * columns + column] = likeness
      const skip = Math.max(
        best[(row + 1) * width + column] as number,
        best[row * width + column + 1] as number,
      )
      best[row * width + column] =
        likeness > 0
          ? Math.max(skip, (best[(row + 1) * width + column + 1] as number) + gainOf(likeness, aToken))
          : skip
    }
  }
  let row = 0
  let column = 0
  while (row < rows && column < columns) {
    const likeness = same[row * columns + column] as number
    const gain = gainOf(likeness, a[start + row] as CaptionToken)
    if (
      likeness > 0 &&
      best[row * width + column] === (best[(row + 1) * width + column + 1] as number) + gain
    ) {
      into.pairs.push({a: start + row, b: start + column})
      if (likeness === 2) {
        into.typos += 1
        if (a[start + row]?.capital && b[start + column]?.capital) into.nameTypo = true
      }
      row += 1
      column += 1
    } else if ((best[(row + 1) * width + column] as number) >= (best[row * width + column + 1] as number))
      row += 1
    else column += 1
  }
}

/** A telling word weighs more than a small one, a true match more than a near one beside it. */
function gainOf(likeness: number, token: CaptionToken): number {
  if (likeness === 2) return 3
  return functionWords.has(token.word) ? 1 : 4
}

/** 1 the same word, 2 the same word misspelt, 0 another word. */
function tokenLikeness(a: CaptionToken, b: CaptionToken, cut: boolean): 0 | 1 | 2 {
  if (a.key === b.key) return 1
  if (a.date && b.date) return datesAgree(a.date, b.date) ? 1 : 0
  if (a.date || b.date || a.number || b.number) return 0
  if (abbreviates(a, b) || abbreviates(b, a)) return 1
  if (cut && (a.word.startsWith(b.word) || b.word.startsWith(a.word))) return 1
  return isMisspelling(a, b) ? 2 : 0
}

/** Two prints of a date agree when no part that both have differs. */
export function datesAgree(a: PrintedDate, b: PrintedDate): boolean {
  let shared = 0
  for (const part of ['weekday', 'day', 'month', 'year'] as const) {
    if (a[part] === undefined || b[part] === undefined) continue
    if (a[part] !== b[part]) return false
    shared += 1
  }
  return shared > 0
}

/** `Calif.` and `California`, `Rep.` and `Representative`. */
function abbreviates(short: CaptionToken, long: CaptionToken): boolean {
  return (
    short.dotted &&
    short.capital &&
    long.capital &&
    short.word.length >= 2 &&
    short.word.length <= 5 &&
    long.word.length > short.word.length + 1 &&
    long.word.startsWith(short.word)
  )
}

/**
 * One letter too many, too few, swapped, or (in a word without a capital) another, in a word of five letters or more that
 * begins the same. A name with another letter in it is another name: Clinton and Clifton.
 */
function isMisspelling(a: CaptionToken, b: CaptionToken): boolean {
  const short = a.word.length <= b.word.length ? a.word : b.word
  const long = short === a.word ? b.word : a.word
  if (short.length < 5 || long.length - short.length > 1 || short[0] !== long[0]) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at += 1
  if (long.length > short.length) return short.slice(at) === long.slice(at + 1)
  if (short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2))
    return true
  return (
    !(a.capital && b.capital) &&
    short.length >= 6 &&
    at < short.length - 1 &&
    short.slice(at + 1) === long.slice(at + 1)
  )
}
