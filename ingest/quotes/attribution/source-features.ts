import {wordClass} from '../words/lexicon.ts'
import {cueLinks, mentionKinds} from '../mentions/mention.ts'
import type {Mention} from '../mentions/mention.ts'
import {toFeatureSpace} from './ranking.ts'
import {lastSign} from '../words/tokens.ts'
import type {Sheet} from '../words/tokens.ts'

const places = 12
const gaps = 16
const befores = 10
const afters = 7
const links = cueLinks.length
const kinds = mentionKinds.length

/** The features by which a mention is judged as the source of a quotation. */
export const sourceSpace = toFeatureSpace({
  placeLink: places * links,
  placeKind: places * kinds,
  linkGap: links * gaps,
  placeBefore: places * befores,
  placeAfter: places * afters,
  linkBefore: links * befores * 2,
  linkAfter: links * afters * 2,
  mentionGap: gaps,
  flags: places * 16,
  cuesBetween: places * 3,
  quotesBetween: places * 3,
  mentionsBetween: places * 4,
  previous: 4 * 3 * befores * 3,
  previousLink: 4 * 3 * links,
  kindLink: kinds * links,
  cueType: links * 8 * 4,
  sizePlace: 4 * places,
  salience: 5 * kinds,
  apposed: 2 * links,
  nearest: 2 * 2 * kinds,
  spokenOf: 2 * links * 4,
})

/** What stands around a quotation, worked out once for all its candidates. */
export interface QuotationContext {
  paragraph: number
  /** Its token in the sheet. */
  token: number
  sentence: number
  sentences: number
  before: number
  after: number
  terminal: number
  size: number
}

/** Looks at the surroundings of the quotation at `token`. */
export function toContext(text: string, sheet: Sheet, paragraph: number, token: number): QuotationContext {
  const self = sheet[token]!
  const previous = sheet[token - 1]
  const next = sheet[token + 1]
  let before = 6
  if (!previous) before = 0
  else if (previous.kind === 'quotation') before = 8
  else if (previous.sentence !== self.sentence) before = 7
  else if (previous.text === ':') before = 1
  else if (previous.text === ',') before = 2
  else if (previous.classes & (wordClass.say | wordClass.call)) before = 3
  else if (previous.lower === 'that') before = 4
  else if (previous.classes & (wordClass.determiner | wordClass.preposition)) before = 9
  else if (previous.kind === 'word') before = 5
  let after = 4
  if (!next) after = 0
  else if (next.sentence !== self.sentence) after = 5
  else if (next.kind === 'quotation') after = 6
  else if (next.classes & wordClass.say) after = 2
  else if (next.capital || next.classes & wordClass.pronoun || next.classes & wordClass.determiner) after = 3
  else if (next.kind === 'word') after = 1
  const sign = lastSign(text, self)
  const terminal = sign === ',' ? 1 : sign === '.' ? 2 : sign === '?' || sign === '!' ? 3 : 0
  const length = self.end - self.start
  const size = length < 20 ? 0 : length < 45 ? 1 : length < 100 ? 2 : 3
  return {
    paragraph,
    token,
    sentence: self.sentence,
    sentences: sheet.at(-1)!.sentence,
    before,
    after,
    terminal,
    size,
  }
}

/** What was decided for the quotation before this one. */
export interface PreviousChoice {
  mention: Mention | null
  person: number
  paragraph: number
}

/** Sums over a sheet's tokens that let counts between two tokens be read off: cues and quotations before each token. */
export interface SheetCounts {
  cues: readonly number[]
  quotations: readonly number[]
}

/** Counts the linked cues and the quotations before every token of a sheet. */
export function countSheet(sheet: Sheet, mentions: readonly Mention[]): SheetCounts {
  // Plain lists: typed arrays this short cost more to make than to read.
  const cues = Array.from<number>({length: 0})
  const quotations = Array.from<number>({length: 0})
  for (let index = 0; index <= sheet.length; index++) {
    cues.push(0)
    quotations.push(0)
  }
  for (const mention of mentions) if (mention.cue >= 0 && mention.link !== 'object') cues[mention.cue + 1] = 1
  for (let index = 0; index < sheet.length; index++) {
    cues[index + 1] = cues[index + 1]! + cues[index]!
    quotations[index + 1] = quotations[index]! + (sheet[index]!.kind === 'quotation' ? 1 : 0)
  }
  return {cues, quotations}
}

/** Where each template's weights begin. */
const {
  apposed: apposedFrom,
  cueType: cueTypeFrom,
  cuesBetween: cuesBetweenFrom,
  flags: flagsFrom,
  kindLink: kindLinkFrom,
  linkAfter: linkAfterFrom,
  linkBefore: linkBeforeFrom,
  linkGap: linkGapFrom,
  mentionGap: mentionGapFrom,
  mentionsBetween: mentionsBetweenFrom,
  nearest: nearestFrom,
  placeAfter: placeAfterFrom,
  placeBefore: placeBeforeFrom,
  placeKind: placeKindFrom,
  placeLink: placeLinkFrom,
  previous: previousFrom,
  previousLink: previousLinkFrom,
  quotesBetween: quotesBetweenFrom,
  salience: salienceFrom,
  sizePlace: sizePlaceFrom,
  spokenOf: spokenOfFrom,
} = sourceSpace.base as Record<
  | 'apposed'
  | 'cueType'
  | 'cuesBetween'
  | 'flags'
  | 'kindLink'
  | 'linkAfter'
  | 'linkBefore'
  | 'linkGap'
  | 'mentionGap'
  | 'mentionsBetween'
  | 'nearest'
  | 'placeAfter'
  | 'placeBefore'
  | 'placeKind'
  | 'placeLink'
  | 'previous'
  | 'previousLink'
  | 'quotesBetween'
  | 'salience'
  | 'sizePlace'
  | 'spokenOf',
  number
>

/** More features than any mention has. */
export const maxSourceFeatures = 32

/** Writes the features of `mention` as the source of the quotation in `context` to `out`, which has room for `maxSourceFeatures`; gives how many. */
export function sourceFeatures(
  context: QuotationContext,
  mention: Mention,
  sheet: Sheet,
  counts: SheetCounts,
  previous: PreviousChoice | null,
  /** How many mentions stand between, and whether this is the nearest before or after. */
  rank: number,
  salience: number,
  personId: number,
  /** Whether the quotations of this paragraph name the person. */
  isSpokenOf: boolean,
  out: Int32Array,
): number {
  let count = 0
  const delta = mention.paragraph - context.paragraph
  const isAfter = delta > 0 || (delta === 0 && mention.from > context.token)
  const place = placeOf(context, mention, delta, isAfter)
  const link = cueLinks.indexOf(mention.link)
  const kind = mentionKinds.indexOf(mention.kind)
  const same = delta === 0 && mention.sentence === context.sentence
  let gap = gaps - 1
  let mentionGap = gaps - 1
  let cueAfter = 0
  if (delta === 0) {
    if (mention.cue >= 0) {
      cueAfter = mention.cue > context.token ? 1 : 0
      gap = gapBin(
        cueAfter ? mention.cue - context.token - 1 : context.token - mention.cueEnd,
        cueAfter === 1,
      )
    }
    mentionGap = gapBin(isAfter ? mention.from - context.token - 1 : context.token - mention.to, isAfter)
  }
  out[count++] = placeLinkFrom + place * links + link
  out[count++] = placeKindFrom + place * kinds + kind
  out[count++] = linkGapFrom + link * gaps + gap
  out[count++] = placeBeforeFrom + place * befores + context.before
  out[count++] = placeAfterFrom + place * afters + context.after
  if (same) {
    out[count++] = linkBeforeFrom + (link * befores + context.before) * 2 + cueAfter
    out[count++] = linkAfterFrom + (link * afters + context.after) * 2 + cueAfter
  }
  out[count++] = mentionGapFrom + mentionGap
  const flags =
    (mention.possessive ? 1 : 0) |
    (mention.afterPreposition ? 2 : 0) |
    (mention.afterVerb ? 4 : 0) |
    (mention.firstInSentence ? 8 : 0)
  out[count++] = flagsFrom + place * 16 + flags
  let cuesBetween = 2
  let quotesBetween = 2
  if (delta === 0) {
    const from = isAfter ? context.token + 1 : mention.to
    const to = isAfter ? mention.from : context.token
    const low = mention.cue >= 0 && !isAfter ? Math.max(from, mention.cueEnd) : from
    const high = mention.cue >= 0 && isAfter ? Math.min(to, mention.cue) : to
    cuesBetween = low < high ? Math.min(2, counts.cues[high]! - counts.cues[low]!) : 0
    quotesBetween = Math.min(2, Math.max(0, counts.quotations[to]! - counts.quotations[from]!))
  } else if (delta < 0) {
    const end = sheet.length
    cuesBetween = Math.min(
      2,
      counts.cues[end]! - counts.cues[Math.min(end, Math.max(mention.to, mention.cueEnd))]!,
    )
    quotesBetween = Math.min(2, counts.quotations[end]! - counts.quotations[mention.to]!)
  }
  out[count++] = cuesBetweenFrom + place * 3 + cuesBetween
  out[count++] = quotesBetweenFrom + place * 3 + quotesBetween
  out[count++] = mentionsBetweenFrom + place * 4 + Math.min(3, rank)
  if (previous) {
    const distance = Math.min(2, context.paragraph - previous.paragraph)
    const relation = previous.mention === mention ? 2 : personId >= 0 && personId === previous.person ? 1 : 0
    const where = delta === 0 ? (same ? 0 : 1) : 2
    out[count++] = previousFrom + ((relation * 3 + distance) * befores + context.before) * 3 + where
    out[count++] = previousLinkFrom + (relation * 3 + distance) * links + link
  }
  out[count++] = kindLinkFrom + kind * links + link
  if (mention.cue >= 0) {
    const cue = sheet[mention.cue]!
    const type =
      (cue.classes & wordClass.say ? 1 : 0) |
      (cue.classes & wordClass.past ? 2 : 0) |
      (cue.classes & wordClass.call ? 4 : 0)
    out[count++] = cueTypeFrom + (link * 8 + type) * 4 + context.terminal
  }
  out[count++] = sizePlaceFrom + context.size * places + place
  out[count++] =
    salienceFrom +
    (salience > 8 ? 4 : salience > 4 ? 3 : salience > 2 ? 2 : salience > 1 ? 1 : 0) * kinds +
    kind
  out[count++] = apposedFrom + (mention.apposed ? 1 : 0) * links + link
  out[count++] = spokenOfFrom + ((isSpokenOf ? 1 : 0) * links + link) * 4 + context.size
  out[count++] = nearestFrom + ((rank === 0 ? 1 : 0) * 2 + (isAfter ? 1 : 0)) * kinds + kind
  return count
}

function placeOf(context: QuotationContext, mention: Mention, delta: number, isAfter: boolean): number {
  if (delta === 0) {
    const sentences = mention.sentence - context.sentence
    if (sentences === 0) return isAfter ? 1 : 0
    if (sentences < 0) return sentences === -1 ? 2 : 3
    return sentences === 1 ? 4 : 5
  }
  if (delta === -1) return mention.firstInSentence ? 6 : 7
  if (delta === -2) return 8
  if (delta < -2) return 9
  return mention.sentence === 0 ? 10 : 11
}

function gapBin(gap: number, isAfter: boolean): number {
  const bin = gap <= 0 ? 0 : gap === 1 ? 1 : gap === 2 ? 2 : gap <= 4 ? 3 : gap <= 8 ? 4 : gap <= 16 ? 5 : 6
  return isAfter ? bin + 7 : bin
}
