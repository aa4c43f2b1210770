import type {Article} from '../article.ts'
import {firstAfter, isName} from '../mentions/mention.ts'
import type {Mention} from '../mentions/mention.ts'
import type {Person} from '../people/people.ts'
import {sumWeights, toFeatureSpace, toProbabilities} from './ranking.ts'
import type {PreviousChoice} from './source-features.ts'

const distances = 9
const roles = 6

/** The features by which a person is judged as the one a pronoun stands for. */
export const referenceSpace = toFeatureSpace({
  distanceRole: distances * roles,
  gender: 5,
  rank: 5,
  rankRole: 5 * roles,
  count: 6,
  previous: 3 * 3,
  personhood: 3,
  recent: 4,
  pronounPlace: 2 * distances,
  first: 2 * 3,
  kind: 3 * distances,
  spokenOf: 2,
})

/** A person a pronoun could stand for, with features for the scorer. */
export interface Antecedent {
  person: Person
  features: number[]
}

const reach = 6

/**
 * The people that the pronoun `mention` could stand for: those named in its paragraph before it and in the few paragraphs
 * before. Never more than `2 * reach` people are looked at.
 */
export function findAntecedents(
  article: Article,
  mention: Mention,
  previous: PreviousChoice | null,
): Antecedent[] {
  const found = new Map<
    number,
    {person: Person; mention: Mention; role: number; rank: number; times: number}
  >()
  for (
    let paragraph = mention.paragraph;
    paragraph >= 0 && paragraph > mention.paragraph - reach;
    paragraph--
  ) {
    const mentions = article.mentions[paragraph]!
    const last = paragraph === mention.paragraph ? firstAfter(mentions, mention.from) : mentions.length
    for (let index = last - 1; index >= 0 && index >= last - 60; index--) {
      const other = mentions[index]!
      const person = other.person ?? other.resolved?.person
      if (!person || other.kind === 'organizationName') continue
      const known = found.get(person.id)
      if (known) {
        known.times++
        if (other.paragraph === known.mention.paragraph && other.sentence === known.mention.sentence)
          known.role = Math.min(known.role, roleOf(other))
      } else if (found.size < 2 * reach)
        found.set(person.id, {person, mention: other, role: roleOf(other), rank: found.size, times: 1})
    }
    if (found.size >= 2 * reach) break
  }
  if (found.size === 0) {
    // A name behind its pronoun: `As he said, Roe …`.
    const mentions = article.mentions[mention.paragraph]!
    const first = firstAfter(mentions, mention.to)
    for (const other of mentions.slice(first, first + 20))
      if (other.person && !found.has(other.person.id))
        found.set(other.person.id, {
          person: other.person,
          mention: other,
          role: roleOf(other),
          rank: found.size,
          times: 1,
        })
  }
  const antecedents: Antecedent[] = []
  for (const {person, mention: other, role, rank, times} of found.values())
    antecedents.push({
      person,
      features: features(
        mention,
        other,
        person,
        role,
        rank,
        times,
        article.spokenOf[mention.paragraph]?.has(person.id) ?? false,
        previous,
      ),
    })
  return antecedents
}

/**
 * Resolves every `he` and `she` of the paragraphs up to and including `paragraph` that is not resolved yet, in order, so
 * that later ones can follow the chain. Each pronoun is looked at once.
 */
export function resolvePronouns(
  article: Article,
  paragraph: number,
  previous: PreviousChoice | null,
  weights: Float64Array,
): void {
  for (; article.resolvedUpTo <= paragraph; article.resolvedUpTo++) {
    for (const mention of article.mentions[article.resolvedUpTo]!) {
      if (!isPersonal(mention)) continue
      const found = resolvePronoun(weights, findAntecedents(article, mention, previous), mention.gender)
      mention.resolved = found
      if (
        found &&
        found.probability > 0.9 &&
        found.person.gender === 'unknown' &&
        mention.gender !== 'unknown'
      )
        found.person.gender = mention.gender
    }
  }
}

/** Whether a mention is a pronoun for one person. */
export function isPersonal(mention: Mention): boolean {
  return (
    (mention.kind === 'he' || mention.kind === 'objectPronoun' || mention.kind === 'possessivePronoun') &&
    mention.head !== 'their' &&
    mention.head !== 'them'
  )
}

/** The likeliest person for a pronoun and how likely, or null when no one fits. */
export function resolvePronoun(
  weights: Float64Array,
  antecedents: readonly Antecedent[],
  gender: Mention['gender'],
): {person: Person; probability: number} | null {
  // A given name can mislead, a title cannot: the other gender is ruled out by a title, or where somebody fits.
  const agrees = gender !== 'unknown' && antecedents.some(({person}) => person.gender === gender)
  const fitting = antecedents.filter(
    ({person}) =>
      gender === 'unknown' ||
      person.gender === 'unknown' ||
      person.gender === gender ||
      !(person.genderSure || agrees),
  )
  if (fitting.length === 0) return null
  const probabilities = toProbabilities(fitting.map(({features: list}) => sumWeights(weights, list)))
  let best = 0
  for (let index = 1; index < fitting.length; index++)
    if (probabilities[index]! > probabilities[best]!) best = index
  return {person: fitting[best]!.person, probability: probabilities[best]!}
}

function features(
  pronoun: Mention,
  other: Mention,
  person: Person,
  role: number,
  rank: number,
  times: number,
  isSpokenOf: boolean,
  previous: PreviousChoice | null,
): number[] {
  const {base} = referenceSpace
  const distance = distanceOf(pronoun, other)
  const gender =
    person.gender === 'unknown' || pronoun.gender === 'unknown'
      ? 2
      : person.gender === pronoun.gender
        ? person.genderSure
          ? 0
          : 1
        : person.genderSure
          ? 4
          : 3
  const ranked = Math.min(rank, 4)
  const list = [
    base['distanceRole']! + distance * roles + role,
    base['gender']! + gender,
    base['rank']! + ranked,
    base['rankRole']! + ranked * roles + role,
    base['count']! +
      (person.count > 20
        ? 5
        : person.count > 10
          ? 4
          : person.count > 5
            ? 3
            : person.count > 2
              ? 2
              : person.count > 1
                ? 1
                : 0),
    base['personhood']! + (person.personhood > 2 ? 2 : person.personhood > 0 ? 1 : 0),
    base['recent']! + Math.min(times - 1, 3),
    base['pronounPlace']! + (pronoun.firstInSentence ? 1 : 0) * distances + distance,
    base['first']! +
      (person.first === 0 ? 1 : 0) * 3 +
      (isName(other) ? (other.kind === 'fullName' ? 0 : 1) : 2),
  ]
  list.push(base['spokenOf']! + (isSpokenOf ? 1 : 0))
  const isPronoun = !other.person
  list.push(
    base['kind']! + (isPronoun ? (other.gender === pronoun.gender ? 2 : 1) : 0) * distances + distance,
  )
  if (previous)
    list.push(
      base['previous']! +
        (previous.person === person.id ? 1 : 0) * 3 +
        Math.min(2, pronoun.paragraph - previous.paragraph),
    )
  return list
}

/** What part a mention plays in its sentence: 0 subject of a cue, 1 first in its sentence, 2 none of these, 3 object, 4 after a preposition, 5 possessive. */
function roleOf(mention: Mention): number {
  if (mention.possessive || mention.kind === 'possessivePronoun') return 5
  if (mention.afterPreposition && mention.link === 'none') return 4
  if (mention.link !== 'none' && mention.link !== 'object') return 0
  if (mention.firstInSentence) return 1
  return mention.afterVerb || mention.link === 'object' ? 3 : 2
}

function distanceOf(pronoun: Mention, other: Mention): number {
  const paragraphs = pronoun.paragraph - other.paragraph
  if (paragraphs === 0) return Math.max(0, Math.min(3, pronoun.sentence - other.sentence))
  if (paragraphs === 1) return other.firstInSentence ? 4 : 5
  return Math.min(8, 4 + paragraphs)
}
