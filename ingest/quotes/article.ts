import type {QuoteSource} from '../model/quote.ts'
import {wordClass} from './words/lexicon.ts'
import {findStretches} from './marks/stretches.ts'
import type {MarkFamily} from './marks/quotation-marks.ts'
import type {Stretch} from './marks/stretches.ts'
import {findMentions} from './mentions/mentions.ts'
import type {Mention} from './mentions/mention.ts'
import {People, fold} from './people/people.ts'
import {findNames, titlesAsSurnames} from './names/names.ts'
import {functionBits} from './names/name-words.ts'
import type {NameSpan} from './names/name-spans.ts'
import {tieOffices} from './people/offices.ts'
import {learnRoles} from './people/roles.ts'
import {countSheet} from './attribution/source-features.ts'
import type {SheetCounts} from './attribution/source-features.ts'
import {toSheet, toTokens} from './words/tokens.ts'
import type {Sheet} from './words/tokens.ts'

/** Everything about an article that attributing its quotations needs, paragraph by paragraph. */
export interface Article {
  sources: readonly QuoteSource[]
  stretches: Stretch[]
  sheets: Sheet[]
  mentions: Mention[][]
  /** Made when first asked for: see `countsOf`. */
  counts: (SheetCounts | undefined)[]
  /** For each stretch, its token in its paragraph's sheet. */
  tokenOf: Int32Array
  people: People
  /** The tokens inside each stretch. */
  quoted: Sheet[]
  /** The people named inside the quotations of each paragraph: hardly anybody speaks of himself by name. */
  spokenOf: (ReadonlySet<number> | null)[]
  /** The marks that most of the copy's quotations use. */
  mainFamily: MarkFamily
  /** Hardly any of the copy's words are small words of English. */
  isForeign: boolean
  /** Pronouns are resolved in order; the first paragraph not yet done. */
  resolvedUpTo: number
}

/** Reads an article: its quotations by their marks, its people by their names, and who is mentioned where. Linear time. */
export function readArticle(sources: readonly QuoteSource[]): Article {
  const stretches = findStretches(sources)
  const sheets: Sheet[] = []
  const tokenOf = new Int32Array(stretches.length)
  let next = 0
  for (let paragraph = 0; paragraph < sources.length; paragraph++) {
    const first = next
    while (next < stretches.length && stretches[next]!.paragraph === paragraph) next++
    const sheet = toSheet(sources[paragraph]!, stretches, first, next)
    sheets.push(sheet)
    for (let index = 0; index < sheet.length; index++)
      if (sheet[index]!.stretch >= 0) tokenOf[sheet[index]!.stretch] = index
  }
  const people = new People()
  const quoted = stretches.map(({paragraph, start, end}) =>
    toTokens(sources[paragraph]!.text.slice(start, end)),
  )
  const spokenOf: (Set<number> | null)[] = sources.map(() => null)
  const spans = nameSpans(sources, sheets, stretches, quoted, people, spokenOf)
  const mentions: Mention[][] = []
  for (let paragraph = 0; paragraph < sources.length; paragraph++) {
    const found = findMentions(sheets[paragraph]!, paragraph, spans[paragraph]!)
    mentions.push(found)
  }
  const article = {
    sources,
    stretches,
    sheets,
    mentions,
    counts: sources.map(() => undefined),
    tokenOf,
    people,
    quoted,
    spokenOf,
    mainFamily: mainFamily(stretches),
    isForeign: isForeign(sheets, quoted),
    resolvedUpTo: 0,
  }
  learnRoles(article)
  tieOffices(article)
  return article
}

const fewestWords = 12
/** English copy has a small word in three; German and French share a few of them by spelling. */
const leastSmallShare = 0.18

function isForeign(sheets: readonly Sheet[], quoted: readonly Sheet[]): boolean {
  let words = 0
  let small = 0
  for (const list of [sheets, quoted]) {
    for (const sheet of list.slice(0, 60)) {
      for (const {kind, classes} of sheet) {
        if (kind !== 'word') continue
        words++
        if (classes & functionBits) small++
      }
    }
  }
  return words >= fewestWords && small < leastSmallShare * words
}

function mainFamily(stretches: readonly Stretch[]): MarkFamily {
  const words = {double: 0, single: 0, angle: 0}
  for (const {family, start, end} of stretches) words[family] += Math.min(end - start, 200)
  return words.single > words.double && words.single > words.angle
    ? 'single'
    : words.angle > words.double
      ? 'angle'
      : 'double'
}

function nameSpans(
  sources: readonly QuoteSource[],
  sheets: readonly Sheet[],
  stretches: readonly Stretch[],
  inside: readonly Sheet[],
  people: People,
  spokenOf: (Set<number> | null)[],
): NameSpan[][] {
  const spans: NameSpan[][] = []
  const quoted: {sheet: Sheet; spans: NameSpan[]; paragraph: number}[] = []
  const headlines: number[] = []
  const surnames = titlesAsSurnames(sheets)
  for (let paragraph = 0; paragraph < sheets.length; paragraph++) {
    const sheet = sheets[paragraph]!
    if (isHeadline(sources[paragraph]!, paragraph, sheet)) {
      spans.push([])
      headlines.push(paragraph)
      continue
    }
    const found = findNames(sheet, surnames)
    spans.push(found)
    people.enter(sheet, found, paragraph)
  }
  for (let index = 0; index < stretches.length; index++) {
    const stretch = stretches[index]!
    const sheet = inside[index]!
    if (isTitleCase(sheet) && sheet.length > 5) continue
    const found = findNames(sheet, surnames)
    quoted.push({sheet, spans: found, paragraph: stretch.paragraph})
    people.enter(sheet, found, -9)
  }
  for (const found of spans)
    for (const span of found) if (span.words.length === 1) people.alone.add(fold(span.words[0]!))
  for (const paragraph of headlines) people.enterHeadline(sheets[paragraph]!)
  for (const paragraph of headlines) spans[paragraph] = people.findKnown(sheets[paragraph]!)
  // `Mr Roe` first: it tells whether the only Roe named in full can be meant.
  for (let paragraph = 0; paragraph < sheets.length; paragraph++)
    people.tie(sheets[paragraph]!, spans[paragraph]!, paragraph, true)
  for (let paragraph = 0; paragraph < sheets.length; paragraph++)
    people.tie(sheets[paragraph]!, spans[paragraph]!, paragraph)
  for (const {sheet, spans: found, paragraph} of quoted) {
    people.tie(sheet, found, paragraph)
    for (const {person} of found) if (person) (spokenOf[paragraph] ??= new Set()).add(person.id)
  }
  return spans
}

/** The counts of a paragraph's cues and quotations. */
export function countsOf(article: Article, paragraph: number): SheetCounts {
  return (article.counts[paragraph] ??= countSheet(article.sheets[paragraph]!, article.mentions[paragraph]!))
}

function isHeadline(source: QuoteSource, paragraph: number, sheet: Sheet): boolean {
  if (!isTitleCase(sheet)) return false
  return (
    source.kind === 'headline' ||
    source.kind === 'crosshead' ||
    paragraph === 0 ||
    sheet.every((token) => token.kind !== 'quotation' && (token.capital || !(token.classes & wordClass.say)))
  )
}

/** Whether nearly every longer word has a capital, as in headlines: capitals then say nothing about names. */
function isTitleCase(sheet: Sheet): boolean {
  let words = 0
  let capitals = 0
  for (const token of sheet) {
    if (
      token.kind !== 'word' ||
      token.classes & (wordClass.preposition | wordClass.determiner | wordClass.conjunction)
    )
      continue
    words++
    if (token.capital) capitals++
  }
  return words >= 4 && (capitals === words || (words >= 10 && capitals >= words * 0.9))
}
