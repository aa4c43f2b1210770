import type {FoundQuote} from '../../model/quote.ts'
import type {Article} from '../article.ts'
import type {Attribution} from './attribution.ts'
import {wordClass} from '../words/lexicon.ts'
import {firstAfter} from '../mentions/mention.ts'
import type {Mention} from '../mentions/mention.ts'
import type {Person} from '../people/people.ts'
import {phraseEnd} from '../people/roles.ts'

/** What a quote says of its speaker. */
export interface Speaker {
  name: string | null
  named: boolean
  role: string | null
  mention: FoundQuote['mention']
  cue: FoundQuote['cue']
}

/** Turns an attribution into what a quote document holds. A pronoun that stands for no one known leaves the name open. */
export function toSpeaker(article: Article, attribution: Attribution): Speaker {
  const {mention} = attribution
  const source = article.sources[mention.paragraph]!
  const person = attribution.personId >= 0 ? article.people.list[attribution.personId]! : null
  const nameStart =
    person && mention.person === person ? printedNameStart(article, mention, person) : mention.start
  const printed = {
    text: source.text.slice(nameStart, mention.end),
    start: source.start + nameStart,
    end: source.start + mention.end,
  }
  let cue: Speaker['cue'] = null
  if (mention.cue >= 0 && mention.link !== 'object') {
    const sheet = article.sheets[mention.paragraph]!
    const from = sheet[mention.cue]!.start
    const to = sheet[mention.cueEnd - 1]!.end
    cue = {text: source.text.slice(from, to), start: source.start + from, end: source.start + to}
  }
  if (person)
    return {
      name: person.given === '' && person.peerage !== '' ? `${person.peerage} ${person.name}` : person.name,
      named: person.personhood > 0 || person.given !== '',
      role: roleOf(person),
      mention: printed,
      cue,
    }
  return {name: nounPhrase(article, mention), named: false, role: null, mention: printed, cue}
}

function printedNameStart(article: Article, mention: Mention, person: Person): number {
  const sheet = article.sheets[mention.paragraph]!
  for (let index = mention.from; index < mention.to; index++) {
    const token = sheet[index]!
    if (token.text === person.given || token.text === person.surname) {
      const title = sheet[index - 1]
      return title && index > mention.from && title.classes & wordClass.title && title.capital
        ? title.start
        : token.start
    }
  }
  return mention.start
}

function roleOf(person: Person): string | null {
  for (const role of person.roles.values()) return role
  return null
}

const pronouns = new Set(['he', 'they', 'it', 'first', 'possessivePronoun', 'objectPronoun'])

/** The noun phrase of an unnamed source, with what is said of it (`a spokesman for the agency`). */
function nounPhrase(article: Article, mention: Mention): string | null {
  let source = mention
  if (pronouns.has(mention.kind)) {
    if (mention.kind !== 'they' && mention.kind !== 'it') return null
    const antecedent = earlierGroup(article, mention)
    if (!antecedent) return null
    source = antecedent
  }
  const sheet = article.sheets[source.paragraph]!
  const end = phraseEnd(sheet, source)
  const text = article.sources[source.paragraph]!.text.slice(source.start, end).replace(/['’]s?$/, '')
  return text === '' ? null : text
}

function earlierGroup(article: Article, pronoun: Mention): Mention | null {
  for (let paragraph = pronoun.paragraph; paragraph >= 0 && paragraph > pronoun.paragraph - 3; paragraph--) {
    const mentions = article.mentions[paragraph]!
    const last = paragraph === pronoun.paragraph ? firstAfter(mentions, pronoun.from) : mentions.length
    for (let index = last - 1; index >= 0 && index >= last - 40; index--) {
      const other = mentions[index]!
      if (other.possessive || other.afterPreposition) continue
      if (
        pronoun.kind === 'they'
          ? other.kind === 'personPlural' || other.kind === 'group' || other.kind === 'organizationName'
          : other.kind === 'group' || other.kind === 'document' || other.kind === 'organizationName'
      )
        return other
    }
  }
  return null
}
