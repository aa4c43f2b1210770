import {countsOf} from '../article.ts'
import type {Article} from '../article.ts'
import {firstAfter} from '../mentions/mention.ts'
import type {Mention} from '../mentions/mention.ts'
import {toProbabilities} from './ranking.ts'
import {transcriptLabel} from '../marks/stretches.ts'
import {findAntecedents, isPersonal, resolvePronoun, resolvePronouns} from './reference.ts'
import {maxSourceFeatures, sourceFeatures, toContext} from './source-features.ts'
import type {PreviousChoice} from './source-features.ts'

/** A mention that could be the source of a quotation, with features for the scorer. */
export interface Candidate {
  mention: Mention
  features: number[]
}

/** Who said a quotation: the mention that says so and the person it stands for, if it stands for one. */
export interface Attribution {
  mention: Mention
  personId: number
  /** 0 to 1. */
  confidence: number
}

const maxBefore = 24
const maxAfter = 14
const maxEarlier = 6

/** The mentions near a quotation that could be its source, with their features: a bounded number, nearest first on each side. */
export function findCandidates(
  article: Article,
  stretch: number,
  previous: PreviousChoice | null,
): Candidate[] {
  const candidates: Candidate[] = []
  visitCandidates(article, stretch, previous, (mention, features, count) => {
    candidates.push({mention, features: Array.from(features.subarray(0, count))})
  })
  return candidates
}

const scratch = new Int32Array(maxSourceFeatures)

/** Visits the candidates in their order; `features` are only good during the visit. */
function visitCandidates(
  article: Article,
  stretch: number,
  previous: PreviousChoice | null,
  visit: (mention: Mention, features: Int32Array, count: number) => void,
): void {
  const {paragraph} = article.stretches[stretch]!
  const sheet = article.sheets[paragraph]!
  const token = article.tokenOf[stretch]!
  const context = toContext(article.sources[paragraph]!.text, sheet, paragraph, token)
  const spokenOf = article.spokenOf[paragraph]!
  const chosen = previous?.mention
  let isChosenSeen = false
  const add = (mention: Mention, rank: number): void => {
    const personId = mention.person?.id ?? -1
    const count = sourceFeatures(
      context,
      mention,
      article.sheets[mention.paragraph]!,
      countsOf(article, mention.paragraph),
      previous,
      rank,
      mention.person?.count ?? 0,
      personId,
      personId >= 0 && spokenOf !== null && spokenOf.has(personId),
      scratch,
    )
    if (mention === chosen) isChosenSeen = true
    visit(mention, scratch, count)
  }
  const own = article.mentions[paragraph]!
  const split = firstAfter(own, token)
  for (let index = split - 1; index >= 0 && index >= split - maxBefore; index--)
    add(own[index]!, split - 1 - index)
  for (let index = split; index < own.length && index < split + maxAfter; index++)
    add(own[index]!, index - split)
  for (let back = 1; back <= 3 && paragraph - back >= 0; back++) {
    const mentions = article.mentions[paragraph - back]!
    for (let index = mentions.length - 1; index >= 0 && index >= mentions.length - maxEarlier; index--)
      add(mentions[index]!, mentions.length - 1 - index)
    const first = mentions[0]
    if (first && mentions.length > maxEarlier) add(first, mentions.length - 1)
  }
  const next = article.mentions[paragraph + 1]
  if (next) for (let index = 0; index < next.length && index < 3; index++) add(next[index]!, index)
  if (chosen && !isChosenSeen) add(chosen, 3)
}

/** The weights of the three scorers. */
export interface AttributionWeights {
  quotation: Float64Array
  source: Float64Array
  reference: Float64Array
}

/**
 * Attributes the quotation `stretch`: the likeliest mention near it and the person that mention stands for. Null when the
 * article mentions no one.
 */
export function attribute(
  article: Article,
  stretch: number,
  previous: PreviousChoice | null,
  weights: AttributionWeights,
): Attribution | null {
  resolvePronouns(article, article.stretches[stretch]!.paragraph, previous, weights.reference)
  const label = labelOf(article, stretch)
  if (label) return label
  const candidates: Mention[] = []
  const scores: number[] = []
  visitCandidates(article, stretch, previous, (mention, features, count) => {
    let score = 0
    for (let index = 0; index < count; index++) score += weights.source[features[index]!]!
    candidates.push(mention)
    scores.push(score)
  })
  if (candidates.length === 0) return null
  const probabilities = toProbabilities(scores)
  // Mentions of one person add up.
  const byPerson = new Map<number, number>()
  const resolved = candidates.map((mention, index) => {
    const probability = probabilities[index]!
    const outcome =
      probability < 0.02
        ? {person: mention.person?.id ?? -1, certainty: 1}
        : resolve(article, mention, previous, weights)
    if (outcome.person >= 0)
      byPerson.set(outcome.person, (byPerson.get(outcome.person) ?? 0) + probability * outcome.certainty)
    return outcome
  })
  let best = 0
  let confidence = 0
  for (let index = 0; index < candidates.length; index++) {
    const {person} = resolved[index]!
    const total = person >= 0 ? (byPerson.get(person) ?? 0) : probabilities[index]!
    if (total < confidence || (total === confidence && probabilities[index]! <= probabilities[best]!))
      continue
    best = index
    confidence = total
  }
  return {
    mention: candidates[best]!,
    personId: resolved[best]!.person,
    confidence: Math.min(1, confidence),
  }
}

/** A transcript's label inside the marks (`“ROE: Good evening”`) names the speaker, when the copy knows the name. */
export function labelOf(article: Article, stretch: number): Attribution | null {
  const {paragraph, start, end} = article.stretches[stretch]!
  const text = article.sources[paragraph]!.text.slice(start, Math.min(end, start + 60))
  const found = transcriptLabel.exec(text)
  if (!found) return null
  const words = found[1]!.split(/\s+/)
  const person = article.people.bySurnameAlone(words.at(-1)!)
  if (!person || (person.given === '' && person.personhood <= 0)) return null
  const from = start + text.indexOf(found[1]!)
  const token = article.tokenOf[stretch]!
  const mention: Mention = {
    paragraph,
    from: token,
    to: token + 1,
    start: from,
    end: from + found[1]!.length,
    kind: 'shortName',
    person,
    head: words.at(-1)!.toLowerCase(),
    gender: person.gender,
    sentence: 0,
    possessive: false,
    afterPreposition: false,
    afterVerb: false,
    firstInSentence: true,
    apposed: null,
    resolved: null,
    link: 'none',
    cue: -1,
    cueEnd: -1,
  }
  return {mention, personId: person.id, confidence: 0.95}
}

/** The person a mention stands for (or -1) and how sure that is. */
export function resolve(
  article: Article,
  mention: Mention,
  previous: PreviousChoice | null,
  weights: AttributionWeights,
): {person: number; certainty: number} {
  if (mention.person) return {person: mention.person.id, certainty: 1}
  if (mention.apposed?.person) return {person: mention.apposed.person.id, certainty: 1}
  if (isPersonal(mention)) {
    const found = resolvePronoun(
      weights.reference,
      findAntecedents(article, mention, previous),
      mention.gender,
    )
    if (found) return {person: found.person.id, certainty: found.probability}
  }
  return {person: -1, certainty: 1}
}
