import {wordClass} from '../words/lexicon.ts'
import type {Sheet, Token} from '../words/tokens.ts'

/** Any kind of given name. */
export const givenAny = wordClass.givenMale | wordClass.givenFemale | wordClass.givenEither

/** Words that only hold a sentence together. */
export const functionBits =
  wordClass.preposition |
  wordClass.determiner |
  wordClass.conjunction |
  wordClass.auxiliary |
  wordClass.pronoun

export function isNameWord(token: Token, index: number, sheet: Sheet): boolean {
  if (token.kind !== 'word' || !token.capital) return false
  if (token.classes & wordClass.calendar && !(token.classes & givenAny && sheet[index + 1]?.capital))
    return false
  const previous = sheet[index - 1]
  if (token.classes & (functionBits | wordClass.opener)) {
    const isNameToo = token.classes & givenAny && !(token.classes & (functionBits & ~wordClass.auxiliary))
    if (token.text.length > 2 && isNameToo && sheet[index + 1]?.capital) return true
    if (isForeignGiven(token, previous, sheet[index + 1])) return true
    return /^\p{Lu}\.$/u.test(token.text) && Boolean(sheet[index + 1]?.capital || previous?.capital)
  }
  const startsSentence = !previous || previous.sentence !== token.sentence || previous.kind === 'quotation'
  if (
    startsSentence &&
    token.classes & (wordClass.say | wordClass.call | wordClass.adverb) &&
    !(token.classes & givenAny && sheet[index + 1]?.capital)
  )
    return false
  if (isDateline(sheet, index) || stateAbbreviations.test(token.text)) return false
  return !/^(?:\d|[DRI]-\p{Lu})/u.test(token.text)
}

/** `said Per Aune`: a name that is a small word in English, behind a verb of saying and before a surname. */
function isForeignGiven(token: Token, previous: Token | undefined, next: Token | undefined): boolean {
  if (!previous || previous.kind !== 'word' || previous.capital || previous.sentence !== token.sentence)
    return false
  if (!(previous.classes & wordClass.say) || token.classes & wordClass.pronoun) return false
  if (/^(?:the|this|that|these|those|in|on|at|as|if|when|while)$/.test(token.lower) || token.text.length < 2)
    return false
  return next?.kind === 'word' && next.capital && !(next.classes & functionBits)
}

const stateAbbreviations =
  /^(?:Ala|Ariz|Ark|Calif|Colo|Conn|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|[A-Z]\.[A-Z])\.$/

/** Capitals that open a paragraph name the place it was filed from. */
function isDateline(sheet: Sheet, index: number): boolean {
  if (index > 2 || !/^\p{Lu}{3,}$/u.test(sheet[index]!.text)) return false
  for (let at = 0; at < index; at++) if (!/^\p{Lu}{2,}$/u.test(sheet[at]!.text)) return false
  for (let at = index + 1; at < sheet.length && at < index + 8; at++)
    if (/^(?:[-–—:]|--|\()$/.test(sheet[at]!.text)) return sheet[at]!.text !== ':'
  return false
}

/** Whether the quotation at `index` is a nickname inside a name: `Jane “Jay” Roe`. */
export function isNickname(sheet: Sheet, index: number): boolean {
  const token = sheet[index]!
  const next = sheet[index + 1]
  return (
    token.kind === 'quotation' &&
    token.end - token.start < 16 &&
    next?.kind === 'word' &&
    isNameWord(next, index + 1, sheet) &&
    next.sentence === sheet[index - 1]!.sentence &&
    (sheet[index - 1]!.classes & givenAny) !== 0
  )
}
