import givenNames from '../data/given-names.json' with {type: 'json'}
import lexicon from '../data/lexicon.json' with {type: 'json'}

/** What a word may be, as bits of one number. */
export const wordClass = {
  say: 1 << 0,
  call: 1 << 1,
  auxiliary: 1 << 2,
  adverb: 1 << 3,
  preposition: 1 << 4,
  determiner: 1 << 5,
  conjunction: 1 << 6,
  title: 1 << 7,
  office: 1 << 8,
  person: 1 << 9,
  group: 1 << 10,
  document: 1 << 11,
  organization: 1 << 12,
  calendar: 1 << 13,
  particle: 1 << 14,
  suffix: 1 << 15,
  female: 1 << 16,
  male: 1 << 17,
  kin: 1 << 18,
  opener: 1 << 19,
  plural: 1 << 20,
  participle: 1 << 21,
  past: 1 << 22,
  givenMale: 1 << 23,
  givenFemale: 1 << 24,
  givenEither: 1 << 25,
  pronoun: 1 << 26,
} as const

/** Words that end a noun phrase. */
export const stopBits =
  wordClass.preposition | wordClass.conjunction | wordClass.auxiliary | wordClass.pronoun
/** Verbs and nouns of saying. */
export const cueBits = wordClass.say | wordClass.call
/** Nouns that a quotation can come from. */
export const nounBits = wordClass.person | wordClass.group | wordClass.document

const classes = new Map<string, number>()

/** The classes that a word (in lower case, without a possessive ending) belongs to, as bits; 0 for a word of no class. */
export function classesOf(lower: string): number {
  return (
    classes.get(lower) ?? (lower.length > 4 && lower.endsWith('ly') ? wordClass.adverb : doubleGiven(lower))
  )
}

/** `kelly-ann`: two given names are one. */
function doubleGiven(lower: string): number {
  const hyphen = lower.indexOf('-')
  if (hyphen < 2) return 0
  const given = wordClass.givenMale | wordClass.givenFemale | wordClass.givenEither
  const one = (classes.get(lower.slice(0, hyphen)) ?? 0) & given
  const other = (classes.get(lower.slice(hyphen + 1)) ?? 0) & given
  if (one === 0 || other === 0) return 0
  return one === wordClass.givenEither ? other : one
}

function mark(words: string, bits: number): void {
  for (const word of words.split(' ')) classes.set(word, (classes.get(word) ?? 0) | bits)
}

function markVerbs(words: string, bits: number): void {
  for (const verb of words.split(' ')) {
    mark(verb, bits)
    mark(thirdPerson(verb), bits)
    mark(pastTense(verb), bits | wordClass.past)
    mark(participle(verb), bits | wordClass.participle)
  }
}

function thirdPerson(verb: string): string {
  if (/(?:s|x|z|ch|sh|o)$/.test(verb)) return `${verb}es`
  return /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`
}

function pastTense(verb: string): string {
  if (verb.endsWith('e')) return `${verb}d`
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`
  return `${doubled(verb)}ed`
}

function participle(verb: string): string {
  return /[^e]e$/.test(verb) ? `${verb.slice(0, -1)}ing` : `${doubled(verb)}ing`
}

function doubled(verb: string): string {
  return /^(?:quip|slam|dub|label|admit|pan|rip|refer|chat|begin|put|jot|commit|confer)$/.test(verb)
    ? verb + verb.at(-1)!
    : verb
}

function markNouns(words: string, bits: number): void {
  for (const noun of words.split(' ')) {
    mark(noun, bits)
    const plural = pluralOf(noun)
    if (plural !== noun) mark(plural, bits | wordClass.plural)
  }
}

function pluralOf(noun: string): string {
  if (
    /(?:people|police|staff|others|media|press|public|data|records|remarks|results|protesters|employees|someone|somebody)$/.test(
      noun,
    )
  )
    return noun
  if (noun.endsWith('man')) return `${noun.slice(0, -2)}en`
  if (/(?:child)$/.test(noun)) return `${noun}ren`
  if (/(?:s|x|ch|sh)$/.test(noun)) return `${noun}es`
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`
}

markVerbs(lexicon.sayVerbs, wordClass.say)
mark(lexicon.sayVerbsAbroad, wordClass.say | wordClass.past)
markVerbs(lexicon.callVerbs, wordClass.call)
for (const pair of lexicon.irregular.split(' ')) {
  const [form, verb] = pair.split(':') as [string, string]
  mark(form, (classesOf(verb) & (wordClass.say | wordClass.call)) | wordClass.past)
}
mark(lexicon.auxiliaries, wordClass.auxiliary)
mark(lexicon.adverbs, wordClass.adverb)
mark(lexicon.prepositions, wordClass.preposition)
mark(lexicon.determiners, wordClass.determiner)
mark(lexicon.conjunctions, wordClass.conjunction)
mark(lexicon.titles, wordClass.title)
mark(lexicon.femaleTitles, wordClass.female)
mark(lexicon.maleTitles, wordClass.male)
mark(lexicon.offices, wordClass.office | wordClass.person)
markNouns(lexicon.personNouns, wordClass.person)
markNouns(lexicon.groupNouns, wordClass.group)
markNouns(lexicon.documentNouns, wordClass.document)
mark(lexicon.organizationWords, wordClass.organization)
mark(lexicon.calendar, wordClass.calendar)
mark(lexicon.particles, wordClass.particle)
mark(lexicon.suffixes, wordClass.suffix)
mark(lexicon.femaleNouns, wordClass.female)
mark(lexicon.maleNouns, wordClass.male)
mark(lexicon.kinNouns, wordClass.kin | wordClass.person)
mark(lexicon.sentenceOpeners, wordClass.opener)
mark(givenNames.male, wordClass.givenMale)
mark(givenNames.female, wordClass.givenFemale)
mark(givenNames.either, wordClass.givenEither)
mark(givenNames.maleAbroad, wordClass.givenMale)
mark(givenNames.femaleAbroad, wordClass.givenFemale)
mark('he she they it him her them his their its i we who you', wordClass.pronoun)
