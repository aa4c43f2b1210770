import {wordClass} from '../words/lexicon.ts'
import {functionBits, givenAny} from '../names/name-words.ts'
import type {NameSpan} from '../names/name-spans.ts'
import type {Sheet, Token} from '../words/tokens.ts'

export type Gender = 'female' | 'male' | 'unknown'

/** A person (or what looks like one) of the article, known by one or more printed forms. */
export interface Person {
  id: number
  /** The fullest common form, without titles: `Barack Obama`; a surname alone when the copy gives no more. */
  name: string
  given: string
  surname: string
  gender: Gender
  /** How gender was worked out: from a title or kin word (sure) or a given name (likely). */
  genderSure: boolean
  /** Printed occurrences, full and short. */
  count: number
  /** Head nouns of roles tied to the person in the copy, lower case: `president`, `spokeswoman`. */
  roles: Map<string, string>
  /** A title that is part of the name where no given name is printed: `Lord` of `Lord Vane`; else empty. */
  peerage: string
  /** How strongly the copy says that this is a person and not a place or an organisation: above 0 is yes. */
  personhood: number
  /** Order of first appearance. */
  first: number
  /** Paragraphs that print the full name, in order. */
  fullIn: number[]
}

/** So many people of one name are told apart; more would make odd copy slow. */
const maxNamesakes = 30

/** Collects the people of an article, sheet by sheet, and ties later short forms to the full names. */
export class People {
  readonly list: Person[] = []
  /** Names of one word that the copy prints alone. */
  readonly alone = new Set<string>()
  private readonly byFull = new Map<string, Person>()
  private readonly bySurname = new Map<string, Person[]>()
  private readonly byGiven = new Map<string, Person[]>()

  /** Enters the full names of `spans`. Short forms are tied by `tie`, once every full name is known. */
  enter(sheet: Sheet, spans: readonly NameSpan[], paragraph: number): void {
    for (const span of spans) {
      if (span.words.length < 2) continue
      const person = this.byName(span.words, span.organization)
      span.person = person
      span.full = true
      if (paragraph >= 0) person.fullIn.push(paragraph)
      person.count++
      this.learn(person, sheet, span)
    }
  }

  /** Ties surnames and given names standing alone to the people entered, or enters them as people of their own. */
  tie(sheet: Sheet, spans: readonly NameSpan[], paragraph: number, titledOnly = false): void {
    for (const span of spans) {
      if (titledOnly && genderOfTitle(sheet, span) === 'unknown') continue
      if (span.organization) this.splitOff(sheet, span)
      if (span.person || span.words.length !== 1) continue
      const key = fold(span.words[0]!)
      const titleGender = genderOfTitle(sheet, span)
      const known =
        (takesGiven(sheet, span) ? this.pick(this.byGiven.get(key), titleGender, paragraph) : null) ??
        this.pick(this.bySurname.get(key), titleGender, paragraph) ??
        (span.titleFrom < span.from && titleGender !== 'unknown'
          ? null
          : this.pick(this.byGiven.get(key), 'unknown'))
      if (known && !span.organization) {
        span.person = known
        known.count++
        this.learn(known, sheet, span)
        continue
      }
      if (span.organization) continue
      const person = this.create('', span.words[0]!, span.words[0]!)
      this.file(key, this.bySurname, person)
      span.person = person
      person.count++
      this.learn(person, sheet, span)
    }
  }

  /** `the Herald Roe said`: a known surname behind the last word of an organisation is a name of its own. */
  private splitOff(sheet: Sheet, span: NameSpan): void {
    const last = sheet[span.to - 1]!
    const before = sheet[span.to - 2]
    if (
      span.words.length < 2 ||
      !before ||
      !(before.classes & wordClass.organization) ||
      last.classes & wordClass.organization
    )
      return
    if (!this.alone.has(fold(last.text))) return
    if (span.person) span.person.count--
    Object.assign(span, {
      from: span.to - 1,
      titleFrom: span.to - 1,
      words: [last.text],
      person: null,
      full: false,
      organization: false,
    })
  }

  /** Enters the full names of a headline whose surname the copy prints alone. */
  enterHeadline(sheet: Sheet): void {
    for (let index = 0; index + 1 < sheet.length; index++) {
      const token = sheet[index]!
      const next = sheet[index + 1]!
      if (
        !token.capital ||
        !next.capital ||
        !(token.classes & givenAny) ||
        token.classes & functionBits ||
        token.possessive ||
        !this.alone.has(fold(next.text))
      )
        continue
      const person = this.byName([token.text, next.text])
      person.personhood += 2
      if (person.gender === 'unknown') person.gender = genderOfGiven(token)
    }
  }

  /** The names in a headline, where capitals tell nothing: only people whom the copy names elsewhere. */
  findKnown(sheet: Sheet): NameSpan[] {
    const spans: NameSpan[] = []
    for (let index = 0; index < sheet.length; index++) {
      const token = sheet[index]!
      if (!token.capital) continue
      const next = sheet[index + 1]
      const pair =
        next?.capital && !token.possessive ? this.byFull.get(fold(`${token.text} ${next.text}`)) : undefined
      const known =
        pair ??
        (token.classes & (functionBits | wordClass.opener)
          ? undefined
          : (this.pick(this.bySurname.get(fold(token.text)), 'unknown') ?? undefined))
      if (!known) continue
      const to = pair ? index + 2 : index + 1
      known.count++
      spans.push({
        from: index,
        to,
        titleFrom: index,
        words: sheet.slice(index, to).map(({text}) => text),
        person: known,
        full: pair !== undefined,
        organization: false,
      })
      index = to - 1
    }
    return spans
  }

  /** The person whom a surname alone names, or null. */
  bySurnameAlone(surname: string): Person | null {
    return this.pick(this.bySurname.get(fold(surname)), 'unknown')
  }

  /** Among people who share a name: the only one fully named hereabouts, else the one named most. */
  private pick(candidates: Person[] | undefined, gender: Gender, paragraph = -1): Person | null {
    if (!candidates) return null
    let best: Person | null = null
    let near: Person | null = null
    let nearby = 0
    for (const person of candidates) {
      if (gender !== 'unknown' && person.gender !== 'unknown' && person.gender !== gender) continue
      if (!best || score(person) > score(best)) best = person
      if (candidates.length > 1 && paragraph >= 0 && isNamedNear(person, paragraph)) {
        nearby++
        near = person
      }
    }
    return nearby === 1 ? near : best
  }

  private byName(words: string[], isOrganization = false): Person {
    const bare = withoutSuffix(words)
    const surname = bare.at(-1)!
    const given = bare[0]!
    const key = fold(`${given} ${surname}`)
    const known = this.byFull.get(key)
    const name = words.join(' ')
    if (known) {
      if (
        known.name !== name &&
        words.length < known.name.split(' ').length &&
        /\s\p{Lu}\.\s/u.test(known.name)
      )
        known.name = name
      return known
    }
    const person = this.create(given, surname, name)
    this.byFull.set(key, person)
    if (isOrganization) return person
    this.file(fold(surname), this.bySurname, person)
    const bareSurname = surname.slice(surname.lastIndexOf(' ') + 1)
    if (bareSurname !== surname) this.file(fold(bareSurname), this.bySurname, person)
    this.file(fold(given), this.byGiven, person)
    return person
  }

  private create(given: string, surname: string, name: string): Person {
    const person: Person = {
      id: this.list.length,
      name,
      given,
      surname,
      gender: 'unknown',
      genderSure: false,
      count: 0,
      roles: new Map(),
      peerage: '',
      personhood: 0,
      first: this.list.length,
      fullIn: [],
    }
    this.list.push(person)
    return person
  }

  private file(key: string, index: Map<string, Person[]>, person: Person): void {
    const list = index.get(key)
    if (list && list.length < maxNamesakes) list.push(person)
    else if (!list) index.set(key, [person])
  }

  private learn(person: Person, sheet: Sheet, span: NameSpan): void {
    const first = sheet[span.from]!
    if (span.words.length > 1 && person.gender === 'unknown') person.gender = genderOfGiven(first)
    if (span.words.length > 1 && first.classes & givenAny) person.personhood += 2
    if (span.words.length === 1 && person.given === '' && first.classes & givenAny && person.personhood < 1)
      person.personhood += 1
    if (span.organization) person.personhood -= 3
    for (let index = span.titleFrom; index < span.from; index++) {
      const token = sheet[index]!
      if (token.classes & (wordClass.title | wordClass.person)) person.personhood += 2
      if (span.words.length === 1 && person.peerage === '' && peerTitle.test(token.text))
        person.peerage = token.text
      const gender = genderOf(token)
      if (gender !== 'unknown' && !person.genderSure) {
        person.gender = gender
        person.genderSure = true
      }
    }
    const next = sheet[span.to]
    const before = sheet[span.titleFrom - 1]
    if (next?.classes && next.classes & wordClass.say) person.personhood += 1
    if (next?.text === ',' && sheet[span.to + 1]?.lower === 'who') person.personhood += 2
    if (next?.lower === 'who') person.personhood += 2
    if (before && before.lower === 'the' && span.titleFrom === span.from && !isModifier(sheet, span))
      person.personhood -= 1.5
    if (before && before.lower === 'in' && span.words.length === 1) person.personhood -= 1
  }
}

/** `Sir Hugh`, `Sister Agnes`, `Sheikh Hamad`: titles that go with the given name. */
function takesGiven(sheet: Sheet, span: NameSpan): boolean {
  return (
    span.titleFrom < span.from &&
    /^(?:sir|dame|sheikha?|prince|princess|king|queen|emir|sultan|sister|brother|father|fr|pope|imam|uncle|aunt|auntie)\.?$/.test(
      sheet[span.from - 1]!.lower,
    )
  )
}

const peerTitle = /^(?:Lord|Lady|Baron|Baroness|Viscount|Viscountess|Countess|Marquess|Prince|Princess)$/

/** Names are compared without accents and case. */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  return /^[a-z' .-]*$/.test(lower)
    ? lower
    : lower.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’‘]/g, "'")
}

/** Whether the full name stands in this paragraph or one of the two before it. */
function isNamedNear(person: Person, paragraph: number): boolean {
  let low = 0
  let high = person.fullIn.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (person.fullIn[middle]! <= paragraph) low = middle + 1
    else high = middle
  }
  return low > 0 && person.fullIn[low - 1]! >= paragraph - 2
}

function score(person: Person): number {
  return person.count * 10 - person.first * 0.01 + Math.min(person.personhood, 3)
}

/** Whether a name stands in front of a noun that it tells apart: `the Roe campaign`. */
function isModifier(sheet: Sheet, span: NameSpan): boolean {
  const next = sheet[span.to]
  return (
    sheet[span.to - 1]!.possessive ||
    (next?.kind === 'word' && !(next.classes & functionBits) && next.classes !== wordClass.say)
  )
}

function genderOfGiven(token: Token): Gender {
  if (token.classes & wordClass.givenMale) return 'male'
  return token.classes & wordClass.givenFemale ? 'female' : 'unknown'
}

function genderOf(token: Token): Gender {
  if (token.classes & wordClass.female) return 'female'
  if (token.classes & wordClass.male) return 'male'
  return 'unknown'
}

function genderOfTitle(sheet: Sheet, span: NameSpan): Gender {
  for (let index = span.titleFrom; index < span.from; index++) {
    const gender = genderOf(sheet[index]!)
    if (gender !== 'unknown') return gender
  }
  return 'unknown'
}

function withoutSuffix(words: string[]): string[] {
  const last = words.at(-1)!.replace('.', '').toLowerCase()
  return /^(?:jr|sr|ii|iii|iv)$/.test(last) && words.length > 2 ? words.slice(0, -1) : words
}
