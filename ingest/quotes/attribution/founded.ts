import type {Article} from '../article.ts'
import type {Attribution} from './attribution.ts'
import {isName} from '../mentions/mention.ts'
import {isPersonal} from './reference.ts'

/** Copy in another language is read with English grammar: only a whole name beside the quotation will do. */
const thresholdAbroad = 0.6

/**
 * The attribution where the copy bears it out, else null: what only looks like a name is none without a word of saying, and copy in
 * another language has to name the speaker whole. There, the only person whom the quotation's paragraph names whole will do too.
 */
export function toFounded(article: Article, attribution: Attribution, paragraph: number): Attribution | null {
  if (!article.isForeign) return isGuess(article, attribution, paragraph) ? null : attribution
  return isSureAbroad(article, attribution) ? attribution : onlyNamed(article, paragraph)
}

/** What looks like a name, was never seen to be a person's, and stands beside no word of saying: perhaps a thing or a place. */
function isGuess(article: Article, {mention, personId}: Attribution, paragraph: number): boolean {
  const person = article.people.list[personId]
  if (person === undefined || person.personhood > 0 || person.given !== '') return false
  if (isPersonal(mention)) return true
  return (
    mention.kind === 'unsureName' &&
    (mention.link === 'none' || mention.link === 'verb' || mention.paragraph !== paragraph)
  )
}

function isSureAbroad(article: Article, {mention, personId, confidence}: Attribution): boolean {
  const person = article.people.list[personId]
  if (person === undefined || person.given === '' || confidence < thresholdAbroad) return false
  return (
    isName(mention) && (mention.kind === 'fullName' || (mention.link !== 'none' && mention.link !== 'object'))
  )
}

/** `of Jane Roe`, `about Jane Roe` in other languages: she is spoken of. */
const spokenOf =
  /^(?:von|vom|über|für|mit|gegen|an|bei|nach|de|du|des|à|pour|sur|avec|contre|chez|sobre|para|con|por|a|di|da|su|per|em|com|van|voor|met|over|om|av|til|för)$/

/** A paragraph with more mentions is no paragraph of a story; looking through it for each of its quotations would be slow. */
const mostMentions = 60

function onlyNamed(article: Article, paragraph: number): Attribution | null {
  let found: Attribution | null = null
  const mentions = article.mentions[paragraph]!
  if (mentions.length > mostMentions) return null
  for (const mention of mentions) {
    const {person} = mention
    if (!isName(mention) || !person || person.given === '' || person.personhood <= 0) continue
    if (found !== null && found.personId !== person.id) return null
    const before = article.sheets[paragraph]![mention.from - 1]
    if (before?.kind === 'word' && spokenOf.test(before.lower)) return null
    found ??= {mention, personId: person.id, confidence: thresholdAbroad}
  }
  return found
}
