import type {FoundQuote} from '../model/quote.ts'
import type {Article} from './article.ts'
import {resolve} from './attribution/attribution.ts'
import type {Attribution, AttributionWeights} from './attribution/attribution.ts'
import {wordClass} from './words/lexicon.ts'
import type {Mention} from './mentions/mention.ts'
import {toSpeaker} from './attribution/speaker.ts'
import type {Sheet} from './words/tokens.ts'

/** Where a report stands: tokens of a sheet, end exclusive. */
interface Report {
  mention: Mention
  from: number
  to: number
}

const reporting = new Set([
  'subject',
  'subjectApart',
  'inverted',
  'accordingTo',
  'relative',
  'participle',
  'coordinated',
])

/**
 * Finds what is reported without quotation marks (`she said the yard was open`): in sentences without a quotation, what
 * follows a verb of saying, or what stands before an attribution at the sentence's end. In order; confidence is that of
 * the speaker.
 */
export function findIndirect(article: Article, weights: AttributionWeights): FoundQuote[] {
  const quotes: FoundQuote[] = []
  for (let paragraph = 0; paragraph < article.sheets.length; paragraph++) {
    if (article.sources[paragraph]!.kind !== 'paragraph') continue
    const sheet = article.sheets[paragraph]!
    let done = -1
    for (const mention of article.mentions[paragraph]!) {
      if (mention.cue < 0 || mention.sentence === done || !reporting.has(mention.link)) continue
      if (mention.link !== 'accordingTo' && !(sheet[mention.cue]!.classes & wordClass.say)) continue
      const report = toReport(sheet, mention)
      if (!report) continue
      done = mention.sentence
      quotes.push(toQuote(article, report, weights))
    }
  }
  return quotes
}

function toReport(sheet: Sheet, mention: Mention): Report | null {
  const {sentence} = mention
  let start = mention.from
  while (start > 0 && mention.from - start < 80 && sheet[start - 1]!.sentence === sentence) start--
  let end = mention.to
  while (end < sheet.length && end - mention.to < 80 && sheet[end]!.sentence === sentence) end++
  for (let index = start; index < end; index++) if (sheet[index]!.kind === 'quotation') return null
  while (end > start && sheet[end - 1]!.kind === 'sign') end--
  const open = Math.min(mention.from, mention.cue)
  const close = Math.max(mention.to, mention.cueEnd)
  const before = sheet[open - 1]
  // `The yard is open, she said.`
  if (before?.text === ',' && open - 1 - start >= 3 && (end - close < 4 || mention.link === 'accordingTo'))
    return {mention, from: start, to: open - 1}
  let from = close
  if (sheet[from]?.text === ',') from++
  for (let index = from; index < Math.min(end, from + 8); index++)
    if (sheet[index]!.lower === 'that') from = index + 1
  return end - from >= 3 ? {mention, from, to: end} : null
}

function toQuote(article: Article, report: Report, weights: AttributionWeights): FoundQuote {
  const {mention, from, to} = report
  const source = article.sources[mention.paragraph]!
  const sheet = article.sheets[mention.paragraph]!
  const start = sheet[from]!.start
  const end = sheet[to - 1]!.end
  const {person, certainty} = resolve(article, mention, null, weights)
  const attribution: Attribution = {
    mention,
    personId: person,
    confidence: Math.round(certainty * 1000) / 1000,
  }
  const speaker = toSpeaker(article, attribution)
  return {
    kind: 'indirect',
    start: source.start + start,
    end: source.start + end,
    segments: [{paragraph: mention.paragraph, start, end}],
    paragraphs: [source.text.slice(start, end)],
    speakerName: speaker.name,
    named: speaker.named,
    mention: speaker.mention,
    speakerRole: speaker.role,
    cue: speaker.cue,
    confidence: attribution.confidence,
  }
}
