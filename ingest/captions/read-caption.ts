import type {CaptionToken} from './caption-tokens.ts'
import {monthNames, toCaptionTokens} from './caption-tokens.ts'
import {positionWords} from './caption-words.ts'
import {cleanCaption} from './clean-caption.ts'
import {splitCredit} from './split-credit.ts'
import {stripLabels} from './strip-labels.ts'

/** A caption taken apart for comparing. */
export interface ReadCaption {
  /** Its own words: no label, no credit, no mark of truncation. */
  core: string
  tokens: CaptionToken[]
  creditLine: string | null
  byline: string | null
  /** It ends in `…`. */
  truncated: boolean
  /** It begins with `©`: how many of the first words are the credit is not marked. */
  creditFirst: boolean
  /** Positions named inside the credit (`Photos by A, left, and B`): a combination's order. */
  creditPositions: string
}

const truncationMark = /\s?(?:\[…\]|\(…\)|\[\.{3}\]|\(\.{3}\)|…|\.{3,})\s?["'”’]?$/u

/** Takes labels and credits off a caption, in whatever order and number they stand, and reads the words that are left. */
export function readCaption(text: string): ReadCaption {
  let core = cleanCaption(text)
  const credits: string[] = []
  let byline: string | null = null
  for (let pass = 0; pass < 4; pass += 1) {
    const before = core
    core = stripLabels(core)
    const split = splitCredit(core)
    if (split.creditLine !== null) {
      credits.unshift(split.creditLine)
      byline ??= split.byline
      core = split.text
    }
    if (core === before || core === '') break
  }
  const creditFirst = /^(?:©|\(c\)\s)/iu.test(core)
  core = core.replace(/^(?:©|\(c\)\s)\s?/iu, '')
  const truncated = truncationMark.test(core.slice(-12))
  if (truncated) core = core.slice(0, -12) + core.slice(-12).replace(truncationMark, '')
  const creditLine = credits.length > 0 ? credits.join(' ') : null
  const tokens = truncated ? withoutCutDate(toCaptionTokens(core)) : toCaptionTokens(core)
  return {core, tokens, creditLine, byline, truncated, creditFirst, creditPositions: positionsIn(creditLine)}
}

/** `Wednesday, Nov. 2…` may be any day in the twenties: what a truncation may have cut in two is not compared. */
function withoutCutDate(tokens: CaptionToken[]): CaptionToken[] {
  const last = tokens.at(-1)
  if (!last || tokens.length < 3) return tokens
  if (
    last.number ||
    last.word.length <= 2 ||
    (last.capital && (last.word.length <= 4 || isMonthBegun(last.word)))
  )
    return tokens.slice(0, -1)
  if (!last.date) return tokens
  const {weekday} = last.date
  if (last.date.year !== undefined) return tokens
  return weekday === undefined
    ? tokens.slice(0, -1)
    : [...tokens.slice(0, -1), {...last, key: `@${weekday}///`, date: {weekday}}]
}

function isMonthBegun(word: string): boolean {
  return monthNames.some((name) => name.startsWith(word))
}

function positionsIn(credit: string | null): string {
  return credit === null
    ? ''
    : (credit.toLowerCase().match(/\p{L}+/gu) ?? []).filter((word) => positionWords.has(word)).join(' ')
}
