import {wordClass} from './lexicon.ts'
import type {Person} from './people.ts'
import type {Sheet, Token} from './tokens.ts'

/** A printed name: tokens `from` to `to` (exclusive) of a sheet. */
export interface NameSpan {
  from: number
  to: number
  /** Start of a title or role printed in front; equals `from` when there is none. */
  titleFrom: number
  words: string[]
  person: Person | null
  full: boolean
  organization: boolean
}

/** Any kind of given name. */
export const givenAny = wordClass.givenMale | wordClass.givenFemale | wordClass.givenEither
/** Words that only hold a sentence together. */
export const functionBits =
  wordClass.preposition |
  wordClass.determiner |
  wordClass.conjunction |
  wordClass.auxiliary |
  wordClass.pronoun

const noSurnames: ReadonlySet<string> = new Set()

/** The names printed in a sheet, in order, tied to no one yet. `surnames` are the titles that are surnames in this copy: see `titlesAsSurnames`. */
export function findNames(sheet: Sheet, surnames: ReadonlySet<string> = noSurnames): NameSpan[] {
  const spans: NameSpan[] = []
  let index = 0
  while (index < sheet.length) {
    const token = sheet[index]!
    if (!isNameWord(token, index, sheet)) {
      index++
      continue
    }
    let to = index + 1
    while (to < sheet.length) {
      const next = sheet[to]!
      const before = sheet[to - 1]!
      if (before.possessive) break
      if (isNameWord(next, to, sheet)) {
        to++
        continue
      }
      if (
        next.kind === 'word' &&
        !next.capital &&
        next.classes & wordClass.particle &&
        sheet[to + 1]?.capital &&
        !(sheet[to + 1]!.classes & functionBits)
      ) {
        to += 2
        continue
      }
      if (next.text === '&' && sheet[to + 1]?.capital) {
        to += 2
        continue
      }
      if (isNickname(sheet, to)) {
        to += 2
        continue
      }
      if (next.text === ',' && sheet[to + 1] && /^(?:jr|sr)\.?$/i.test(sheet[to + 1]!.text)) {
        to += 2
        continue
      }
      break
    }
    addSpan(sheet, index, to, spans, surnames)
    index = to
  }
  return spans
}

const stateAbbreviations =
  /^(?:Ala|Ariz|Ark|Calif|Colo|Conn|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|[A-Z]\.[A-Z])\.$/

function isNameWord(token: Token, index: number, sheet: Sheet): boolean {
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

/** Capitals that open a paragraph name the place it was filed from. */
function isDateline(sheet: Sheet, index: number): boolean {
  if (index > 2 || !/^\p{Lu}{3,}$/u.test(sheet[index]!.text)) return false
  for (let at = 0; at < index; at++) if (!/^\p{Lu}{2,}$/u.test(sheet[at]!.text)) return false
  for (let at = index + 1; at < sheet.length && at < index + 8; at++)
    if (/^(?:[-–—:]|--|\()$/.test(sheet[at]!.text)) return sheet[at]!.text !== ':'
  return false
}

/**
 * Titles that the copy uses as surnames (`Sheikh said`, where somebody is `Farida Sheikh`): in lower case. They stand alone, with a
 * capital, before a verb of saying, and elsewhere behind a word that is no part of an office.
 */
export function titlesAsSurnames(sheets: readonly Sheet[]): ReadonlySet<string> {
  const alone = new Set<string>()
  const behindNames = new Set<string>()
  for (const sheet of sheets) {
    for (let index = 0; index < sheet.length; index++) {
      const token = sheet[index]!
      if (!token.capital || !(token.classes & wordClass.title)) continue
      const before = sheet[index - 1]
      const next = sheet[index + 1]
      if (next?.kind === 'word' && next.capital) continue
      const isPlain = before?.kind === 'word' && before.capital && before.sentence === token.sentence
      if (isPlain && !before.possessive && !(before.classes & ~givenAny)) behindNames.add(token.lower)
      else if (
        !isPlain &&
        !(before && before.classes & wordClass.determiner) &&
        next &&
        next.classes & wordClass.say
      )
        alone.add(token.lower)
    }
  }
  for (const title of alone) if (!behindNames.has(title)) alone.delete(title)
  return alone.size > 0 ? alone : noSurnames
}

function addSpan(
  sheet: Sheet,
  from: number,
  to: number,
  spans: NameSpan[],
  surnames: ReadonlySet<string>,
): void {
  // Titles and roles in front (`House Speaker Paul Ryan`): the name starts after the last of them.
  let nameFrom = from
  for (let index = from; index < to; index++) {
    const token = sheet[index]!
    const isSurname = index + 1 === to && surnames.has(token.lower)
    const isTitle =
      (token.classes & (wordClass.title | wordClass.person)) !== 0 &&
      !(token.classes & wordClass.suffix) &&
      !isSurname
    const isGivenHere =
      (token.classes & givenAny) !== 0 && index === from && !(token.classes & wordClass.title)
    if (isTitle && !isGivenHere && index + 1 < to) nameFrom = index + 1
    else if (isTitle && !isGivenHere && index + 1 === to && index > from && !followsName(sheet, index)) {
      // `Prime Minister` with no name behind it: an office, not a person's name.
      return
    }
  }
  if (nameFrom === from && isTradeBefore(sheet, from, to)) nameFrom = from + 1
  const office = nameFrom === from ? officeBefore(sheet, from, to) : null
  if (office !== null) nameFrom = office.nameFrom
  let titleFrom = office === null ? from : office.from
  const lead = sheet[from - 1]
  if (
    nameFrom > from &&
    lead?.kind === 'word' &&
    !lead.possessive &&
    lead.classes & wordClass.group &&
    !(lead.classes & (wordClass.plural | functionBits))
  )
    titleFrom = roleStart(sheet, from - 1)
  if (nameFrom === from) {
    // A role in lower case in front: `spokeswoman Bernadette Meehan`, `former president Bill Clinton`.
    const before = sheet[from - 1]
    if (
      before?.kind === 'word' &&
      !before.possessive &&
      before.classes & (wordClass.person | wordClass.title) &&
      !(before.classes & wordClass.plural)
    )
      titleFrom = roleStart(sheet, from - 1)
  }
  const words: string[] = []
  let organization = false
  for (let index = nameFrom; index < to; index++) {
    const token = sheet[index]!
    if (token.text === '&') organization = true
    if (token.kind !== 'word') continue
    if (
      index > nameFrom &&
      sheet[index - 1]!.classes & wordClass.particle &&
      !(sheet[index - 1]!.classes & givenAny)
    )
      words[words.length - 1] += ` ${token.text}`
    else words.push(token.text)
    if (token.classes & wordClass.organization && index > nameFrom) organization = true
    if (token.classes & (wordClass.group | wordClass.document) && index > nameFrom) organization = true
    if (/^\p{Lu}{2,}$/u.test(token.text) && token.text.length > 1 && !(token.classes & wordClass.suffix))
      organization ||= !allCapitals(sheet, nameFrom, to)
  }
  const only = sheet[nameFrom]!
  if (words.length === 1) {
    if (
      only.classes &
        (wordClass.title |
          wordClass.person |
          wordClass.organization |
          wordClass.group |
          wordClass.document) &&
      !(only.classes & givenAny) &&
      !surnames.has(only.lower)
    )
      return
    if (/^\p{Lu}{2,}$/u.test(only.text)) organization = true
  } else if (only.classes & (wordClass.organization | wordClass.group) && !(only.classes & givenAny))
    organization = true
  spans.push({from: nameFrom, to, titleFrom, words, person: null, full: false, organization})
}

/**
 * `Archivist Jane Roe`, `Off-spinner Jane Roe` where a sentence begins: the first word has its capital from there, and what follows is a
 * whole name that begins with a given name.
 */
function isTradeBefore(sheet: Sheet, from: number, to: number): boolean {
  const first = sheet[from]!
  const given = sheet[from + 1]
  const before = sheet[from - 1]
  if (to - from !== 3 || !given || given.kind !== 'word' || first.possessive || given.possessive) return false
  if (before && before.sentence === first.sentence && before.kind !== 'quotation') return false
  if (first.classes & (givenAny | wordClass.organization | wordClass.group)) return false
  return (given.classes & givenAny) !== 0 && /^\p{Lu}[\p{Ll}-]{3,}$/u.test(first.text)
}

/** `Minister of State Una Prunty`, `Archbishop of Dublin Dermot Roe`: what an office is of stands before the name as if it were part of it. */
function officeBefore(sheet: Sheet, from: number, to: number): {from: number; nameFrom: number} | null {
  const title = sheet[from - 2]
  if (sheet[from - 1]?.lower !== 'of' || !title || to - from < 3) return null
  if (!(title.classes & (wordClass.title | wordClass.office)) || title.sentence !== sheet[from]!.sentence)
    return null
  let nameFrom = from + 1
  while (nameFrom + 1 < to && !(sheet[nameFrom]!.classes & givenAny)) nameFrom++
  if (nameFrom + 1 >= to) nameFrom = sheet[from]!.lower === 'state' ? from + 1 : -1
  return nameFrom < 0 ? null : {from: from - 2, nameFrom}
}

/** Whether the word before makes a name of a noun: `Mr King`, `Charlie King`, `J. Judge`. */
function followsName(sheet: Sheet, index: number): boolean {
  const before = sheet[index - 1]!
  return (
    (before.classes & givenAny) !== 0 || /^(?:mr|mrs|ms|miss|dr|sen|rep|gov|\p{L}\.)\.?$/iu.test(before.text)
  )
}

/** Whether the quotation at `index` is a nickname inside a name: `Jane “Jay” Roe`. */
function isNickname(sheet: Sheet, index: number): boolean {
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

function allCapitals(sheet: Sheet, from: number, to: number): boolean {
  for (let index = from; index < to; index++) if (!/^[\p{Lu}.,'-]+$/u.test(sheet[index]!.text)) return false
  return true
}

/** The start of the noun phrase that ends with the role at `at`. */
function roleStart(sheet: Sheet, at: number): number {
  let start = at
  while (start > 0 && at - start < 6) {
    const token = sheet[start - 1]!
    if (
      token.kind !== 'word' ||
      token.classes & (functionBits & ~wordClass.determiner) ||
      token.classes & (wordClass.say | wordClass.call) ||
      token.sentence !== sheet[at]!.sentence
    )
      break
    if (token.classes & wordClass.determiner) break
    start--
  }
  return start
}
