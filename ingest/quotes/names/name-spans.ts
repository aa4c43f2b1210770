import {wordClass} from '../words/lexicon.ts'
import {functionBits, givenAny} from './name-words.ts'
import type {Person} from '../people/people.ts'
import type {Sheet} from '../words/tokens.ts'

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

export function addSpan(
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
