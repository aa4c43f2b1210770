import {countsOf} from './article.ts'
import type {Article} from './article.ts'
import {wordClass} from './words/lexicon.ts'
import {firstAfter} from './mentions/mention.ts'
import {sumWeights, toFeatureSpace} from './attribution/ranking.ts'
import {toContext} from './attribution/source-features.ts'
import type {Sheet} from './words/tokens.ts'

const sizes = 7
const befores = 10
const afters = 7
const leads = 14

/** The features by which words in quotation marks are judged to be somebody's words. */
export const quotationSpace = toFeatureSpace({
  size: sizes,
  capitals: 3 * sizes,
  terminal: 5 * sizes,
  before: befores * sizes,
  after: afters * sizes,
  lead: leads * 3,
  cues: 3 * sizes,
  single: 2 * sizes,
  personal: 2 * sizes,
  whole: 2 * 2 * 2,
  open: 4,
  unclosed: 3 * sizes,
})

const openWord =
  /^(?:called|calls|calling|call|dubbed|labeled|labelled|branded|termed|named|nicknamed|titled|entitled|so-called|known)$/
const workWord =
  /^(?:film|movie|show|book|novel|program|programme|series|song|album|play|magazine|column|podcast|sitcom|drama|documentary|memoir|musical|hit|single|track|game|poem|painting|special|edition|episode|segment|host|hosts|hosted|hosting|watching|starring|author|wrote|published)$/
const sayWord = /^(?:said|says|say|saying|added|wrote|tweeted|told|that|asked|as)$/
const wordWord =
  /^(?:word|words|term|terms|phrase|slogan|motto|chants?|chanting|chanted|label|expression|hashtag|line|headline|message|sign|signs|reading|reads|read)$/
const personalWord =
  /(?:^|[^\p{L}])(?:i|we|you|he|she|they|it|my|our|your|me|us|is|are|was|were|am|have|has|had|do|don['’]t|did|can|will|would|should|must|not|no|let['’]s|i['’]\p{L}+|we['’]\p{L}+|it['’]s|that['’]s)(?:[^\p{L}]|$)/iu

/**
 * In doubt the words are somebody's: a scare quote that is kept costs an editor one look, a quotation that is lost costs its speaker.
 */
const keepAbove = -0.15

/** Whether what stands between quotation marks is somebody's words, and not a scare quote, a nickname or a title. */
export function isQuotation(article: Article, index: number, weights: Float64Array): boolean {
  if (isNickname(article, index)) return false
  return sumWeights(weights, quotationFeatures(article, index)) > keepAbove
}

/** `Jane “Jay” Roe`: the marks stand inside a name. */
function isNickname(article: Article, index: number): boolean {
  const {paragraph, start, end} = article.stretches[index]!
  if (end - start > 16) return false
  const mentions = article.mentions[paragraph]!
  const token = article.tokenOf[index]!
  const before = mentions[firstAfter(mentions, token) - 1]
  return before !== undefined && before.from < token && before.to > token + 1
}

/** The features of the quotation `index`. */
export function quotationFeatures(article: Article, index: number): number[] {
  const {base} = quotationSpace
  const stretch = article.stretches[index]!
  const source = article.sources[stretch.paragraph]!
  const sheet = article.sheets[stretch.paragraph]!
  const token = article.tokenOf[index]!
  const context = toContext(source.text, sheet, stretch.paragraph, token)
  const inner = source.text.slice(stretch.start, Math.min(stretch.end, stretch.start + 240))
  const {size, capitals} = measure(article.quoted[index]!)
  const before = sheet[token - 1]
  const after = sheet[token + 1]
  const isWhole = !before && (!after || after.kind === 'sign')
  const cue = cueOf(article, stretch.paragraph, sheet, token)
  return [
    base['size']! + size,
    base['capitals']! + capitals * sizes + size,
    base['terminal']! + Math.min(4, context.terminal) * sizes + size,
    base['before']! + context.before * sizes + size,
    base['after']! + context.after * sizes + size,
    base['lead']! + leadOf(sheet, token) * 3 + (size === 0 ? 0 : size < 4 ? 1 : 2),
    base['cues']! + cue * sizes + size,
    base['single']! + (stretch.family === 'single' && article.mainFamily !== 'single' ? 1 : 0) * sizes + size,
    base['personal']! + (personalWord.test(inner) ? 1 : 0) * sizes + size,
    base['whole']! + (isWhole ? 1 : 0) * 4 + (source.kind === 'headline' ? 2 : 0) + (capitals === 2 ? 1 : 0),
    base['open']! + (after?.text === ')' ? 1 : 0) * 2 + (before?.text === '(' ? 1 : 0),
    base['unclosed']! + (stretch.closed ? 0 : stretch.opened ? 1 : 2) * sizes + size,
  ]
}

function measure(inner: Sheet): {size: number; capitals: number} {
  let words = 0
  let long = 0
  let upper = 0
  for (const token of inner) {
    if (token.kind !== 'word') continue
    words++
    if (
      token.classes & (wordClass.preposition | wordClass.determiner | wordClass.conjunction) &&
      !token.capital
    )
      continue
    long++
    if (token.capital || /^\d/.test(token.text)) upper++
  }
  const size =
    words <= 1
      ? 0
      : words === 2
        ? 1
        : words === 3
          ? 2
          : words === 4
            ? 3
            : words <= 7
              ? 4
              : words <= 12
                ? 5
                : 6
  return {size, capitals: upper === 0 ? 0 : upper === long ? 2 : 1}
}

/** 0 no verb of saying in the sentence, 1 one that belongs to nobody in particular, 2 one with its source. */
function cueOf(article: Article, paragraph: number, sheet: Sheet, token: number): number {
  const {sentence} = sheet[token]!
  const counts = countsOf(article, paragraph).cues
  let from = token
  while (from > 0 && token - from < 40 && sheet[from - 1]!.sentence === sentence) from--
  let to = token + 1
  while (to < sheet.length && to - token < 40 && sheet[to]!.sentence === sentence) to++
  if (counts[to]! - counts[from]! > 0) return 2
  for (let index = from; index < to; index++) if (sheet[index]!.classes & wordClass.say) return 1
  return 0
}

function leadOf(sheet: Sheet, token: number): number {
  const before = sheet[token - 1]
  if (!before) return 0
  if (before.kind === 'quotation') return 1
  if (before.kind === 'sign') {
    const further = sheet[token - 2]
    if (before.text === ',' && further && (workWord.test(further.lower) || wordWord.test(further.lower)))
      return 2
    return before.text === ':' ? 3 : before.text === ',' ? 4 : 5
  }
  if (openWord.test(before.lower)) return 6
  if (workWord.test(before.lower) || before.possessive) return 7
  if (wordWord.test(before.lower)) return 8
  if (sayWord.test(before.lower)) return 9
  if (before.classes & wordClass.preposition) return /^(?:on|of)$/.test(before.lower) ? 10 : 11
  if (before.classes & wordClass.determiner) return before.lower === 'the' ? 12 : 13
  return 5
}
