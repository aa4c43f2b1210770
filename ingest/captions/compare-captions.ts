import type {Alignment} from './align-tokens.ts'
import {alignTokens, datesAgree} from './align-tokens.ts'
import type {CaptionToken} from './caption-tokens.ts'
import {functionWords, labelWords, mindWords, positionWords, titleWords} from './caption-words.ts'
import type {ReadCaption} from './read-caption.ts'
import {readCaption} from './read-caption.ts'

/** Whether two wordings caption one photograph. `why` is for a finding; `unsure` asks for an editor's look. */
export interface CaptionComparison {
  same: boolean
  why: string
  unsure: boolean
}

/** Some words in a row that one wording has and the other has not. */
interface Extra {
  side: 'a' | 'b'
  tokens: CaptionToken[]
  start: number
  place: 'lead' | 'inside' | 'tail'
  /** The word after it opens a part (or it stands at a part's end), so it is a whole part. */
  whole: boolean
  /** Tells the extras between the same two shared words of both sides. */
  gap: number
}

const different = (why: string, unsure = false): CaptionComparison => ({same: false, why, unsure})
const alike = (why: string, unsure = false): CaptionComparison => ({same: true, why, unsure})

/**
 * Compares two wordings word by word. Credits, labels, truncation, quotation marks, spelling variants, what encoding left
 * behind, white space and case do not matter; another name, number, date, place, position or action does. When unsure the answer
 * is `same: false, unsure: true`, except for one misspelt name in otherwise equal words.
 */
export function compareCaptions(a: string, b: string): CaptionComparison {
  if (a === b) return alike('the same text')
  return compareReadCaptions(readCaption(a), readCaption(b))
}

/** `compareCaptions(a, b).same`. */
export function isSameCaption(a: string, b: string): boolean {
  return compareCaptions(a, b).same
}

/** As `compareCaptions`, for captions already read: comparing one with many reads it once. */
export function compareReadCaptions(a: ReadCaption, b: ReadCaption): CaptionComparison {
  if (a.tokens.length === 0 || b.tokens.length === 0)
    return different('a credit alone says nothing of the picture')
  if (a.creditPositions && b.creditPositions && a.creditPositions !== b.creditPositions)
    return different('other position')
  const alignment = alignTokens(a.tokens, b.tokens, b.truncated, a.truncated)
  const extras = joinSplitWords(findExtras(a.tokens, b.tokens, alignment))
  const shared = alignment.pairs.filter((pair) => isContent(a.tokens[pair.a] as CaptionToken)).length
  if (extras.length === 0) return judgeSpelling(alignment, a, b)
  if (shared < 2) return different('other words')
  const near = shared >= 6 && shared * 5 >= Math.min(contentCount(a.tokens), contentCount(b.tokens)) * 4
  const mind = extras.length <= 8 && shared >= 12 && isCopyEdit(extras)
  if (mind) return alike('copy edit', true)
  const positions = {a: false, b: false}
  const dates: {a: CaptionToken[]; b: CaptionToken[]} = {a: [], b: []}
  const reasons = new Set<string>()
  for (const extra of extras) {
    const why = explainExtra(extra, extra.side === 'a' ? a : b, extra.side === 'a' ? b : a, shared)
    if (why === null)
      return different(
        nameDifference(extra),
        near &&
          extra.tokens.length <= 3 &&
          extras.every((one) => one.side === extra.side && !one.tokens.some((token) => token.number)),
      )
    if (why === 'position') positions[extra.side] = true
    dates[extra.side].push(...extra.tokens.filter((token) => token.date))
    reasons.add(why)
  }
  if (positions.a && positions.b) return different('other position')
  if (dates.a.some((one) => dates.b.some((other) => !datesAgree(one.date ?? {}, other.date ?? {}))))
    return different('other date')
  if (tailsDiffer(extras))
    return different(
      'other words',
      near && !extras.some((extra) => extra.tokens.some((token) => token.number)),
    )
  if (alignment.typos > allowedTypos(shared)) return different('several words are spelt otherwise', near)
  return alike(
    [...reasons].filter((why) => why !== 'small words').join(', ') || 'the same words',
    alignment.nameTypo,
  )
}

function judgeSpelling(alignment: Alignment, a: ReadCaption, b: ReadCaption): CaptionComparison {
  if (alignment.typos === 0) return alike('the same words')
  const shared = Math.min(contentCount(a.tokens), contentCount(b.tokens))
  if (alignment.typos > allowedTypos(shared) || (shared < 4 && alignment.nameTypo))
    return different('several words are spelt otherwise', true)
  return alike('spelling', alignment.nameTypo)
}

function allowedTypos(shared: number): number {
  return 1 + Math.floor(shared / 25)
}

function isContent(token: CaptionToken): boolean {
  return !functionWords.has(token.word) && !labelWords.has(token.word)
}

function contentCount(tokens: CaptionToken[]): number {
  return tokens.filter(isContent).length
}

function findExtras(a: CaptionToken[], b: CaptionToken[], alignment: Alignment): Extra[] {
  const extras: Extra[] = []
  let aAt = 0
  let bAt = 0
  const all = [...alignment.pairs, {a: a.length, b: b.length}]
  for (const [gap, pair] of all.entries()) {
    const place = gap === 0 ? 'lead' : gap === all.length - 1 ? 'tail' : 'inside'
    if (pair.a > aAt) extras.push(toExtra('a', a, aAt, pair.a, place, gap))
    if (pair.b > bAt) extras.push(toExtra('b', b, bAt, pair.b, place, gap))
    aAt = pair.a + 1
    bAt = pair.b + 1
  }
  return extras
}

function toExtra(
  side: 'a' | 'b',
  tokens: CaptionToken[],
  start: number,
  end: number,
  place: Extra['place'],
  gap: number,
): Extra {
  const opensHere = start === 0 || tokens[start]?.opens === true
  const opensNext = end === tokens.length || tokens[end]?.opens === true
  return {side, tokens: tokens.slice(start, end), start, place, whole: opensHere && opensNext, gap}
}

/** `cyber-crime` and `cybercrime`, `Super Duty` and `SuperDuty`: the same letters between the same words are no difference. */
function joinSplitWords(extras: Extra[]): Extra[] {
  const letters = (extra: Extra): string =>
    extra.tokens.map((token) => (token.date ? token.key : token.word)).join('')
  return extras.filter((extra) => {
    const other = extras.find((one) => one.gap === extra.gap && one.side !== extra.side)
    return !other || letters(other) !== letters(extra)
  })
}

/** Why an extra does not matter; null when it does. */
function explainExtra(extra: Extra, own: ReadCaption, other: ReadCaption, shared: number): string | null {
  const content = extra.tokens.filter((token) => !functionWords.has(token.word))
  if (content.length === 0) return extra.tokens.length <= 4 ? 'small words' : null
  if (
    content.every(
      (token) => positionWords.has(token.word) || labelWords.has(token.word) || token.word === 'row',
    )
  ) {
    return content.some((token) => positionWords.has(token.word)) ? 'position' : 'label'
  }
  if (content.every((token) => token.date || labelWords.has(token.word))) return 'date'
  if (extra.tokens.every((token) => token.bracketed))
    return content.some((token) => positionWords.has(token.word)) ? 'position' : 'words in brackets'
  if (extra.place === 'lead') return explainLead(extra, own, content, shared)
  if (extra.place === 'tail') return explainTail(extra, own, other, content, shared)
  if (extra.whole && shared >= 5) return 'a sentence more'
  return explainInside(extra, own, content, shared)
}

function explainLead(extra: Extra, own: ReadCaption, content: CaptionToken[], shared: number): string | null {
  // `a room with a table: Image caption …`: a label between is no part of it.
  let end = extra.tokens.length
  while (end > 0 && labelWords.has(extra.tokens[end - 1]?.word ?? '')) end -= 1
  const next = own.tokens[end]
  if (
    own.creditFirst &&
    extra.tokens.length <= 6 &&
    extra.tokens.every(
      (token) => token.capital || functionWords.has(token.word) || labelWords.has(token.word),
    )
  )
    return 'credit'
  if (next?.opens && shared >= 3) return shared >= 5 || content.length <= 6 ? 'words before it' : null
  if (shared >= 6 && isTitle(content) && next?.capital) return 'title'
  return null
}

function explainTail(
  extra: Extra,
  own: ReadCaption,
  other: ReadCaption,
  content: CaptionToken[],
  shared: number,
): string | null {
  const first = extra.tokens[0] as CaptionToken
  if (other.truncated && shared >= 3) return 'truncated'
  if (first.opens && shared >= 3) return 'a sentence more'
  const previous = own.tokens[extra.start - 1]
  const names = content.every((token) => token.capital)
  if (
    names &&
    content.length <= 4 &&
    shared >= 3 &&
    !first.commaBefore &&
    previous &&
    !previous.capital &&
    !functionWords.has(first.word)
  )
    return 'credit'
  if (shared >= 5 && (first.commaBefore || functionWords.has(first.word))) return 'truncated'
  return shared >= 8 ? 'truncated' : null
}

function explainInside(
  extra: Extra,
  own: ReadCaption,
  content: CaptionToken[],
  shared: number,
): string | null {
  const next = own.tokens[extra.start + extra.tokens.length]
  if (content.some((token) => token.number)) return null
  if (shared >= 6 && isTitle(content) && next?.capital) return 'title'
  const first = extra.tokens[0] as CaptionToken
  const previous = own.tokens[extra.start - 1]
  const apposition = first.commaBefore && next?.commaBefore === true && !first.capital
  if (shared >= 8 && apposition && extra.tokens.length <= 14) return 'apposition'
  // The rest of a name: `Trump` and `Donald Trump`, `Delhi` and `New Delhi` are kept apart when anything else differs.
  const names = extra.tokens.every((token) => token.capital) && extra.tokens.length <= 2
  if (
    shared >= 8 &&
    names &&
    next?.capital &&
    !next.number &&
    !next.commaBefore &&
    previous &&
    !previous.capital &&
    !first.commaBefore
  )
    return 'fuller name'
  return null
}

function isTitle(content: CaptionToken[]): boolean {
  return content.length <= 3 && content.every((token) => titleWords.has(token.word))
}

/** Only verbs of saying and of the mind were changed, with the small words around them. */
function isCopyEdit(extras: Extra[]): boolean {
  const rest = extras.flatMap((extra) => extra.tokens.filter((token) => !functionWords.has(token.word)))
  const bothSides = extras.some((extra) => extra.side === 'a') && extras.some((extra) => extra.side === 'b')
  return (
    bothSides &&
    rest.length > 0 &&
    rest.length <= 6 &&
    rest.every((token) => mindWords.has(token.word) && !token.capital)
  )
}

/** Both go on, with other words: two frames of one series share their beginning. */
function tailsDiffer(extras: Extra[]): boolean {
  const long = extras.filter(
    (extra) => extra.place !== 'lead' && contentCount(extra.tokens) > 0 && !isDateOrPosition(extra),
  )
  const a = long.filter((extra) => extra.side === 'a')
  return a.length > 0 && a.length < long.length
}

function isDateOrPosition(extra: Extra): boolean {
  return extra.tokens.every(
    (token) => token.date !== null || positionWords.has(token.word) || !isContent(token),
  )
}

function nameDifference(extra: Extra): string {
  const words = extra.tokens
    .slice(0, 6)
    .map((token) => token.word)
    .join(' ')
  if (extra.tokens.some((token) => token.number)) return `other number: ${words}`
  if (extra.tokens.some((token) => token.capital)) return `other name or place: ${words}`
  return `other words: ${words}`
}
