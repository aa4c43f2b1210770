import type {CaptionToken} from './caption-tokens.ts'
import {toCaptionTokens} from './caption-tokens.ts'
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
  const tokens = toCaptionTokens(core)
  return {core, tokens, creditLine, byline, truncated, creditFirst, creditPositions: positionsIn(creditLine)}
}

function positionsIn(credit: string | null): string {
  return credit === null ? '' : (credit.toLowerCase().match(/\p{L}+/gu) ?? []).filter((word) => positionWords.has(word)).join(' ')
}
