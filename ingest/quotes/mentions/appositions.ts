import {cueBits, nounBits, wordClass} from '../words/lexicon.ts'
import {isName, type Mention} from './mention.ts'
import type {Sheet} from '../words/tokens.ts'

export function describe(sheet: Sheet, mentions: Mention[]): void {
  let lastSentence = -1
  for (let index = 0; index < mentions.length; index++) {
    const mention = mentions[index]!
    mention.firstInSentence = mention.sentence !== lastSentence
    lastSentence = mention.sentence
    const previous = sheet[mention.from - 1]
    if (previous?.sentence !== mention.sentence) continue
    // `the vicar, the Rev Jane Roe`
    if (previous.lower === 'the' && isName(mention) && sheet[mention.from - 2]?.text === ',')
      appose(sheet, mentions, index, mention.from - 2)
    if (previous.kind === 'word') {
      mention.afterPreposition = (previous.classes & wordClass.preposition) !== 0
      mention.afterVerb = (previous.classes & cueBits) !== 0 || /(?:ed|ing)$/.test(previous.lower)
    } else if (previous.text === ',') appose(sheet, mentions, index, mention.from - 1)
  }
}

/** Ties `Jane Roe, the mayor` and `the mayor, Jane Roe`, also with a phrase between: `a partner at the firm, Jane Roe`. */
function appose(sheet: Sheet, mentions: readonly Mention[], index: number, comma: number): void {
  const mention = mentions[index]!
  let before = mentions[index - 1]
  if (!before || before.sentence !== mention.sentence) return
  let end = before.to
  if (sheet[end]?.text === '(') while (end < comma && sheet[end - 1]!.text !== ')') end++
  if (end !== comma && !isPrepositional(sheet, end, comma)) return
  if (mention.kind === 'person' && isName(before) && end === comma) {
    if (before.afterPreposition && (before.person?.personhood ?? 0) < 2) return
    mention.apposed = before
    return
  }
  if (!isName(mention)) return
  for (let back = index - 1; before.afterPreposition && back > 0 && back > index - 4; back--)
    before = mentions[back - 1]!
  if (before.sentence !== mention.sentence) return
  if (
    before.kind === 'person' &&
    !before.possessive &&
    (sheet[before.from]!.classes & wordClass.determiner || sheet[before.from]!.possessive)
  )
    before.apposed = mention
}

/** `of the opposition`: nothing but a preposition's phrase stands from `from` up to `to`. */
function isPrepositional(sheet: Sheet, from: number, to: number): boolean {
  if (to - from < 2 || to - from > 8) return false
  for (let index = from; index < to; index++) {
    const token = sheet[index]!
    if (token.kind !== 'word') return false
    if (index === from && !(token.classes & wordClass.preposition)) return false
    if (token.classes & (cueBits | wordClass.auxiliary | wordClass.pronoun) && !(token.classes & nounBits))
      return false
  }
  return true
}
